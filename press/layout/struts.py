"""Struts: the height and base line of a style's line, found once a style, for WeasyPrint 70.0.

The engine keeps struts by a key that it writes out anew, from sixteen properties,
for every box of every line.  A style is one object for all the boxes that bear it,
so its strut is kept with it.  A wrapper round one function of one version.
"""

from typing import Any

import weasyprint
from weasyprint.layout import inline
from weasyprint.text import line_break

ENGINE = "70.0"

_strut = line_break.strut


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    inline.strut = strut
    return True


def strut(style: Any) -> Any:
    """The line height and base line of a style, kept with the sizes that they were found from."""
    sizes = style["font_size"], style["line_height"]
    kept = style.__dict__.get("_strut")
    if kept is None or kept[0] != sizes:
        kept = style.__dict__["_strut"] = sizes, _strut(style)
    return kept[1]
