"""Interior: the laid-out sections of an edition become one PDF.

Each section begins on a recto; a section of an odd number of pages is followed by
a blank verso that carries nothing.  Assembly is linear in the pages, and the same
sections give the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pikepdf import Dictionary, Name, Pdf

from press.assemble.attachments import Attachment, attach
from press.assemble.binding import Binding
from press.assemble.catalog import Metadata, place, write_intent, write_labels, write_metadata, write_outline
from press.assemble.engine_file import EngineFile, taken_apart
from press.assemble.fonts import FontSet
from press.assemble.links import Links
from press.assemble.numbers import FolioStyle
from press.assemble.pages import PageSetter, Placed
from press.assemble.renumbered import Renumbered
from press.assemble.structure import StructureTree
from press.assemble.trees import references, tree_of_names
from press.findings import Place, Report
from press.layout.laid import LaidSection
from press.model.folio import Folio
from press.model.pages import PageMap


@dataclass(frozen=True, slots=True)
class Interior:
    """How an interior is put together: live (screen) or for a printing machine.

    `profile` is the colour profile of the output intent, `attachments` what the
    file carries; both belong to live files.  Without a style of `folio` the pages are
    no book's: none shows one, and no blank follows the last.
    """

    metadata: Metadata
    faces: dict[str, Path]
    live: bool = True
    profile: bytes = b""
    attachments: tuple[Attachment, ...] = ()
    folio: FolioStyle | None = field(default_factory=FolioStyle)


def assemble(sections: Sequence[tuple[LaidSection, bool]], found: PageMap, interior: Interior,
             report: Report) -> bytes:
    """The PDF of the sections, each with whether it belongs to the body's numbering."""
    binding, fonts = Binding("1.7"), FontSet(interior.faces)
    structure = StructureTree(binding) if interior.live else None
    names = {name for section, _ in sections for name in (section.id, *section.names)}
    tree, table = binding.number(), binding.number()
    setter = PageSetter(binding, tree, fonts, Links(structure, found, names, report), interior.folio, report)
    placed: list[Placed] = []
    first = {False: 1, True: 1}
    for section, body in sections:
        placed.append(_bind(section, Folio(body, first[body]), setter, table))
        first[body] += placed[-1].extent
    for name in sorted(fonts.undeclared):
        report.add("G-02", Place("styles/fonts.css"),
                   f"the engine took the font “{name}”, which is not declared",
                   "a character is in none of the declared fonts, or a style asks for a face not there")
    binding.put(tree, b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        sum(one.extent for one in placed), references([one.node for one in placed])))
    return _finish(binding, placed, structure, {"/Pages": tree}, fonts, table, interior)


def _bind(section: LaidSection, first: Folio, setter: PageSetter, table: int) -> Placed:
    """Bind one section into the book; nothing of its file is held afterwards."""
    file = taken_apart(section.pdf)
    fonts = _font_table(file)
    setter.fonts.take(file, fonts)
    moved = Renumbered(file, setter.binding, {fonts: table})
    placed = setter.place(section, first, moved)
    if setter.links.structure:
        setter.links.structure.add(moved, section.id, len(placed.pages))
    moved.follow()
    return placed


def _font_table(file: EngineFile) -> bytes:
    """The number of the table of fonts, which all pages and pictures of a section share."""
    return file.find(file.objects[file.find(file.objects[file.pages()[0]], "Resources")], "Font")


def _finish(binding: Binding, placed: list[Placed], structure: StructureTree | None, trees: dict[str, int],
            fonts: FontSet, table: int, interior: Interior) -> bytes:
    """Write what belongs to no section, last the catalog."""
    with Pdf.new() as frame:
        under, elsewhere = {fonts.embed(frame).objgen[0]: table}, {}
        write_labels(frame, sum(one.extent for one in placed if not one.first.body))
        write_metadata(frame, interior.metadata, tagged=interior.live)
        if structure:
            trees |= {"/StructTreeRoot": structure.finish(),
                      "/Outlines": write_outline(binding, [(one.section.outline, one.pages) for one in placed])}
            frame.Root.Names = Dictionary(Dests=frame.make_indirect(Dictionary()))
            elsewhere[frame.Root.Names.Dests.objgen[0]] = tree_of_names(binding, _destinations(placed))
            frame.Root.MarkInfo = Dictionary(Marked=True)
            frame.Root.PageMode = Name.UseOutlines
            write_intent(frame, interior.profile)
            attach(frame, interior.attachments, interior.metadata.date)
        catalog, info = binding.take(frame, under, elsewhere)
    catalog += b"".join(b"%s %d 0 R" % (key.encode(), number) for key, number in trees.items())
    return binding.finish(binding.add(b"<<%s>>" % catalog), info)


def _destinations(placed: Sequence[Placed]) -> dict[str, bytes]:
    """Where every name leads."""
    found: dict[str, bytes] = {}
    for one in placed:
        found.setdefault(one.section.id, b"[%d 0 R/Fit]" % one.pages[0])
        for name, spots in one.section.names.items():
            found.setdefault(name, place(spots[0], one.pages))
    return found
