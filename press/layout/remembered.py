"""Remembered: what was computed of a style for one section is known when the next has the same, for WeasyPrint 70.0.

The sections of a book share their style sheets, and so nearly all their styles: a style is
the same that has the same declarations in the same style around it.  Only values are
remembered, as they were computed, and never a style, which the engine changes in its place.
What depends on the section, as the size of its first page, or may warn, is computed anew.
"""

from functools import cached_property, lru_cache
from typing import Any

import weasyprint
from weasyprint import css
from weasyprint.css.functions import check_math
from weasyprint.css.validation.properties import Pending

from press.layout import computed

ENGINE = "70.0"
FACTS = ("_pattern", "_strut", "_lengths", "_plain_ground")  # what the press finds of a style and keeps with it
OF_COPIES = FACTS[:2]  # which are found anew where a size is another
PLACES = 4  # sets of fonts and folders that are remembered

_anonymous_missing = css.AnonymousStyle.__missing__
_copy = css.ComputedStyle.copy
_render = weasyprint.HTML.render


def install() -> bool:
    """Put the wrappers in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    css.ComputedStyle.__missing__ = missing
    css.ComputedStyle.copy = copy
    weasyprint.HTML.render = render
    css.AnonymousStyle.__missing__ = anonymous_missing
    css.Style.anonymous_style = cached_property(anonymous_style)
    css.Style.anonymous_style.__set_name__(css.Style, "anonymous_style")
    return True


class Memory:
    """What is known of a style, and of those in it by what is declared for them; of a copy only `facts` that hold."""

    __slots__ = ("below", "facts", "kept", "values")

    def __init__(self, kept: tuple[str, ...] = FACTS) -> None:
        self.values: dict[str, Any] = {}
        self.facts: dict[str, Any] = {}
        self.kept = kept
        self.below: dict[Any, Memory] = {}

    def of(self, key: Any, kept: tuple[str, ...] = FACTS) -> "Memory":
        """What is known of a style in this one."""
        if key not in self.below:
            self.below[key] = Memory(kept)
        return self.below[key]


class Sizes(dict[str, Any]):
    """The sizes of a document's first page, and whether a style has asked for them."""

    asked = False

    def __getitem__(self, key: str) -> Any:
        self.asked = True
        return super().__getitem__(key)


_root = lru_cache(PLACES)(lambda _fonts, _base_url: Memory())
_living: list[Any] = []


def render(html: Any, *args: Any, **kwargs: Any) -> Any:
    """The pages of a document; what was found of its styles is kept, and none of them."""
    try:
        document = _render(html, *args, **kwargs)
        for style in _living:
            memory, facts = style.__dict__["_memory"], style.__dict__
            memory.facts.update((name, facts[name]) for name in memory.kept if name in facts)
    finally:
        _living.clear()
    return document


def remember(style: Any, *kind: Any) -> None:
    """Give a new style what is known of it, by its kind and declarations and the style around it."""
    around = style.parent_style
    memory = _root(style.font_config, style.base_url) if around is None else around.__dict__.get("_memory")
    if memory is None:
        return
    declared = tuple((name, _fixed(value), _fixed(weight)) for name, (value, weight) in style.cascaded.items())
    try:
        memory = memory.of((kind, declared))
    except TypeError:  # a value that cannot be looked up
        return
    _attach(style, memory, is_plain=not any(isinstance(said[1], Pending) or check_math(said[1]) for said in declared))


def _fixed(value: Any) -> Any:
    """A value in which no list is left, so that it can be looked up."""
    return tuple(map(_fixed, value)) if type(value) in (list, tuple) else value


def _attach(style: Any, memory: Memory, *, is_plain: bool) -> None:
    style.__dict__["_memory"] = memory
    if is_plain:
        style.__dict__["_values"] = memory.values
        style.update({**memory.values, **style})
        style.__dict__.update(memory.facts)
        _living.append(style)


def copy(style: Any) -> Any:
    """A copy of a style, which may be changed: what others of its kind have been found to inherit is known."""
    made = _copy(style)
    if "_values" in style.__dict__:
        _attach(made, style.__dict__["_memory"].of("copy", OF_COPIES), is_plain=True)
        made.__dict__["_is_copy"] = True
    return made


def missing(style: Any, name: str) -> Any:
    """A value of a style that was not asked for before, noted; of a copy what does not depend on others."""
    values = style.__dict__.get("_values")
    if values is None or name in computed.INVOLVED:
        return computed.missing(style, name)
    if name in values:
        style[name] = values[name]
        return values[name]
    value = computed.missing(style, name)
    if not style.initial_page_sizes.asked and (
            "_is_copy" not in style.__dict__ or (name in computed.PLAIN and name not in style.cascaded)):
        values[name] = value
    return value


def anonymous_missing(style: Any, name: str) -> Any:
    """A value of the style of boxes without an element, noted."""
    values = style.__dict__.get("_values")
    if values is None or name == "page":
        return _anonymous_missing(style, name)
    if name in values:
        style[name] = values[name]
        return values[name]
    value = _anonymous_missing(style, name)
    if not style.parent_style.initial_page_sizes.asked:
        values[name] = value
    return value


def anonymous_style(style: Any) -> Any:
    """The style of boxes without an element in one with this style, with what is known of it."""
    made = css.AnonymousStyle(style)
    if "_values" in style.__dict__ and isinstance(style, css.ComputedStyle):
        _attach(made, style.__dict__["_memory"].of(None, OF_COPIES if "_is_copy" in style.__dict__ else FACTS),
                is_plain=True)
    return made
