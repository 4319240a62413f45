"""Plain atoms: a box of one text that stands in a line as a letter does is laid out at once, for WeasyPrint 70.0.

Every note begins with its number in a box as wide as the notes' indent.  The engine lays
it out as it would a page of columns.  A wrapper round one function of one version.
"""

from math import inf
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

ENGINE = "70.0"
SIDES = ("top", "right", "bottom", "left")
PLAIN = {"position": "static", "height": "auto", "overflow": "visible", "max_lines": "none", "continue": "auto",
         "box_decoration_break": "slice"}

_inline_block_box_layout = inline.inline_block_box_layout


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    inline.inline_block_box_layout = inline_block_box_layout
    return True


def inline_block_box_layout(context: Any, box: Any, position_x: float, skip_stack: Any, block: Any,
                            *lists: Any) -> Any:
    """Lay out a block that stands in a line."""
    if skip_stack is None and _is_plain(box):
        return _laid(context, box, position_x, block)
    return _inline_block_box_layout(context, box, position_x, skip_stack, block, *lists)


def _is_plain(box: Any) -> bool:
    """Whether a box holds one text and nothing else."""
    if (len(box.children) != 1 or box.is_table_wrapper or box.first_letter_style is not None
            or box.first_line_style is not None):
        return False
    line, = box.children
    if type(line) is not boxes.LineBox or len(line.children) != 1 or type(line.children[0]) is not boxes.TextBox:
        return False
    plain = box.style.__dict__.get("_plain_atom")
    if plain is None:
        plain = box.style.__dict__["_plain_atom"] = all(box.style[name] == value for name, value in PLAIN.items())
    return bool(plain)


def _laid(context: Any, box: Any, x: float, block: Any) -> Any:
    """A copy of a box with the lines of its text."""
    inline.resolve_percentages(box, block)
    for side in SIDES:
        if box.__dict__[f"margin_{side}"] == "auto":
            box.__dict__[f"margin_{side}"] = 0
    inline.inline_block_width(box, context, block)
    box.position_x, box.position_y = x, 0
    linebox, = box.children
    linebox.position_x, linebox.position_y = box.content_box_x(), box.content_box_y()
    y, lines = linebox.position_y, []
    context.create_block_formatting_context(box)
    for line, line.resume_at in inline.iter_line_boxes(
            context, linebox, y, -inf, None, box, [], [], None, None):
        lines.append(line)
        y = line.position_y + line.height
    context.finish_block_formatting_context()
    new = box.copy_with_children(lines)
    new.height = max(min(max(0, y - new.content_box_y()), new.max_height), new.min_height)
    new.baseline = inline.inline_block_baseline(new)
    return new
