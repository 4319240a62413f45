"""Elements that stand alike have the style that the engine gives them."""

from typing import Any

import pytest
import weasyprint
from weasyprint import css

from press.layout import cascade, matching
from press.layout.engine import install

TEXT = """<h1 id="top">A</h1><p class="n">b <i>c</i> <i lang="hy">d</i></p><p>e</p><p>f <b>g</b></p>
<div class="x"><p>h</p><p>i<span>j</span></p><p style="color: teal">k</p><p style="color: teal">l</p></div>
<table class="t"><tbody><tr><td>1<td>2<tr><td>3<td data-fit="tight">4<tbody><tr><td>5<td data-fit="loose">6</table>
<ul><li>m<ul><li>n<li>o</ul><li><a href="#top">p</a><a>q</a></ul><p lang="hy-AM">r <i>s</i></p><div></div><p>t</p>"""
SELECTORS = [
    "p", ".x p", ".x > p", "p + p", "p + p + p", "h1 ~ p", "h1 + p i", "td:first-child", "tr:last-child td",
    ".t tbody + tbody tr:first-child > *", "tr:first-child + tr td", "p:nth-child(3)", "li:nth-child(2n + 1)",
    "li:only-child", "p:first-of-type", "p:last-of-type", "div:empty + p", "div:has(span) p", ":not(.n) > i",
    "i:lang(hy)", "[lang|=hy] i", "[data-fit]", "[data-fit=tight]", "td[data-fit^=lo]", "a:link", "a:not(:link)",
    ":root", "body > :is(h1, p)", "#top", "#top + p", "ul ul li", "p::before", "P.N", "p, td + td", "p:enabled",
]


def coloured(selector: str) -> list[tuple[str, Any, Any]]:
    """The colour of every element of a text, and of what stands before it, where a selector makes some red."""
    sheet = f"{selector} {{ color: red; content: 'x' }} p {{ font-weight: 700 }}"
    html = weasyprint.HTML(string=f"<html lang=en><style>{sheet}</style><body>{TEXT}")
    style_for = css.get_all_computed_styles(html)
    return [(element.tag, style_for(element)["color"], (style_for(element, "before") or {}).get("color"))
            for element in html.etree_element.iter()]


@pytest.mark.parametrize("selector", SELECTORS)
def test_an_element_has_the_style_that_the_engine_gives_it(monkeypatch, selector):
    assert install()
    found = coloured(selector)
    monkeypatch.setattr(css.StyleFor, "__init__", cascade._init)
    assert coloured(selector) == found


def test_most_elements_are_not_matched_at_all(monkeypatch):
    assert install()
    asked: list[Any] = []
    match = matching.match

    def noted(matcher: Any, element: Any) -> Any:
        asked.append(element)
        return match(matcher, element)

    monkeypatch.setattr(matching, "match", noted)
    html = weasyprint.HTML(string=f"<style>p + p {{ color: red }}</style><body>{'<p>x <i>y</i></p>' * 50}")

    styles = css.get_all_computed_styles(html)._computed_styles

    assert len({id(element) for element in asked}) < 12
    assert len({id(styles[element, None]) for element in html.etree_element[1].iter()}) == 5


def test_a_selector_is_made_ready_when_it_is_first_asked():
    assert matching.install()
    test, = {entry[0] for entry in weasyprint.CSS(string="p { color: red }").matcher.lower_local_name_selectors["p"]}
    assert isinstance(test, matching.Test)
    assert test.made is None
    root = weasyprint.HTML(string="<p>x").wrapper_element
    assert [element.local_name for element in root.iter_subtree() if test(element)] == ["p"]
    assert test.made is not None


@pytest.mark.parametrize(("selector", "rare"), [
    ("p", False), (".a .b > p", False), ("p + p", False), (".t tbody + tbody tr:first-child > td", False),
    ("i:lang(hy)", False), ("a:link", False), ("[title=x] p", False),
    ("p + p + p", True), ("tr:first-child + tr", True), ("h1 ~ p", True), ("p:nth-child(2)", True),
    ("p:empty", True), ("div:has(p)", True), ("p:first-of-type", True),
])
def test_what_elements_that_stand_alike_may_differ_in_is_rare(selector, rare):
    assert matching.install()
    matcher = weasyprint.CSS(string=f"{selector} {{ color: red }}").matcher
    test, = matching._tests(matcher)
    assert test.is_rare() is rare


def test_selectors_are_made_at_once_by_another_version(monkeypatch):
    monkeypatch.setattr(matching.cssselect2, "VERSION", "0.11")
    monkeypatch.setattr(css.StyleFor, "__init__", cascade._init)
    assert cascade.install() is True
    assert css.StyleFor.__init__ is cascade._init
