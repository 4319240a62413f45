"""The pages of the first book, as a reader uses them."""

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import Shelf
from tests.web.test_pages import AXE, SHIFT, weight
from tests.web.test_search import hits

KINDS = ("index.html", "the-corridor.html", "positions.html", "map.html", "register-of-recognition.html",
         "sources/memorial-1992.html")
BROAD = ("register-of-claims.html", "chronology.html", "gazetteer.html", "general-index.html", "the-figures.html")


def test_from_a_claim_to_its_source_and_back_are_two_clicks(wide: Page, first_shelf: Shelf):
    wide.goto(first_shelf.at("register-of-claims.html#claim-c137"))
    row = wide.locator("#claim-c137")
    statement = row.locator(".t").first.inner_text()
    row.locator(".src a").nth(0).click()
    assert "/sources/" in wide.url
    back = wide.locator("main li", has=wide.get_by_role("link", name="c137", exact=True))
    expect(back).to_contain_text(statement)
    back.get_by_role("link").click()

    assert wide.url == first_shelf.at("register-of-claims.html#claim-c137")


def test_a_paragraph_leads_to_the_claims_that_it_tells_and_a_claim_to_its_paragraph(wide: Page, first_shelf: Shelf):
    wide.goto(first_shelf.at("the-corridor.html"))
    wide.locator("#par-6\\.2 + .tells, #par-6\\.2 ~ .tells").first.get_by_role("link", name="c137").click()
    assert wide.url.endswith("register-of-claims.html#claim-c137")
    wide.wait_for_load_state()
    links = wide.locator("#claim-c137 .folios a").evaluate_all("all => all.map(one => one.getAttribute('href'))")

    assert "the-corridor.html#par-6.2" in links


@pytest.mark.parametrize("words", ["Nakhichevanik", "Xocalı", "Xocali", "XOCALI", "Ходжалы", "Խոջալու"])
def test_the_town_and_the_village_are_found_however_they_are_written(wide: Page, first_shelf: Shelf, words: str):
    assert hits(wide, first_shelf, words)
    expect(wide.locator(".hits mark").first).to_be_visible()


def test_a_name_typed_without_its_marks_finds_what_the_name_finds(wide: Page, first_shelf: Shelf):
    assert set(hits(wide, first_shelf, "Xocalı")) <= set(hits(wide, first_shelf, "Xocali"))


def test_a_register_is_sorted_by_a_column_and_back(wide: Page, first_shelf: Shelf):
    wide.goto(first_shelf.at("register-of-figures.html"))
    table = wide.locator("table.figures").last
    filed = table.locator("tbody tr").all_inner_texts()
    assert len(filed) > 5
    head = table.get_by_role("button", name="At least")
    head.click()
    column = table.locator("tbody td:nth-child(4)")
    numbers = [int(words.replace(",", "")) for words in column.all_inner_texts()]
    assert numbers == sorted(numbers)
    head.click()
    assert [int(words.replace(",", "")) for words in column.all_inner_texts()] == sorted(numbers, reverse=True)
    expect(table.locator("th[aria-sort]")).to_have_text("At least")
    table.get_by_role("button", name="Published").click()
    assert table.locator("tbody tr").all_inner_texts() == filed


def test_the_first_chapter_comes_with_its_fonts_in_under_300_kilobytes(wide: Page, first_shelf: Shelf):
    assert weight(wide, first_shelf.at("the-record-in-brief.html")) < 300_000


def test_no_kind_of_page_keeps_a_reader_out(browser: Browser, first_shelf: Shelf):
    page = browser.new_page(viewport={"width": 1400, "height": 800}, color_scheme="dark")
    wrong = []
    for name in KINDS:
        page.goto(first_shelf.at(name))
        page.evaluate(AXE)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        wrong += [(name, one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]]
    page.close()

    assert wrong == []


@pytest.mark.parametrize("width", [1400, 900, 390])
def test_no_kind_of_page_moves_while_it_loads_or_is_broader_than_the_window(
        browser: Browser, first_shelf: Shelf, width: int):
    page = browser.new_page(viewport={"width": width, "height": 800})
    wrong = []
    for name in (*KINDS, *BROAD):
        page.goto(first_shelf.at(name))
        if (shift := page.evaluate(SHIFT)) or page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append((name, shift))
    page.close()

    assert wrong == []


def test_on_a_telephone_each_side_of_a_question_has_its_name(narrow: Page, first_shelf: Shelf):
    narrow.goto(first_shelf.at("positions.html"))
    for side in narrow.locator(".pos p.side").all()[:6]:
        expect(side).to_be_visible()


def test_every_claim_has_its_permanent_link(first_shelf: Shelf):
    text = (first_shelf.folder / "web" / "register-of-claims.html").read_text(encoding="utf-8")

    assert text.count('title="Link to this claim"') == text.count('<tr id="claim-') > 200


def test_every_claim_is_said_to_machines_with_its_sources(first_shelf: Shelf):
    text = (first_shelf.folder / "web" / "register-of-claims.html").read_text(encoding="utf-8")
    things = json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    claims = [thing for thing in things if thing["@type"] == "Claim"]

    assert len(claims) == text.count('<tr id="claim-')
    assert all(claim["text"] and claim["citation"] for claim in claims)
