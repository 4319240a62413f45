"""Range chart: published figures on one linear scale from nought, never summed.

Each row is one figure: who gave it and when, and a mark whose shape is its kind, with
the value beside it.  A figure that may be exceeded ends in an arrow.  There is no
tint, no mean and no shading between figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from press.compose.figures.lettering import broken, plain
from press.compose.figures.lettering import width as length
from press.compose.figures.scale import Scale, Stretch, axis, scale, uprights
from press.compose.figures.svg import (
    LEADING,
    RISE,
    SIZE,
    arrow_head,
    disc,
    drawing,
    line,
    rectangle,
    ring,
    text,
)
from press.model.date_words import printed, printed_month
from press.model.dates import UncertainDate

ROW, TITLE, PANEL = 13.0, 12.0, 8.0
SCALE_AT, MARGIN, GUTTER = 0.46, 12.0, 7.0
STROKE, END, CLEAR, ARROW = 0.9, 3.2, 5.0, 30.0
HUNDREDTH = 0.01  # to which coordinates are rounded
NO_DATE = "n.d."


class Kind(StrEnum):
    """How a figure came about; each kind has a shape."""

    COUNT = "count"
    STATEMENT = "statement"
    OFFICIAL = "official total"
    RANGE = "estimated range"
    FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Bar:
    """A published figure; `high` is None where it is said to be at least `low`."""

    who: str
    date: UncertainDate | None
    low: int
    high: int | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars of one sort below a title."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The marks of a row and the stretches along it that they cover."""

    marks: tuple[str, ...]
    taken: tuple[Stretch, ...]


def range_chart(panels: Sequence[Panel], width: float) -> str:
    """The drawing; its height follows from its rows."""
    bars = [bar for panel in panels for bar in panel.bars]
    dates = max(length(_when(bar), SIZE) for bar in bars)
    fitted = _fitted(bars, width)
    marks: list[str] = []
    y = 0.0
    for panel in panels:
        made, y = _panel(panel, fitted, dates, y)
        marks += made
        y += PANEL
    marks += axis(fitted, y - PANEL)
    legend, y = _legend([kind for kind in Kind if any(bar.kind is kind for bar in bars)], y + 15, width)
    title = "Published figures on one scale from 0"
    return drawing(width, y, title, range_description(panels), [*marks, *legend])


def range_description(panels: Sequence[Panel]) -> str:
    """The content of the drawing in words, row by row."""
    return " ".join(f"{panel.title}: {'; '.join(map(_told, panel.bars))}." for panel in panels)


def _fitted(bars: Sequence[Bar], width: float) -> Scale:
    """The longest scale on which every value still has room to the right of its mark."""
    greatest = max(max(bar.low, bar.high or 0) for bar in bars)
    whole = scale(width * SCALE_AT, width - MARGIN, greatest)
    room = width - HUNDREDTH - whole.left
    rooms = [room - (ARROW if bar.high is None else CLEAR + length(_both(bar), SIZE)) for bar in bars]
    ends = [whole.left + own * whole.most / max(bar.low, bar.high or 0, 1)
            for bar, own in zip(bars, rooms, strict=True)]
    return replace(whole, right=min(whole.right, *ends))


def _both(bar: Bar) -> str:
    """Both values of a range, or the only one of another figure."""
    return f"{bar.low:,}" if bar.high in (None, bar.low) else f"{bar.low:,}–{bar.high:,}"


def _told(bar: Bar) -> str:
    """A row in words."""
    when = printed(bar.date) if bar.date else "no date"
    value = f"at least {bar.low:,}" if bar.high is None else _both(bar).replace("–", " to ")
    return f"{plain(bar.who)}, {when}, {value} ({bar.kind})"


def _when(bar: Bar) -> str:
    """The month of a figure, or the note that it has no date."""
    return printed_month(bar.date) if bar.date else NO_DATE


def _panel(panel: Panel, scale: Scale, dates: float, y: float) -> tuple[list[str], float]:
    """A titled group of rows from `y` on, and the height where it ends."""
    marks = [text(0, y + TITLE / 2 + RISE, panel.title, weight=600)]
    top = y = y + TITLE + 2
    room = scale.left - GUTTER - dates - GUTTER
    taken: list[tuple[Stretch, Stretch]] = []
    for bar in panel.bars:
        middle = y + ROW / 2
        lines = broken(bar.who, SIZE, room)
        marks += [text(0, middle + RISE + at * LEADING, words) for at, words in enumerate(lines)]
        marks.append(text(scale.left - GUTTER, middle + RISE, _when(bar), "end"))
        drawn = _bar(bar, scale, middle)
        marks += drawn.marks
        taken += [(across, (middle - LEADING / 2, middle + LEADING / 2)) for across in drawn.taken]
        y += ROW + (len(lines) - 1) * LEADING
    return [*uprights(scale, top, y, taken), *marks], y


def _bar(bar: Bar, scale: Scale, y: float) -> Drawn:
    """The mark of a row with its value."""
    low = scale.x(bar.low)
    if bar.high is None:
        tip = low + ARROW
        begin = low + 2.1 if bar.kind is Kind.STATEMENT else low
        stroke = [line((begin, y), (tip - 3, y), STROKE), arrow_head(tip, y)]
        return _valued(bar, stroke, (low, tip), scale, y)
    if bar.high > bar.low:
        high = scale.x(bar.high)
        stroke = [line((low, y), (high, y), STROKE), _mark(Kind.RANGE, high, y)]
        return _valued(bar, stroke, (low, high), scale, y)
    value = f"{bar.low:,}"
    taken = (low - END, low + CLEAR + length(value, SIZE))
    return Drawn((_mark(bar.kind, low, y), text(low + CLEAR, y + RISE, value)), (taken,))


def _valued(bar: Bar, stroke: list[str], ends: Stretch, scale: Scale, y: float) -> Drawn:
    """A stroke with the low value before it and the high one after; both after where there is no room."""
    before, after = f"{bar.low:,}", "" if bar.high is None else f"{bar.high:,}"
    if ends[0] - CLEAR - length(before, SIZE) < scale.left + 1:
        before, after = "", _both(bar)
    marks = [*stroke, _mark(bar.kind if bar.high is None else Kind.RANGE, ends[0], y)]
    taken = [(ends[0] - END, ends[0] + END), (ends[1] - END, ends[1])]
    if before:
        marks.append(text(ends[0] - CLEAR, y + RISE, before, "end"))
        taken.append((ends[0] - CLEAR - length(before, SIZE), ends[0]))
    if after:
        marks.append(text(ends[1] + CLEAR - 1, y + RISE, after))
        taken.append((ends[1], ends[1] + CLEAR + length(after, SIZE)))
    return Drawn(tuple(marks), tuple(taken))


def _mark(kind: Kind, x: float, y: float) -> str:
    """The shape of a kind."""
    match kind:
        case Kind.COUNT:
            return disc(x, y, 2.3)
        case Kind.STATEMENT:
            return ring(x, y, 2.1)
        case Kind.OFFICIAL:
            return rectangle(x - 2.2, y - 2.2, 4.4, 4.4)
        case Kind.RANGE | Kind.FLOOR:
            return line((x, y - END), (x, y + END), STROKE)


def _legend(kinds: Sequence[Kind], y: float, width: float) -> tuple[list[str], float]:
    """The shapes with their kinds, in lines; and the height where they end."""
    marks: list[str] = []
    x, y = 0.0, y + ROW / 2
    for kind in kinds:
        sample = 18.0 if kind in (Kind.RANGE, Kind.FLOOR) else 8.0
        wide = sample + length(kind, SIZE)
        if x > 0 and x + wide > width:
            x, y = 0.0, y + ROW
        marks += [*_sample(kind, x, y), text(x + sample, y + RISE, kind)]
        x += wide + 2 * GUTTER
    return marks, y + ROW / 2


def _sample(kind: Kind, x: float, y: float) -> list[str]:
    """The shape of a kind as the legend shows it."""
    match kind:
        case Kind.RANGE:
            ends = [_mark(kind, x + 0.5, y), _mark(kind, x + 14, y)]
            return [line((x + 0.5, y), (x + 14, y), STROKE), *ends]
        case Kind.FLOOR:
            return [_mark(kind, x + 0.5, y), line((x + 0.5, y), (x + 11, y), STROKE), arrow_head(x + 14, y)]
        case _:
            return [_mark(kind, x + 2.4, y)]
