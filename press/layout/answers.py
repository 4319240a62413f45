"""Answers: what the engine asks of every box and every pair of letters, answered at once, for WeasyPrint 70.0.

Is a box in the flow, which pages may it stand on, what floats does it collide with,
may a line break between these two letters: asked hundreds of thousands of times in a
book, and nearly always with the plainest of answers.  The answers are the engine's own.
"""

from functools import cache
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes, build
from weasyprint.layout import block, inline, preferred
from weasyprint.layout import float as floats
from weasyprint.text import line_break

ENGINE = "70.0"
NO_TABLES = frozenset({boxes.BlockBox, boxes.InlineBox, boxes.InlineBlockBox})  # boxes that may stand around others
NO_ROWS = NO_TABLES | {boxes.TextBox, boxes.InlineReplacedBox, boxes.BlockReplacedBox}
TAKEN_OUT = frozenset({"absolute", "fixed"})

_avoid_collisions = floats.avoid_collisions
_can_break_text = line_break.can_break_text
_table_boxes_children = build.table_boxes_children


def install() -> bool:
    """Put the wrappers in place; False under a version of the engine they were not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    boxes.Box.is_in_normal_flow = is_in_normal_flow
    boxes.Box.page_values = boxes.ParentBox.page_values = page_values
    boxes.Box.descendants = descendants
    build.table_boxes_children = table_boxes_children
    for module in (block, floats, inline):
        module.avoid_collisions = avoid_collisions
    inline.can_break_text = preferred.can_break_text = line_break.can_break_text = can_break_text
    return True


def is_in_normal_flow(box: Any) -> bool:
    """Whether a box is neither floated, nor positioned, nor a note."""
    style = box.style
    position = style["position"]
    return style["float"] == "none" and type(position) is str and position not in TAKEN_OUT


def page_values(box: Any) -> tuple[str, str]:
    """The names of the pages that a box begins and ends on, its first and last child's where they have one."""
    start = end = _page(box.style)
    first = next(filter(_stands_in_text, box.children), None)
    if first is not None:
        last = next(filter(_stands_in_text, reversed(box.children)))
        before, after = first.page_values()
        if last is not first:
            after = last.page_values()[1]
        start, end = before or start, after or end
    return start, end


def _stands_in_text(child: Any) -> bool:
    return bool(child.is_in_normal_flow() or child.is_floated())


def _page(style: Any) -> str:
    """The page of a style: the engine finds an automatic one anew, up to the root, whenever it is asked."""
    kept = style.__dict__.get("_page")
    if kept is None:
        kept = style.__dict__["_page"] = style["page"]
    return str(kept)


def descendants(box: Any, placeholders: bool = False) -> Any:
    """A box and all below it, outer before inner."""
    waiting = [box]
    while waiting:
        one = waiting.pop()
        yield one
        if (placeholders or isinstance(one, boxes.Box)) and one.children:
            waiting.extend(reversed(one.children))


def table_boxes_children(box: Any, children: list[Any]) -> Any:
    """A box with what must stand around its children in a table: nothing, where none is a part of one."""
    if type(box) not in NO_TABLES or not NO_ROWS.issuperset(map(type, children)):
        return _table_boxes_children(box, children)
    box.children = children
    return box


def avoid_collisions(context: Any, box: Any, containing_block: Any, outer: bool = True) -> Any:
    """Where a box may stand beside floats, and how wide: all of its block where nothing floats."""
    if context.excluded_shapes or containing_block.style["direction"] != "ltr" or box.style["float"] != "none":
        return _avoid_collisions(context, box, containing_block, outer)
    left = containing_block.content_box_x()
    right = left + containing_block.width
    if outer:
        return left, box.position_y, right - left
    left += box.margin_left  # and taken off again, so that what is rounded is rounded as ever
    right -= box.margin_right
    return left - box.margin_left, box.border_box_y() - box.margin_top, right - left


@cache
def can_break_text(text: str, language: str | None) -> bool:
    """Whether a line may break within a text of a few letters."""
    return bool(_can_break_text(text, language))
