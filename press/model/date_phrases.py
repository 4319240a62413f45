"""Date phrases: what the book says of a single date, also where a digit is wanting.

A date of which all digits are known is its day, month and year.  Any other is
put in words, since `20–29 February` would say that the thing lasted ten days:

    199X  in the 1990s             1992-02-2X  on a day between 20 and 29 February 1992
    19XX  in a year between 1900 and 1999      1992-01-3X  30 or 31 January 1992
    1992-XX  in an unknown month of 1992       1992-XX-26  on the 26th of an unknown month of 1992
    199X-12-25  on a day between 25 December 1990 and 25 December 1999 (written 199X-12-25)
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from press.model.date_parts import Day, Part, SingleDate, month_length, season_name

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
SHORT_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)
LONGEST_LIST = 4


@dataclass(frozen=True, slots=True)
class Style:
    """How dates are worded.

    `year_above` is the year that stands above and is left out.
    """

    months: tuple[str, ...] = MONTHS
    before_hours: str = ", "
    year_above: int | None = None

    def month(self, part: Part) -> str:
        """The name of a month that is known."""
        return self.months[int(part.digits) - 1]

    def year(self, date: SingleDate) -> str:
        """The year of a date; nothing where it stands above and there is more to print."""
        year = int(date.year.digits)
        if year == self.year_above and len(date.parts) > 1:
            return ""
        if date.season and season_name(date.season) == "winter":
            return year_run(year, year + 1)
        return year_words(year)


@dataclass(frozen=True, slots=True)
class Fields:
    """The day, the month or season, and the year of a date as printed; empty where there is none."""

    day: str
    month: str
    year: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.day, self.month, self.year)))


def fields(date: SingleDate, style: Style) -> Fields:
    """The printed parts of a date of which all digits are known."""
    month = style.month(date.month) if date.month else season_name(date.season) if date.season else ""
    return Fields(str(int(date.day.digits)) if date.day else "", month, style.year(date))


def phrase(date: SingleDate, style: Style) -> tuple[str, str]:
    """The words for a date of which a digit is wanting, and the preposition before them."""
    if not date.year.is_specified:
        return _some_year(date) or _between(date, style)
    if date.month and not date.month.is_specified:
        return _some_month(date.month, date.day, style, style.year(date)) or _between(date, style)
    return _some_day(date, style)


def year_words(year: int) -> str:
    """A year as printed, marked AD below 1000 and BC from the year 0 down."""
    if year <= 0:
        return f"{_grouped(1 - year)} BC"
    return _grouped(year) if year > 999 else f"AD {year}"


def year_run(first: int, last: int) -> str:
    """A run of years: all digits where the century changes, else the changed ones (Chicago 9.64)."""
    if last <= 0:
        return f"{_grouped(1 - first)}–{year_words(last)}"
    if first <= 0 or last > 9999:
        return f"{year_words(first)}–{year_words(last)}"
    if first < 1000 or first // 100 != last // 100 or first % 100 == 0:
        return f"{year_words(first)}–{last}"
    return f"{first}–{last % 100:0{1 if first % 100 < 10 else 2}}"


def _grouped(number: int) -> str:
    """A number with commas from five digits up (Chicago 9.54)."""
    return f"{number:,}" if number > 9999 else str(number)


def _some_year(date: SingleDate) -> tuple[str, str] | None:
    """Words for a year alone whose last digits are wanting."""
    if len(date.parts) > 1 or not re.fullmatch("-?[0-9]*X+", date.year.digits):
        return None
    first, last = date.year.numbers[0], date.year.numbers[-1]
    if first > 0 and last - first == 9:
        return "in", f"the {first}s"
    return "in", f"a year between {year_words(first)} and {year_words(last)}"


def _some_month(month: Part, day: Part | None, style: Style, year: str) -> tuple[str, str] | None:
    """Words for a month of a known year of which a digit is wanting."""
    of_year = f" of {year}" if year else ""
    if month.digits == "XX" and day is None:
        return "in", f"an unknown month{of_year}"
    if day and month.digits == day.digits == "XX":
        return "on", f"an unknown day{of_year}"
    if month.digits == "XX" and day and day.is_specified:
        return "on", f"the {_ordinal(int(day.digits))} of an unknown month{of_year}"
    if day is None:
        names = [style.months[number - 1] for number in month.numbers if 1 <= number <= 12]
        return _one_of(names, "in", "a month", year)
    return None


def _some_day(date: SingleDate, style: Style) -> tuple[str, str]:
    """Words for a day of a known month of which a digit is wanting."""
    if not date.month or not date.day:
        raise ValueError(f"no digit of a day is wanting in {date}")
    month = f"{style.month(date.month)} {style.year(date)}".strip()
    if date.day.digits == "XX":
        return "on", f"an unknown day of {month}"
    length = month_length(int(date.year.digits), int(date.month.digits))
    days = [str(number) for number in date.day.numbers if 1 <= number <= length]
    return _one_of(days, "on", "a day", month)


def _one_of(names: Sequence[str], preposition: str, kind: str, rest: str) -> tuple[str, str]:
    """A few names listed, or the first and the last of many."""
    if len(names) > LONGEST_LIST:
        return preposition, f"{kind} between {names[0]} and {names[-1]} {rest}".strip()
    listed = " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return "", f"{listed} {rest}".strip()


def _between(date: SingleDate, style: Style) -> tuple[str, str]:
    """The first and the last that a date allows, and how it is written."""
    kind = "day" if date.day else "month" if date.month else "season" if date.season else "year"
    first, last = _worded(date, date.earliest, style), _worded(date, date.latest, style)
    written = "-".join(part.digits for part in date.parts)
    return "on" if kind == "day" else "in", f"a {kind} between {first} and {last} (written {written})"


def _worded(date: SingleDate, found: Day, style: Style) -> str:
    """A day that a date allows, in as many parts as the date has."""
    year, month, day = found
    if date.season:
        year = date.year.numbers[0] if found == date.earliest else date.year.numbers[-1]
        return f"{season_name(date.season)} {year_words(year)}"
    parts = (str(day) if date.day else "", style.months[month - 1] if date.month else "", year_words(year))
    return " ".join(filter(None, parts))


def _ordinal(number: int) -> str:
    """A day of the month as an ordinal: 1st, 2nd, 3rd, 11th, 26th."""
    ending = "th" if 11 <= number <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
