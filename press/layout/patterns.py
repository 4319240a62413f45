"""Patterns: the font and features of a style are made ready once, for WeasyPrint 70.0.

The engine makes a Pango context, a font description and a list of features anew for
every text that it measures or draws.  Here the first layout of a style is kept as a
pattern, and the others are copied from it.  A wrapper round one method of one version.
"""

from typing import Any

import weasyprint
from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, gobject, pango

ENGINE = "70.0"
THIS_TEXT_S = frozenset({"layout", "style", "text", "max_width", "justification_spacing"})

ffi.cdef("PangoLayout * pango_layout_copy (PangoLayout *layout);")
_setup = line_break.Layout.setup


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    line_break.Layout.setup = setup
    return True


def setup(self: Any, style: Any) -> None:
    """Make a layout ready for a style, after the style's pattern."""
    kept = style.__dict__.get("_pattern")
    if kept is None or kept[0] != style["font_size"]:
        _setup(self, style)
        facts = {name: value for name, value in vars(self).items() if name not in THIS_TEXT_S}
        kept = style.__dict__["_pattern"] = style["font_size"], self.layout, facts
    _, pattern, facts = kept
    self.__dict__.update(facts)
    self.style = style
    self.layout = ffi.gc(pango.pango_layout_copy(pattern), gobject.g_object_unref)
