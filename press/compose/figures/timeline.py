"""Timeline: some years, with some days of them magnified beside.

Two rulers stand upright, so that labels lie level: the years on the left, on the
right the days in which it came to the event.  A black bar on the left ruler is the
time of the right one; two hairlines open it.  The first and last year and the first
and last day are those of the dates given.  Only the main day is bold.
"""

from collections.abc import Sequence

from press.compose.figures.labels import LEADER, Label, label, labels_marked
from press.compose.figures.lettering import plain
from press.compose.figures.rulers import DAY_COLUMN, YEAR_COLUMN, Ruler, days_marked, window, years_marked
from press.compose.figures.svg import drawing
from press.model.date_parts import Day, SingleDate, ordinal
from press.model.date_phrases import MONTHS
from press.model.date_words import printed, printed_hours
from press.model.dates import UncertainDate

Labelled = tuple[UncertainDate, str]

TOP, FOOT, FAN = 15.0, 4.0, 36.0
SECONDS = 86_400


def timeline(
    years: Sequence[Labelled], days: Sequence[Labelled], main_day: Day, width: float, height: float,
) -> str:
    """The drawing, `years` labelled on the left and `days` on the right.

    Raises `OverfullError` where the labels of a side need more than the height.
    """
    room = (width - 2 * LEADER - YEAR_COLUMN - FAN - DAY_COLUMN) / 2
    spanned, bottom = _years(years), height - FOOT
    since, until = ordinal((spanned[0], 1, 1)), ordinal((spanned[-1] + 1, 1, 1))
    first, beyond = _days(days)
    left = Ruler(since, until, room + LEADER, TOP, bottom, -1)
    right = Ruler(ordinal(first), beyond, width - room - LEADER, TOP, bottom, 1)
    marks = [
        *years_marked(left, spanned), *window(left, right), *days_marked(right, first, main_day),
        *labels_marked(left, [_label(left, *labelled, room) for labelled in years]),
        *labels_marked(right, [_label(right, *labelled, room) for labelled in days]),
    ]
    return drawing(width, height, _title(years, days), timeline_description(years, days), marks)


def timeline_description(years: Sequence[Labelled], days: Sequence[Labelled]) -> str:
    """The content of the drawing in words, in the order of time."""
    return (f"{_spanned_years(years)}: {_told(years)}. "
            f"Magnified, {_spanned_days(days)}: {_told(days)}.")


def magnification(years: Sequence[Labelled], days: Sequence[Labelled]) -> int:
    """How many days of the left ruler are as high as one of the right, for the caption."""
    spanned, (first, beyond) = _years(years), _days(days)
    long = ordinal((spanned[-1] + 1, 1, 1)) - ordinal((spanned[0], 1, 1))
    return round(long / (beyond - ordinal(first)))


def _label(ruler: Ruler, date: UncertainDate, words: str, room: float) -> Label:
    """A label with its hours, at the height of its time."""
    start, end = _ends(date)
    begins = ordinal(start.earliest) + (start.clock.seconds / SECONDS if start.clock else 0)
    ends = ordinal(end.latest) + (end.clock.seconds / SECONDS if end.clock else 1)
    hours = printed_hours(date)
    return label(f"{hours} {words}" if hours else words, ruler.y(begins), ruler.y(ends), room)


def _title(years: Sequence[Labelled], days: Sequence[Labelled]) -> str:
    """What the drawing is."""
    return f"Timeline, {_spanned_years(years)}, with {_spanned_days(days)} magnified"


def _told(labelled: Sequence[Labelled]) -> str:
    """Dates and labels in one sentence."""
    inorder = sorted(labelled, key=lambda entry: entry[0].sort_key)
    return "; ".join(f"{printed(date)}, {plain(words)}" for date, words in inorder)


def _years(labelled: Sequence[Labelled]) -> range:
    """The years from the first to the last that a date touches."""
    return range(min(date.years[0] for date, _ in labelled), max(date.years[-1] for date, _ in labelled) + 1)


def _days(labelled: Sequence[Labelled]) -> tuple[Day, int]:
    """The first day of all dates, and the number of the day after the last."""
    ends = [_ends(date) for date, _ in labelled]
    return min(start.earliest for start, _ in ends), max(ordinal(end.latest) for _, end in ends) + 1


def _spanned_years(labelled: Sequence[Labelled]) -> str:
    """The years in words."""
    years = _years(labelled)
    return f"{years[0]}–{years[-1]}"


def _spanned_days(labelled: Sequence[Labelled]) -> str:
    """The days in words."""
    first = min(_ends(date)[0].earliest for date, _ in labelled)
    last = max(_ends(date)[1].latest for date, _ in labelled)
    return f"{first[2]} {MONTHS[first[1] - 1]} to {last[2]} {MONTHS[last[1] - 1]} {last[0]}"


def _ends(date: UncertainDate) -> tuple[SingleDate, SingleDate]:
    """The two ends of a date, one of them for both where the other is open or unknown."""
    ends = [end for end in (date.start, date.end) if isinstance(end, SingleDate)]
    return ends[0], ends[-1]
