"""Flowing matter is the text of the pages without pages: its notes apart, its folios printed, its links one."""

import base64
import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from press.compose.composer import Composer
from press.compose.flowing import Flowing, FlowingCompositor, flow, flowing_text, lead
from press.compose.templates import environment
from press.findings import Place, Report
from press.load.house import template_names
from press.model.fair_copy import FairCopy
from press.model.folio import Folio
from press.model.pages import PageMap
from press.model.section import Matter, Section
from press.publish.manuscript import prepare
from tests.books.making import ROOT, Making, silent

FOUND = PageMap({"the-tower": (Folio(body=True, number=12),), "preface": (Folio(body=False, number=4),)})
DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>Years</title><desc>From 1823.</desc></svg>'


def flowing(text: str, template: str = "chapter") -> Flowing:
    section = Section("s", "Title", Matter.BODY, template, Place("s.md"), FairCopy(ElementTree.fromstring("<body/>")))
    compositor = FlowingCompositor("s", FOUND)
    inner = flowing_text(compositor, ElementTree.fromstring(f"<body>{text}</body>"))
    return flow(section, "Title", f'<div class="chapter"><section id="s">{inner}</section></div>', compositor.notes)


def written(element: Element) -> str:
    return ElementTree.tostring(element, encoding="unicode").replace(' id="s" role="doc-chapter"', "")


def text(html: str) -> str:
    return written(flowing(html).text).removeprefix('<div class="chapter"><section>').removesuffix("</section></div>")


def test_a_note_is_called_by_a_link_and_stands_apart_with_a_link_back():
    made = flowing('<p>So it was.<note n="7"><em>Log</em>, 4.</note> Then</p>')

    assert written(made.text[0][0]) == (
        '<p>So it was.<a class="call" id="s-c7" href="xref:s-n7" role="doc-noteref">7</a> Then</p>')
    assert written(made.notes[0]) == (
        '<aside class="fn" id="s-n7" role="doc-footnote"><p><a class="mk" href="xref:s-c7" role="doc-backlink">7</a>'
        " <em>Log</em>, 4.</p></aside>")


def test_a_folio_asked_for_in_the_text_is_that_of_the_pages():
    assert 'class="xref">page 12</a>.' in text('<p>See <a href="#the-tower">page ##</a>.</p>')
    assert 'class="xref">page iv</a>.' in text('<p>See <a href="#preface">page ##</a>.</p>')


def test_a_link_around_words_of_several_faces_stays_one():
    assert text('<p><a href="#x">Orr, <i>Black</i> white</a></p>') == (
        '<p><a href="xref:x" class="xref">Orr, <i>Black</i> white</a></p>')


def test_words_lose_what_only_lines_and_pages_need():
    assert text('<p data-guide="a">Xo\u00adca\u00adlı</p>') == "<p>Xocalı</p>"


def test_the_number_of_a_paragraph_is_parted_from_its_words():
    assert text('<p n="4.12" id="par-4.12">It rained.</p>') == (
        '<p id="par-4.12" class="n"><b class="pn">4.12</b> It rained.</p>')


def test_a_drawing_of_the_house_stands_in_the_text():
    source = base64.b64encode(DRAWN.encode()).decode()

    assert text(f'<img src="data:image/svg+xml;base64,{source}" alt="From 1823."/>') == (
        '<svg role="img" xmlns="http://www.w3.org/2000/svg"><title>Years</title><desc>From 1823.</desc></svg>')


def test_a_picture_of_an_editor_keeps_its_address():
    source = base64.b64encode(DRAWN.replace(' role="img"', "").encode()).decode()

    assert text(f'<img src="data:image/svg+xml;base64,{source}" alt="A"/>').startswith("<img src=")


def test_markup_in_the_words_stays_words():
    assert text("a &lt; b &amp; <p>c &lt; d</p>") == "a &lt; b &amp; <p>c &lt; d</p>"


def test_a_comma_between_locators_stands_outside_their_links():
    matter = '<div class="chapter"><a href="xref:a">12, </a><a href="xref:b">14</a></div>'
    section = Section("s", "Title", Matter.BODY, "chapter", Place("s.md"), FairCopy(Element("body")))

    assert written(flow(section, "Title", matter, ()).text) == (
        '<div class="chapter"><a href="xref:a">12</a>, <a href="xref:b">14</a></div>')


def test_every_second_heading_has_a_name():
    assert text('<h2>One</h2><h2 id="two">Two</h2>') == '<h2 id="s-h1">One</h2><h2 id="two">Two</h2>'


def test_what_stands_below_the_caption_of_a_figure_is_part_of_it():
    assert text("<figure><img/><figcaption>Map</figcaption><p>Key</p></figure>") == (
        "<figure><img /><figcaption>Map<p>Key</p></figcaption></figure>")


def test_the_head_of_a_column_says_that_it_heads_a_column():
    assert text("<table><thead><tr><th>Year</th></tr></thead></table>") == (
        '<table><thead><tr><th scope="col">Year</th></tr></thead></table>')


def test_links_lead_where_they_are_told_and_others_stay():
    made = flowing('<p><a href="#x">there</a> <a href="https://example.org">out</a><note n="1">n</note></p>')
    lead([made], lambda name: f"other.xhtml#{name}")

    assert [element.get("href") for element in made.elements() if element.tag == "a"] == [
        "other.xhtml#x", "https://example.org", "other.xhtml#s-n1", "other.xhtml#s-c1"]


@pytest.mark.parametrize("part", ["front", "body", "back", "parts"])
def test_a_template_can_be_read_as_xml_too(part: str):
    for file in sorted((ROOT / "templates" / part).glob("*.html")):
        assert re.findall(r"<(?:br|col|hr|img|wbr)\b[^>]*(?<!/)>", file.read_text(encoding="utf-8")) == [], file.name


@pytest.fixture(scope="module")
def tiny(lighthouse: Making) -> list[Flowing]:
    """The sections of the tiny book as flowing matter, before a page is laid out."""
    report = Report()
    prepared = prepare(lighthouse.request, report, silent)
    assert prepared is not None
    material, _ = prepared
    composer = Composer(material, environment(ROOT / "templates"), template_names(ROOT / "templates"))
    return [composer.flowing(section, PageMap()) for section in material.sections]


def test_every_link_of_a_book_leads_to_a_name_of_it(tiny: list[Flowing]):
    names = [name for section in tiny for name in section.names()]
    links = [element.get("href", "") for section in tiny for element in section.elements() if element.tag == "a"]
    inside = [link.removeprefix("xref:") for link in links if link.startswith("xref:")]

    assert len(inside) > 50
    assert len(names) == len(set(names))
    assert set(inside) <= set(names)


def test_every_call_has_its_note_and_every_note_its_call(tiny: list[Flowing]):
    for section in tiny:
        calls = [element.get("href") for element in section.text.iter("a") if element.get("role") == "doc-noteref"]
        assert calls == [f"xref:{note.get('id')}" for note in section.notes]


def test_a_cross_reference_of_the_index_is_a_link_to_its_heading(tiny: list[Flowing]):
    index = next(section.text for section in tiny if section.template == "general-index")
    links = {"".join(link.itertext()): link.get("href") for link in index.iter("a")}
    names = {entry.get("id"): (entry.text or "") for entry in index.iter("p") if entry.get("class") == "e"}

    assert links["Fog bell"] == "xref:index-fog-bell"
    assert names["index-fog-bell"].startswith("Fog bell")
