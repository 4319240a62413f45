"""Matching: a selector is made ready when it is first asked, and asked once of all elements that stand alike.

The engine writes every selector as a function of Python, which takes a third of the time
in which a style sheet is read; most are never asked, since a section has no such element.
What a selector asks of an element is written in that function: nearly always its kind and
classes, those of what stands around it and just before it, and some attributes.  Elements
that are alike in all of these match the same rules.
"""

import ast
import re
from collections.abc import Iterable
from typing import Any

import cssselect2
from cssselect2 import compiler

from press.layout import stock

MATCHER = "0.10.1"  # the version of cssselect2
LANGUAGES = ("lang", "{http://www.w3.org/XML/1998/namespace}lang")
BEFORE = re.compile(r"\[el\.previous\]|el\.previous is not None")
VALUED = re.compile(r"""el\.etree_element\.get\((['"])([^'"]+)\1, ""\)""")
PRESENT = re.compile(
    r"""(['"])([^'"]+)\1 in el\.etree_element\.attrib|el\.etree_element\.get\("(\w+)"\) is (?:not )?None""")
COMMON = re.compile(
    r"for el in|el is not None|el\.parent is (?:not )?None|\[el\.parent\]|el\.index == 0|el\.etree_element\.tag ==|"
    r"el\.etree_element\.tag in|el\.index \+ 1 == len\(el\.etree_siblings\)|"
    r"el\.(?:local_name|namespace_url|classes|lang|ancestors|in_html_document)\b")
ASKED = re.compile(r"\bel\b|\bs\b")


def install() -> bool:
    """Have selectors made ready late; False under a version of cssselect2 that this was not written for."""
    if cssselect2.VERSION != MATCHER:
        return False
    vars(compiler)["eval"] = Test
    return True


class Test:
    """A selector: a function of an element, made when it is first called, and what it asks."""

    __slots__ = ("_scope", "made", "rare", "source")

    def __init__(self, source: str, scope: dict[str, Any], _: dict[str, Any]) -> None:
        self.source, self._scope = source, scope
        self.made: Any = None
        self.rare: bool | None = None

    def __call__(self, element: Any) -> Any:
        """Whether an element matches."""
        return (self.made or self.make())(element)

    def make(self) -> Any:
        """Make the function itself."""
        self.made = eval(self.source, self._scope, {})  # noqa: S307 - cssselect2's own, put off
        return self.made

    def is_rare(self) -> bool:
        """Whether it asks more than what elements that stand alike have in common."""
        if self.rare is None:
            body = self.source.removeprefix("lambda el: ")
            rest = COMMON.sub("", PRESENT.sub("", VALUED.sub("", BEFORE.sub("", body))))
            self.rare = bool(ASKED.search(rest)) or _looks_far_back(body)
        return self.rare


def _looks_far_back(body: str) -> bool:
    """Whether a selector asks what stands before the element before, or whether that is the first."""
    if len(BEFORE.findall(body)) + ("el.index" in body) < 2:
        return False
    return any(part.attr in ("index", "previous")
               for found in ast.walk(ast.parse(body, mode="eval"))
               if isinstance(found, ast.GeneratorExp) and ast.unparse(found.generators[0].iter) == "[el.previous]"
               for part in ast.walk(found.elt) if isinstance(part, ast.Attribute))


def attributes(matcher: Any) -> dict[str, bool]:
    """The attributes that the rules of a style sheet ask for, and whether they ask for what stands in them."""
    known: dict[str, bool] | None = getattr(matcher, "attributes", None)
    if known is None:
        asked = {test.source for test in _tests(matcher) if isinstance(test, Test)}
        known = {match[1] or match[2]: False for source in asked for match in PRESENT.findall(source)}
        known |= {match[1]: True for source in asked for match in VALUED.findall(source)}
        matcher.attributes = known
    return known


def _tests(matcher: Any) -> Iterable[Any]:
    kept = (matcher.id_selectors, matcher.class_selectors, matcher.lower_local_name_selectors,
            matcher.namespace_selectors)
    for entries in (*(found for one in kept for found in one.values()), matcher.lang_attr_selectors,
                    matcher.other_selectors):
        yield from (entry[0] for entry in entries)


def match(matcher: Any, element: Any) -> tuple[list[tuple[Any, ...]], bool]:
    """The rules that match an element, in their order, and whether those that stand alike match them too."""
    found: list[tuple[Any, ...]] = []
    alike = True
    for entries in _asked(matcher, element):
        for entry in entries:
            test = entry[0]
            if type(test) is Test:
                alike = alike and not (test.is_rare() if test.rare is None else test.rare)
                test = test.made or test.make()
            else:
                alike = False
            if test(element):
                found.append(entry[1:])
    found.sort()
    return found, alike


def _asked(matcher: Any, element: Any) -> list[list[Any]]:
    """The rules that may match an element."""
    name = element.local_name.lower()
    if isinstance(matcher, stock.Matcher):
        matcher.read_for(name)
    lists = [matcher.class_selectors.get(one) for one in element.classes]
    lists += [matcher.lower_local_name_selectors.get(name), matcher.namespace_selectors.get(element.namespace_url)]
    if "lang" in element.etree_element.attrib:
        lists.append(matcher.lang_attr_selectors)
    lists.append(matcher.other_selectors)
    return [found for found in lists if found]


class Places:
    """The elements of a document by how they stand, as far as its style sheets ask."""

    def __init__(self, matchers: Iterable[Any]) -> None:
        self._asked = dict.fromkeys(("class", *LANGUAGES), True)
        for matcher in matchers:
            for name, valued in attributes(matcher).items():
                self._asked[name] = valued or self._asked.get(name, False)
        self._owns: dict[Any, int] = {}
        self._places: dict[Any, int] = {}

    def of(self, element: Any) -> int:
        """The number of all elements that stand as this one does, whose parent has been asked for."""
        node, before, around = element.etree_element, element.previous, element.parent
        own = element.own = self._own(node.tag, node.attrib)
        key = (around.place if around is not None else -1, own, before.own if before is not None else -1,
               element.index + 1 == len(element.etree_siblings))
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self._places)
        element.place = place
        return place

    def _own(self, tag: str, attributes: dict[str, str]) -> int:
        """The number of an element's name and of what it has of attributes that are asked for."""
        asked = self._asked
        key = tag, *[(name, value if asked[name] else "") for name, value in attributes.items() if name in asked]
        own = self._owns.get(key)
        if own is None:
            own = self._owns[key] = len(self._owns)
        return own
