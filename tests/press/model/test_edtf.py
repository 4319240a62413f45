"""What an editor may write for a date, and what is said of what is no date."""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.model.date_parts import Clock, End, Part, Qualifier, SingleDate
from press.model.edtf import EdtfError, parse
from tests.press.model.edtf_texts import singles, texts

NO, UNCERTAIN, APPROXIMATE, BOTH = (
    Qualifier.NONE, Qualifier.UNCERTAIN, Qualifier.APPROXIMATE, Qualifier.BOTH,
)


def single(text: str) -> SingleDate:
    date, _ = parse(text)
    assert isinstance(date, SingleDate)
    return date


@pytest.mark.parametrize(("text", "date"), [
    ("1992", SingleDate(Part("1992"))),
    ("1992-02", SingleDate(Part("1992"), Part("02"))),
    ("1992-02-26", SingleDate(Part("1992"), Part("02"), Part("26"))),
    ("0000", SingleDate(Part("0000"))),
    ("-0043-03-15", SingleDate(Part("-0043"), Part("03"), Part("15"))),
    ("Y17000", SingleDate(Part("17000"))),
    ("Y-170000002", SingleDate(Part("-170000002"))),
    ("1992-21", SingleDate(Part("1992"), season=Part("21"))),
    ("1992-24~", SingleDate(Part("1992", APPROXIMATE), season=Part("24", APPROXIMATE))),
    ("199X", SingleDate(Part("199X"))),
    ("XXXX-XX-XX", SingleDate(Part("XXXX"), Part("XX"), Part("XX"))),
    ("1992-02-2X", SingleDate(Part("1992"), Part("02"), Part("2X"))),
    ("1992-XX-26", SingleDate(Part("1992"), Part("XX"), Part("26"))),
])
def test_a_date_is_read_part_by_part(text: str, date: SingleDate) -> None:
    assert parse(text) == (date, date)


@pytest.mark.parametrize(("text", "clock"), [
    ("1992-02-25T23:00:00", Clock(23, 0, 0)),
    ("1992-02-25T23:59:59Z", Clock(23, 59, 59, "Z")),
    ("1992-02-25T00:00:00+04", Clock(0, 0, 0, "+04")),
    ("1992-02-25T03:20:30-03:30", Clock(3, 20, 30, "-03:30")),
])
def test_a_time_of_day_follows_a_full_day(text: str, clock: Clock) -> None:
    assert single(text).clock == clock


@pytest.mark.parametrize(("text", "held"), [
    ("1992?", [UNCERTAIN]),
    ("1992-02~", [APPROXIMATE, APPROXIMATE]),
    ("1992-02-26%", [BOTH, BOTH, BOTH]),
    ("1992-02~-26", [APPROXIMATE, APPROXIMATE, NO]),
    ("1992?-02-26", [UNCERTAIN, NO, NO]),
    ("1992-~02-26", [NO, APPROXIMATE, NO]),
    ("1992-02-?26", [NO, NO, UNCERTAIN]),
    ("?1992-02", [UNCERTAIN, NO]),
    ("?1992-02~-26", [BOTH, APPROXIMATE, NO]),
    ("1992?-02~", [BOTH, APPROXIMATE]),
    ("~1992?", [BOTH]),
    ("Y17000~", [APPROXIMATE]),
])
def test_a_mark_on_the_right_holds_for_all_before_it_and_one_on_the_left_for_its_own_part(
    text: str, held: list[Qualifier],
) -> None:
    assert [part.qualifier for part in single(text).parts] == held


@pytest.mark.parametrize(("text", "start", "end"), [
    ("1992/1994", SingleDate(Part("1992")), SingleDate(Part("1994"))),
    ("1994/..", SingleDate(Part("1994")), End.OPEN),
    ("../1992", End.OPEN, SingleDate(Part("1992"))),
    ("1992/", SingleDate(Part("1992")), End.UNKNOWN),
    ("/1992~", End.UNKNOWN, SingleDate(Part("1992", APPROXIMATE))),
    ("1991/1992-02", SingleDate(Part("1991")), SingleDate(Part("1992"), Part("02"))),
    ("1992/1992", SingleDate(Part("1992")), SingleDate(Part("1992"))),
    ("1992-21/199X", SingleDate(Part("1992"), season=Part("21")), SingleDate(Part("199X"))),
])
def test_an_interval_has_two_ends_of_which_one_bears_a_date(text: str, start: object, end: object) -> None:
    assert parse(text) == (start, end)


def test_an_interval_may_run_between_two_hours_of_a_day() -> None:
    start, end = parse("1992-02-26T01:00:00/1992-02-26T04:00:00")
    assert isinstance(start, SingleDate)
    assert isinstance(end, SingleDate)
    assert (start.clock, end.clock) == (Clock(1, 0, 0), Clock(4, 0, 0))


def test_hours_of_two_reckonings_are_not_held_against_each_other() -> None:
    start, end = parse("1992-02-26T01:00:00+04/1992-02-26T00:30:00Z")
    assert start != end


@pytest.mark.parametrize(("text", "offset", "message"), [
    ("", 0, "date is empty"),
    ("1992-02-31", 8, "month has no day 31"),
    ("1993-02-29", 8, "month has no day 29"),
    ("1900-02-29", 8, "month has no day 29"),
    ("1992-04-31", 8, "month has no day 31"),
    ("1992-02-3X", 8, "month has no day 3X"),
    ("1991-02-X9~/1992-02-31", 20, "month has no day 31"),
    ("1992-13", 5, "13 is not a month"),
    ("1992-00", 5, "00 is not a month"),
    ("1992-2X", 5, "2X is not a month"),
    ("1992-02-00", 8, "00 is not a day"),
    ("1992-02-32", 8, "32 is not a day"),
    ("1992-25", 5, "season 25 is not used here"),
    ("1992-41", 5, "season 41 is not used here"),
    ("1992-42", 5, "42 is not a month"),
    ("1992-21-01", 7, "season has no day"),
    ("92", 0, "year has four digits, not 2"),
    ("19920226", 0, "year has four digits, not 8"),
    ("26.02.1992", 0, "year has four digits, not 2"),
    ("1992-02-25/26", 11, "year has four digits, not 2"),
    ("1992-2-26", 5, "month has two digits, not 1"),
    ("1992-02-6", 8, "day has two digits, not 1"),
    ("-0000", 0, "there is no year -0000"),
    ("-", 1, "date is not complete"),
    ("1992-", 5, "month is missing"),
    ("1992-02-?", 9, "day is missing"),
    ("1992-/1993", 5, "month is missing"),
    ("Y1992", 0, "year after “Y” is not beyond four digits"),
    ("Y012345", 0, "year after “Y” is not beyond four digits"),
    ("Y", 0, "year after “Y” is not beyond four digits"),
    ("Y1234567890123", 0, "year has more than 12 digits"),
    ("Y17000-02", 6, "year after “Y” stands alone"),
    ("Y17E7", 3, "years in powers of ten are not used here"),
    ("1950S2", 4, "significant digits are not used here"),
    ("Y17000S2", 6, "significant digits are not used here"),
    ("199x", 3, "unspecified digit is not written “X”"),
    ("1992-uu", 5, "unspecified digit is not written “X”"),
    ("1992-02-2x", 9, "unspecified digit is not written “X”"),
    ("1992?~", 5, "part is qualified twice"),
    ("??1992", 1, "part is qualified twice"),
    ("[1991,1992]", 0, "sets of dates are not used here"),
    ("{1991..1992}", 0, "sets of dates are not used here"),
    ("February 1992", 0, "“F” has no place in a date"),
    (" 1992", 0, "“ ” has no place in a date"),
    ("1992-02-26 23:00", 10, "“ ” has no place in a date"),
    ("1992–93", 4, "“–” has no place in a date"),
    ("1992-02-26-01", 10, "“-” has no place in a date"),
    ("١٩٩٢", 0, "“١” has no place in a date"),
    ("1992/02/26", 7, "interval has more than two ends"),
    ("/", 0, "interval has no date at either end"),
    ("../..", 0, "interval has no date at either end"),
    ("../", 0, "interval has no date at either end"),
    ("1993/1992", 5, "interval ends before it begins"),
    ("1992-02-26T04:00:00/1992-02-26T01:00:00", 20, "interval ends before it begins"),
    ("1992-02T23:00:00", 7, "time does not follow a full and certain day"),
    ("1992-02-2XT23:00:00", 10, "time does not follow a full and certain day"),
    ("1992-02-26~T23:00:00", 11, "time does not follow a full and certain day"),
    ("1992-02-26T23:00", 11, "time is not written hh:mm:ss"),
    ("1992-02-26T3:00:00", 11, "time is not written hh:mm:ss"),
    ("1992-02-26T24:00:00", 11, "24 is not an hour"),
    ("1992-02-26T23:60:00", 14, "60 is not a minute"),
    ("1992-02-26T23:00:60", 17, "60 is not a second"),
    ("1992-02-26T23:00:00+15", 19, "+15 is not a shift from UTC"),
    ("1992-02-26T23:00:00+04:60", 19, "+04:60 is not a shift from UTC"),
    ("1992-02-26T23:00:00-00:00", 19, "-00:00 is not a shift from UTC"),
    ("1992-02-26T23:00:00~", 19, "time of day is not qualified"),
])
def test_what_is_no_date_is_refused_with_its_reason_and_the_spot(
    text: str, offset: int, message: str,
) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert (caught.value.message, caught.value.offset) == (message, offset)
    assert (str(caught.value), caught.value.text) == (message, text)


def test_a_refusal_can_be_sent_from_one_worker_to_another() -> None:
    sent = pickle.loads(pickle.dumps(EdtfError("1992-13", 5, "13 is not a month")))
    assert (sent.text, sent.offset, sent.message) == ("1992-13", 5, "13 is not a month")


@given(texts)
def test_a_date_made_by_the_rules_is_read_unless_the_calendar_has_no_such_time(text: str) -> None:
    try:
        parse(text)
    except EdtfError as error:
        if error.message == "interval ends before it begins":
            assert "/" in text
        else:
            assert "X" in text
            assert re.search("^month has no day|is not a (month|day)$", error.message)


@given(singles)
def test_the_parts_of_a_date_are_those_written(text: str) -> None:
    try:
        date = single(text)
    except EdtfError:
        return
    bare = "".join(c for c in text.partition("T")[0] if c not in "?~%Y")
    assert "-".join(part.digits for part in date.parts) == bare


@given(st.text() | st.text("0123456789X-/.?~%YTZ:+", max_size=24))
def test_any_text_is_a_date_or_is_refused_at_a_spot_in_it(text: str) -> None:
    try:
        parse(text)
    except EdtfError as error:
        assert 0 <= error.offset <= len(text)
        assert error.message
