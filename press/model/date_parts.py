"""Date parts: year, month, day, season and hour as an editor wrote them.

A part keeps its digits as text, so `199X` (some year of the nineties) and `2X`
(some day from the 20th) stay what they are; numbers are worked out from them.
The calendar is the proleptic Gregorian one with a year zero, as in ISO 8601,
so that 45 BC is the year −44.
"""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, Flag

Day = tuple[int, int, int]

SEASONS = ("spring", "summer", "autumn", "winter")


class Qualifier(Flag):
    """What an editor holds against a part: `?` uncertain, `~` approximate, `%` both."""

    NONE = 0
    UNCERTAIN = 1
    APPROXIMATE = 2
    BOTH = 3


class End(Enum):
    """An end of an interval that bears no date: open (`..`) or unknown (nothing written)."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The digits of a year, month, day or season, and what is held against them."""

    digits: str
    qualifier: Qualifier = Qualifier.NONE

    @property
    def is_specified(self) -> bool:
        """Whether every digit is known."""
        return "X" not in self.digits

    @property
    def numbers(self) -> list[int]:
        """Every number that the digits may stand for, in rising order."""
        sign, figures = (-1, self.digits[1:]) if self.digits.startswith("-") else (1, self.digits)
        if self.is_specified:
            return [sign * int(figures)]
        choices = ["0123456789" if figure == "X" else figure for figure in figures]
        return sorted(sign * int("".join(chosen)) for chosen in itertools.product(*choices))


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `shift` is `Z`, `+04` or `+04:30`, empty for local time."""

    hour: int
    minute: int
    second: int
    shift: str = ""

    @property
    def seconds(self) -> int:
        """The seconds since midnight on the spot."""
        return self.hour * 3600 + self.minute * 60 + self.second


@dataclass(frozen=True, slots=True)
class SingleDate:
    """A year, perhaps with a season or with month, day and time of day."""

    year: Part
    month: Part | None = None
    day: Part | None = None
    season: Part | None = None
    clock: Clock | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that were written, the year first."""
        return tuple(part for part in (self.year, self.season, self.month, self.day) if part)

    @property
    def qualifier(self) -> Qualifier | None:
        """What is held against the whole date, or None where the parts differ."""
        found = {part.qualifier for part in self.parts}
        return found.pop() if len(found) == 1 else None

    @property
    def is_specified(self) -> bool:
        """Whether every digit of every part is known."""
        return all(part.is_specified for part in self.parts)

    @property
    def earliest(self) -> Day:
        """The first day that the date allows."""
        return next(self._days(1))

    @property
    def latest(self) -> Day:
        """The last day that the date allows."""
        return next(self._days(-1))

    @property
    def exists(self) -> bool:
        """Whether the calendar has any such day."""
        return any(self._days(1))

    def _days(self, step: int) -> Iterator[Day]:
        """The days that the date allows: rising with step 1, falling with step −1."""
        days = _within(self.day, 31)
        for year in self.year.numbers[::step]:
            for later, month in self._months()[::step]:
                length = month_length(year + later, month)
                yield from ((year + later, month, day) for day in days[::step] if day <= length)

    def _months(self) -> list[tuple[int, int]]:
        """The months that the date allows, each with the years to add: winter ends in the next year."""
        if not self.season:
            return [(0, month) for month in _within(self.month, 12)]
        first = 3 * SEASONS.index(season_name(self.season)) + 3
        return [((month - 1) // 12, (month - 1) % 12 + 1) for month in range(first, first + 3)]


Bound = SingleDate | End


def season_name(season: Part) -> str:
    """The word for a season written 21 to 24."""
    return SEASONS[int(season.digits) - 21]


def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def ordinal(day: Day) -> int:
    """The number of a day in the count of days, 1 for the first of the year 1."""
    year, month, date = day
    before = year - 1
    leap_days = before // 4 - before // 100 + before // 400
    return before * 365 + leap_days + sum(month_length(year, m) for m in range(1, month)) + date


def _within(part: Part | None, last: int) -> list[int]:
    """The numbers from 1 to `last` that a part allows; all of them where it is not written."""
    numbers: Iterable[int] = part.numbers if part else range(1, last + 1)
    return [number for number in numbers if 1 <= number <= last]
