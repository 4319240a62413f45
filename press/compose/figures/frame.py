"""Frame: what stands round a map, its degrees, north, the scale bar and the meaning of its lines."""

from collections.abc import Callable
from itertools import count

from press.compose.figures.lettering import width as length
from press.compose.figures.projection import Sheet
from press.compose.figures.svg import AXIS, HAIR, RISE, SIZE, line, number, polyline, text

BOUNDARY = "4 2"
STROKES = {False: (AXIS, ""), True: (HAIR, BOUNDARY)}  # coasts, boundaries
TICK, GAP = 3.0, 2.0
ABOVE, BELOW = 13.0, 33.0  # pt that north takes above a frame, degrees and scale bar below it
FIGURES_AT_MOST = 7
BAR_SHARE = 0.3  # of the frame's width, at most
SAMPLE, BETWEEN = 22.0, 12.0


def frame_marked(paper: Sheet) -> list[str]:
    """The frame, with the round degrees at its left and foot and north above."""
    left, top, right, bottom = paper.box
    south, west = paper.globe(left, bottom)
    north, east = paper.globe(right, top)
    marks = [polyline((left, top), (right, top), (right, bottom), (left, bottom), (left, top))]
    for lat in round_degrees(south, north):
        y = _crossing(lambda y: paper.globe(left, y)[0], lat, bottom, top)
        marks += [line((left, y), (left - TICK, y)),
                  text(left - TICK - GAP, y + RISE, degrees(lat, "N", "S"), "end")]
    for lon in round_degrees(west, east):
        x = _crossing(lambda x: paper.globe(x, bottom)[1], lon, left, right)
        marks += [line((x, bottom), (x, bottom + TICK)),
                  text(x, bottom + TICK + 7.5, degrees(lon, "E", "W"), "middle")]
    return [*marks, *north_mark(paper.place(0, paper.projection.meridian)[0], top - GAP)]


def north_mark(x: float, foot: float) -> list[str]:
    """An upright with its head up, and its letter."""
    head = f'<path d="M{number(x)} {number(foot - 10)}l2.2 5h-4.4z"/>'
    return [head, line((x, foot - 6), (x, foot)), text(x + 4, foot - 3, "N")]


def foot_marked(paper: Sheet, width: float) -> list[str]:
    """The scale bar on the left, and on the right what the lines are."""
    left, _, _, bottom = paper.box
    y = bottom + BELOW - 4
    km = bar_km(paper)
    half, full = (left + share * km * paper.points_per_km for share in (0.5, 1))
    marks = [line((left, y), (full, y), AXIS)]
    for x, words in ((left, "0"), (half, str(km // 2)), (full, f"{km} km")):
        marks += [line((x, y), (x, y - TICK), AXIS), text(x, y - TICK - GAP, words, "middle")]
    x = width
    for words, kind in (("boundary", True), ("coast", False)):
        weight, dash = STROKES[kind]
        begin = x - length(words, SIZE) - 2 * GAP
        marks += [text(x, y, words, "end"), line((begin - SAMPLE, y - GAP), (begin, y - GAP), weight, dash)]
        x = begin - SAMPLE - BETWEEN
    return marks


def bar_km(paper: Sheet) -> int:
    """The longest round number of kilometres that takes its share of the frame's width."""
    most, longest = paper.width * BAR_SHARE / paper.points_per_km, 2
    for km in (base * 10**power for power in count() for base in (2, 4, 10)):
        if km > most:
            break
        longest = km
    return longest


def degree_column(south: float, north: float) -> float:
    """The room that the degrees take on the left of a frame."""
    return TICK + GAP + max(length(degrees(lat, "N", "S"), SIZE) for lat in round_degrees(south, north))


def round_degrees(low: float, high: float) -> list[float]:
    """The round degrees between two, as many as can be read."""
    step = next(step for step in (0.5, 1, 2, 5, 10, 30, 90) if (high - low) / step <= FIGURES_AT_MOST)
    return [step * at for at in range(int(-(-low // step)), int(high // step) + 1)]


def degrees(value: float, positive: str = "", negative: str = "") -> str:
    """A latitude or longitude in degrees and minutes."""
    whole, minutes = divmod(round(abs(value) * 60), 60)
    hand = f" {positive if value > 0 else negative}" if positive and value else ""
    return f"{whole}°{f' {minutes:02}′' if minutes else ''}{hand}"


def _crossing(at: Callable[[float], float], wanted: float, low: float, high: float) -> float:
    """Where along a side a rising measure has a value, by halving."""
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if at(middle) < wanted else (low, middle)
    return (low + high) / 2
