"""The web edition is the same to the byte every time, and shows what else was made."""

from dataclasses import replace
from pathlib import Path

from press.compose.templates import environment
from press.findings import Report
from press.load.book import load_book
from press.model.changes import changes
from press.model.history import Item
from press.model.recorded import Recorded, Said
from press.model.recording import record_of
from press.publish.driver import make
from press.publish.web.addresses import Addresses
from press.publish.web.maker import Site
from tests.books.making import LIGHTHOUSE, ROOT, Making, silent


def test_the_web_edition_is_the_same_bytes_every_time(lighthouse_web: Making, tmp_path: Path):
    again = make(replace(lighthouse_web.request, out=tmp_path, jobs=1), silent)
    first = lighthouse_web.request.out

    assert len(again.made) > 50
    assert [file for file in again.made if file.read_bytes() != (first / file.relative_to(tmp_path)).read_bytes()] == []


def test_the_web_edition_alone_says_that_nothing_was_made_beside_it(lighthouse_web: Making, tmp_path: Path):
    outcome = make(replace(lighthouse_web.request, out=tmp_path, formats=("web",)), silent)

    assert outcome.report.errors == []
    assert "These pages were made alone." in (tmp_path / "1st" / "web" / "index.html").read_text(encoding="utf-8")


def test_the_first_page_tells_what_changed_since_the_edition_before_and_leads_to_it():
    book = load_book(LIGHTHOUSE, "", Report())
    now = record_of(book)
    gone = Said(Item.read("person ole-holm"), "Ole Holm", (("name", "Ole Holm"),))
    was = Said(Item.read("claim c002"), "c002", (("statement", "The tower is 30 metres high."),),
               ("lights-board-1823",))
    before = Recorded("0th", "Trial edition", "2023-01-01",
                      (was, gone, *(one for one in now.said if one.item != was.item)))
    book = replace(book, before=before, changes=changes(before, now, {}))
    site = Site(book, environment(ROOT / "templates" / "web"), Addresses({}), (), {})
    page = site.page("landing.html", "index.html", "Light", offers=(), first_page="a.html", changes=book.changes,
                     changes_page="changes.html").decode()

    assert "<li>c002: reworded, status changed</li>" in page
    assert 'href="changes.html"' in page
    assert 'href="../changes.json"' in page
    assert "Holm" not in page


def test_the_licences_of_what_is_not_the_house_s_own_are_in_the_folder(lighthouse_web: Making):
    web = lighthouse_web.request.out / "1st" / "web"

    assert "CloudCannon" in (web / "search" / "LICENSE.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (web / "fonts" / "OFL-EBGaramond.txt").read_text(encoding="utf-8")


def test_nothing_of_the_press_s_own_addresses_is_left_in_the_pages(lighthouse_web: Making):
    for page in (lighthouse_web.request.out / "1st" / "web").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert [word for word in ("xref:", "late:", "\u00ad", "##", ">None<") if word in text] == [], page
