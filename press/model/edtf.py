"""EDTF: dates and times that need not be known in full, as ISO 8601-2 writes them.

Read are levels 0 and 1 in full and, of level 2, what a historian needs:

    1992-02-26  1992-02  1992  1992-02-25T23:00:00  1992-02-25T23:00:00+04
    1992-02-25/1992-02-26   1994/..   ../1992   1992/ (end unknown)   1992-21 (spring)
    1992?  1992-02~  1992%   199X  1992-XX  1992-02-2X  1992-XX-26   -0043  Y17000
    1992-02~-26 (month and year)   1992-~02-26 (month alone)   ?1992-02

Two things go beyond the letter of the levels: an interval may run between times
of day, and marks to the left and to the right of parts may meet in one date.
Sets, quarters, years in powers of ten and significant digits are refused by name.
"""

import re
from dataclasses import dataclass

from press.model.date_parts import Bound, Clock, End, Part, Qualifier, SingleDate

QUALIFIERS = {
    "": Qualifier.NONE, "?": Qualifier.UNCERTAIN, "~": Qualifier.APPROXIMATE, "%": Qualifier.BOTH,
}
LONGEST_YEAR = 12
WIDEST_SHIFT = 14 * 60


class EdtfError(ValueError):
    """A text that is no date: `message` says why, `offset` where, counted from 0."""

    def __init__(self, text: str, offset: int, message: str) -> None:
        """Keep what was read and where reading failed."""
        super().__init__(message)
        self.text = text
        self.offset = offset
        self.message = message

    def __reduce__(self) -> tuple[type["EdtfError"], tuple[str, int, str]]:
        return EdtfError, (self.text, self.offset, self.message)


def parse(text: str) -> tuple[Bound, Bound]:
    """The two ends of the time that `text` names; both are one for a date that is no interval."""
    if not text:
        raise EdtfError(text, 0, "date is empty")
    if text[0] in "[{":
        raise EdtfError(text, 0, "sets of dates are not used here")
    slash = text.find("/")
    if slash < 0:
        date = _single(_Scanner(text, 0, len(text)))
        return date, date
    if "/" in text[slash + 1:]:
        raise EdtfError(text, text.index("/", slash + 1), "interval has more than two ends")
    start, end = _bound(text, 0, slash), _bound(text, slash + 1, len(text))
    _check_order(text, slash + 1, start, end)
    return start, end


@dataclass(slots=True)
class _Scanner:
    """A text read from left to right, between two offsets."""

    text: str
    at: int
    stop: int

    def take(self, pattern: str) -> str:
        """Read on over `pattern` and return what was read, perhaps nothing."""
        found = re.compile(pattern).match(self.text, self.at, self.stop)
        read = found.group() if found else ""
        self.at += len(read)
        return read

    def next(self) -> str:
        """The character that comes next, or nothing at the end."""
        return self.text[self.at:self.at + 1] if self.at < self.stop else ""

    def error(self, message: str, at: int) -> EdtfError:
        """An error about the character at `at`."""
        return EdtfError(self.text, at, message)


@dataclass(frozen=True, slots=True)
class _Component:
    """The digits of one part as read, with the marks on either side."""

    digits: str
    at: int
    left: Qualifier
    right: Qualifier


def _bound(text: str, at: int, stop: int) -> Bound:
    """One end of an interval."""
    written = text[at:stop]
    return End(written) if written in ("..", "") else _single(_Scanner(text, at, stop))


def _check_order(text: str, at: int, start: Bound, end: Bound) -> None:
    """Refuse an interval without any date, or one that runs backwards."""
    if isinstance(start, End) and isinstance(end, End):
        raise EdtfError(text, 0, "interval has no date at either end")
    if isinstance(start, End) or isinstance(end, End):
        return
    first, last = start.earliest, end.latest
    if last < first or (last == first and _hours_run_back(start, end)):
        raise EdtfError(text, at, "interval ends before it begins")


def _hours_run_back(start: SingleDate, end: SingleDate) -> bool:
    """Whether the second hour comes before the first, both by one reckoning."""
    first, last = start.clock, end.clock
    return bool(first and last and first.shift == last.shift and last.seconds < first.seconds)


def _single(scan: _Scanner) -> SingleDate:
    """A date that is no interval."""
    components = [_component(scan, "year")]
    for name in ("month", "day"):
        if scan.next() == "-":
            scan.take("-")
            components.append(_component(scan, name))
    clock = _clock(scan, components) if scan.next() == "T" else None
    if scan.next():
        raise _unexpected(scan)
    return _dated(scan, components, clock)


def _component(scan: _Scanner, name: str) -> _Component:
    """A part with the marks on either side of it."""
    left = scan.take("[?~%]")
    at = scan.at
    if not scan.next():
        raise scan.error(f"{name} is missing", at)
    digits = _year_digits(scan) if name == "year" else _two_digits(scan, name)
    return _Component(digits, at, QUALIFIERS[left], QUALIFIERS[scan.take("[?~%]")])


def _year_digits(scan: _Scanner) -> str:
    """The digits of a year: four, or more after `Y`."""
    at = scan.at
    if scan.take("Y"):
        return _long_year_digits(scan, at)
    digits = scan.take("-?[0-9X]*")
    count = len(digits.removeprefix("-"))
    if count == 0 or (count < 4 and scan.next() in ("x", "u")):
        raise _unexpected(scan)
    if count != 4:
        raise scan.error(f"year has four digits, not {count}", at)
    if digits == "-0000":
        raise scan.error("there is no year -0000", at)
    return digits


def _long_year_digits(scan: _Scanner, at: int) -> str:
    """The digits of a year after `Y`: more than four, the first not 0."""
    digits = scan.take("-?[0-9]*")
    figures = digits.removeprefix("-")
    if scan.next() == "E":
        raise scan.error("years in powers of ten are not used here", scan.at)
    if len(figures) < 5 or figures[0] == "0":
        raise scan.error("year after “Y” is not beyond four digits", at)
    if len(figures) > LONGEST_YEAR:
        raise scan.error(f"year has more than {LONGEST_YEAR} digits", at)
    if scan.next() == "-":
        raise scan.error("year after “Y” stands alone", scan.at)
    return digits


def _two_digits(scan: _Scanner, name: str) -> str:
    """The digits of a month or a day."""
    at = scan.at
    digits = scan.take("[0-9X]*")
    if not digits or (len(digits) < 2 and scan.next() in ("x", "u")):
        raise _unexpected(scan)
    if len(digits) != 2:
        raise scan.error(f"{name} has two digits, not {len(digits)}", at)
    return digits


def _dated(scan: _Scanner, components: list[_Component], clock: Clock | None) -> SingleDate:
    """The date that the components make, if the calendar has it."""
    year, *rest = _qualified(components)
    if not rest:
        return SingleDate(year)
    month, at = rest[0], components[1].at
    if month.is_specified and 21 <= int(month.digits) <= 41:
        return _season(scan, year, rest, at)
    if not any(1 <= number <= 12 for number in month.numbers):
        raise scan.error(f"{month.digits} is not a month", at)
    date = SingleDate(year, month, rest[1] if len(rest) == 2 else None, clock=clock)
    if date.day and not any(1 <= number <= 31 for number in date.day.numbers):
        raise scan.error(f"{date.day.digits} is not a day", components[2].at)
    if date.day and not date.exists:
        raise scan.error(f"month has no day {date.day.digits}", components[2].at)
    return date


def _season(scan: _Scanner, year: Part, rest: list[Part], at: int) -> SingleDate:
    """A season of a year."""
    if int(rest[0].digits) > 24:
        raise scan.error(f"season {rest[0].digits} is not used here", at)
    if len(rest) == 2:
        raise scan.error("season has no day", at + 2)
    return SingleDate(year, season=rest[0])


def _qualified(components: list[_Component]) -> list[Part]:
    """The parts with their marks: one on the right holds for all before it, one on the left for its own."""
    parts, held = [], Qualifier.NONE
    for component in reversed(components):
        held |= component.right
        parts.append(Part(component.digits, held | component.left))
    return parts[::-1]


def _clock(scan: _Scanner, components: list[_Component]) -> Clock:
    """The time of day after a full date that is certain."""
    whole = len(components) == 3 and all("X" not in part.digits for part in components)
    if not whole or any(part.left | part.right for part in components):
        raise scan.error("time does not follow a full and certain day", scan.at)
    scan.take("T")
    at = scan.at
    time, shift = scan.take("[0-9]{2}:[0-9]{2}:[0-9]{2}"), scan.take("Z|[+-][0-9]{2}(:[0-9]{2})?")
    if not time:
        raise scan.error("time is not written hh:mm:ss", at)
    hour, minute, second = (int(value) for value in time.split(":"))
    if hour > 23:
        raise scan.error(f"{hour} is not an hour", at)
    if minute > 59:
        raise scan.error(f"{minute} is not a minute", at + 3)
    if second > 59:
        raise scan.error(f"{second} is not a second", at + 6)
    if not _is_shift(shift):
        raise scan.error(f"{shift} is not a shift from UTC", at + len(time))
    if scan.take("[?~%]"):
        raise scan.error("time of day is not qualified", scan.at - 1)
    return Clock(hour, minute, second, shift)


def _is_shift(shift: str) -> bool:
    """Whether there is such a shift: not beyond 14 hours, and none of minus zero."""
    hours, _, minutes = shift.strip("Z+-").partition(":")
    total = int(hours or 0) * 60 + int(minutes or 0)
    return int(minutes or 0) < 60 and total <= WIDEST_SHIFT and (total > 0 or not shift.startswith("-"))


def _unexpected(scan: _Scanner) -> EdtfError:
    """An error about the next character, which has no place there."""
    character = scan.next()
    match character:
        case "x" | "u":
            message = "unspecified digit is not written “X”"
        case "S":
            message = "significant digits are not used here"
        case "?" | "~" | "%":
            message = "part is qualified twice"
        case "":
            message = "date is not complete"
        case _:
            message = f"“{character}” has no place in a date"
    return scan.error(message, scan.at)
