"""Folios as readers see them: roman before the body, arabic in it, runs as Chicago writes them (9.61)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.model.folio import EN_DASH, Folio, folio_run, roman, run

LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}

numbers = st.integers(1, 20_000)
folios = st.builds(Folio, st.booleans(), st.integers(1, 3_000))


@pytest.mark.parametrize("printed", [
    "3–10", "71–72", "92–113",                                # below 100: all digits
    "100–104", "600–613", "1100–1123",                        # from a hundred: all digits
    "101–2", "101–8", "107–8", "505–17", "1002–6", "808–33",  # 01 to 09: what changes
    "321–25", "321–28", "415–532", "1087–89", "1496–500", "1536–38", "11564–615", "12991–3001",
    "99–100", "999–1001", "199–200", "110–19", "195–96", "2000–2001", "109–10", "10–11",
])
def test_a_run_drops_the_digits_that_chicago_drops(printed):
    first, last = read(printed)

    assert run(first, last) == printed


def test_a_run_of_one_page_is_that_page():
    assert (run(7, 7), run(1496, 1496)) == ("7", "1496")


def read(printed: str) -> tuple[int, int]:
    """The run as a reader takes it: what is left out is that of the first number."""
    first, last = printed.split(EN_DASH)
    return int(first), int(first[:max(0, len(first) - len(last))] + last)


@given(numbers, numbers)
def test_a_reader_finds_both_ends_of_every_run(one, other):
    first, last = sorted((one, other))

    assert first == last or read(run(first, last)) == (first, last)


@given(numbers, numbers)
def test_a_run_writes_as_many_digits_as_the_table_says(one, other):
    first, last = sorted((one, other))
    written = run(first, last).partition(EN_DASH)[2]
    changed = next(n for n in range(1, 9) if first // 10**n == last // 10**n)
    whole = first < 100 or first % 100 == 0 or len(str(first)) != len(str(last))
    fewest = 1 if first % 100 < 10 else 2

    assert len(written) == (0 if first == last else len(str(last)) if whole else max(fewest, changed))


@pytest.mark.parametrize(("number", "written"), [
    (1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (49, "xlix"), (90, "xc"), (444, "cdxliv"),
    (1994, "mcmxciv"),
])
def test_roman_numerals_are_lower_case_and_subtract(number, written):
    assert roman(number) == written


@given(st.integers(1, 3_999))
def test_a_reader_of_roman_numerals_finds_the_number(number):
    values = [LETTERS[letter] for letter in roman(number)]

    assert sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)) == number
    assert not re.search(r"(.)\1{3}|([vld])\2", roman(number))


def test_the_front_matter_is_roman_and_the_body_arabic():
    assert (str(Folio(body=False, number=12)), str(Folio(body=True, number=12))) == ("xii", "12")


def test_a_run_of_roman_folios_is_written_in_full():
    assert folio_run(Folio(body=False, number=12), Folio(body=False, number=13)) == "xii–xiii"
    assert folio_run(Folio(body=False, number=104), Folio(body=False, number=104)) == "civ"


def test_a_run_of_arabic_folios_is_written_as_chicago_writes_it():
    assert folio_run(Folio(body=True, number=321), Folio(body=True, number=328)) == "321–28"


@given(st.lists(folios))
def test_the_front_matter_sorts_before_the_body_and_pages_by_number(mixed):
    ordered = sorted(mixed)

    assert ordered == sorted([f for f in mixed if not f.body], key=lambda f: f.number) + sorted(
        [f for f in mixed if f.body], key=lambda f: f.number)


@given(folios, folios)
def test_a_page_follows_the_page_before_it_in_its_own_numbering_only(one, other):
    assert one.follows(other) == (one.body is other.body and one.number - other.number == 1)
