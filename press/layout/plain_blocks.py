"""Plain blocks: where no block floats none is cleared, and margins that meet are told at one look, for WeasyPrint 70.0.

Both are asked several times of every block.  Wrappers round two functions of one version.
"""

from typing import Any

import weasyprint
from weasyprint.layout import block

ENGINE = "70.0"
_get_clearance = block.get_clearance


def install() -> bool:
    """Put the wrappers in place; False under a version of the engine they were not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    block.collapse_margin = collapse_margin
    block.get_clearance = get_clearance
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
