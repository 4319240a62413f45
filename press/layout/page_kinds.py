"""Page kinds: pages that the same rules match have the same styles, found once a document, for WeasyPrint 70.0.

The engine puts the declarations of every page and of its margins together anew, since
each page has a number of its own.  A wrapper round one function of one version.
"""

from typing import Any

import weasyprint
from weasyprint.layout import page

ENGINE = "70.0"

_set_page_type_computed_styles = page.set_page_type_computed_styles


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    page.set_page_type_computed_styles = set_page_type_computed_styles
    return True


def set_page_type_computed_styles(page_type: Any, html: Any, style_for: Any) -> None:
    """Give a page and its margins their styles."""
    kinds: dict[tuple[bool, ...], dict[str | None, Any]] = style_for.__dict__.setdefault("_kinds", {})
    kind = tuple(
        style_for._page_type_match(matched, page_type)
        for sheet, *_ in style_for._sheets for _, selectors, _ in sheet.page_rules for *_, matched in selectors)
    styles = style_for.get_computed_styles()
    if kind in kinds:
        styles.update({(page_type, pseudo): style for pseudo, style in kinds[kind].items()})
    else:
        _set_page_type_computed_styles(page_type, html, style_for)
        kinds[kind] = {pseudo: style for (element, pseudo), style in styles.items() if element == page_type}
