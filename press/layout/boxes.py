"""Boxes: what the engine's pages tell about names, notes and headings.

The engine measures in CSS px from the top; a `LaidSection` in pt from the foot.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes as engine

from press.layout.blocks import text_boxes
from press.layout.laid import Heading, LaidNote, LaidPage, Spot

PT = 0.75  # points in a CSS pixel
OPENING = 100  # letters that tell where a page begins
REFERENCES = ("xref", "late", "flush")  # the addresses of references of the press
ROWS = frozenset({engine.TableRowBox, engine.TableRowGroupBox})
FLUSH = "flush:"  # the address of a page number at the end of a line of the contents


def _spot(page: int, height: float, x: float, y: float) -> Spot:
    return Spot(page, round(x * PT, 2), round((height - y) * PT, 2))


def names(document: Any) -> dict[str, tuple[Spot, ...]]:
    """Every name and the pages it stands on; a passage stands on each page that it spans."""
    found: dict[str, list[Spot]] = {}
    for number, page in enumerate(document.pages):
        here: dict[str, Spot] = {}
        for name, box in _named(page._page_box):
            if name not in here:
                x, y, *_ = box.hit_area()
                here[name] = _spot(number, page.height, x, y)
        for name, spot in here.items():
            found.setdefault(name, []).append(spot)
    return {name: tuple(spots) for name, spots in sorted(found.items())}


def _named(page: Any) -> Iterator[tuple[str, Any]]:
    """The boxes of elements with ids, outer before inner; pseudo-elements are no elements."""
    waiting = [page]
    while waiting:
        box = waiting.pop()
        element = box.element
        if isinstance(element, Element) and "::" not in box.element_tag and (name := element.get("id")):
            yield name, box
        children = list(box.all_children()) if isinstance(box, engine.TableBox) else box.children
        waiting += [child for child in reversed(children) if child.children or child.element is not element]


def refers(document: Any) -> tuple[str, ...]:
    """The names to which references of the press lead, sorted."""
    targets = {target.partition(":") for page in document.pages for kind, target, *_ in page.links
               if kind == "external"}
    return tuple(sorted({name for scheme, _, name in targets if scheme in REFERENCES}))


def outline(document: Any) -> tuple[Heading, ...]:
    """The headings as a tree."""
    heights = [page.height for page in document.pages]

    def read(entries: Any) -> tuple[Heading, ...]:
        return tuple(
            Heading(" ".join(title.split()), _spot(page, heights[page], x, y), read(below))
            for title, (page, x, y), below, _ in entries)

    return read(document.make_bookmark_tree())


def note_fragments(document: Any) -> dict[Any, list[tuple[int, Any]]]:
    """The boxes of each note's element, by page."""
    found: dict[Any, list[tuple[int, Any]]] = {}
    for number, page in enumerate(document.pages):
        for area in note_areas(page):
            for note in area.children:
                found.setdefault(note.element, []).append((number, note))
    return found


def note_areas(page: Any) -> list[Any]:
    """The note areas of a page: one or none."""
    return areas_of(page._page_box)


def areas_of(sheet: Any) -> list[Any]:
    """The note areas of a page's box."""
    return [box for box in sheet.children if isinstance(box, engine.FootnoteAreaBox) and box.children]


def calls(document: Any) -> dict[Any, int]:
    """The page of each note's call, by the note's element, in the order of the text."""
    found: dict[Any, int] = {}
    for number, page in enumerate(document.pages):
        for box in _every(page):
            if box.footnote is not None:
                found.setdefault(box.footnote.element, number)
    return found


def _every(page: Any) -> list[Any]:
    """All boxes of a page, outer before inner, found once."""
    found: list[Any] | None = page.__dict__.get("_every")
    if found is None:
        found = page.__dict__["_every"] = list(page._page_box.descendants(placeholders=True))
    return found


def notes(document: Any) -> tuple[LaidNote, ...]:
    """Every note with the page of its call and its own; a note on no page is lost."""
    fragments = note_fragments(document)
    return tuple(
        LaidNote(
            id=element.get("id", ""),
            called_on=page,
            pages=tuple(number for number, _ in fragments.get(element, ())),
            whole=_words("".join(_text(box) for _, box in fragments.get(element, ())))
            == _words("".join(element.itertext())),
        )
        for element, page in calls(document).items())


def pages(document: Any) -> tuple[LaidPage, ...]:
    """Every page with its name and the notes that were carried onto it."""
    fragments = note_fragments(document)
    carried: dict[int, list[str]] = {}
    for element, parts in fragments.items():
        for number, _ in parts[1:]:
            carried.setdefault(number, []).append(element.get("id", ""))
    begun: set[Any] = set()
    return tuple(
        LaidPage(
            width=round(page.width * PT, 3),
            height=round(page.height * PT, 3),
            name=page._page_box.page_type.name,
            blank=page._page_box.page_type.blank and not note_areas(page),  # a page of notes alone is none
            text=_text_block(page),
            carried=tuple(carried.get(number, ())),
            notes_top=_notes_top(page),
            opening=_opening(page, begun),
        )
        for number, page in enumerate(document.pages))


def _text_block(page: Any) -> tuple[float, float, float, float]:
    box = page._page_box
    left, head = box.content_box_x(), box.content_box_y()
    foot = page.height - box.margin_bottom
    return (round(left * PT, 2), round((page.height - foot) * PT, 2),
            round((left + box.width) * PT, 2), round((page.height - head) * PT, 2))


def _notes_top(page: Any) -> float:
    """Where the rule above the notes stands, in pt from the foot; 0 without notes."""
    areas = note_areas(page)
    return round((page.height - areas[0].border_box_y()) * PT, 2) if areas else 0.0


def _opening(page: Any, begun: set[Any]) -> str:
    """The first words of a page's text; `begun` are the heads that stand again, and the rows that may go on."""
    found, apart = "", (engine.FootnoteAreaBox, engine.MarginBox)
    waiting = [box for box in reversed(page._page_box.children) if not isinstance(box, apart)]
    while waiting and len(found) < OPENING:
        box = waiting.pop()
        if isinstance(box, engine.TableRowGroupBox) and box.is_header and box.element in begun:
            continue
        if isinstance(box, engine.TableRowBox) and box.element in begun:  # cell by cell: its words are not in one piece
            found = found or next((text for cell in box.children if (text := _words(_text(cell)))), "")
            break
        if found and box.element is not None and box.element.get("href", "").startswith(FLUSH):
            break  # as many zeros as there is room for, and no word of the text
        if isinstance(box, engine.TextBox):
            found += _words(box.text)
        elif isinstance(box, engine.ParentBox):
            waiting += reversed(box.children)
    if not ROWS.isdisjoint(map(type, _every(page))):
        begun.update(box.element for box in page._page_box.descendants() if isinstance(box, engine.TableRowBox)
                     or (isinstance(box, engine.TableRowGroupBox) and box.is_header))
    return found[:OPENING]


def _text(box: Any) -> str:
    return "".join([part.text for part in text_boxes(box)])


def _words(text: str) -> str:
    """A text without what line breaking adds or drops."""
    return re.sub(r"[\s\u00ad\u2010\u058a\u2060-]", "", text)
