"""The text that flows has a mark where each page begins: in a sentence, before a block, within a row."""

from xml.etree import ElementTree

import pytest

from press.compose.flowing import Flowing
from press.compose.page_marks import PageStart, mark_pages
from press.model.section import Matter


def marked(text: str, *openings: str) -> tuple[str, tuple[PageStart, ...]]:
    root = ElementTree.fromstring(f"<div><section>{text}</section></div>")
    section = Flowing("s", "Title", "1", Matter.BODY, "chapter", root, ())
    lost = mark_pages(section, [PageStart(str(number), opening) for number, opening in enumerate(openings, 1)])
    for mark in root.iter("span"):
        if mark.get("role") == "doc-pagebreak":
            assert mark.get("id") == f"folio-{mark.get('aria-label')}"
            mark.tag = "m"
            mark.attrib = {"n": mark.attrib["aria-label"]}
    written = ElementTree.tostring(root[0], encoding="unicode").replace('<m n="', "[").replace('" />', "]")
    return written.removeprefix("<section>").removesuffix("</section>"), lost


@pytest.mark.parametrize(("text", "openings", "expected"), [
    pytest.param("<p>It rained all night.</p>", ["allnight."], "<p>It rained [1]all night.</p>", id="in a paragraph"),
    pytest.param("<p>It rain\u00aded.</p>", ["ed."], "<p>It [1]rain\u00aded.</p>", id="in a divided word"),
    pytest.param("<h1>Rain</h1><p>It rained.</p>", ["Rain", "Itrained."], "[1]<h1>Rain</h1>[2]<p>It rained.</p>",
                 id="with a block"),
    pytest.param("<p><b>1.1</b> It <em>rained</em> on.</p>", ["1.1Itrained", "rainedon", "on."],
                 "[1]<p><b>1.1</b> It [2]<em>rained</em> [3]on.</p>", id="before and after an element"),
    pytest.param("<p>Rain, rain, rain.</p>", ["Rain,", "rain,rain", "rain."],
                 "[1]<p>Rain, [2]rain, [3]rain.</p>", id="where words return"),
    pytest.param("<p>Page 117 has it.</p>", ["Page000hasit."], "[1]<p>Page 117 has it.</p>", id="a folio set late"),
    pytest.param("<table><colgroup><col/></colgroup><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody>"
                 "</table>", ["ab", "c"],
                 "[1]<table><colgroup><col /></colgroup><tbody><tr><td>a</td><td>b</td></tr><tr><td>[2]c</td></tr>"
                 "</tbody></table>", id="a table and a row of it"),
    pytest.param("<ul><li>one</li><li>two</li></ul>", ["two"], "<ul><li>one</li><li>[1]two</li></ul>", id="a list"),
    pytest.param("<p>a</p><figure><svg><title>t</title></svg><figcaption>Map</figcaption></figure>", ["a", "Map"],
                 "[1]<p>a</p>[2]<figure><svg><title>t</title></svg><figcaption>Map</figcaption></figure>",
                 id="a figure, before its drawing"),
])
def test_a_mark_stands_where_the_page_begins(text: str, openings: list[str], expected: str):
    assert marked(text, *openings) == (expected, ())


def test_a_page_without_text_is_marked_with_the_one_after_it():
    assert marked("<p>a b</p>", "a", "", "b") == ("[1]<p>a [2][3]b</p>", ())


def test_the_last_page_without_text_is_marked_at_the_end():
    assert marked("<p>a</p>", "a", "") == ("[1]<p>a</p>[2]", ())


def test_a_page_whose_words_are_not_in_the_text_is_told():
    assert marked("<p>a b</p>", "a", "c", "b") == ("[1]<p>a [3]b</p>", (PageStart("2", "c"),))
