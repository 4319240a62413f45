"""Stock: the engine's own styles, read as far as a document needs them, for WeasyPrint 70.0.

The engine reads three style sheets and four dozen ways to count whenever it is loaded,
which takes longer than to lay out a title page.  A section has a dozen kinds of elements
and counts in one way or two.  Here a rule of the engine's is read when the first element
comes that it may speak of, and a way to count when it is first counted in.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import cssselect2
import tinycss2

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
COUNTER = re.compile(r"@counter-style\s+([\w-]+)\s*\{[^{}]*\}")
PAGE = re.compile(r"@page\s*\{(?:[^{}]|\{[^{}]*\})*\}")
RULE = re.compile(r"\s*([^{}]+?)\s*\{[^{}]*\}")
NESTED = re.compile(r"\([^()]*\)")
NAMELESS = re.compile(r"(?:^|,)\s*[^\sa-z]")  # a selector that names no element first
NAME = re.compile(r"[a-z][a-z0-9]*")
ASKED = re.compile(r"\[\s*([\w-]+)")  # an attribute
SHEETS = {"UA_STYLESHEET": "UA", "UA_FORM_STYLESHEET": "UA_FORM", "PH_STYLESHEET": "PH"}
APART = 1000  # more than the selectors of one rule


@contextmanager
def passed_by() -> Iterator[None]:
    """The style sheets that are to be read meanwhile are taken for empty."""
    read, tinycss2.parse_stylesheet = tinycss2.parse_stylesheet, lambda *_, **__: []
    try:
        yield
    finally:
        tinycss2.parse_stylesheet = read


def put_off() -> None:
    """Have the engine's sheets that were passed by read when they are asked for."""
    import weasyprint
    from weasyprint import html

    html.UA_COUNTER_STYLE.update(counters(html.UA))
    for name, text in SHEETS.items():
        sheet = Unread(vars(html)[text])
        vars(html)[name] = vars(weasyprint)[name] = sheet


def counters(text: str) -> dict[str, Any]:
    """The ways to count of a style sheet, by name."""
    return {found[1]: Counter(found[1], found[0]) for found in COUNTER.finditer(COMMENT.sub("", text))}


def sheet(text: str) -> Any:
    """A style sheet of rules for elements and pages that are written one by one."""
    import weasyprint

    bare = COUNTER.sub("", COMMENT.sub("", text))
    made = weasyprint.CSS(string="\n".join(PAGE.findall(bare)))
    made.matcher = Matcher([(found[1], found[0]) for found in RULE.finditer(PAGE.sub("", bare))])
    return made


class Unread:
    """A style sheet that is read when something of it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        import weasyprint

        vars(self).update(vars(weasyprint.CSS(string=self._text)))
        return vars(self)[name]


class Counter(dict[str, Any]):
    """A way to count that is read when something of it is asked for."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self._name, self._text = name, text

    def _read(self) -> None:
        from weasyprint import css

        if not self:
            found: dict[str, Any] = {}
            css.preprocess_stylesheet("print", None, tinycss2.parse_stylesheet(self._text), None, None, [], [], None,
                                      found, {})
            self.update(found[self._name])

    def __missing__(self, key: str) -> Any:
        if self:
            raise KeyError(key)
        self._read()
        return self[key]

    def copy(self) -> dict[str, Any]:
        """All of it as a dictionary."""
        self._read()
        return super().copy()

    def items(self) -> Any:
        """All of it, name by name."""
        self._read()
        return super().items()


class Matcher(cssselect2.Matcher):  # type: ignore[misc]
    """The rules of a style sheet, each read with the first element that it names, or at once if it names none.

    `attributes` are those that they ask for, and whether they ask for what stands in them.
    """

    def __init__(self, rules: list[tuple[str, str]]) -> None:
        super().__init__()
        asked = [name for selectors, _ in rules for name in ASKED.findall(selectors)]
        self.attributes = {"href": False, **dict.fromkeys(asked, True)}
        self._rules: dict[int, str] = {}
        self._named: dict[str, list[int]] = {}
        for number, (selectors, rule) in enumerate(rules):
            self._rules[number] = rule
            for name in NAME.findall(selectors):
                self._named.setdefault(name, []).append(number)
            if NAMELESS.search(_without_nested(selectors)):
                self._read(number)

    def match(self, element: Any) -> Any:
        """The rules that match an element, in their order."""
        self.read_for(element.local_name.lower())
        return super().match(element)

    def read_for(self, name: str) -> None:
        """Read the rules that may speak of elements of a name."""
        for number in self._named.pop(name, ()):
            self._read(number)

    def _read(self, number: int) -> None:
        """Read a rule, if it has not been; its place among the others is the one that it is written at."""
        from weasyprint import css

        rule = self._rules.pop(number, None)
        if rule is not None:
            self.order = number * APART
            css.preprocess_stylesheet("print", None, tinycss2.parse_stylesheet(rule), None, self, [], [], None, {}, {})


def _without_nested(selectors: str) -> str:
    """Selectors without what stands in brackets."""
    while NESTED.search(selectors):
        selectors = NESTED.sub("", selectors)
    return selectors
