"""What stands on the pages of a finished PDF: words, links, names, labels and bookmarks.

Measures are in pt from the head of the page; pages are counted from 0.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

import pikepdf

EDGES = "".join(rf' {name}="([\d.-]+)"' for name in ("xMin", "yMin", "xMax", "yMax"))
WORD = re.compile(rf"<word{EDGES}>(.*?)</word>|<page (width)=")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and the box it stands in."""

    text: str
    left: float
    top: float
    right: float
    foot: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.foot) / 2


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: where it leads, and the words under it."""

    page: int
    name: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: how deep it stands, its title, and the page it leads to."""

    depth: int
    title: str
    page: int


class Printed:
    """A finished PDF."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.pdf = pikepdf.open(file)
        self.pages = [page.obj for page in self.pdf.pages]
        self.at = {page.objgen: number for number, page in enumerate(self.pages)}

    @cached_property
    def words(self) -> list[list[Word]]:
        """The words of every page in the order in which they were set."""
        command = ("pdftotext", "-raw", "-bbox", str(self.file), "-")
        found: list[list[Word]] = []
        told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
        for box in WORD.finditer(told):
            if box[6]:
                found.append([])
            else:
                found[-1].append(Word(unescape(box[5]), *(float(edge) for edge in box.groups()[:4])))
        assert len(found) == len(self.pages)
        return found

    @cached_property
    def labels(self) -> list[str]:
        """The label of every page, as a reader's program shows it."""
        return [page.label for page in self.pdf.pages]

    @cached_property
    def names(self) -> dict[str, int]:
        """Every name and the page it leads to."""
        return {name: self.at[place[0].objgen] for name, place in pikepdf.NameTree(self.pdf.Root.Names.Dests).items()}

    @cached_property
    def heights(self) -> list[float]:
        """The height of every page."""
        return [float(page.MediaBox[3]) for page in self.pages]

    @cached_property
    def links(self) -> list[Link]:
        """Every link, page by page, in the order in which they were set."""
        return [self._link(number, annotation) for number, page in enumerate(self.pages)
                for annotation in page.get("/Annots", ())]

    def _link(self, page: int, annotation: Any) -> Link:
        name = str(annotation.get("/Dest", ""))
        address = str(annotation.A.get("/URI", "")) if "/A" in annotation else ""
        left, low, right, high = (float(edge) for edge in annotation.Rect)
        middle = self.heights[page] - (low + high) / 2
        reach = abs(high - low) / 2 + 1
        words = [word.text for word in self.words[page] if abs(word.middle - middle) <= reach
                 and min(word.right, right) - max(word.left, left) > 0.3]
        return Link(page, name, address, " ".join(words))

    @cached_property
    def bookmarks(self) -> list[Bookmark]:
        """The outline, from the first entry to the last."""
        return list(self._bookmarks(self.pdf.Root.Outlines.get("/First"), 0))

    def _bookmarks(self, item: Any, depth: int) -> Iterator[Bookmark]:
        while item is not None:
            yield Bookmark(depth, str(item.Title), self.at[item.Dest[0].objgen])
            yield from self._bookmarks(item.get("/First"), depth + 1)
            item = item.get("/Next")

    @cached_property
    def fonts(self) -> dict[str, Any]:
        """Every font that a page may use, by its name without the subset's."""
        found = {}
        for page in self.pages:
            for font in page.Resources.get("/Font", {}).values():
                found[str(font.BaseFont).split("+", 1)[-1].lstrip("/")] = font
        return found
