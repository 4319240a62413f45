"""Rulers: the two upright axes of the timeline and the window that one opens on the other.

Years and days stand between their ticks, since each is a stretch of time and no
moment.  Both scales are even.
"""

from dataclasses import dataclass

from press.compose.figures.svg import AXIS, RISE, line, polyline, rectangle, text
from press.model.date_parts import Day, month_length, ordinal
from press.model.date_phrases import MONTHS

YEAR_COLUMN, DAY_COLUMN = 22.0, 15.0
TICK, BAR, HEAD = 3.0, 3.0, 6.0


@dataclass(frozen=True, slots=True)
class Ruler:
    """An axis from one moment to another, counted in days; labels stand on the side −1 or 1 of it."""

    first: float
    beyond: float
    x: float
    top: float
    bottom: float
    side: int

    def y(self, moment: float) -> float:
        """The height of a moment; what lies beyond an end of the axis stands at it."""
        kept = min(max(moment, self.first), self.beyond)
        return self.top + (self.bottom - self.top) * (kept - self.first) / (self.beyond - self.first)


def years_marked(ruler: Ruler, years: range) -> list[str]:
    """An axis with its years on the right."""
    marks = [line((ruler.x, ruler.top), (ruler.x, ruler.bottom), AXIS)]
    for year in years:
        start, end = ruler.y(ordinal((year, 1, 1))), ruler.y(ordinal((year + 1, 1, 1)))
        marks += [_tick(ruler, start), text(ruler.x + 4, (start + end) / 2 + RISE, str(year))]
    return [*marks, _tick(ruler, ruler.bottom)]


def days_marked(ruler: Ruler, first: Day, main_day: Day) -> list[str]:
    """An axis with its days on the left, the main day bold, and each month named where it begins."""
    edge = ruler.x - DAY_COLUMN
    year, month, day = first
    marks = [line((ruler.x, ruler.top), (ruler.x, ruler.bottom), AXIS),
             text(edge, ruler.top - HEAD, f"{MONTHS[month - 1]} {year}")]
    for number in range(int(ruler.first), int(ruler.beyond)):
        top, bottom = ruler.y(number), ruler.y(number + 1)
        if day > month_length(year, month):
            year, month, day = year + month // 12, month % 12 + 1, 1
            marks += [line((edge, top), (ruler.x, top)),
                      text(edge - 3, (top + bottom) / 2 + RISE, MONTHS[month - 1], "end")]
        weight = 600 if (year, month, day) == main_day else 400
        marks.append(text(ruler.x - 4.5, (top + bottom) / 2 + RISE, str(day), "end", weight=weight))
        marks.append(_tick(ruler, bottom))
        day += 1
    return marks


def window(left: Ruler, right: Ruler) -> list[str]:
    """The bar on the left axis and the hairlines that open it to the right axis."""
    top, bottom = left.y(right.first), left.y(right.beyond)
    near, far = left.x + YEAR_COLUMN, right.x - DAY_COLUMN
    return [
        rectangle(left.x - BAR / 2, top, BAR, bottom - top),
        polyline((left.x, top), (near, top), (far, right.top), (right.x, right.top)),
        polyline((left.x, bottom), (near, bottom), (far, right.bottom), (right.x, right.bottom)),
    ]


def _tick(ruler: Ruler, y: float) -> str:
    """A tick on the side of the figures."""
    return line((ruler.x, y), (ruler.x - ruler.side * TICK, y))
