"""The parser beside the package `edtf`: where they differ, and why, without exception."""

import math

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from press.model.date_parts import Day
from press.model.dates import AFTER_ALL, BEFORE_ALL, UncertainDate
from press.model.edtf import EdtfError

Reading = tuple[Day, Day] | str
REFUSED, LOST = "refused", "lost"

TEXTS = (
    *"1985 1985-04 1985-04-12 0000 -1985 -0000 -0044-03-15 1992-02-29".split(),
    *"1992-02-30 1992-02-31 1993-02-29 1900-02-29 2000-02-29 1992-04-31 1992-13 1992-00 1992-01-00".split(),
    *"92 1992-1 1992-1-1 19920226 26.02.1992 1992- 1992u 199u 1992-uu 201x c1992".split(),
    "", " 1992", "1992 ", "February 1992", "1992–93",
    *"1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04 1985-04-12T23:20:30+04:30".split(),
    *"1985-04-12T23:20 1985-04T23:20:30 1985-04-12T24:00:00 1985-04-12T23:20:60 1985-04-12T3:20:30".split(),
    *"1985-04-12T23:20:30+00:00 1985-04-12T23:20:30-00:00 1985-04-12T23:20:30+14".split(),
    *"1985-04-12T23:20:30+15:00 1985-04-12T23:20:30~ 1985-04-12~T23:20:30".split(),
    *"1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005".split(),
    *"2005/2006-02 2004-06/2004-06 -0100/0100 2008/1964 1992-02-26/27 1992/02/26".split(),
    *"open/1992 unknown/1992 1992-02-26T01:00:00/1992-02-26T04:00:00 Y17000/Y17005".split(),
    *"1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985".split(),
    *"1985-04-12/ 1985/ /1985-04-12 /1985 / ../.. /.. ../".split(),
    *"1984~/2004-06 1984/2004-06~ 1984~/2004~ 1984?/2004% 1984-06?/2004-08? 1984-06-02?/2004-08-08~".split(),
    *"2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03 1992-?02/1992-03".split(),
    *"Y170000002 Y-170000002 Y1985 Y012345 Y170000002? Y17E7 1950S2 Y171010000S3".split(),
    *"2001-21 2001-22 2001-23 2001-24 2001-25 2001-41 2001-42 2001-21-01 2001-21/2003".split(),
    *"1984? 2004-06~ 2004-06-11% 1984?? 1984?~ 2004-06~-11 2004?-06-11 ?2004-06-~11 2004-%06-11".split(),
    *"?2004-06 2004?-06 ?2004 1992-02~-26 2004-06-~11 ?1992-02~-26 ~1992? ?2004-06-04~".split(),
    *"201X 20XX 2XXX XXXX 2004-XX 1985-04-XX 1985-XX-XX 199X~ 2004-XX~".split(),
    *"156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX-12 1984-1X 1992-X2 1992-02-2X 1992-XX-26".split(),
    *"1992-02-3X 1992-X2-2X 1992-1X-3X 1993-02-X9 199X-02-29 1990-XX-31 1992-2X 1992-9X 1992-02-2X~".split(),
    *"[1667,1668] {1960,1961-12} 1667..1668".split(),
)

NO_CALENDAR = "theirs lets 29 February stand in any year"
UNKNOWN = "theirs takes an unknown end to lie ten years off; ours makes no guess"
DIGITS = "theirs breaks on the digits or finds no days for them; ours takes level 2 by its word"
MARKS = "theirs takes marks on one side only; ours lets marks on both sides meet"
HOUSE = "level 2, which the house does not use and refuses by name"
SPACES = "theirs strips spaces; ours reads what is written"
SHIFTS = "theirs refuses whole hours from 14 up and none; ISO 8601 has both"

DIFFERENT = {
    "1993-02-29": NO_CALENDAR,
    "1900-02-29": NO_CALENDAR,
    "199X-02-29": NO_CALENDAR,
    "1985-04-12/": UNKNOWN,
    "1985/": UNKNOWN,
    "/1985-04-12": UNKNOWN,
    "/1985": UNKNOWN,
    "1984-1X": DIGITS,
    "1992-X2": DIGITS,
    "1992-02-2X": DIGITS,
    "1992-02-3X": DIGITS,
    "1992-X2-2X": DIGITS,
    "1992-1X-3X": DIGITS,
    "1993-02-X9": DIGITS,
    "1992-02-2X~": "theirs takes no mark after digits wanting within a day",
    "?1992-02~-26": MARKS,
    "~1992?": MARKS,
    "?2004-06-04~": MARKS,
    "1950S2": HOUSE,
    "Y171010000S3": HOUSE,
    "Y17E7": HOUSE,
    "2001-25": HOUSE,
    "2001-41": HOUSE,
    "[1667,1668]": HOUSE,
    "{1960,1961-12}": HOUSE,
    " 1992": SPACES,
    "1992 ": SPACES,
    "1985-04-12T23:20:30+00:00": SHIFTS,
    "1985-04-12T23:20:30+14": SHIFTS,
    "1985-04-12T24:00:00": "theirs knows midnight as 24:00; ours writes 00:00 of the next day",
    "1985-04T23:20:30": "theirs lets an hour follow a month",
    "2008/1964": "theirs lets an interval run backwards",
    "/..": "theirs breaks on an interval without a date; ours refuses it",
    "../": "theirs breaks on an interval without a date; ours refuses it",
    "../..": "theirs lets an interval have no date at all",
    "1992-02-26T01:00:00/1992-02-26T04:00:00": "theirs has no intervals of hours; historians have",
    "Y170000002?": "theirs takes no mark after a long year; level 1 marks any date",
    "Y17000/Y17005": "theirs takes no long years in intervals; level 1 lets any date stand there",
    "2001-24": "theirs ends winter with December; ours runs to the end of February",
}


def ours(text: str) -> Reading:
    try:
        date = UncertainDate.parse(text)
    except EdtfError:
        return REFUSED
    return date.earliest, date.latest


def theirs(text: str) -> Reading:
    try:
        date = parse_edtf(text)
    except EDTFParseException:
        return REFUSED
    except (AttributeError, TypeError):
        return LOST
    try:
        return _day(date.lower_strict()), _day(date.upper_strict())
    except ValueError:
        return LOST


def _day(found: object) -> Day:
    if isinstance(found, float):
        return AFTER_ALL if found == math.inf else BEFORE_ALL
    year, month, day, *_ = found
    return year, month, day


@pytest.mark.parametrize("text", TEXTS)
def test_both_read_the_same_unless_the_difference_is_listed(text: str) -> None:
    assert (ours(text) != theirs(text)) == (text in DIFFERENT)


def test_every_listed_difference_is_looked_at() -> None:
    assert DIFFERENT.keys() <= set(TEXTS)
    assert len(set(TEXTS)) == len(TEXTS)
