"""Heads and folios: what stands above and below the text block of every page."""

import re
from itertools import groupby

from press.model.section import Matter, Section
from tests.pages.alignment import letters
from tests.pages.printed import Word
from tests.pages.reading import MM, ROMAN, Reading

BARE = frozenset({"preliminaries", "colophon"})
NEAR = 1.5  # pt


def outer(reading: Reading, page: int) -> float:
    """The outer edge of a page's text block: on its left side on a verso, on its right on a recto."""
    trim = (reading.making.request.root / "styles" / "trims" / "a5.css").read_text(encoding="utf-8")
    margin = float(re.findall(r"--outer: ([\d.]+)mm", trim)[0]) * MM
    return margin if page % 2 else float(reading.printed.pages[page].MediaBox[2]) - margin


def plates(reading: Reading) -> set[int]:
    """The pages that a figure has to itself."""
    return {reading.where[block.get("id", "")][0]
            for section in reading.sections for block in section.body if "plate" in block.get("class", "")}


def running(reading: Reading) -> dict[int, Section]:
    """The pages with a running head, by section: all but openings, blanks, plates and bare pages."""
    alone = plates(reading)
    return {page: section for section in reading.sections if section.template not in BARE
            for page in reading.extents[section.id][1:] if page not in alone}


def openings(reading: Reading) -> list[int]:
    return [reading.extents[section.id][0] for section in reading.sections if section.template not in BARE]


def text(words: list[Word]) -> str:
    return letters("".join(word.text for word in words))


def year_going_on(reading: Reading, page: int) -> str:
    """The year of the chronology in which a page begins, when it began on a page before."""
    events = sorted(reading.loaded.registers.events.values(), key=lambda event: event.date.sort_key)
    for year, group in groupby(events, key=lambda event: event.date.years[0]):
        rows = [reading.where[f"event-{event.id}"][0] for event in group]
        if page in rows and rows[0] < page:
            return f":{year},continued"
    return ""


def test_a_verso_has_the_book_and_a_recto_its_section_in_the_head_line(reading: Reading) -> None:
    wrong = {}
    for page, section in running(reading).items():
        head = [word for word in reading.margins(page) if word.top < 100]
        edge = outer(reading, page)
        head.sort(key=lambda word: abs((word.left if page % 2 else word.right) - edge))
        folio, words = head[0].text if head else "", sorted(head[1:], key=lambda word: word.left)
        verso, recto = reading.loaded.title.running_head, section.running_head
        aligned, pages = reading.read[section.id].aligned, reading.extents[section.id]
        guide = (letters(year_going_on(reading, page)) if section.template == "chronology"
                 else aligned.guide(page - pages[0]) if aligned.body_text.guides else "")
        wanted = letters(verso) if page % 2 else letters(recto) + guide
        if (folio, text(words)) != (reading.printed.labels[page], wanted):
            wrong[page + 1] = (folio, text(words), wanted)
    assert wrong == {}


def test_a_folio_stands_at_the_outer_edge(reading: Reading) -> None:
    for page in running(reading):
        edges = [word.left if page % 2 else word.right for word in reading.margins(page)
                 if word.text == reading.printed.labels[page]]
        assert any(abs(edge - outer(reading, page)) < NEAR for edge in edges), page + 1


def test_an_opening_is_a_recto_with_its_folio_alone_at_the_foot(reading: Reading) -> None:
    for page in openings(reading):
        folio, = reading.margins(page)
        assert page % 2 == 0
        assert folio.text == reading.printed.labels[page]
        assert folio.top > reading.printed.heights[page] / 2


def test_blank_pages_plates_and_bare_pages_have_neither_head_nor_folio(reading: Reading) -> None:
    quiet = set(range(len(reading.printed.pages))) - set(running(reading)) - set(openings(reading))

    assert {page + 1: text(reading.margins(page)) for page in quiet if reading.margins(page)} == {}
    assert plates(reading) <= quiet
    assert [page for page in quiet if not reading.printed.words[page]]


def test_nothing_but_a_head_and_a_folio_stands_outside_the_text_block(reading: Reading) -> None:
    for page in running(reading):
        assert [word.text for word in reading.margins(page) if word.top > 100] == []


def test_folios_are_roman_in_front_and_arabic_from_the_first_chapter_on(reading: Reading) -> None:
    body = [section.id for section in reading.sections if section.matter is Matter.BODY]
    first = reading.extents[body[0]][0]
    labels = reading.printed.labels

    assert labels[:first] == list(ROMAN)[:first]
    assert labels[first:] == [str(number) for number in range(1, len(labels) - first + 1)]
    assert first % 2 == 0


def test_a_recto_has_an_odd_folio(reading: Reading) -> None:
    for page in range(len(reading.printed.pages)):
        assert reading.folio(page).number % 2 == (page + 1) % 2


def test_the_last_leaf_is_whole(reading: Reading) -> None:
    assert len(reading.printed.pages) % 2 == 0
