"""Page marks: where the pages of the book begin in its flowing matter.

A mark is an empty span of the role `doc-pagebreak` that bears the folio (EPUB
Accessibility 1.1, 3.4).  It stands before the word with which the page begins, in the
middle of a paragraph if need be; before the block, where the page begins with one.
What is looked for are the first words of the page as it was laid out, in order;
spaces and hyphens are left out of account, and figures stand for one another, since
pages are laid out before their own folios are known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from press.compose.flowing import Flowing

DROPPED = re.compile(r"[\s\u00ad\u2010\u058a\u2060-]")
FIGURE = re.compile(r"\d")
DRAWINGS = frozenset({"svg", "img"})
SILENT = DRAWINGS | {"colgroup"}
HOLDERS = frozenset({"table", "colgroup", "thead", "tbody", "tr", "ul", "ol", "dl"})  # hold no span


@dataclass(frozen=True, slots=True)
class PageStart:
    """A page: its folio, and the words with which it goes on; none on a page of notes or pictures alone."""

    folio: str
    opening: str

    @property
    def name(self) -> str:
        """The name of its mark."""
        return f"folio-{self.folio}"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of text: what `element` holds before its children or, as its tail, what follows it."""

    element: Element
    is_tail: bool
    start: int

    @property
    def text(self) -> str:
        return (self.element.tail if self.is_tail else self.element.text) or ""


def mark_pages(section: Flowing, starts: Iterable[PageStart]) -> tuple[PageStart, ...]:
    """Set the marks of a section's pages in its text; the pages whose beginning was not found."""
    stretches, letters = _read(section.text)
    placed: list[tuple[int, list[PageStart]]] = []
    lost: list[PageStart] = []
    waiting: list[PageStart] = []
    at = 0
    for start in starts:
        waiting.append(start)
        if not start.opening:
            continue
        found = letters.find(_comparable(start.opening), at)
        if found < 0:
            lost.append(waiting.pop())
            continue
        placed.append((found, waiting))
        waiting, at = [], found + 1
    parents = {child: parent for parent in section.text.iter() for child in parent}
    for found, pages in reversed(placed):
        _set(_stretch_at(stretches, found), found, pages, parents)
    section.text[-1].extend(_mark(page) for page in waiting)
    return tuple(lost)


def _read(root: Element) -> tuple[list[_Stretch], str]:
    """The stretches of text of a tree in order, and all their letters; drawings are not read."""
    stretches: list[_Stretch] = []
    letters: list[str] = []
    length = 0
    for element, is_tail in _texts(root):
        stretches.append(_Stretch(element, is_tail, length))
        letters.append(_comparable(stretches[-1].text))
        length += len(letters[-1])
    return stretches, "".join(letters)


def _texts(element: Element) -> Iterator[tuple[Element, bool]]:
    if element.tag in DRAWINGS:
        return
    yield element, False
    for child in element:
        yield from _texts(child)
        yield child, True


def _comparable(text: str) -> str:
    return FIGURE.sub("0", DROPPED.sub("", text))


def _stretch_at(stretches: Sequence[_Stretch], letter: int) -> _Stretch:
    """The stretch that has a letter: the last that begins at it or before and is not empty."""
    return next(one for one in reversed(stretches) if one.start <= letter and _comparable(one.text))


def _set(stretch: _Stretch, letter: int, pages: Sequence[PageStart], parents: dict[Element, Element]) -> None:
    """Set marks before a letter of a stretch, or before the outermost element that begins with it."""
    text, at = stretch.text, _word(stretch.text, letter - stretch.start)
    marks = [_mark(page) for page in pages]
    if stretch.is_tail:
        stretch.element.tail, marks[-1].tail = text[:at], text[at:]
        parent = parents[stretch.element]
        place = list(parent).index(stretch.element) + 1
    elif text[:at].strip():
        stretch.element.text, marks[-1].tail = text[:at], text[at:]
        parent, place = stretch.element, 0
    else:
        parent, place = _before(stretch.element, parents)
        if parent is stretch.element:
            parent.text, marks[-1].tail = None, text
    parent[place:place] = marks


def _word(text: str, letter: int) -> int:
    """Where the word begins that has the letter of this number among those that count."""
    seen = -1
    at = next(at for at, character in enumerate(text)
              if not DROPPED.match(character) and (seen := seen + 1) == letter)
    while at and not text[at - 1].isspace():
        at -= 1
    return at


def _before(element: Element, parents: dict[Element, Element]) -> tuple[Element, int]:
    """Where a mark may stand before an element and all that begin with it; else at its own beginning."""
    best = (element, 0)
    while (parent := parents.get(element)) is not None:
        place = list(parent).index(element)
        if parent.tag not in HOLDERS:
            best = (parent, place)
        if _has_words(parent, place) or parent.tag == "section":
            break
        if any(child.tag in DRAWINGS for child in parent[:place]):  # a figure begins with its drawing
            best = (parent, 0)
        element = parent
    return best


def _has_words(parent: Element, place: int) -> bool:
    """Whether anything is read in an element before its child of that number."""
    return bool((parent.text or "").strip()) or any(
        child.tag not in SILENT or (child.tail or "").strip() for child in parent[:place])


def _mark(page: PageStart) -> Element:
    return Element("span", {"id": page.name, "role": "doc-pagebreak", "aria-label": page.folio, "class": "folio"})
