"""Backgrounds: a box without one is passed by, for WeasyPrint 70.0.

The engine resolves four corners, two pictures and a background for every box of a page,
also for every line and word.  What a style has of these is found once a style; the box
of a style with none of them has none, and only those in it are looked at.
"""

from typing import Any

import weasyprint
from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.layout import background

ENGINE = "70.0"
CORNERS = tuple(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left"))
SQUARE = (0, "px")

_layout_box_backgrounds = background.layout_box_backgrounds


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    background.layout_box_backgrounds = layout_box_backgrounds
    boxes.Box.background = None
    for corner in CORNERS:
        setattr(boxes.Box, corner, (0, 0))
    return True


def layout_box_backgrounds(page: Any, box: Any, *args: Any, **kwargs: Any) -> None:
    """Find the backgrounds of a box and of those in it."""
    waiting = [box]
    while waiting:
        one = waiting.pop()
        if one is page or kwargs or not _is_plain(one.style):
            _layout_box_backgrounds(page, one, *args, **kwargs)
        else:
            waiting.extend(one.all_children())


def _is_plain(style: Any) -> bool:
    """Whether boxes of a style have square corners, no pictures, no shadow, and let through what is behind them."""
    plain = style.__dict__.get("_plain_ground")
    if plain is None:
        plain = style.__dict__["_plain_ground"] = bool(
            all(SQUARE in style[corner] for corner in CORNERS)
            and style["border_image_source"][0] == style["mask_border_source"][0] == "none"
            and not style["box_shadow"] and all(kind == "none" for kind, _ in style["background_image"])
            and (style["visibility"] == "hidden" or get_color(style, "background_color").alpha == 0))
    return bool(plain)
