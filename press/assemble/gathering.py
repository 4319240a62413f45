"""Gathering: the pages of a section as they are bound into the book, under the numbers that they have there.

Each is made by itself: nothing of another section but the folios that it prints shows in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from press.assemble.engine_file import EngineFile, taken_apart
from press.assemble.fonts import FontSet, FontUse
from press.assemble.imposition import Imposed
from press.assemble.links import Links
from press.assemble.numbers import FolioStyle
from press.assemble.objects import STREAM, Objects
from press.assemble.pages import PageSetter
from press.assemble.renumbered import Renumbered
from press.assemble.structure import Branch, Grown
from press.assemble.trees import Named, place, sorted_names
from press.findings import Finding, Report

PAGE_TREE, FONTS = 1, 2  # the numbers of what all sections share


@dataclass(frozen=True, slots=True)
class Setting:
    """What is set in all sections: the files of the faces, whether there are tags and links, and how folios stand."""

    faces: Mapping[str, Path]
    live: bool
    folio: FolioStyle | None


@dataclass(frozen=True, slots=True)
class Gathering:
    """The objects of a section: `content` is what they are, one after the other, `rows` where each stands in it.

    The rows are those of the numbers from `first` on, of which the `streams` lead into the content
    and the others into those; `node` is the number of the node of the pages, `names` where every name leads.
    """

    first: int
    content: bytes
    rows: bytes
    streams: tuple[int, ...]
    node: int
    pages: tuple[int, ...]
    names: tuple[Named, ...]
    tags: Grown
    fonts: FontUse
    findings: tuple[Finding, ...] = ()


def gather(imposed: Imposed, setting: Setting) -> Gathering:
    """Make the gathering of a section; ValueError when it has more objects than it can have."""
    section, report, objects = imposed.section, Report(), Objects(imposed.first)
    file, fonts = taken_apart(section.pdf), FontSet(setting.faces)
    table = _font_table(file)
    fonts.take(file, table)
    moved = Renumbered(file, objects, {table: FONTS})
    branch = Branch(moved, section.id, imposed.key) if setting.live else None
    links = Links(section.id, branch, imposed.folios, report)
    node, pages = PageSetter(section, moved, PAGE_TREE, fonts, links, setting.folio, report).place(imposed.folio)
    tags = branch.grow() if branch else Grown()
    moved.follow()
    objects.pack()
    if len(objects.rows) >= imposed.numbers:
        raise ValueError(f"{section.id} has {len(objects.rows)} objects")
    streams = tuple(at for at, row in enumerate(objects.rows) if row >> 56 == STREAM)
    return Gathering(imposed.first, objects.target.getvalue(), objects.rows.tobytes(), streams, node, pages,
                     _names(imposed, pages), tags, fonts.use, tuple(report.findings))


@dataclass(frozen=True, slots=True)
class Batch:
    """Some sections of a book that one worker gathers."""

    imposed: tuple[Imposed, ...]
    setting: Setting


def gather_batch(batch: Batch) -> list[Gathering]:
    """The gatherings of a batch."""
    return [gather(one, batch.setting) for one in batch.imposed]


def _font_table(file: EngineFile) -> bytes:
    """The number of the table of fonts, which all pages and pictures of a section share."""
    return file.find(file.objects[file.find(file.objects[file.pages()[0]], "Resources")], "Font")


def _names(imposed: Imposed, pages: Sequence[int]) -> tuple[Named, ...]:
    """Where every name of a section leads, and the section's own."""
    section = imposed.section
    found = {name: place(spots[0], pages) for name, spots in section.names.items()}
    return tuple(sorted_names(found | {section.id: b"[%d 0 R/Fit]" % pages[0]}))
