"""On the web a citation leads to the page of its source by the words with which it begins."""

from xml.etree import ElementTree

import pytest

from press.compose.flowing import flowing_text
from press.compose.webbing import WebCompositor
from press.model.pages import PageMap


def text(citation: str) -> str:
    compositor = WebCompositor("s", PageMap())
    return flowing_text(compositor, ElementTree.fromstring(f"<body><p>{citation}</p></body>")).removeprefix(
        "<p>").removesuffix("</p>")


@pytest.mark.parametrize(("stretches", "set_as"), [
    ('<s source="orr">Lee Orr, </s><s i="1">A Rock</s><s>, 12.</s>',
     '<a class="cited" href="xref:source-orr">Lee Orr</a>, <i>A Rock</i>, 12.'),
    ('<s source="gaz">“The Adler lost,” </s><s i="1">Gazette</s>',
     '<a class="cited" href="xref:source-gaz">“The Adler lost,”</a> <i>Gazette</i>'),
    ('<s source="log" i="1">Log</s><s>; see also </s><s source="orr">Orr</s>',
     ('<a class="cited" href="xref:source-log"><i>Log</i></a>; see also '
     '<a class="cited" href="xref:source-orr">Orr</a>')),
    ('<s source="b">A. N. Belov (</s><s lang="ru">А. Н. Белов</s><s>), 4.</s>',
     '<a class="cited" href="xref:source-b">A. N. Belov</a> (<span lang="ru">А. Н. Белов</span>), 4.'),
    ('<s source="b">“<span lang="ru">Маяки</span>” (Maiaki), </s>',
     '<a class="cited" href="xref:source-b">“<span lang="ru">Маяки</span>” (Maiaki), </a>'),
    ("<s>so he said</s>", "so he said"),
])
def test_the_words_with_which_a_citation_begins_are_its_link(stretches: str, set_as: str):
    assert text(f"<citetext>{stretches}</citetext>") == set_as


def test_in_a_register_that_links_its_sources_no_link_stands_in_another():
    assert text('<a href="#source-orr"><citetext><s source="orr">Orr, </s><s i="1">Rock</s></citetext></a>') == (
        '<a href="xref:source-orr" class="xref">Orr, <i>Rock</i></a>')
