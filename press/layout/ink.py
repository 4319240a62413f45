"""Ink: how far down the text and the painted parts of a box come."""

from math import inf
from typing import Any

from weasyprint.formatting_structure import boxes


def ink_bottom(box: Any) -> float:
    """Where the ink of a box ends: a broken box is as high as its page, its lines are not."""
    if not (box.is_in_normal_flow() or box.is_floated()):
        return -inf
    if isinstance(box, boxes.LineBox):
        return float(box.position_y + box.height)
    if not box.children:
        return float(box.position_y + box.margin_height())
    bottom = max(ink_bottom(child) for child in box.children)
    painted = box.style["background_color"].alpha and box.element_tag not in ("html", "body")
    if box.padding_bottom or box.border_bottom_width or painted:
        bottom = max(bottom, box.border_box_y() + box.border_height())
    return bottom
