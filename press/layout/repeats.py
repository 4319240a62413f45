"""Repeats: what the engine finds again and again is found once, for WeasyPrint 70.0.

A note is laid out when it is called and again when its page is done, a row for its
column and for its page, a paragraph for each page that it might begin: the same text
in the same style and measure breaks into the same line, and the lengths of a style in
the same block come to the same pixels.  Wrappers round two functions of one version.
"""

import sys
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, percent

from press.layout import hanging_space

ENGINE = "70.0"
SIDES = ("top", "right", "bottom", "left")
LENGTHS = (*(f"{part}_{side}" for part in ("margin", "padding") for side in SIDES),
           *(f"border_{side}_width" for side in SIDES),
           *(f"{limit}{axis}" for limit in ("", "min_", "max_") for axis in ("width", "height")))
HEIGHTS = ("height", "min_height", "max_height")
WIDTHS = tuple(name for name in LENGTHS if not name.startswith("border") and name not in HEIGHTS)
IN_TABLES = (boxes.TableBox, boxes.TableCellBox, boxes.TableRowBox, boxes.TableRowGroupBox,
             boxes.TableColumnBox, boxes.TableColumnGroupBox)

_resolve_percentages = percent.resolve_percentages


def install() -> bool:
    """Put the wrappers in place; False under a version of the engine they were not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    inline.split_first_line = split_first_line
    for name, module in sorted(sys.modules.items()):  # modules took the function by its name
        if name.startswith("weasyprint.") and getattr(module, "resolve_percentages", None) is _resolve_percentages:
            vars(module)["resolve_percentages"] = resolve_percentages
    return True


def split_first_line(text: str, style: Any, context: Any, max_width: Any, justification_spacing: float,
                     is_line_start: bool = True, minimum: bool = False) -> Any:
    """The first line of a text, found once in a document for each measure."""
    key = text, id(style), max_width, justification_spacing, is_line_start, minimum
    known = context.__dict__.setdefault("_lines", {})
    kept = known.get(key)
    if kept is None:  # the style is kept too, so that no other can take its id
        kept = known[key] = style, hanging_space.split_first_line(
            text, style, context, max_width, justification_spacing, is_line_start, minimum)
    return kept[1]


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Give a box the lengths of its style in a block, found once for each style, and each size that it asks for."""
    style = box.style
    kept = style.__dict__.get("_lengths")
    if kept is None:
        kept = style.__dict__["_lengths"] = [_asks(style, WIDTHS), _asks(style, HEIGHTS), {}, None]
    wide, high, known, fixed = kept
    if fixed is not None:
        box.__dict__.update(fixed)
        return
    collapses = style["border_collapse"] == "collapse"
    if collapses and isinstance(box, IN_TABLES):  # such a box may have its borders already
        _resolve_percentages(box, containing_block)
        return
    key: Any = isinstance(box, boxes.PageBox)
    if wide or high or key:
        width, height = ((containing_block.width, containing_block.height) if isinstance(containing_block, boxes.Box)
                         else containing_block)
        key = wide and width, (high or key) and height, key
    lengths = known.get(key)
    if lengths is None:
        _resolve_percentages(box, containing_block)
        lengths = known[key] = {name: box.__dict__[name] for name in LENGTHS}
        if not (wide or high or key or collapses):
            kept[3] = lengths
    else:
        box.__dict__.update(lengths)


def _asks(style: Any, lengths: tuple[str, ...]) -> bool:
    """Whether any of a style's lengths depends on the size of the block around it."""
    values = [style[name] for name in lengths]
    return any(value != "auto" and value is not None and getattr(value, "unit", "%") != "px" for value in values)
