"""Pages: those of one section as they stand in the book, with their folios, page numbers and links.

A section hangs on one node of the page tree; one of an odd number of pages is followed
there by a blank verso that carries nothing.
"""

import re
from dataclasses import dataclass

from press.assemble.binding import Binding, Shelf
from press.assemble.fonts import FontSet
from press.assemble.links import Links
from press.assemble.numbers import FolioStyle, LateNumber, carried_stream, folio_stream, set_late_numbers
from press.assemble.renumbered import Renumbered
from press.assemble.trees import references
from press.findings import Place, Report
from press.layout.laid import LaidSection
from press.model.folio import Folio

PARENT = re.compile(rb"/Parent\s+\d+ 0 R")
LINKED = re.compile(rb"/Annots\s*\[[^\]]*\]|/StructParents\s+\d+")
CONTENTS = re.compile(rb"/Contents\s+(\d+) 0 R")
BOXES = re.compile(rb"/(?:Media|Trim|Bleed)Box\s*\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Placed:
    """A section in the book: the folio of its first page, the number of its node, those of its pages."""

    section: LaidSection
    first: Folio
    node: int
    pages: tuple[int, ...]

    @property
    def extent(self) -> int:
        """Pages, with the blank verso."""
        return len(self.pages) + len(self.pages) % 2


@dataclass(frozen=True, slots=True)
class PageSetter:
    """Sets pages into the book; `root` is the number of the page tree."""

    binding: Binding
    root: int
    fonts: FontSet
    links: Links
    style: FolioStyle | None
    report: Report

    def place(self, section: LaidSection, first: Folio, moved: Renumbered) -> Placed:
        """Write the pages of a section, and the node on which they hang."""
        node, file = self.binding.number(), moved.file
        parent, old_pages = b"/Parent %d 0 R" % node, file.pages()
        boxes = b"".join(BOXES.findall(file.objects[old_pages[-1]]))
        pages = tuple(moved.number(old) for old in old_pages)
        for at, old in enumerate(old_pages):
            self._write(section, at, Folio(first.body, first.number + at), moved, old, parent)
        blank = [self.binding.add(b"<</Type/Page%s/Resources<<>>/Tabs/S%s>>" % (parent, boxes), Shelf.PAGES)
                 for _ in range(len(pages) % 2 if self.style else 0)]
        self.binding.put(node, b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>" % (
            self.root, len(pages) + len(blank), references([*pages, *blank])), Shelf.PAGES)
        return Placed(section, first, node, pages)

    def _write(self, section: LaidSection, at: int, folio: Folio, moved: Renumbered, old: bytes, parent: bytes) -> None:
        """Write one page with what is set on it when the book is put together."""
        body, laid = moved.file.objects[old], section.pages[at]
        late = self.links.tie(moved, moved.file.listed(body, "Annots"), section.id)
        content = self._content(section, laid.height, late, moved, body)
        stamp = b""
        if self.style:
            stamp = folio_stream(self.fonts, laid, str(folio), at == 0, folio.number % 2 == 1, self.style)
            stamp += carried_stream(self.fonts, laid, self.style)
        if stamp:
            content = b"[%d 0 R %s]" % (self.binding.add_stream(b"", stamp), content)
        body = self.links.structure.keyed(body) if self.links.structure else LINKED.sub(b"", body)
        moved.write(old, CONTENTS.sub(b"", PARENT.sub(b"", body)), Shelf.PAGES, parent + b"/Contents " + content)

    def _content(self, section: LaidSection, height: float, late: list[LateNumber], moved: Renumbered,
                 body: bytes) -> bytes:
        """The stream of a page, with the numbers for their zeros where it prints some."""
        found = CONTENTS.search(body)
        assert found is not None
        if not late:
            return b"%d 0 R" % moved.number(found[1])
        content, done = set_late_numbers(moved.file.streams[found[1]].content, height, late, self.fonts)
        if done != len(late):
            self.report.add("P-02", Place(section.id), f"{len(late) - done} page numbers found no zeros to replace",
                            "this is a fault of the press: report it")
        return b"%d 0 R" % self.binding.add_stream(b"", content)
