"""Date words: dates as the book prints them, day before month, doubt in sight.

    1992-02-25/1992-02-26     25–26 February 1992
    1988-02-27/1988-03-01     27 February – 1 March 1988
    1992-02-26T01:00:00/1992-02-26T04:00:00    26 February 1992, 01:00–04:00
    1993/1994                 1993–94 (Chicago 9.64)
    1994/..                   from 1994         1992/   from 1992, end unknown
    1992~ 1992? 1992%         c. 1992 · 1992 (?) · c. 1992 (?)
    1992-02-01~/1992-02-15~   c. 1–15 February 1992
    1991-09~/1992-02          c. September 1991 – February 1992
    1992-02~-26               26 February 1992 (month and year approximate)
    1992-24                   winter 1992–93
    -0043                     44 BC

A tight range shares its mark of doubt; a spaced one bears it on the end it belongs to.
Dates that want a digit are worded in `date_phrases`.  Spaces are plain: the
typesetter binds them.
"""

from dataclasses import replace

from press.model.date_parts import Bound, Clock, End, Part, Qualifier, SingleDate
from press.model.date_phrases import SHORT_MONTHS, Fields, Style, fields, phrase, year_run
from press.model.dates import UncertainDate

EN_DASH, MINUS = "–", "−"
WORD = {
    Qualifier.UNCERTAIN: "uncertain",
    Qualifier.APPROXIMATE: "approximate",
    Qualifier.BOTH: "uncertain and approximate",
}


def printed(date: UncertainDate) -> str:
    """The date in full: `25 February 1992, 23:00`."""
    if isinstance(date.start, SingleDate) and not date.is_interval:
        preposition = phrase(date.start, Style())[0] if not date.start.is_specified else ""
        return f"{preposition} {_single(date.start, Style())}".strip()
    return _bounds(date.start, date.end, Style())


def printed_short(date: UncertainDate) -> str:
    """The date under the heading of its first year: `25 Feb. 23:00`, `Oct. – Apr. 1992`."""
    return " ".join(filter(None, (short_days(date), printed_hours(date))))


def short_days(date: UncertainDate) -> str:
    """As `printed_short`, without the hours that `printed_hours` gives."""
    start, end = date.start, date.end
    if printed_hours(date):
        start, end = _without_hours(start), _without_hours(end)
    return _bounds(start, end, Style(SHORT_MONTHS, " ", date.years[0]))


def printed_hours(date: UncertainDate) -> str:
    """The hours of a date within one day, `23:00` or `01:00–04:00`; empty for any other."""
    start, end = date.start, date.end
    if not isinstance(start, SingleDate) or not isinstance(end, SingleDate) or start.parts != end.parts:
        return ""
    return _hours(start.clock, end.clock) if start.clock and end.clock else ""


def printed_month(date: UncertainDate) -> str:
    """The date to the month, for a drawing: `Feb. 1992`, `c. 1992`, `from c. 1994`."""
    return _bounds(_to_the_month(date.start), _to_the_month(date.end), Style(SHORT_MONTHS))


def printed_brief(date: UncertainDate) -> str:
    """The date with its month cut short, for a column: `24 Feb. 1994`."""
    return _bounds(date.start, date.end, Style(SHORT_MONTHS))


def cited(date: UncertainDate) -> str:
    """The date of a source in a note: no hours, no `day unknown`; `1994–` while it goes on."""
    start, end = _without_hours(date.start), _without_hours(date.end)
    if isinstance(start, SingleDate) and end is End.OPEN:
        return f"{_single(start, Style())}{EN_DASH}"
    return _bounds(start, end, Style())


def _without_hours(bound: Bound) -> Bound:
    """A date up to the last part of which any digit is known, without its time of day."""
    if isinstance(bound, End):
        return bound
    day = None if bound.day and bound.day.digits == "XX" else bound.day
    month = None if day is None and bound.month and bound.month.digits == "XX" else bound.month
    return replace(bound, month=month, day=day, clock=None)


def _to_the_month(bound: Bound) -> Bound:
    """A date without its day."""
    return bound if isinstance(bound, End) else replace(bound, day=None, clock=None)


def _bounds(start: Bound, end: Bound, style: Style) -> str:
    """Words for the time between two ends."""
    if isinstance(start, SingleDate) and isinstance(end, SingleDate):
        return _single(start, style) if start == end else _range(start, end, style)
    if isinstance(start, SingleDate):
        return f"from {_single(start, style)}" + (", end unknown" if end is End.UNKNOWN else "")
    if isinstance(end, SingleDate):
        return f"until {_single(end, style)}" + (", beginning unknown" if start is End.UNKNOWN else "")
    raise ValueError("an interval has a date at one end at least")


def _single(date: SingleDate, style: Style) -> str:
    """Words for one date, with the marks of doubt and the time of day."""
    words = str(fields(date, style)) if date.is_specified else phrase(date, style)[1]
    return _with_hours(_marked(words, date), date, style)


def _range(start: SingleDate, end: SingleDate, style: Style) -> str:
    """Words for an interval between two dates."""
    if not start.is_specified or not end.is_specified:
        return f"{_single(start, style)} {EN_DASH} {_single(end, style)}"
    if start.parts == end.parts and start.clock and end.clock:
        return f"{fields(start, style)}{style.before_hours}{_hours(start.clock, end.clock)}"
    first, last = fields(start, style), fields(end, style)
    tight = _tight(start, end, first, last)
    if tight and not start.clock and not end.clock:
        return _marked(tight, start)
    left = first
    if first.month and start.year.digits == end.year.digits:
        alone = first.day and last.day and first.month == last.month and not start.clock
        left = Fields(first.day, "" if alone else first.month, "")
    return f"{_with_hours(_marked(str(left), start), start, style)} {EN_DASH} {_single(end, style)}"


def _tight(start: SingleDate, end: SingleDate, first: Fields, last: Fields) -> str:
    """A range whose ends share their mark of doubt and all but one part; empty for any other."""
    if start.qualifier is None or start.qualifier != end.qualifier:
        return ""
    if not start.season and not start.month and not end.season and not end.month:
        return year_run(int(start.year.digits), int(end.year.digits))
    if start.year != end.year or first.year != last.year or not first.month or not last.month:
        return ""
    if first.day and last.day and first.month == last.month:
        return f"{first.day}{EN_DASH}{last}"
    return f"{first.month}{EN_DASH}{last}" if not first.day and not last.day else ""


def _with_hours(words: str, date: SingleDate, style: Style) -> str:
    """Words with the time of day, if there is one."""
    return f"{words}{style.before_hours}{_hours(date.clock, date.clock)}" if date.clock else words


def _marked(words: str, date: SingleDate) -> str:
    """Words with what is held against them."""
    match date.qualifier:
        case Qualifier.NONE:
            return words
        case None:
            return f"{words} ({_doubts(date)})"
        case Qualifier.UNCERTAIN:
            return f"{words} (?)"
        case Qualifier() if not date.is_specified:
            return f"{words} ({WORD[date.qualifier]})"
        case qualifier:
            return f"c. {words}" + (" (?)" if qualifier is Qualifier.BOTH else "")


def _doubts(date: SingleDate) -> str:
    """The parts of a date that are in doubt, by name: `month and year approximate`."""
    named: tuple[tuple[str, Part | None], ...] = (
        ("day", date.day), ("month", date.month), ("season", date.season), ("year", date.year),
    )
    doubts = []
    for qualifier, word in WORD.items():
        names = [name for name, part in named if part and part.qualifier == qualifier]
        if names:
            doubts.append(" and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) + f" {word}")
    return ", ".join(doubts)


def _hours(first: Clock, last: Clock) -> str:
    """The time of day, or the time between two of one reckoning."""
    if first == last:
        return _hour(first) + _shift(first)
    same = first.shift == last.shift
    return f"{_hour(first)}{'' if same else _shift(first)}{EN_DASH}{_hour(last)}{_shift(last)}"


def _hour(clock: Clock) -> str:
    """Hours and minutes; seconds where there are any."""
    return f"{clock.hour:02}:{clock.minute:02}" + (f":{clock.second:02}" if clock.second else "")


def _shift(clock: Clock) -> str:
    """The reckoning of a time of day: ` UTC+4:30`, empty for that of the place."""
    if clock.shift in ("", "Z"):
        return " UTC" if clock.shift else ""
    hours, _, minutes = clock.shift[1:].partition(":")
    sign = MINUS if clock.shift[0] == "-" else "+"
    return f" UTC{sign}{int(hours)}" + (f":{minutes}" if int(minutes or 0) else "")
