"""Dates: when something was, as exactly as is known and no more so.

`UncertainDate` holds a date as the editor wrote it and the days it allows.
Marks of doubt (`?`, `~`) do not widen those days: they are printed, not reckoned.
`Date` is the same for the fields of records: text in a file, a date in memory.
"""

import sys
from dataclasses import dataclass, field
from typing import Annotated, Self

from pydantic import BeforeValidator, InstanceOf, PlainSerializer

from press.model.date_parts import Bound, Day, End, Qualifier, SingleDate
from press.model.edtf import EdtfError, parse

BEFORE_ALL: Day = (-sys.maxsize, 1, 1)
AFTER_ALL: Day = (sys.maxsize, 12, 31)
WHOLE_DAY = 24 * 60 * 60

SortKey = tuple[Day, Day, int, int]


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date or interval: the text as written, which alone tells two apart, and its ends.

    `start` and `end` are the same for a date that is no interval.
    """

    text: str
    start: Bound = field(compare=False, repr=False)
    end: Bound = field(compare=False, repr=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The date that `text` writes in EDTF; raises `EdtfError` where it writes none."""
        return cls(text, *parse(text))

    def __str__(self) -> str:
        return self.text

    @property
    def earliest(self) -> Day:
        """The first day it allows; `BEFORE_ALL` where the beginning is open or unknown."""
        return BEFORE_ALL if isinstance(self.start, End) else self.start.earliest

    @property
    def latest(self) -> Day:
        """The last day it allows; `AFTER_ALL` where the end is open or unknown."""
        return AFTER_ALL if isinstance(self.end, End) else self.end.latest

    @property
    def years(self) -> range:
        """The years from the first to the last that is touched; only those written where an end is not."""
        return range(self._dated[0].earliest[0], self._dated[-1].latest[0] + 1)

    @property
    def sort_key(self) -> SortKey:
        """Earliest first, then latest; on one day by the hour, what has no hour after it.

        An interval without a beginning stands where its end begins.
        """
        start, end = self._dated[0], self._dated[-1]
        return start.earliest, self.latest, _seconds(start), _seconds(end)

    @property
    def is_interval(self) -> bool:
        """Whether it has two ends."""
        return "/" in self.text

    @property
    def is_open(self) -> bool:
        """Whether an end is written `..`."""
        return End.OPEN in (self.start, self.end)

    @property
    def has_unknown_end(self) -> bool:
        """Whether the beginning or the end is unknown."""
        return End.UNKNOWN in (self.start, self.end)

    @property
    def is_uncertain(self) -> bool:
        """Whether any part of it is marked `?` or `%`."""
        return any(Qualifier.UNCERTAIN in part.qualifier for date in self._dated for part in date.parts)

    @property
    def is_approximate(self) -> bool:
        """Whether any part of it is marked `~` or `%`."""
        return any(Qualifier.APPROXIMATE in part.qualifier for date in self._dated for part in date.parts)

    @property
    def _dated(self) -> tuple[SingleDate, ...]:
        """The ends that bear a date: always one at least."""
        return tuple(end for end in (self.start, self.end) if isinstance(end, SingleDate))


def _seconds(date: SingleDate) -> int:
    """The time of day, a whole day's length where none is given."""
    return date.clock.seconds if date.clock else WHOLE_DAY


def _read(value: object) -> UncertainDate:
    """The date of a record's field."""
    if isinstance(value, UncertainDate):
        return value
    if not isinstance(value, str):
        raise EdtfError(str(value), 0, f"date is not written as text: {value}")
    return UncertainDate.parse(value)


Date = Annotated[
    InstanceOf[UncertainDate], BeforeValidator(_read), PlainSerializer(str, return_type=str, when_used="json")
]
