"""Shared styles: elements of one kind have one computed style, for WeasyPrint 70.0.

The engine shares the computed style of elements that the same rules match, but takes
an id for a rule: a paragraph with a name, and all that stands in it, shares nothing.
Here an id is no rule, and the names are read from the boxes (`press.layout.boxes`).
Its own stylesheet makes six pseudo-elements of every element; here of notes and list
items only.  Styles of pseudo-elements and pages are shared as those of elements are.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import tinycss2
import weasyprint
from weasyprint import css
from weasyprint.layout.page import PageType

from press.layout import remembered, stock

ENGINE = "70.0"
NOTES_ONLY = re.compile(r"^::(footnote-\w+)", re.MULTILINE)
ITEMS_ONLY = re.compile(r"^::marker", re.MULTILINE)
UNUSED = re.compile(r"^::note-.*\n", re.MULTILINE)
IN_TREE, BY_STYLE = (0, 0, 0), (1, 0, 0)  # specificities

_find_style_attributes = css.find_style_attributes
_set_computed_styles = css.StyleFor.set_computed_styles


def install() -> bool:
    """Put the wrappers in place; False under a version of the engine they were not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    css.find_style_attributes = find_style_attributes
    css.StyleFor.set_computed_styles = set_computed_styles
    weasyprint.HTML._ua_stylesheets = stylesheets
    return True


def find_style_attributes(tree: Any, presentational_hints: bool = False,
                          base_url: str | None = None) -> Iterator[tuple[Any, ...]]:
    """The style attributes and languages of a tree as declarations, those that are alike as one."""
    if presentational_hints:
        yield from _find_style_attributes(tree, presentational_hints, base_url)
        return
    for element in tree.iter():
        style, language = element.get("style"), element.get("lang")
        if style:
            yield BY_STYLE, element, (_parsed.__wrapped__ if language else _parsed)(style), base_url
        if language:
            written = f'-weasy-lang:"{language}"'
            yield IN_TREE, element, (_parsed.__wrapped__ if style else _parsed)(written), base_url


@cache
def _parsed(declarations: str) -> tuple[Any, ...]:
    """Declarations, one object for all that are written alike."""
    return tuple(tinycss2.parse_blocks_contents(declarations))


def set_computed_styles(self: Any, element: Any, parent: Any, root: Any = None, pseudo_type: str | None = None,
                        base_url: str | None = None, target_collector: Any = None) -> None:
    """Compute the style of a page or pseudo-element once for all that the same rules match."""
    if pseudo_type is None and not isinstance(element, PageType):
        _set_computed_styles(self, element, parent, root, pseudo_type, base_url, target_collector)
        return
    cascaded = self._cascaded_styles.get((element, pseudo_type), {})
    known = self.__dict__.setdefault("_shared", {})
    key = (pseudo_type, isinstance(element, PageType), id(self._computed_styles[parent, None]),
           tuple((name, id(value), str(weight)) for name, (value, weight) in cascaded.items()))
    if key not in known:
        _set_computed_styles(self, element, parent, root, pseudo_type, base_url, target_collector)
        known[key] = self._computed_styles[element, pseudo_type]
        remembered.remember(known[key], *key[:2])
    self._computed_styles[element, pseudo_type] = known[key]


def stylesheets(_: Any, forms: bool = False) -> list[Any]:
    """The engine's own styles; without pseudo-elements of every element when there are no forms."""
    return [weasyprint.UA_STYLESHEET, weasyprint.UA_FORM_STYLESHEET] if forms else [_narrowed()]


@cache
def _narrowed() -> Any:
    own = (Path(weasyprint.__file__).parent / "css" / "html5_ua.css").read_text(encoding="utf-8")
    return stock.sheet(UNUSED.sub("", ITEMS_ONLY.sub("li::marker", NOTES_ONLY.sub(r".fn::\1", own))))
