"""Computed: a value that no rule sets is taken as it is, for WeasyPrint 70.0.

A style has two hundred values, and a rule or two of its own: nearly all are those of the
style around it, or those that every style begins with.  The engine goes the whole way of a
declared value for each of them.  What depends on another value, or may be reckoned, still
goes that way.
"""

from typing import Any

import weasyprint
from weasyprint import css
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

ENGINE = "70.0"
INVOLVED = frozenset(("position", "float", "display", "page"))  # with one another, or with what is around
AS_THEY_ARE = frozenset((str, int, float))  # nothing to be reckoned

_missing = css.ComputedStyle.__missing__


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    css.ComputedStyle.__missing__ = missing
    return True


def missing(style: Any, name: str) -> Any:
    """A value of a style that was not asked for before."""
    plain = PLAIN.get(name)
    if plain is None or not style.cascaded.keys().isdisjoint(plain[0]):
        return _missing(style, name)
    _, inherited, value = plain
    if inherited:
        if style.parent_style is None:
            return _missing(style, name)
        value = style.parent_style[name]
        if type(value) not in AS_THEY_ARE and check_math(value):
            return _missing(style, name)
    style[name] = value
    return value


def _plain() -> dict[str, tuple[tuple[str, ...], bool, Any]]:
    """By which declarations a value is set, whether it is inherited, and the one that it begins with."""
    found = {}
    for name, value in INITIAL_VALUES.items():
        logical = css.PHYSICAL_FUNCTIONS.get(name)
        names = {logical(block="ttb", inline=inline) for inline in ("ltr", "rtl")} if logical else set()
        inherited = name in INHERITED
        if name not in INVOLVED and not name.startswith("text_decoration_") and (
                inherited or name not in INITIAL_NOT_COMPUTED):
            found[name] = (name, *sorted(names)), inherited, value
    return found


PLAIN = _plain()
