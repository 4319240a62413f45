"""Appendices composed: the running heads, the order of layout, and every register in its place."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from press.cite.register import number_notes
from press.compose.composer import Composer, Document
from press.compose.material import Material
from press.compose.repertory import VIEWS
from press.compose.templates import environment
from press.compose.told import tellings
from press.compose.views import expand
from press.findings import Place, Report
from press.load.book import load_book
from press.load.house import template_names
from press.model.book import Book
from press.model.evidence import Fit
from press.model.fair_copy import FairCopy
from press.model.folio import Folio
from press.model.pages import PageMap
from press.model.records import Copyfit
from press.model.section import Matter, Section
from tests.books.making import LIGHTHOUSE, ROOT

TEMPLATES = ROOT / "templates"


def section(views: str, template: str = "appendix", name: str = "reg") -> Section:
    body = ElementTree.fromstring(f"<body>{views}</body>")
    return Section(name, "Register", Matter.BACK, template, Place("reg.md"), FairCopy(body), "B", "Register")


def table(name: str) -> str:
    return f'<view kind="table" name="{name}"/>'


@cache
def loaded(content: Path) -> Book:
    book = load_book(content, "", Report())
    assert book is not None
    return book


def composer(*sections: Section, content=LIGHTHOUSE) -> Composer:
    report, book = Report(), loaded(content)
    expanded = [expand(one, book.registers, report) for one in sections]
    numbered = number_notes(expanded, book.registers.sources, report)
    assert report.findings == []
    material = Material(book, numbered.sections, numbered.cited, (), {}, tellings(numbered.sections))
    return Composer(material, environment(TEMPLATES), template_names(TEMPLATES))


def composed(made: Composer, found: PageMap | None = None) -> Document:
    return made.compose(made.material.sections[0], found or PageMap())


def test_the_head_of_a_page_of_entries_names_its_first_and_last():
    assert '"Register" ": " string(guide, first) " – " string(guide, last)' in composed(
        composer(section(table("persons")))).css


def test_the_head_of_other_matter_names_the_section_alone():
    assert "guide" not in composed(composer(section(table("glossary")))).css
    assert '"Register" }' in composed(composer(section(table("glossary")))).css


def test_a_register_that_prints_folios_is_laid_out_after_the_text():
    levels = {name: made.level(made.material.sections[0]) for name, made in (
        (name, composer(section(table(name)))) for name in ("chronology", "claims", "persons"))}

    assert levels == {"chronology": 1, "claims": 1, "persons": 0}


def test_the_register_of_claims_takes_the_folios_of_the_passages_that_tell_them():
    text = section('<p id="par-1.1" claims="c001">It is told.</p>', "chapter", "text")
    made = composer(section(table("claims")), text)
    html = composed(made, PageMap({"par-1.1": (Folio(True, 12), Folio(True, 13))})).html

    assert '<a href="xref:par-1.1" class="xref">12–13</a>' in html


def test_an_appendix_says_its_letter_above_its_title():
    html = composed(composer(section(table("persons")))).html

    assert '<span class="no">Appendix B</span> <span class="tt">Register</span>' in html


def test_the_edition_history_says_that_there_are_no_corrections():
    assert "None so far." in composed(composer(section("", "edition-history"))).html


@pytest.mark.parametrize("name", sorted(name for kind, name in VIEWS if kind == "table"))
def test_every_table_can_be_made_of_the_records_of_the_first_book(name):
    made = composer(section(table(name)), content=ROOT / "content")

    assert len("".join(made.material.sections[0].body.itertext())) > 400


def test_a_passage_is_fitted_for_the_pages_of_one_format_alone():
    one = composer(section('<p id="reg-p1" line="1">It rained.</p>'))
    fits = {name: {"reg-p1": Copyfit(passage="reg-p1", fit=fit, place=Place("copyfitting.yaml", 3, 5))}
            for name, fit in (("screen", Fit.TIGHT), ("large-print", Fit.LOOSE))}
    book = replace(one.material.book, registers=replace(one.material.book.registers, copyfitting=fits))
    material = replace(one.material, book=book)

    found = {name: composed(Composer(material, environment(TEMPLATES), template_names(TEMPLATES), fits=name)).html
             for name in ("screen", "large-print", "other")}

    assert 'id="reg-p1" data-fit="tight"' in found["screen"]
    assert 'id="reg-p1" data-fit="loose"' in found["large-print"]
    assert "data-fit" not in found["other"]
