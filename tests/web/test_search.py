"""The search of the web edition finds paragraphs, names and sources, however their letters are typed."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Shelf


def hits(page: Page, shelf: Shelf, words: str) -> list[str]:
    page.goto(shelf.at("index.html"))
    page.get_by_role("searchbox", name="Search this book").fill(words)
    page.get_by_role("searchbox", name="Search this book").press("Enter")
    expect(page.locator(".count")).to_contain_text("passage")
    return page.locator(".hits a").evaluate_all("all => all.map(one => one.getAttribute('href'))")


@pytest.mark.parametrize(("words", "found"), [
    ("hawsers", "./the-tower.html#par-1.3"),
    ("“cup fell from the table”", "./the-tower.html#par-1.6"),
    ("inspector handsome", "./the-tower.html#par-1.3"),  # in a note of it
    ("Sunday gulls", "./the-tower.html#par-1.5"),
    ("Белов", "./sources/belov-1911.html"),
    ("փարոս", "./the-wreck.html#par-2.3"),
    ("steamer Adler wrecked", "./chronology.html#event-e08"),
])
def test_a_search_leads_to_the_paragraph_or_record_that_has_the_words(
        wide: Page, shelf: Shelf, words: str, found: str):
    assert found in hits(wide, shelf, words)


def test_a_hit_leads_to_its_place_and_shows_the_words(wide: Page, shelf: Shelf):
    hits(wide, shelf, "hawsers")
    expect(wide.locator(".hits mark").first).to_contain_text("hawsers")
    wide.locator(".hits a").first.click()

    assert wide.url.endswith("/the-tower.html#par-1.3")


def test_hits_are_narrowed_to_one_kind(wide: Page, shelf: Shelf):
    everything = hits(wide, shelf, "Feld")
    button = wide.get_by_role("button", name="Sources")
    number = int(button.inner_text().split()[-1])
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(wide.locator(".hits li")).to_have_count(number)

    assert wide.locator(".hits .what").all_inner_texts() == ["Sources"] * number
    assert 0 < number < len(everything)


def test_what_is_not_in_the_book_is_not_found(wide: Page, shelf: Shelf):
    assert hits(wide, shelf, "xylophone") == []


def test_nothing_is_fetched_from_anywhere_else(wide: Page, shelf: Shelf):
    asked: list[str] = []
    wide.on("request", lambda request: asked.append(request.url))
    for name in shelf.pages:
        wide.goto(shelf.at(name))
    hits(wide, shelf, "light")

    assert len(asked) > len(shelf.pages)
    assert [url for url in asked if not url.startswith((shelf.address, "data:"))] == []
