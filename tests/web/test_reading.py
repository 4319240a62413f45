"""In a browser the web edition is read with a mouse, with keys alone, without a script, and from a folder on a disk."""

import hashlib
import itertools
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import Shelf

NOTE = "#the-tower-n1"
CALL = "#the-tower-c1"


def test_one_click_leads_from_the_first_page_to_the_pdf_that_it_describes(wide: Page, shelf: Shelf):
    wide.goto(shelf.at("index.html"))
    link = wide.get_by_role("link", name="Download the PDF")
    with wide.expect_download() as download:
        wide.evaluate("link => { link.download = '' }", link.element_handle())
        link.click()
    data = Path(download.value.path()).read_bytes()

    assert data == (shelf.folder / "1st-screen.pdf").read_bytes()
    expect(wide.locator("#files ~ .files")).to_contain_text(hashlib.sha256(data).hexdigest())
    expect(wide.locator("#files ~ .files")).to_contain_text("148 × 210 mm")


def test_the_first_page_leads_to_the_first_chapter_and_from_there_page_by_page(wide: Page, shelf: Shelf):
    wide.goto(shelf.at("index.html"))
    wide.get_by_role("link", name="Read here").click()
    expect(wide.get_by_role("heading", level=1)).to_contain_text("The tower on the rock")
    wide.get_by_role("link", name="Next The wreck").click()
    expect(wide.get_by_role("heading", level=1)).to_contain_text("The wreck of the Adler")


def test_a_note_stands_beside_the_paragraph_that_calls_it_where_there_is_room(wide: Page, shelf: Shelf):
    wide.goto(shelf.at("the-tower.html"))
    paragraph, note = wide.locator("#par-1\\.1").bounding_box(), wide.locator(NOTE).bounding_box()

    assert paragraph
    assert note
    assert note["x"] >= paragraph["x"] + paragraph["width"]
    assert abs(note["y"] - paragraph["y"]) < 20


def test_text_and_notes_beside_it_keep_their_order_and_never_overlap(wide: Page, shelf: Shelf):
    wide.goto(shelf.at("the-tower.html"))
    for selector in ("section > p, section > h2", ".sidenote"):
        boxes = [each.bounding_box() for each in wide.locator(selector).all()]
        assert len(boxes) > 5
        for above, below in itertools.pairwise(boxes):
            assert above
            assert below
            assert above["y"] + above["height"] <= below["y"] + 1


def test_of_a_long_note_the_first_lines_are_shown_and_the_whole_when_it_is_asked_for(wide: Page, shelf: Shelf):
    wide.goto(shelf.at("the-tower.html"))
    note = wide.locator("#the-tower-n6")
    short = note.bounding_box()["height"]
    note.get_by_role("link", name="Whole note").click()
    expect(note.get_by_role("link", name="Whole note")).to_be_hidden()

    assert note.bounding_box()["height"] > 2 * short
    assert wide.url.endswith("#the-tower-n6")


def test_with_keys_alone_a_note_is_opened_read_and_closed_again(narrow: Page, shelf: Shelf):
    narrow.goto(shelf.at("the-tower.html"))
    expect(narrow.locator(NOTE)).to_be_hidden()
    narrow.locator(CALL).focus()
    narrow.keyboard.press("Enter")
    expect(narrow.locator(NOTE)).to_be_visible()
    expect(narrow.locator(NOTE)).to_be_focused()
    narrow.keyboard.press("Escape")
    expect(narrow.locator(NOTE)).to_be_hidden()
    expect(narrow.locator(CALL)).to_be_focused()


def test_the_number_of_a_note_leads_back_to_its_call(narrow: Page, shelf: Shelf):
    narrow.goto(shelf.at("the-tower.html"))
    narrow.locator(CALL).click()
    narrow.locator(f"{NOTE} .mk").click()
    expect(narrow.locator(NOTE)).to_be_hidden()
    expect(narrow.locator(CALL)).to_be_focused()


def test_with_keys_alone_the_contents_lead_to_another_section(narrow: Page, shelf: Shelf):
    narrow.goto(shelf.at("the-tower.html"))
    menu = narrow.get_by_role("navigation", name="Contents")
    expect(menu).to_be_hidden()
    narrow.get_by_role("link", name="Contents", exact=True).focus()
    narrow.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(menu.get_by_role("link", name="The tower on the rock")).to_have_attribute("aria-current", "page")
    narrow.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    narrow.keyboard.press("Enter")
    menu.get_by_role("link", name="Chronology").focus()
    narrow.keyboard.press("Enter")
    expect(narrow.get_by_role("heading", level=1)).to_contain_text("Chronology")


def test_the_first_stop_of_the_keys_leads_past_the_frame_to_the_text(wide: Page, shelf: Shelf):
    wide.goto(shelf.at("the-tower.html"))
    wide.keyboard.press("Tab")
    expect(wide.locator(":focus")).to_have_text("To the text")
    wide.keyboard.press("Enter")
    expect(wide.locator("main")).to_be_focused()


def test_the_number_of_a_paragraph_is_its_permanent_link_and_copies_its_citation(wide: Page, shelf: Shelf):
    wide.goto(shelf.at("the-tower.html"))
    wide.locator("#par-1\\.2 .pn").click()

    assert wide.url.endswith("/the-tower.html#par-1.2")
    expect(wide.get_by_role("status").last).to_contain_text("Copied: Skarholm Light, first edition, §")
    assert wide.evaluate("navigator.clipboard.readText()") == (
        f"Skarholm Light, first edition, §\u202f1.2, {shelf.at('the-tower.html')}#par-1.2")


def test_dark_follows_the_system_and_the_switch_goes_before_it_on_every_page(browser: Browser, shelf: Shelf):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    page.goto(shelf.at("the-tower.html"))
    dark = page.evaluate(paper)
    page.get_by_role("button", name="Dark").click()
    light = page.evaluate(paper)
    page.goto(shelf.at("index.html"))

    assert page.evaluate(paper) == light != dark
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "false")
    context.close()


def test_on_paper_the_page_is_black_with_its_notes_and_without_its_frame(browser: Browser, shelf: Shelf):
    page = browser.new_page(color_scheme="dark")
    page.goto(shelf.at("the-tower.html"))
    page.emulate_media(media="print")

    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    expect(page.locator(NOTE)).to_be_visible()
    expect(page.locator("header.top")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Contents")).to_be_hidden()
    expect(page.get_by_role("link", name="Whole note")).to_be_hidden()
    page.close()


def test_the_chronology_is_filtered_by_year_by_place_and_by_words(wide: Page, shelf: Shelf):
    wide.goto(shelf.at("chronology.html"))
    rows = wide.locator("table.chron tr[data-years]:visible")
    every = rows.count()
    wide.get_by_label("Year").select_option("1826")
    expect(rows).to_have_count(2)
    wide.get_by_label("Place").select_option("Skarholm")
    expect(rows).to_have_count(1)
    wide.get_by_role("button", name="Show all").click()
    expect(rows).to_have_count(every)
    wide.get_by_label("Text").fill("KEEPER")
    expect(rows).to_have_count(2)
    expect(wide.locator("form.filter output")).to_have_text(f"2 of {every} lines")


def test_from_a_note_to_the_page_of_its_source_and_back_are_two_clicks(wide: Page, shelf: Shelf):
    wide.goto(shelf.at("the-tower.html"))
    wide.locator(NOTE).get_by_role("link", name="Lee Orr").click()
    expect(wide.get_by_role("heading", level=1)).to_contain_text("Orr, A Rock")
    wide.locator("main").get_by_role("link", name="§\u202f1.1").first.click()

    assert wide.url == shelf.at("the-tower.html#par-1.1")


def test_an_index_has_the_folios_of_the_pages_and_leads_to_the_paragraph(wide: Page, shelf: Shelf):
    wide.goto(shelf.at("general-index.html"))
    entry = wide.locator("p.e", has_text="Gale of 1849")
    assert entry.inner_text().removeprefix("Gale of 1849, ").isdigit()
    entry.get_by_role("link").click()

    assert wide.url.endswith("/the-tower.html#par-1.6")


def test_without_a_script_a_note_opens_by_its_address_and_closes_by_its_link(bare: Page, shelf: Shelf):
    bare.goto(shelf.at("the-tower.html"))
    bare.locator(CALL).focus()
    bare.keyboard.press("Enter")
    expect(bare.locator(NOTE)).to_be_visible()
    bare.locator(f"{NOTE} .mk").click()
    expect(bare.locator(NOTE)).to_be_hidden()


def test_without_a_script_contents_and_chronology_are_whole(bare: Page, shelf: Shelf):
    bare.goto(shelf.at("chronology.html"))
    expect(bare.locator("form.filter")).to_be_hidden()
    expect(bare.locator("table.chron tr[data-years]:visible")).to_have_count(10)
    bare.get_by_role("link", name="Contents", exact=True).click()
    bare.get_by_role("navigation", name="Contents").get_by_role("link", name="The wreck of the Adler").click()
    expect(bare.get_by_role("heading", level=1)).to_contain_text("The wreck of the Adler")


def test_the_folder_works_from_a_disk_wherever_it_stands(wide: Page, shelf: Shelf, tmp_path: Path):
    below = tmp_path / "a path" / "with spaces"
    shutil.copytree(shelf.folder, below)
    wide.goto((below / "web" / "index.html").as_uri())
    wide.get_by_role("link", name="Read here").click()
    wide.locator(NOTE).get_by_role("link", name="Lee Orr").click()
    wide.get_by_role("link", name="note 1").first.click()
    expect(wide.get_by_role("heading", level=1)).to_be_visible()

    assert wide.evaluate("document.fonts.check('16px Text') && document.styleSheets.length > 0")
    assert wide.url.startswith(below.as_uri())


@pytest.mark.parametrize("width", [390, 900, 1400])
def test_no_page_is_broader_than_the_window(browser: Browser, shelf: Shelf, width: int):
    page = browser.new_page(viewport={"width": width, "height": 800})
    broad = []
    for name in shelf.samples:
        page.goto(shelf.at(name))
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            broad.append(name)
    page.close()

    assert broad == []
