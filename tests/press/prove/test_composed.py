"""Composed: a document says the same words whichever parser reads it."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.model.folio import Folio
from press.model.pages import PageMap
from press.model.places import bare
from press.prove import composed
from press.prove.composed import Composed, composed_words, tree_of

FOUND = PageMap({"one": (Folio(body=True, number=12),), "front": (Folio(body=False, number=4),)})
HEAD = '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Unsaid</title></head>\n<body>'


def by_html(html: str) -> Composed:
    """What the parser of HTML reads."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composed, "tree_of", lambda _: None)
        return composed_words(html, FOUND)


def said(words: Composed) -> tuple[str, tuple[tuple[str, str], ...], tuple[tuple[int, str], ...]]:
    """Without spaces, which line breaking changes."""
    return bare(words.text), tuple((name, bare(note)) for name, note in words.notes), words.names


TEXTS = st.sampled_from(["words", " ", "а́ҕ", "&amp;", "&lt;b&gt;", "Xocalı\n", "“it”", "&#8211;", ""])
NAMES = st.sampled_from(["", ' id="n1"', ' id="p" class="fn"', ' class="fn" id="x-n2"', ' id="c" class="call"',
                         ' href="late:one"', ' href="flush:front"', ' href="late:nowhere"', ' data-x="a > b"',
                         ' href="#p" id="q"', ' class="no"'])
VOIDS = st.sampled_from(["<br>", "<hr>", '<img src="a.png" alt="a > b">', "<br/>", '<col id="z">', "<wbr>"])
TREES = st.recursive(TEXTS | VOIDS, lambda inner: st.builds(
    lambda tag, given, parts: f"<{tag}{given}>{''.join(parts)}</{tag}>",
    st.sampled_from(["p", "span", "a", "td", "section", "title", "svg", "linearGradient"]), NAMES,
    st.lists(inner, max_size=4)), max_leaves=25)


@given(st.lists(TREES, max_size=5))
def test_both_parsers_read_the_same_words(trees):
    html = f"{HEAD}{''.join(trees)}</body></html>\n"
    assert tree_of(html) is not None

    assert said(composed_words(html, FOUND)) == said(by_html(html))


@given(st.text(alphabet="<>/ab& ;\"'=pid!-", max_size=40))
def test_whatever_is_written_is_read(text):
    words = composed_words(f"<p>{text}</p>", FOUND)
    assert isinstance(words.text, str)
    if tree_of(f"<p>{text}</p>") is not None and "<!" not in text:
        assert bare(words.text) == bare("".join(ElementTree.fromstring(
            composed.OPEN.sub(r"\1/>", f"<p>{text}</p>")).itertext()))


def test_a_document_says_its_text_its_notes_and_where_names_begin():
    html = (f'{HEAD}<section id="c1"><h1>Head</h1><p id="c1-p1">As said<span class="fn" id="c1-n1">Note <i>one</i>.'
            '</span> on page <a href="late:one">00</a> and <a href="flush:front">iv</a>.</p></section></body></html>')

    words = composed_words(html, FOUND)

    assert bare(words.text) == "HeadAssaidonpage12andiv."
    assert words.notes == (("c1-n1", "Note one."),)
    assert words.names == ((0, "c1"), (4, "c1-p1"))
    assert words.name_at(5) == "c1-p1"
    assert words.name_at(3) == "c1"


@pytest.mark.parametrize("html", ["<p>a&nbsp;b</p>", "<p>a<br>b", "<p class=x>a</p>", "<p>a</p><p>b</p>", "words"])
def test_what_is_no_xml_is_read_by_the_parser_of_html(html):
    assert tree_of(html) is None
    assert said(composed_words(html, FOUND)) == said(by_html(html))
