"""Dates as the book prints them."""

import re

import pytest
from hypothesis import given

from press.model.date_phrases import year_run
from press.model.date_words import cited, printed, printed_hours, printed_month, printed_short, short_days
from press.model.dates import UncertainDate
from tests.press.model.edtf_texts import dates


@pytest.mark.parametrize(("text", "words"), [
    ("1992-02-26", "26 February 1992"),
    ("1992-02", "February 1992"),
    ("1993", "1993"),
    ("-0043-03-15", "15 March 44 BC"),
    ("0000", "1 BC"),
    ("0079-08-24~", "c. 24 August AD 79"),
    ("Y17000", "17,000"),
    ("Y-17000", "17,001 BC"),
    ("1992-21", "spring 1992"),
    ("1992-24", "winter 1992–93"),
    ("1999-24", "winter 1999–2000"),
])
def test_a_date_is_printed_day_before_month_before_year(text: str, words: str) -> None:
    assert printed(UncertainDate.parse(text)) == words


@pytest.mark.parametrize(("text", "words"), [
    ("1992~", "c. 1992"),
    ("1992?", "1992 (?)"),
    ("1992%", "c. 1992 (?)"),
    ("1992-02-26?", "26 February 1992 (?)"),
    ("1992-02~-26", "26 February 1992 (month and year approximate)"),
    ("1992-?02-26", "26 February 1992 (month uncertain)"),
    ("?1992-21", "spring 1992 (year uncertain)"),
    ("%1992-02-~26", "26 February 1992 (day approximate, year uncertain and approximate)"),
    ("?1992-?02-~26", "26 February 1992 (month and year uncertain, day approximate)"),
])
def test_doubt_is_in_sight(text: str, words: str) -> None:
    assert printed(UncertainDate.parse(text)) == words


@pytest.mark.parametrize(("text", "words"), [
    ("199X", "in the 1990s"),
    ("19XX", "in a year between 1900 and 1999"),
    ("-004X", "in a year between 50 BC and 41 BC"),
    ("19X2", "in a year between 1902 and 1992 (written 19X2)"),
    ("1992-XX", "in an unknown month of 1992"),
    ("1992-0X", "in a month between January and September 1992"),
    ("1992-1X", "October, November or December 1992"),
    ("1992-X5", "May 1992"),
    ("1992-02-XX", "on an unknown day of February 1992"),
    ("1992-02-2X", "on a day between 20 and 29 February 1992"),
    ("1993-02-2X", "on a day between 20 and 28 February 1993"),
    ("1992-01-3X", "30 or 31 January 1992"),
    ("1992-XX-XX", "on an unknown day of 1992"),
    ("1992-XX-26", "on the 26th of an unknown month of 1992"),
    ("1992-XX-01", "on the 1st of an unknown month of 1992"),
    ("1992-XX-13", "on the 13th of an unknown month of 1992"),
    ("1992-XX-23", "on the 23rd of an unknown month of 1992"),
    ("1992-1X-2X", "on a day between 20 October 1992 and 29 December 1992 (written 1992-1X-2X)"),
    ("199X-02", "in a month between February 1990 and February 1999 (written 199X-02)"),
    ("199X-21", "in a season between spring 1990 and spring 1999 (written 199X-21)"),
    ("199X~", "in the 1990s (approximate)"),
    ("1992-02-2X?", "on a day between 20 and 29 February 1992 (?)"),
    ("1992~-02-XX", "on an unknown day of February 1992 (year approximate)"),
])
def test_a_digit_that_is_wanting_is_put_in_words(text: str, words: str) -> None:
    assert printed(UncertainDate.parse(text)) == words


@pytest.mark.parametrize(("text", "words"), [
    ("1992-02-25/1992-02-26", "25–26 February 1992"),
    ("1988-02-27/1988-03-01", "27 February – 1 March 1988"),
    ("1991-12-31/1992-01-01", "31 December 1991 – 1 January 1992"),
    ("1991-04/1991-07", "April–July 1991"),
    ("1991-10/1992-04", "October 1991 – April 1992"),
    ("1992-21/1992-23", "spring–autumn 1992"),
    ("1991-23/1992-21", "autumn 1991 – spring 1992"),
    ("1992-23/1992-24", "autumn – winter 1992–93"),
    ("1993/1994", "1993–94"),
    ("1988/1994", "1988–94"),
    ("1991/1992-02", "1991 – February 1992"),
    ("1992/1992-02", "1992 – February 1992"),
    ("1992-02/1992-03-05", "February – 5 March 1992"),
    ("1992/1992", "1992"),
    ("-0043/-0040", "44–41 BC"),
    ("1992-02-01~/1992-02-15~", "c. 1–15 February 1992"),
    ("1992-02-01/1992-02-15~", "1 – c. 15 February 1992"),
    ("1991-09~/1991-11~", "c. September–November 1991"),
    ("1991-09~/1992-02", "c. September 1991 – February 1992"),
    ("1991-10~/1992-04~", "c. October 1991 – c. April 1992"),
    ("1993~/1994", "c. 1993 – 1994"),
    ("1993?/1994?", "1993–94 (?)"),
    ("1992-~02/1992-~03", "February (month approximate) – March 1992 (month approximate)"),
    ("199X/2003", "the 1990s – 2003"),
])
def test_a_range_prints_once_what_its_ends_share(text: str, words: str) -> None:
    assert printed(UncertainDate.parse(text)) == words


@pytest.mark.parametrize(("text", "words"), [
    ("1994/..", "from 1994"),
    ("1994~/..", "from c. 1994"),
    ("199X/..", "from the 1990s"),
    ("../1992-02-26", "until 26 February 1992"),
    ("1992/", "from 1992, end unknown"),
    ("/1992-02", "until February 1992, beginning unknown"),
])
def test_an_end_without_a_date_is_said_to_be_open_or_unknown(text: str, words: str) -> None:
    assert printed(UncertainDate.parse(text)) == words


@pytest.mark.parametrize(("text", "words"), [
    ("1992-02-25T23:00:00", "25 February 1992, 23:00"),
    ("1992-02-25T23:00:05", "25 February 1992, 23:00:05"),
    ("1992-02-25T03:00:00Z", "25 February 1992, 03:00 UTC"),
    ("1992-02-25T23:00:00+04", "25 February 1992, 23:00 UTC+4"),
    ("1992-02-25T23:00:00-03:30", "25 February 1992, 23:00 UTC−3:30"),
    ("1992-02-25T23:00:00+04:00", "25 February 1992, 23:00 UTC+4"),
    ("1992-02-26T01:00:00/1992-02-26T04:00:00", "26 February 1992, 01:00–04:00"),
    ("1992-02-26T01:00:00+04/1992-02-26T04:00:00+04", "26 February 1992, 01:00–04:00 UTC+4"),
    ("1992-02-26T01:00:00+04/1992-02-26T04:00:00Z", "26 February 1992, 01:00 UTC+4–04:00 UTC"),
    ("1992-02-25T23:00:00/1992-02-26T04:00:00", "25 February, 23:00 – 26 February 1992, 04:00"),
    ("1992-02-25T23:00:00/1992-02-26", "25 February, 23:00 – 26 February 1992"),
    ("1992-02-25/1992-02-26T04:00:00", "25 – 26 February 1992, 04:00"),
    ("1992-02-26T04:00:00/..", "from 26 February 1992, 04:00"),
])
def test_hours_follow_the_day(text: str, words: str) -> None:
    assert printed(UncertainDate.parse(text)) == words


@pytest.mark.parametrize(("text", "words"), [
    ("1992-02-26", "26 Feb."),
    ("1992-05-08/1992-05-09", "8–9 May"),
    ("1988-02-27/1988-03-01", "27 Feb. – 1 Mar."),
    ("1992-02-01~/1992-02-15~", "c. 1–15 Feb."),
    ("1992-09", "Sept."),
    ("1991-10/1992-04", "Oct. – Apr. 1992"),
    ("1992-21", "spring"),
    ("1993", "1993"),
    ("1993/1994", "1993–94"),
    ("1992-02-XX", "an unknown day of Feb."),
    ("1992-XX-26", "the 26th of an unknown month"),
    ("1992-1X", "Oct., Nov. or Dec."),
    ("../1992-04", "until Apr."),
    ("1992-02/", "from Feb., end unknown"),
    ("1992-02-25T23:00:00", "25 Feb. 23:00"),
    ("1992-02-26T01:00:00/1992-02-26T04:00:00", "26 Feb. 01:00–04:00"),
    ("1992-02-25T23:00:00/1992-02-26T04:00:00", "25 Feb. 23:00 – 26 Feb. 04:00"),
])
def test_in_the_chronology_months_are_short_and_the_year_stands_above(text: str, words: str) -> None:
    assert printed_short(UncertainDate.parse(text)) == words


@pytest.mark.parametrize(("text", "days", "hours"), [
    ("1992-02-26", "26 Feb.", ""),
    ("1992-02-25T23:00:00", "25 Feb.", "23:00"),
    ("1992-02-26T01:00:00/1992-02-26T04:00:00", "26 Feb.", "01:00–04:00"),
    ("1992-02-25T23:00:00/1992-02-26T04:00:00", "25 Feb. 23:00 – 26 Feb. 04:00", ""),
    ("1992-02-25T23:00:00/..", "from 25 Feb. 23:00", ""),
])
def test_hours_within_one_day_can_stand_on_a_line_of_their_own(text: str, days: str, hours: str) -> None:
    date = UncertainDate.parse(text)
    assert (short_days(date), printed_hours(date)) == (days, hours)


@pytest.mark.parametrize(("text", "words"), [
    ("1992-02-26", "26 February 1992"),
    ("1992-03", "March 1992"),
    ("1992~", "c. 1992"),
    ("1992-02-26T23:00:00", "26 February 1992"),
    ("1992-02-26T01:00:00/1992-02-26T04:00:00", "26 February 1992"),
    ("1992-02-XX", "February 1992"),
    ("1992-XX-XX", "1992"),
    ("199X", "the 1990s"),
    ("1994/..", "1994–"),
    ("2001/2003", "2001–3"),
])
def test_a_source_is_cited_by_its_day_without_hours_or_days_unknown(text: str, words: str) -> None:
    assert cited(UncertainDate.parse(text)) == words


@pytest.mark.parametrize(("text", "words"), [
    ("1992-03-05", "Mar. 1992"),
    ("1992-02-25T23:00:00", "Feb. 1992"),
    ("1992-02-25/1992-02-26", "Feb. 1992"),
    ("1993~/1994~", "c. 1993–94"),
    ("1994~/..", "from c. 1994"),
    ("1992", "1992"),
])
def test_in_a_drawing_a_date_is_given_to_the_month(text: str, words: str) -> None:
    assert printed_month(UncertainDate.parse(text)) == words


@pytest.mark.parametrize(("first", "last", "words"), [
    (1993, 1994, "1993–94"), (1914, 1918, "1914–18"), (1897, 1901, "1897–1901"), (2000, 2004, "2000–2004"),
    (2005, 2006, "2005–6"), (2009, 2011, "2009–11"), (1496, 1500, "1496–1500"), (325, 327, "AD 325–327"),
    (-43, 14, "44 BC–AD 14"), (9990, 10010, "9990–10,010"),
])
def test_a_run_of_years_drops_the_digits_chicago_drops(first: int, last: int, words: str) -> None:
    assert year_run(first, last) == words


@given(dates)
def test_every_date_has_words_and_no_dash_or_space_hangs_loose(date: UncertainDate) -> None:
    for words in (printed(date), printed_short(date), cited(date), printed_month(date)):
        assert words
        assert words == words.strip()
        assert not re.search(r"  |^–|– –| ,|\(\)", words)
