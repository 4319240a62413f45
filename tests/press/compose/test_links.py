"""Links inside the book: tied where they lead somewhere, and never one within another."""

from xml.etree import ElementTree

from press.compose.html import to_html
from press.compose.links import loosen, made_names
from press.findings import Place
from press.model.fair_copy import FairCopy
from press.model.pages import PageMap
from press.model.registers import Registers
from press.model.section import Matter, Section
from tests.press.compose.registers.filing import source

REGISTERS = Registers(sources={"log": source("log")})
TEXT = '<body><a href="#source-log">Log</a><a href="#claim-c1">c1</a><a href="#par-1.1">there</a></body>'


def section(template: str, text: str = "<body/>") -> Section:
    return Section("index", "Index", Matter.BACK, template, Place("index.md"),
                   FairCopy(ElementTree.fromstring(text)))


def linked(*templates: str, text: str = TEXT) -> list[str | None]:
    tree = ElementTree.fromstring(text)
    loosen(tree, made_names([section("chapter", text), *map(section, templates)], REGISTERS))
    return [link.get("href") for link in tree.iter("a")]


def test_sources_are_linked_where_the_book_has_a_source_index():
    assert linked("chapter", "source-index") == ["#source-log", "#par-1.1"]
    assert linked("chapter") == ["#par-1.1"]


def test_claims_are_linked_where_the_book_has_their_register():
    assert linked(text=TEXT.replace("</body>", '<p id="claim-c1"/></body>')) == ["#claim-c1", "#par-1.1"]


def test_the_words_of_a_link_that_leads_nowhere_stay():
    tree = ElementTree.fromstring(TEXT)
    loosen(tree, made_names([], REGISTERS))

    assert "".join(tree.itertext()) == "Logc1there"


def test_a_link_around_words_of_several_faces_becomes_a_link_for_each():
    tree = ElementTree.fromstring('<body><p>See <a href="#x">Orr, <i>Black <b>and</b></i> white</a>, too</p></body>')

    written = to_html(tree, "s", PageMap())
    link = '<a href="xref:x" class="xref">'
    assert written == (f"<p>See {link}Orr, </a><i>{link}Black </a><b>{link}and</a></b></i>{link} white</a>, too</p>")


def test_a_link_of_plain_words_stays_one():
    tree = ElementTree.fromstring('<body><p><a href="#x">there</a>.</p></body>')

    assert to_html(tree, "s", PageMap()) == '<p><a href="xref:x" class="xref">there</a>.</p>'
