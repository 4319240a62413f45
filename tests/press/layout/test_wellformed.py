"""A well-formed document has the tree that the parser of HTML makes of it, or is left to that parser."""

from typing import Any

import pytest
import tinyhtml5
import weasyprint
from hypothesis import given, settings
from hypothesis import strategies as st

from press.layout import wellformed
from tests.press.layout.test_engine import tiny_book

PAGE = ('<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{}</title></head>\n'
        '<body>{}</body>\n</html>\n')
LEAVES = ["<br>", "<br/>", '<img src="a.svg" alt="a > b">', "<hr>", "<col>", '<col class="x"/>', "<wbr>", "<!-- c -->",
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>t &amp; u</title><path d="M0 0"/></svg>',
          "<svg><path/></svg>"]
NAMES = ["p", "div", "span", "i", "b", "a", "h1", "h2", "ul", "li", "dl", "dt", "dd", "table", "caption", "colgroup",
         "thead", "tbody", "tr", "td", "th", "section", "blockquote", "figure", "pre", "button", "ruby", "nobr", "em"]
WORDS = st.sampled_from(["", " ", "\n", "word", "a &amp; b", "&nbsp;", "&#146;", "x &lt; y", "ա"])
MARKS = st.sampled_from(["", ' class="k"', " id='n'", ' title="two\nlines"', ' Class="k"',
                         ' xml:lang="en"', ' style="a:b"'])


def same(one: Any, other: Any) -> bool:
    """Whether two trees say the same."""
    return (one.tag == other.tag and list(one.attrib.items()) == list(other.attrib.items())
            and (one.text or "") == (other.text or "") and (one.tail or "") == (other.tail or "")
            and len(one) == len(other) and all(map(same, one, other)))


def by_the_standard(text: str) -> Any:
    return tinyhtml5.parse(text, namespace_html_elements=False)


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda name, mark, parts: f"<{name}{mark}>{''.join(parts)}</{name}>",
                     st.sampled_from(NAMES), MARKS, st.lists(inner, max_size=3))


MARKUP = st.recursive(WORDS | st.sampled_from(LEAVES), element, max_leaves=9)


@settings(max_examples=400, derandomize=True)
@given(st.lists(MARKUP, max_size=4).map("".join))
def test_whatever_is_written_the_tree_is_that_of_the_standard_or_is_not_made(text):
    tree = wellformed.tree_of(PAGE.format("t", text))
    assert tree is None or same(tree, by_the_standard(PAGE.format("t", text)))


def test_the_sections_of_a_book_are_all_well_formed():
    for section in tiny_book():
        tree = wellformed.tree_of(section["html"])
        assert tree is not None, section["id"]
        assert same(tree, by_the_standard(section["html"]))


@pytest.mark.parametrize("text", [
    "<p>a<div>b</div></p>", "<p><span><ul></ul></span></p>", "<a>x<i><a>y</a></i></a>", "<h1><h2>x</h2></h1>",
    "<table><tr><td>x</td></tr></table>", "<table>words</table>", "<ul><p>x</p></ul>", "<pre>\nx</pre>",
    "<p>a", "<P>a</P>",
    "<!-- x -->", "&nbsp;", "&#x92;", "<style>a{b:'&amp;'}</style>", "<svg><path/></svg>", '<p title="a\nb">x</p>'])
def test_what_the_standard_reads_in_ways_of_its_own_is_left_to_its_parser(text):
    assert wellformed.tree_of(PAGE.format("t", text)) is None
    assert wellformed.tree_of(PAGE.format("t", "<p>plain</p>")) is not None


def test_a_table_in_a_cell_of_a_table_may_hold_what_the_outer_one_stands_in():
    inner = "<table><tbody><tr><td><p><a>x</a></p></td></tr></tbody></table>"
    text = PAGE.format("t", f"<div><table><tbody><tr><td>{inner}</td></tr></tbody></table></div>")
    assert same(wellformed.tree_of(text), by_the_standard(text))


def test_the_engine_reads_what_is_not_well_formed_as_ever():
    assert wellformed.install()
    root = weasyprint.HTML(string="<p>a<p>b").etree_element
    assert [child.tag for child in root.find("body")] == ["p", "p"]
