"""What became of the notes of a document, read from the engine's boxes and from nothing else."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes

HAIR = 0.01  # px


@dataclass
class NoteFacts:
    """A note: its words, the pages of its calls, and its pieces in the order of the pages."""

    words: str
    called_on: list[int] = field(default_factory=list)
    pieces: list[tuple[int, str]] = field(default_factory=list)

    @property
    def pages(self) -> list[int]:
        return [page for page, _ in self.pieces]


@dataclass
class Facts:
    """The notes in the order of their elements, the order in which pieces stand, and what stands amiss."""

    notes: list[NoteFacts]
    order: list[int]
    collisions: list[int]

    @property
    def faults(self) -> list[str]:
        """Everything that must never be; a note may begin on the page after its call, and be cut."""
        found = [f"text and notes meet on page {page}" for page in self.collisions]
        for number, note in enumerate(self.notes, 1):
            found += [f"note {number} {fault}" for fault in _faults(note)]
        return found + [f"note {after + 1} stands after note {before + 1}"
                        for before, after in pairwise(self.order) if after < before]

    @property
    def late(self) -> list[int]:
        """The notes that begin on a page after that of their call."""
        return [number for number, note in enumerate(self.notes, 1) if note.pages[0] > note.called_on[-1]]

    @property
    def cut(self) -> list[int]:
        """The notes that stand on more than one page."""
        return [number for number, note in enumerate(self.notes, 1) if len(note.pages) > 1]


def facts(document: Any) -> Facts:
    """The facts of a document."""
    found: dict[Any, NoteFacts] = {}
    standing = []
    collisions = []
    for number, page in enumerate(document.pages):
        for box in page._page_box.descendants(placeholders=True):
            if box.footnote is not None:
                element = box.footnote.element
                known = found.setdefault(element, NoteFacts(_bare("".join(element.itertext()))))
                known.called_on.append(number)
        for area in _areas(page):
            standing += [(number, piece) for piece in area.children]
            if area.children and _meets(page, area):
                collisions.append(number + 1)
    for number, piece in standing:
        known = found.setdefault(piece.element, NoteFacts(_bare("".join(piece.element.itertext()))))
        known.pieces.append((number, _bare(_without_marker(piece))))
    rank = {element: number for number, element in enumerate(found)}
    return Facts(list(found.values()), [rank[piece.element] for _, piece in standing], collisions)


def _faults(note: NoteFacts) -> list[str]:
    if not note.called_on:
        return ["stands where nothing calls it"]
    if not note.pieces:
        return ["is lost"]
    found = []
    if len(set(note.pages)) < len(note.pages):
        found.append("stands twice on a page")
    elif note.pages[-1] - note.pages[0] != len(note.pages) - 1:
        found.append("leaves out a page")
    if note.pages[0] < note.called_on[0]:
        found.append("stands before its call")
    if "".join(text for _, text in note.pieces) != note.words:
        found.append("has lost words or has them twice")
    return found


def _areas(page: Any) -> list[Any]:
    return [box for box in page._page_box.children if isinstance(box, boxes.FootnoteAreaBox)]


def _meets(page: Any, area: Any) -> bool:
    """Whether an area of notes meets the text or leaves the page."""
    sheet = page._page_box
    top, bottom = area.border_box_y(), area.position_y + area.margin_height()
    return bool(_ink(sheet) > top + HAIR or bottom > sheet.content_box_y() + sheet.height + HAIR
                or area.position_y < sheet.content_box_y() - HAIR)


def _ink(box: Any) -> float:
    """Where the lowest line of the text ends."""
    if isinstance(box, boxes.LineBox):
        return float(box.position_y + box.height)
    if isinstance(box, (boxes.FootnoteAreaBox, boxes.MarginBox)):
        return -1
    return max((_ink(child) for child in getattr(box, "children", ())), default=-1)


def _without_marker(piece: Any) -> str:
    return "".join(part.text for part in (piece, *piece.descendants()) if isinstance(part, boxes.TextBox)
                   and not (part.element_tag or "").endswith("::footnote-marker"))


def _bare(text: str) -> str:
    """A text without what the breaking of lines adds and drops."""
    return re.sub(r"[\s\u00ad\u2010\u2060-]", "", text)
