"""Columns: full columns are laid out once, for WeasyPrint 70.0.

The engine lays out every page of columns to see whether the rest of the text fits,
with the block after each column besides, and then lays them out again to keep them.
Here the columns that are to be kept are laid out first: where text is left over after
them, they stand, and are those that the engine would have come to; where all of it
fits they are taken off again, and the engine balances the last page as ever.  Columns
with notes, floats, headings across or a height of their own are the engine's too.
"""

from typing import Any

import weasyprint
from weasyprint.layout import block, column
from weasyprint.layout.percent import percentage

ENGINE = "70.0"

_columns_layout = column.columns_layout


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    block.columns_layout = columns_layout
    return True


def columns_layout(context: Any, box: Any, bottom_space: float, skip_stack: Any, *rest: Any) -> Any:
    """Lay out a box in columns."""
    full = _full(context, box, bottom_space, skip_stack, *rest) if _is_plain(context, box) else None
    return full or _columns_layout(context, box, bottom_space, skip_stack, *rest)


def _is_plain(context: Any, box: Any) -> bool:
    """Whether a box has columns of nothing but text, in a number of its own."""
    style = box.style
    if (context.footnotes or context.current_page_footnotes or context.excluded_shapes
            or style["column_width"] != "auto" or style["height"] != "auto" or box.min_height not in (0, "auto")
            or style["position"] != "static" or style["direction"] != "ltr" or not box.children):
        return False
    plain = box.__dict__.get("_plain")
    if plain is None:
        plain = box.__dict__["_plain"] = (
            all(child.style["column_span"] != "all" for child in box.children)
            and all(one.is_in_normal_flow() for one in box.descendants()))
    return bool(plain)


def _full(context: Any, box: Any, bottom_space: float, skip_stack: Any, *rest: Any) -> Any:
    """The columns of a page that is filled, and where to resume; None when the text ends on it."""
    containing_block, page_is_empty, absolute_boxes, fixed_boxes, margins, *letters = rest
    lists, count = (absolute_boxes, fixed_boxes), box.style["column_count"]
    box = box.copy_with_children(box.children)
    box.position_y += block.collapse_margin(margins)
    block.block_level_width(box, containing_block)
    width, gap = _measure(box)
    skip, = skip_stack.keys() if skip_stack else (0,)
    children = [child.copy() for child in box.children[skip:]]
    resume_at: Any = {0: skip_stack[skip]} if skip_stack else None
    head = box.content_box_y()
    room = context.page_bottom - head - bottom_space
    bottom_space = max(bottom_space, context.page_bottom - head - room)
    made: list[Any] = []
    context.in_column = True
    for i in range(count):
        one = column._create_column_box(box, containing_block, children, width, head)
        one.position_x += i * (width + gap)
        new, resume_at, next_page, *_ = block.block_box_layout(
            context, one, bottom_space, resume_at, containing_block, page_is_empty, *lists, None, *letters,
            discard=False, max_lines=None)
        made += [new] if new else []
        if new is None or resume_at is None:
            block.remove_placeholders(context, made, *lists)
            return None
    context.in_column = False
    deepest = max(0, *(one.margin_height() for one in made))
    for one in made:
        one.height = deepest
    box.children = made
    box.height = head + min(room, deepest) - box.content_box_y()
    last, = resume_at.keys()
    return box, {skip + last: resume_at[last]}, next_page, [], False


def _measure(box: Any) -> tuple[float, float]:
    """The width of a column and the gap between two, in px."""
    style, count = box.style, box.style["column_count"]
    gap = (style["font_size"] if style["column_gap"] == "normal"
           else percentage(style["column_gap"], style, box.width))
    return max(0, box.width - (count - 1) * gap) / count, gap
