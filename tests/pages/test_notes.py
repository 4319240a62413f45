"""Every note stands once, in order, and begins on the page of its call."""

from collections.abc import Iterator

import pytest

from press.compose.views import expand
from press.findings import Report
from tests.pages.reading import Reading

ON_THEIR_PAGE = 0.99  # of all notes
WORD_SPACE = 0.2  # em, as wide as it stands between the words of notes


def notes(reading: Reading) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    """Every note with the page of its call and its own, found by their words."""
    for section in reading.read.values():
        where = section.where()
        for name in section.meant.notes_in_order:
            head, _, number = name.rpartition("-n")
            yield name, where[f"{head}-c{number}"][0], where[name]


def test_a_note_begins_on_the_page_of_its_call(reading: Reading) -> None:
    found = list(notes(reading))
    late = {name: (called_on, pages) for name, called_on, pages in found if pages[0] != called_on}

    assert len(late) <= (1 - ON_THEIR_PAGE) * len(found), late
    assert {name: pages for name, (called_on, pages) in late.items() if pages[0] != called_on + 1} == {}


def test_a_note_stands_on_three_pages_at_most(reading: Reading) -> None:
    assert {name: pages for name, _, pages in notes(reading) if len(pages) > 3} == {}


def test_no_note_is_lost_and_each_section_counts_its_own_from_1(reading: Reading) -> None:
    for section in reading.loaded.sections:
        expanded = expand(section, reading.loaded.registers, Report())
        count = len(list(expanded.body.iter("note")))

        assert count >= len(list(section.body.iter("note")))
        assert reading.read[section.id].meant.notes_in_order == [
            f"{section.id}-n{number}" for number in range(1, count + 1)]
    assert len(reading.read["chronology"].meant.notes_in_order) == len(reading.loaded.registers.events)


def test_a_page_says_which_note_goes_on_from_the_page_before(reading: Reading) -> None:
    going_on = {page: int(name.rpartition("-n")[2])
                for name, _, pages in notes(reading) for page in pages[1:]}

    assert {page: reading.carried(page) for page in range(len(reading.printed.pages))
            if reading.carried(page)} == going_on


@pytest.mark.parametrize("kind", ["n", "c"])
def test_a_note_and_its_call_lead_to_each_other(reading: Reading, kind: str) -> None:
    other = {"n": "c", "c": "n"}[kind]
    links = {(link.page, link.name) for link in reading.printed.links}
    for name, called_on, pages in notes(reading):
        head, _, number = name.rpartition("-n")
        standing = {"n": pages[0], "c": called_on}

        assert (standing[kind], f"{head}-{other}{number}") in links
        assert reading.printed.names[f"{head}-{kind}{number}"] == standing[kind]


def test_a_number_of_three_figures_stands_a_word_space_before_its_note(reading: Reading) -> None:
    long = {(pages[0], figures) for name, _, pages in notes(reading) if len(figures := name.rpartition("-n")[2]) > 2}
    at_left = {page: min(word.left for word in reading.printed.words[page]) for page, _ in long}
    white = [after.left - number.right for page, figures in sorted(long)
             for number, after in zip(reading.printed.words[page], reading.printed.words[page][1:], strict=False)
             if number.text == figures and number.left < at_left[page] + 1]

    assert len(white) >= len(long)
    assert [gap for gap in white if gap < WORD_SPACE * 9] == []  # notes are set in 9 pt
