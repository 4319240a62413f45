"""Year chart: things counted by year, a mark for each, whose shape is its sort.

Years stand on one even scale, so that years without anything show as gaps.  The marks
of a year stand on each other in the order of the sorts, their number above them.
There is no tint and no colour: the drawing says the same in grey.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count

from press.compose.figures.lettering import width as length
from press.compose.figures.svg import (
    AXIS,
    RISE,
    SIZE,
    disc,
    drawing,
    frame,
    line,
    rectangle,
    ring,
    text,
    triangle,
)

PITCH, HALF = 7.5, 2.3  # from mark to mark in a stack; half the size of a mark
NUMBER, YEARS, GAP = 9.0, 20.0, 12.0  # room for the number above, for the years below, before the legend
ROW, SAMPLE, GUTTER = 11.0, 8.0, 14.0
LABEL = 9.0  # the least room for a year of two figures

Counted = Mapping[int, Counter[str]]


def counted(things: Sequence[tuple[int, str]]) -> dict[int, Counter[str]]:
    """How many things of each sort a year has, from the first year to the last."""
    years = [year for year, _ in things]
    return {year: Counter(sort for when, sort in things if when == year)
            for year in range(min(years), max(years) + 1)}


def year_chart(things: Counted, sorts: Sequence[str], title: str, width: float) -> str:
    """The drawing; `sorts` are in the order of the stacks, from below."""
    used = [sort for sort in sorts if any(year[sort] for year in things.values())]
    foot = NUMBER + PITCH * max(year.total() for year in things.values())
    pitch = width / len(things)
    marks = [line((0, foot), (width, foot), AXIS)]
    for at, (year, numbers) in enumerate(things.items()):
        marks += _stack(numbers, used, pitch * (at + 0.5), foot)
        marks += _year(year, pitch, at, foot)
    legend, height = _legend(used, foot + YEARS + GAP, width)
    return drawing(width, height, title, year_description(things, sorts), [*marks, *legend])


def year_description(things: Counted, sorts: Sequence[str]) -> str:
    """The content of the drawing in words, year by year."""
    told = [f"{year}: {numbers.total()} ({_by_sort(numbers, sorts)})"
            for year, numbers in things.items() if numbers]
    return f"{'; '.join(told)}. No other year from {min(things)} to {max(things)} has any."


def _by_sort(numbers: Counter[str], sorts: Sequence[str]) -> str:
    """The numbers of one year in words."""
    return ", ".join(f"{numbers[sort]} {sort}" for sort in sorts if numbers[sort])


def _stack(numbers: Counter[str], sorts: Sequence[str], x: float, foot: float) -> list[str]:
    """The marks of a year with their number above them."""
    if not numbers:
        return []
    column = [sort for sort in sorts for _ in range(numbers[sort])]
    marks = [_mark(sorts.index(sort), x, foot - PITCH * (at + 0.5)) for at, sort in enumerate(column)]
    return [*marks, text(x, foot - PITCH * len(column) - 2, str(len(column)), "middle")]


def _year(year: int, pitch: float, at: int, foot: float) -> list[str]:
    """A year of two figures below the axis, and the decade below the first year that it has."""
    x, step = pitch * (at + 0.5), next(n for n in count(1) if n * pitch >= LABEL)
    marks = [text(x, foot + 8.5, f"{year % 100:02}", "middle")] if year % step == 0 or step == 1 else []
    if year % 10 == 0 or at == 0:
        left = x - pitch / 2
        marks += [line((left, foot), (left, foot + YEARS)), text(left + 3, foot + 18, f"{year // 10 * 10}s")]
    return marks


def _legend(sorts: Sequence[str], y: float, width: float) -> tuple[list[str], float]:
    """The shapes with their sorts in two columns, read downwards; and the height where they end."""
    rows = -(-len(sorts) // 2)
    second = max(SAMPLE + max(length(sort, SIZE) for sort in sorts[:rows]) + GUTTER, width / 2)
    marks: list[str] = []
    for at, sort in enumerate(sorts):
        x, middle = second * (at // rows), y + ROW * (at % rows)
        marks += [_mark(at, x + HALF + AXIS / 2, middle), text(x + SAMPLE + 2, middle + RISE, sort)]
    return marks, y + ROW * (rows - 0.5)


def _mark(sort: int, x: float, y: float) -> str:
    """The shape of a sort by its place among the sorts; after six they begin again."""
    side = 2 * HALF - AXIS / 2
    match sort % 6:
        case 0:
            return disc(x, y, HALF)
        case 1:
            return ring(x, y, HALF - AXIS / 2)
        case 2:
            return rectangle(x - HALF, y - HALF, 2 * HALF, 2 * HALF)
        case 3:
            return frame(x - side / 2, y - side / 2, side, side)
        case 4:
            return triangle(x, y, HALF)
        case _:
            return (line((x - HALF, y - HALF), (x + HALF, y + HALF), AXIS)
                    + line((x - HALF, y + HALF), (x + HALF, y - HALF), AXIS))
