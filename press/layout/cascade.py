"""Cascade: elements that the same rules match are given their style at once, for WeasyPrint 70.0.

The engine puts together the declarations of every element, by their weights, and finds
then that an element before had the same: of five hundred elements sixty have a style of
their own.  Here it is first seen which rules match, which those that stand alike share,
and declarations are put together for the first of them only.
"""

from functools import lru_cache
from math import inf
from typing import Any

import weasyprint
from weasyprint import css

from press.layout import matching, remembered, shared_styles

ENGINE = "70.0"
SETS = 4  # of style sheets that are remembered

_init = css.StyleFor.__init__


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    if matching.install():
        css.StyleFor.__init__ = styles_for
        shared_styles.stylesheets(None)  # before there is work
    return True


def styles_for(self: Any, html: Any, sheets: list[Any], presentational_hints: bool, font_config: Any,
               target_collector: Any) -> None:
    """Give every element of a document its style, and its pseudo-elements theirs."""
    if presentational_hints or any(sheet.matcher.id_selectors for sheet, *_ in sheets):
        _init(self, html, sheets, presentational_hints, font_config, target_collector)
        return
    self._cascaded_styles, self._computed_styles = {}, {}
    self.initial_page_sizes = remembered.Sizes(box=None, area=None)
    self._sheets, self.font_config = sheets, font_config
    declared = _attributes(self._cascaded_styles, html)
    sheets = [entry for entry in sheets if entry[0].matcher.order]  # those with rules for elements
    rules = _rules(tuple(sheets))
    first: dict[Any, Any] = {}
    others: list[tuple[Any, Any, set[str]]] = []
    styles, root = self._computed_styles, html.etree_element
    for wrapper in html.wrapper_element.iter_subtree():
        element = wrapper.etree_element
        parent = wrapper.parent.etree_element if wrapper.parent else None
        number, found, pseudo = rules.of(wrapper)
        key = parent is not None and id(styles[parent, None]), declared.get(element), number
        known = first.get(key)
        if known is None:
            first[key] = element
            _merge(self._cascaded_styles, element, sheets, found)
            self.set_computed_styles(element, root=root, parent=parent, base_url=html.base_url,
                                     target_collector=target_collector)
            remembered.remember(styles[element, None])
        else:
            styles[element, None] = styles[known, None]
            if pseudo:
                others.append((element, known, pseudo))
    for element, kind in self._cascaded_styles:
        if kind:
            self.set_computed_styles(element, pseudo_type=kind, root=root, parent=element, base_url=html.base_url,
                                     target_collector=target_collector)
    styles.update(((element, kind), styles[known, kind]) for element, known, kinds in others for kind in kinds)
    self._cascaded_styles.clear()


def _attributes(cascaded: dict[Any, Any], html: Any) -> dict[Any, Any]:
    """Put the declarations that elements bear themselves into their place, and tell those of each."""
    declared = {}
    for specificity, element, declarations, base_url in css.find_style_attributes(html.etree_element, False,
                                                                                  html.base_url):
        declared[element] = tuple(declarations)
        _declare(cascaded.setdefault((element, None), {}), css.preprocess_declarations(base_url, declarations),
                 "author", inf, specificity)
    return declared


def _merge(cascaded: dict[Any, Any], element: Any, sheets: list[Any], found: list[list[Any]]) -> None:
    """Put the declarations of the rules that an element matches together, by their weight."""
    for (sheet, origin, own), selectors in zip(sheets, found, strict=True):
        for specificity, _, pseudo, (declarations, layer) in selectors:
            order = inf if layer is None else sheet.layers.index(layer)
            _declare(cascaded.setdefault((element, pseudo), {}), declarations, origin, order, own or specificity)


def _declare(style: dict[str, Any], declarations: Any, origin: str, order: float, specificity: Any) -> None:
    for name, values, importance in declarations:
        weight = css.declaration_precedence(origin, importance), order, specificity
        before = style.get(name, (None, None))[1]
        if before is None or before <= weight:
            style[name] = values, weight


@lru_cache(SETS)
def _rules(sheets: tuple[Any, ...]) -> "_Rules":
    """What is known of the rules of some style sheets, which are kept with it."""
    return _Rules(sheets)


class _Rules:
    """The rules of style sheets that elements match, found once for all that stand alike in any document."""

    def __init__(self, sheets: tuple[Any, ...]) -> None:
        self._sheets = sheets
        self._places = matching.Places(sheet.matcher for sheet, *_ in sheets)
        self._known: dict[int, tuple[int, Any, set[str]]] = {}
        self._numbers: dict[Any, int] = {}

    def of(self, wrapper: Any) -> tuple[int, list[list[Any]], set[str]]:
        """The number of a set of rules, the rules by sheet, and the pseudo-elements that they make."""
        place = self._places.of(wrapper)
        known = self._known.get(place)
        if known is not None:
            return known
        matched = [matching.match(sheet.matcher, wrapper) for sheet, *_ in self._sheets]
        found = [selectors for selectors, _ in matched]
        rules = tuple((at, specificity, id(declarations), layer) for at, selectors in enumerate(found)
                      for specificity, _, _, (declarations, layer) in selectors)
        number = self._numbers.setdefault(rules, len(self._numbers))
        made = number, found, {pseudo for selectors in found for _, _, pseudo, _ in selectors if pseudo}
        if all(alike for _, alike in matched):
            self._known[place] = made
        return made
