"""Plain blocks: what is asked of every block is told at one look where the answer is plain, for WeasyPrint 70.0.

Where nothing floats no block is cleared; margins that meet come to the greatest and the
least of them; what a style says of a kind of box holds for all such boxes; and in a plain
line nothing stands aside of its place.  Wrappers round functions of one version.
"""

from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

ENGINE = "70.0"
SPACING = {side: (f"margin_{side}", f"padding_{side}", f"border_{side}_width")
           for side in ("top", "right", "bottom", "left")}

_get_clearance = block.get_clearance
_relative_positioning = block.relative_positioning
_establishes_formatting_context = boxes.Box.establishes_formatting_context


def install() -> bool:
    """Put the wrappers in place; False under a version of the engine they were not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    block.collapse_margin = collapse_margin
    block.get_clearance = get_clearance
    block.relative_positioning = relative_positioning
    boxes.Box.establishes_formatting_context = establishes_formatting_context
    boxes.ParentBox._reset_spacing = reset_spacing
    boxes.Box.copy = copy
    return True


def collapse_margin(margins: list[float]) -> float:
    """What margins that meet come to."""
    out = back = 0.0
    for margin in margins:
        if margin > out:
            out = margin
        elif margin < back:
            back = margin
    return out + back


def get_clearance(context: Any, box: Any, direction: str, collapsed_margin: float = 0) -> Any:
    """How far a box goes down to be clear of what floats; None where nothing does."""
    if not context.broken_out_of_flow and not context.excluded_shapes:
        return None
    return _get_clearance(context, box, direction, collapsed_margin)


def relative_positioning(box: Any, containing_block: Any) -> None:
    """Move what a style puts aside of its place."""
    if "_plain_line" not in box.__dict__:
        _relative_positioning(box, containing_block)


def establishes_formatting_context(box: Any) -> bool:
    """Whether what floats in a box stays in it, and what floats around it stays out."""
    if box.is_column:
        return True
    known = box.style.__dict__.setdefault("_alone", {})
    kind = type(box)
    if kind not in known:
        known[kind] = _establishes_formatting_context(box)
    return bool(known[kind])


def reset_spacing(box: Any, side: str) -> None:
    """Take the margin, padding and border of a side away."""
    box.remove_decoration_sides.add(side)
    for name in SPACING[side]:
        box.__dict__[name] = 0


def copy(box: Any) -> Any:
    """A box like another, with the same children."""
    new: Any = object.__new__(type(box))
    new.__dict__ = box.__dict__.copy()
    return new
