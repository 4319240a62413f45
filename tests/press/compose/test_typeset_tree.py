"""Element trees and stretches of notes as they are set."""

from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.compose.typeset import set_inlines, set_text, set_tree
from press.model.inline import Inline, plain


def typeset(markup: str) -> str:
    printed = tostring(set_tree(fromstring(markup)), encoding="unicode")
    return printed.replace("\u00a0", "~").replace("\u2009", "^")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('<p>He said "<em>no</em>".</p>', "<p>He said “<em>no</em>”.</p>"),
        ("<p>\"<em>'No'</em>\" was all</p>", "<p>“^<em>‘No’^</em>” was all</p>"),
        ("<p>the <em>town</em>'s people</p>", "<p>the <em>town</em>’s people</p>"),
        ("<p>pp. <b>19-24</b>, 26 <em>February</em></p>", "<p>pp.~<b>19–24</b>, 26~<em>February</em></p>"),
    ],
)
def test_a_sentence_runs_on_through_its_elements(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


def test_a_note_is_read_apart_from_its_sentence() -> None:
    typed = "<p>\"No<note place='n'>He said 'no'.</note>\" he <em>said</em></p>"

    assert typeset(typed) == '<p>“No<note place="n">He said ‘no’.</note>” he <em>said</em></p>'


def test_a_block_ends_what_was_read_before_it() -> None:
    assert typeset("<ul><li>the end</li><li>'So'</li></ul>") == "<ul><li>the end</li><li>‘So’</li></ul>"
    assert typeset("<li>the end<p>'So'</p>'then'</li>") == "<li>the end<p>‘So’</p>‘then’</li>"
    assert typeset("<p>the end<br />'So'</p>") == "<p>the end<br />‘So’</p>"


def test_what_is_verbatim_is_read_but_not_set() -> None:
    typed = '<p>"<code>a-"b" 1-2</code>" <span class="verbatim">Խոջ \'a\'</span></p>'

    assert typeset(typed) == '<p>“<code>a-"b" 1-2</code>” <span class="verbatim">Խոջ \'a\'</span></p>'


def test_attributes_are_never_touched() -> None:
    typed = """<p claims="c1-2" title="'Ходжалы' 19-24"><a href="https://e.org/1-2'x">1-2</a></p>"""

    tree = set_tree(fromstring(typed))

    assert tree.attrib == {"claims": "c1-2", "title": "'Ходжалы' 19-24"}
    assert tree[0].attrib == {"href": "https://e.org/1-2'x"}
    assert tree[0].text == "1–2"


def test_the_tree_that_was_given_stays_as_it_was() -> None:
    given_tree = fromstring("<p>\"Ходжалы\"<em>'s</em></p>")

    set_tree(given_tree)

    assert tostring(given_tree, encoding="unicode") == "<p>\"Ходжалы\"<em>'s</em></p>"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (
            "<p>Khojaly (Ходжалы, Խոջալու)</p>",
            '<p>Khojaly (<span lang="ru">Ходжалы</span>, <span lang="hy">Խոջալու</span>)</p>',
        ),
        (
            "<p><i>О Ходжалы, 1992: очерк</i> Агдам.</p>",
            '<p><i><span lang="ru">О Ходжалы, 1992: очерк</span></i> <span lang="ru">Агдам</span>.</p>',
        ),
        ('<p><span lang="ru">Ходжалы</span></p>', '<p><span lang="ru">Ходжалы</span></p>'),
        ('<p><span lang="uk">Київ</span></p>', '<p><span lang="uk">Київ</span></p>'),
        ('<p lang="az-Cyrl">Ходҹалы</p>', '<p lang="az-Cyrl">Ходҹалы</p>'),
        ('<p lang="hy">Խոջալու Ходжалы</p>', '<p lang="hy">Խոջալու <span lang="ru">Ходжалы</span></p>'),
        ('<p lang="az">Xocalı</p>', '<p lang="az">Xocalı</p>'),
        ("<p>Хо\u0301джалы x\u0301</p>", '<p><span lang="ru">Хо\u0301джалы</span> x\u0301</p>'),
    ],
)
def test_words_in_another_script_get_their_language(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


def test_spans_of_a_script_stand_in_the_namespace_of_their_paragraph() -> None:
    tree = set_tree(fromstring('<p xmlns="http://www.w3.org/1999/xhtml">Агдам</p>'))

    assert tree[0].tag == "{http://www.w3.org/1999/xhtml}span"


def test_a_citation_is_set_over_its_stretches_and_cut_by_script() -> None:
    stretches = (
        Inline('Orlov, "', source="orlov"),
        Inline("Ходжалы and after", italic=True),
        Inline('", pp. 19-24, '),
        Inline("https://e.org/1-2", url="https://e.org/1-2"),
    )

    assert set_inlines(stretches) == (
        Inline("Orlov, “", source="orlov"),
        Inline("Ходжалы", italic=True, lang="ru"),
        Inline(" and after", italic=True),
        Inline("”, pp.\u00a019–24, "),
        Inline("https://e.org/1-2", url="https://e.org/1-2"),
    )


def test_a_cut_stretch_is_one_citation_still() -> None:
    cut = set_inlines((Inline("Ходжалы, Xocalı", source="k"),))

    assert [stretch.source for stretch in cut] == ["k", ""]


STRETCHES = st.sampled_from(
    "\"|'|“|‘|’|”|...| - |-|–|19|-24|25 |February|pp. |the town|'s|A. |Orlov|Ходжалы|, |Խոջալու|\u0301| "
    .split("|")
)
texts = st.lists(STRETCHES, max_size=5).map("".join)


@st.composite
def trees(draw: st.DrawFn, depth: int = 2) -> Element:
    tag = draw(st.sampled_from(["p", "em", "note", "span", "code", "br"]))
    element = Element(tag, draw(st.sampled_from([{}, {"lang": "ru"}, {"lang": "az"}, {"ix": "'a' 1-2"}])))
    element.text = draw(texts) if tag != "br" else None
    if depth and tag != "br":
        element.extend(draw(st.lists(trees(depth=depth - 1), max_size=3)))
    element.tail = draw(texts) if depth < 2 else None
    return element


@given(trees())
def test_a_tree_set_twice_is_set_once(tree: Element) -> None:
    once = set_tree(tree)

    assert tostring(set_tree(once)) == tostring(once)


@given(st.lists(texts, min_size=1, max_size=4))
def test_a_text_reads_the_same_in_pieces_as_in_one(pieces: list[str]) -> None:
    cut = set_inlines(tuple(Inline(piece) for piece in pieces))
    divided = [piece for piece in pieces if piece[:1] == "\u0301"] or "..." in "".join(pieces)

    assert divided or plain(cut) == set_text("".join(pieces))
