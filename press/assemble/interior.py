"""Interior: the laid-out sections of an edition become one PDF.

Each section begins on a recto; a section of an odd number of pages is followed by
a blank verso that carries nothing.  Assembly is linear in the pages, and the same
sections give the same bytes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pikepdf import Dictionary, Name, Pdf

from press.assemble.attachments import Attachment, attach
from press.assemble.binding import Binding
from press.assemble.catalog import Metadata, write_intent, write_labels, write_metadata, write_outline
from press.assemble.embedding import embed
from press.assemble.fonts import FontSet
from press.assemble.gathering import FONTS, PAGE_TREE, Gathering, Setting, gather
from press.assemble.imposition import Imposed, impose, next_key
from press.assemble.numbers import FolioStyle
from press.assemble.structure import DOCUMENT, STRUCTURE, write_tree
from press.assemble.trees import references, tree_of_names
from press.findings import Place, Report
from press.layout.laid import LaidSection
from press.model.pages import PageMap

Gather = Callable[[Sequence[Imposed], Setting], Iterable[Gathering]]
"""How the sections of a book are gathered: one after the other, or side by side, or from memory."""


@dataclass(frozen=True, slots=True)
class Interior:
    """How an interior is put together: live (screen) or for a printing machine.

    `profile` is the colour profile of the output intent, `attachments` what the
    file carries; both belong to live files.  Without a style of `folio` the pages are
    no book's: none shows one, and no blank follows the last.
    """

    metadata: Metadata
    faces: Mapping[str, Path]
    live: bool = True
    profile: bytes = b""
    attachments: tuple[Attachment, ...] = ()
    folio: FolioStyle | None = field(default_factory=FolioStyle)


def one_by_one(imposed: Sequence[Imposed], setting: Setting) -> Iterable[Gathering]:
    """The gatherings of sections, made one after the other."""
    return (gather(one, setting) for one in imposed)


def assemble(sections: Sequence[tuple[LaidSection, bool]], found: PageMap, interior: Interior,
             report: Report, gather_all: Gather = one_by_one) -> bytes:
    """The PDF of the sections, each with whether it belongs to the body's numbering."""
    binding, fonts = Binding("1.7"), FontSet(interior.faces)
    for _ in (PAGE_TREE, FONTS, STRUCTURE, DOCUMENT):
        binding.number()
    imposed, gathered = list(impose(sections, found)), list[Gathering]()
    with Pdf.new() as frame:
        _frame(frame, imposed, interior)  # while sections may be gathered elsewhere
        for gathering in gather_all(imposed, Setting(interior.faces, interior.live, interior.folio)):
            binding.bind(gathering)
            fonts.unite(gathering.fonts)
            gathered.append(gathering)
            for finding in gathering.findings:
                report.enter(finding)
        for name in sorted(fonts.undeclared):
            report.add("G-02", Place("styles/fonts.css"),
                       f"the engine took the font “{name}”, which is not declared",
                       "a character is in none of the declared fonts, or a style asks for a face not there")
        blanks = sum(len(one.pages) % 2 for one in gathered) if interior.folio else 0
        binding.put(PAGE_TREE, b"<</Type/Pages/Count %d/Kids[%s]>>" % (
            sum(len(one.pages) for one in gathered) + blanks, references(one.node for one in gathered)))
        return _finish(binding, frame, imposed, gathered, fonts, interior)


def _frame(frame: Pdf, imposed: Sequence[Imposed], interior: Interior) -> None:
    """Write what depends on no section but on its length: what the book says of itself, and what it carries."""
    write_labels(frame, sum(len(one.section.pages) + len(one.section.pages) % 2
                            for one in imposed if not one.folio.body))
    write_metadata(frame, interior.metadata, tagged=interior.live)
    if interior.live:
        frame.Root.Names = Dictionary(Dests=frame.make_indirect(Dictionary()))
        frame.Root.MarkInfo = Dictionary(Marked=True)
        frame.Root.PageMode = Name.UseOutlines
        write_intent(frame, interior.profile)
        attach(frame, interior.attachments, interior.metadata.date)


def _finish(binding: Binding, frame: Pdf, imposed: Sequence[Imposed], gathered: Sequence[Gathering], fonts: FontSet,
            interior: Interior) -> bytes:
    """Write what belongs to no section, last the catalog."""
    trees, under, elsewhere = {"/Pages": PAGE_TREE}, {embed(fonts, frame).objgen[0]: FONTS}, {}
    if interior.live:
        write_tree(binding, [one.tags for one in gathered], next_key(imposed))
        outline = [(one.section.outline, its.pages) for one, its in zip(imposed, gathered, strict=True)]
        trees |= {"/StructTreeRoot": STRUCTURE, "/Outlines": write_outline(binding, outline)}
        elsewhere[frame.Root.Names.Dests.objgen[0]] = tree_of_names(binding, [one.names for one in gathered])
    catalog, info = binding.take(frame, under, elsewhere)
    catalog += b"".join(b"%s %d 0 R" % (key.encode(), number) for key, number in trees.items())
    return binding.finish(binding.add(b"<<%s>>" % catalog), info)
