"""Pages: those of one section as they stand in the book, with their folios, page numbers and links.

A section hangs on one node of the page tree; one of an odd number of pages is followed
there by a blank verso that carries nothing.
"""

import re
from dataclasses import dataclass

from press.assemble.fonts import FontSet
from press.assemble.links import Links
from press.assemble.numbers import FolioStyle, LateNumber, carried_stream, folio_stream, set_late_numbers
from press.assemble.objects import Sort
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
class PageSetter:
    """Sets the pages of a section into the book; `root` is the number of the page tree."""

    section: LaidSection
    moved: Renumbered
    root: int
    fonts: FontSet
    links: Links
    style: FolioStyle | None
    report: Report

    def place(self, first: Folio) -> tuple[int, tuple[int, ...]]:
        """Write the pages, the first with that folio, and the node on which they hang: their numbers."""
        objects, file = self.moved.objects, self.moved.file
        node, old_pages = objects.number(), file.pages()
        parent, boxes = b"/Parent %d 0 R" % node, b"".join(BOXES.findall(file.objects[old_pages[-1]]))
        pages = tuple(self.moved.number(old) for old in old_pages)
        for at, old in enumerate(old_pages):
            self._write(at, Folio(first.body, first.number + at), old, parent)
        blank = [objects.add(b"<</Type/Page%s/Resources<<>>/Tabs/S%s>>" % (parent, boxes), Sort.PAGES)
                 for _ in range(len(pages) % 2 if self.style else 0)]
        objects.put(node, b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>" % (
            self.root, len(pages) + len(blank), references([*pages, *blank])), Sort.PAGES)
        return node, pages

    def _write(self, at: int, folio: Folio, old: bytes, parent: bytes) -> None:
        """Write one page with what is set on it when the book is put together."""
        moved, laid = self.moved, self.section.pages[at]
        body = moved.file.objects[old]
        late = self.links.tie(moved, moved.file.listed(body, "Annots"))
        content = self._content(laid.height, late, body)
        stamp = b""
        if self.style:
            stamp = folio_stream(self.fonts, laid, str(folio), at == 0, folio.number % 2 == 1, self.style)
            stamp += carried_stream(self.fonts, laid, self.style)
        if stamp:
            content = b"[%d 0 R %s]" % (moved.objects.add_stream(b"", stamp), content)
        body = self.links.branch.keyed(body) if self.links.branch else LINKED.sub(b"", body)
        moved.write(old, CONTENTS.sub(b"", PARENT.sub(b"", body)), Sort.PAGES, parent + b"/Contents " + content)

    def _content(self, height: float, late: list[LateNumber], body: bytes) -> bytes:
        """The stream of a page, with the numbers for their zeros where it prints some."""
        moved, found = self.moved, CONTENTS.search(body)
        assert found is not None
        if not late:
            return b"%d 0 R" % moved.number(found[1])
        content, done = set_late_numbers(moved.file.streams[found[1]].content, height, late, self.fonts)
        if done != len(late):
            self.report.add("P-02", Place(self.section.id),
                            f"{len(late) - done} page numbers found no zeros to replace",
                            "this is a fault of the press: report it")
        return b"%d 0 R" % moved.objects.add_stream(b"", content)
