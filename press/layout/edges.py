"""Edges: words that are drawn where nobody can see them: off their page, or cut by the box around them."""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes as engine
from weasyprint.layout.absolute import AbsolutePlaceholder

from press.layout.blocks import text_boxes, words
from press.layout.laid import Fault, Observation

SLACK = 1.0 / 0.75  # px that kerning and italics may stick out
Edges = tuple[float, float, float, float]


def observe(page: Any, number: int) -> Iterator[Observation]:
    """The lines of a page of which some words are cut."""
    yield from _cut(page._page_box, number, (0.0, 0.0, page.width, page.height), "")


def _cut(box: Any, number: int, edges: Edges, name: str) -> Iterator[Observation]:
    """The lines in a box that stand beyond the edges of what shows."""
    if isinstance(box, engine.LineBox):
        if not all(_within(text, edges) for text in text_boxes(box)):
            yield Observation(Fault.CUT, number, words(box), name)
        return
    if not isinstance(box, (engine.PageBox, engine.MarginBox)) and box.style["overflow"] != "visible":
        edges = _both(edges, (box.padding_box_x(), box.padding_box_y(),
                              box.padding_box_x() + box.padding_width(), box.padding_box_y() + box.padding_height()))
    for child in box.children:
        inner = child._box if isinstance(child, AbsolutePlaceholder) else child
        if isinstance(inner, engine.ParentBox):
            own = (inner.element.get("id") if inner.element is not None else "") or name
            yield from _cut(inner, number, edges, own)


def _within(text: Any, edges: Edges) -> bool:
    left, top, right, foot = edges
    return (left - SLACK <= text.position_x and text.position_x + text.width <= right + SLACK
            and top <= text.position_y + text.height / 2 <= foot) or not text.text.strip()


def _both(one: Edges, other: Edges) -> Edges:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
