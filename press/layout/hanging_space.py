"""Hanging space: a line that fits but for the space after it, for WeasyPrint 70.0.

A text that ends in a space, before a word in italics or a link, hangs that space
over the line's end, and Pango rightly finds that it fits.  The engine then measures
the line with its space, takes it for too long, and leaves its first word alone on
the line.  Here such a text keeps its line; the space is dropped where the line is
put together.  A wrapper round one function of one version of the engine.
"""

from math import inf
from typing import Any

import weasyprint
from weasyprint.layout import inline
from weasyprint.text import line_break

ENGINE = "70.0"
LETTERS_AN_EM = 4  # the engine's own estimate of how much text a line can hold
SLACK = 1  # em: more than any space is wide

_split_first_line = line_break.split_first_line


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    inline.split_first_line = split_first_line
    return True


def split_first_line(text: str, style: Any, context: Any, max_width: Any, justification_spacing: float,
                     is_line_start: bool = True, minimum: bool = False) -> Any:
    """The first line of a text, whole where it fits but for its last space."""
    split = _split_first_line(
        text, style, context, max_width, justification_spacing, is_line_start=is_line_start, minimum=minimum)
    broken = split[2] is not None
    if broken and _may_hang(text, style, max_width):
        layout = line_break.create_layout(text, style, context, max_width, justification_spacing)
        if layout.get_first_line()[1] is None:  # Pango finds that it fits
            return _split_first_line(text, style, context, max_width + SLACK * style["font_size"],
                                     justification_spacing, is_line_start=is_line_start, minimum=minimum)
    return split


def _may_hang(text: str, style: Any, max_width: Any) -> bool:
    """Whether a text is short enough for one line and ends in a space that collapses."""
    return (
        text.endswith(" ") and style["white_space"] == "normal" and max_width is not None and max_width != inf
        and len(text) <= max_width / (style["font_size"] or inf) * LETTERS_AN_EM)
