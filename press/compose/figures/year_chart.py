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
INSET = 3.0  # from the stroke of a decade to its name

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
        x = pitch * (at + 0.5)
        marks += _stack(numbers, used, x, foot)
        if numbers:
            number = str(numbers.total())
            marks.append(text(_inside(x, number, width), foot - PITCH * numbers.total() - 2, number, "middle"))
        if _is_named(year, pitch) and _inside(x, "00", width) == x:
            marks.append(text(x, foot + 8.5, f"{year % 100:02}", "middle"))
    marks += _decades(things, pitch, foot)
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
    """The marks of a year, one on the other."""
    column = [sort for sort in sorts for _ in range(numbers[sort])]
    return [_mark(sorts.index(sort), x, foot - PITCH * (at + 0.5)) for at, sort in enumerate(column)]


def _inside(x: float, label: str, width: float) -> float:
    """The middle of a label that wants to stand at `x` and must not leave the drawing."""
    half = length(label, SIZE) / 2
    return min(max(x, half), width - half)


def _is_named(year: int, pitch: float) -> bool:
    """Whether a year has its two figures below the axis: where there is room, or every second or third."""
    step = next(n for n in count(1) if n * pitch >= LABEL)
    return year % step == 0


def _decades(things: Counted, pitch: float, foot: float) -> list[str]:
    """A stroke where a decade begins, and its name where there is room for it."""
    starts = [(pitch * at, year) for at, year in enumerate(things) if year % 10 == 0 or at == 0]
    ends = [*(left for left, _ in starts[1:]), pitch * len(things)]
    marks: list[str] = []
    for (left, year), end in zip(starts, ends, strict=True):
        name = f"{year // 10 * 10}s"
        marks.append(line((left, foot), (left, foot + YEARS)))
        if end - left >= length(name, SIZE) + 2 * INSET:
            marks.append(text(left + INSET, foot + 18, name))
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
