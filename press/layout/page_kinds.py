"""Page kinds: pages that the same rules match have the same styles and the same heads, for WeasyPrint 70.0.

The engine puts the declarations of every page and of its margins together anew, since
each page has a number of its own, and sets the text in its margins anew.  Text that is the same on
all pages of a kind is set once a document.  Wrappers round two functions of one version.
"""

from collections.abc import Iterator
from typing import Any

import weasyprint
import weasyprint.layout
from weasyprint.layout import page

ENGINE = "70.0"

_set_page_type_computed_styles = page.set_page_type_computed_styles
_make_margin_boxes = page.make_margin_boxes


def install() -> bool:
    """Put the wrappers in place; False under a version of the engine they were not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    page.set_page_type_computed_styles = set_page_type_computed_styles
    weasyprint.layout.make_margin_boxes = page.make_margin_boxes = make_margin_boxes
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
    style_for.__dict__.setdefault("_kind_of", {})[page_type] = kind


def make_margin_boxes(context: Any, sheet: Any, state: Any) -> Iterator[Any]:
    """What stands in the margins of a page."""
    kind = context.style_for.__dict__.get("_kind_of", {}).get(sheet.page_type)
    if kind is None:
        yield from _make_margin_boxes(context, sheet, state)
        return
    known = context.__dict__.setdefault("_margins", {})
    if kind not in known:
        made = list(_make_margin_boxes(context, sheet, state))
        known[kind] = [box.deepcopy() for box in made] if all(map(_is_fixed, made)) else None
        yield from made
    elif known[kind] is None:
        yield from _make_margin_boxes(context, sheet, state)
    else:
        yield from (box.deepcopy() for box in known[kind])


def _is_fixed(box: Any) -> bool:
    """Whether a margin says the same on all pages."""
    return all(kind == "string" for kind, _ in box.style["content"])
