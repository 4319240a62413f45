"""The days that a date allows, its order among others, and dates in records."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from press.model.date_parts import month_length, ordinal
from press.model.dates import AFTER_ALL, BEFORE_ALL, Date, UncertainDate
from press.model.edtf import EdtfError
from tests.press.model.edtf_texts import dates


class Entry(BaseModel):
    issued: Date | None = None


@pytest.mark.parametrize(("text", "earliest", "latest"), [
    ("1992-02-26", (1992, 2, 26), (1992, 2, 26)),
    ("1992-02", (1992, 2, 1), (1992, 2, 29)),
    ("1993-02", (1993, 2, 1), (1993, 2, 28)),
    ("1992", (1992, 1, 1), (1992, 12, 31)),
    ("1992~", (1992, 1, 1), (1992, 12, 31)),
    ("199X", (1990, 1, 1), (1999, 12, 31)),
    ("-004X", (-49, 1, 1), (-40, 12, 31)),
    ("XXXX", (0, 1, 1), (9999, 12, 31)),
    ("1992-XX", (1992, 1, 1), (1992, 12, 31)),
    ("1992-1X", (1992, 10, 1), (1992, 12, 31)),
    ("1992-02-2X", (1992, 2, 20), (1992, 2, 29)),
    ("1993-02-2X", (1993, 2, 20), (1993, 2, 28)),
    ("1992-XX-31", (1992, 1, 31), (1992, 12, 31)),
    ("1992-0X-31", (1992, 1, 31), (1992, 8, 31)),
    ("199X-02-29", (1992, 2, 29), (1996, 2, 29)),
    ("1992-21", (1992, 3, 1), (1992, 5, 31)),
    ("1992-23", (1992, 9, 1), (1992, 11, 30)),
    ("1992-24", (1992, 12, 1), (1993, 2, 28)),
    ("1995-24", (1995, 12, 1), (1996, 2, 29)),
    ("1992-02-25/1992-02-26", (1992, 2, 25), (1992, 2, 26)),
    ("1991/1992-02", (1991, 1, 1), (1992, 2, 29)),
    ("1994/..", (1994, 1, 1), AFTER_ALL),
    ("../1992-05", BEFORE_ALL, (1992, 5, 31)),
    ("1992/", (1992, 1, 1), AFTER_ALL),
    ("Y170000002", (170000002, 1, 1), (170000002, 12, 31)),
])
def test_a_date_allows_the_days_from_the_earliest_to_the_latest(
    text: str, earliest: tuple[int, int, int], latest: tuple[int, int, int],
) -> None:
    date = UncertainDate.parse(text)
    assert (date.earliest, date.latest) == (earliest, latest)


@pytest.mark.parametrize(("text", "years"), [
    ("1992-02-26", [1992]),
    ("1991-12/1992-02", [1991, 1992]),
    ("1988/1991", [1988, 1989, 1990, 1991]),
    ("1992-24", [1992, 1993]),
    ("199X", list(range(1990, 2000))),
    ("1994/..", [1994]),
    ("/1992", [1992]),
])
def test_a_date_touches_years(text: str, years: list[int]) -> None:
    assert list(UncertainDate.parse(text).years) == years


def test_dates_stand_earliest_first_then_latest_and_by_the_hour_within_a_day() -> None:
    order = [
        "-0043", "1921-07-04/1921-07-05", "1988-02-20", "1991-10/1992-04", "../1992-01", "1992-01-06",
        "1992-02-25T20:30:00", "1992-02-25T23:00:00", "1992-02-25", "1992-02-25/1992-02-26",
        "1992-02-26T01:00:00/1992-02-26T04:00:00", "1992-02-26T03:00:00", "1992-02-26",
        "1994/1995", "1994/..",
    ]
    assert sorted(sorted(order), key=lambda text: UncertainDate.parse(text).sort_key) == order


@pytest.mark.parametrize(("text", "said"), [
    ("1992", set()),
    ("1992?", {"is_uncertain"}),
    ("1992-~02", {"is_approximate"}),
    ("1992%", {"is_uncertain", "is_approximate"}),
    ("1992/1993", {"is_interval"}),
    ("1992/1993~", {"is_interval", "is_approximate"}),
    ("1992/..", {"is_interval", "is_open"}),
    ("?1992/", {"is_interval", "has_unknown_end", "is_uncertain"}),
])
def test_a_date_says_what_is_not_known_of_it(text: str, said: set[str]) -> None:
    marks = {"is_interval", "is_open", "has_unknown_end", "is_uncertain", "is_approximate"}
    assert {mark for mark in marks if getattr(UncertainDate.parse(text), mark)} == said


def test_two_dates_are_one_if_they_are_written_alike() -> None:
    assert UncertainDate.parse("1992~") == UncertainDate.parse("1992~")
    assert len({UncertainDate.parse(text) for text in ("1992~", "1992~", "1992", "1992/1992")}) == 3
    assert str(UncertainDate.parse("1992~")) == "1992~"


def test_a_record_reads_its_date_from_text_and_writes_it_back() -> None:
    entry = Entry.model_validate({"issued": "1992-02-26"})
    assert entry.issued == UncertainDate.parse("1992-02-26")
    assert entry.model_dump_json() == '{"issued":"1992-02-26"}'
    assert Entry(issued=entry.issued).issued is entry.issued
    assert Entry.model_validate({"issued": None}).issued is None


@pytest.mark.parametrize(("value", "message"), [
    ("1992-02-31", "month has no day 31"),
    (1992, "date is not written as text: 1992"),
])
def test_a_record_refuses_what_is_no_date_with_the_parser_s_reason(value: object, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Entry.model_validate({"issued": value})
    error = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(error, EdtfError)
    assert error.message == message


@given(dates)
def test_the_earliest_day_is_not_after_the_latest_and_the_calendar_has_both(date: UncertainDate) -> None:
    assert date.earliest <= date.latest
    for year, month, day in (date.earliest, date.latest):
        assert 1 <= day <= month_length(year, month)
    assert date.years


@given(dates)
def test_a_date_read_again_is_the_same_date(date: UncertainDate) -> None:
    again = UncertainDate.parse(str(date))
    assert (again, again.start, again.end, hash(again)) == (date, date.start, date.end, hash(date))


@given(st.dates())
def test_days_are_counted_as_the_calendar_of_python_counts_them(day: datetime.date) -> None:
    assert ordinal((day.year, day.month, day.day)) == day.toordinal()


def test_the_count_of_days_goes_on_before_the_year_one() -> None:
    assert [ordinal(day) for day in ((1, 1, 1), (0, 12, 31), (0, 1, 1), (-1, 12, 31))] == [1, 0, -365, -366]
