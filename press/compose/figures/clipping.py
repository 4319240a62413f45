"""Clipping: lines cut at the frame of a map, and broken off where lettering stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Spot = tuple[float, float]
Line = tuple[Spot, ...]
FINEST = 0.25  # pt: what a line moves less is not seen


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles overlap."""
        return (self.left < other.right and other.left < self.right
                and self.top < other.bottom and other.top < self.bottom)

    def holds(self, other: "Box") -> bool:
        """Whether another rectangle lies in it."""
        return (self.left <= other.left and other.right <= self.right
                and self.top <= other.top and other.bottom <= self.bottom)

    def wider(self, margin: float) -> "Box":
        """The rectangle with a margin all round."""
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)


def within(line: Sequence[Spot], box: Box) -> Iterator[Line]:
    """The stretches of a line inside a rectangle."""
    return _joined((_at(start, end, share[0]), _at(start, end, share[1]))
                   for start, end in pairwise(line) if (share := _share(start, end, box)))


def without(line: Sequence[Spot], boxes: Iterable[Box]) -> Iterator[Line]:
    """The stretches of a line outside all the rectangles."""
    stretches: list[Line] = [tuple(line)]
    for box in boxes:
        stretches = [left for stretch in stretches for left in _joined(_outside(stretch, box))]
    yield from stretches


def length_within(line: Sequence[Spot], box: Box) -> float:
    """How much of a line lies inside a rectangle."""
    return sum(_length(*stretch) for part in within(line, box) for stretch in pairwise(part))


def thinned(line: Sequence[Spot]) -> Line:
    """A line without the spots that could not be told from those before them."""
    kept = [line[0]]
    for spot in line[1:-1]:
        if _length(kept[-1], spot) >= FINEST:
            kept.append(spot)
    return (*kept, line[-1])


def _outside(line: Sequence[Spot], box: Box) -> Iterator[tuple[Spot, Spot]]:
    """The parts of each step of a line that lie outside a rectangle."""
    for start, end in pairwise(line):
        share = _share(start, end, box)
        if share is None:
            yield start, end
            continue
        if share[0] > 0:
            yield start, _at(start, end, share[0])
        if share[1] < 1:
            yield _at(start, end, share[1]), end


def _joined(steps: Iterable[tuple[Spot, Spot]]) -> Iterator[Line]:
    """Steps that follow on each other as one line."""
    line: list[Spot] = []
    for start, end in steps:
        if line and line[-1] != start:
            yield tuple(line)
            line = []
        line += [end] if line else [start, end]
    if line:
        yield tuple(line)


def _share(start: Spot, end: Spot, box: Box) -> tuple[float, float] | None:
    """The part of a step inside a rectangle, from 0 to 1 along it (Liang and Barsky)."""
    first, last = 0.0, 1.0
    across, down = end[0] - start[0], end[1] - start[1]
    for move, room in ((-across, start[0] - box.left), (across, box.right - start[0]),
                       (-down, start[1] - box.top), (down, box.bottom - start[1])):
        if move == 0:
            if room < 0:
                return None
        elif move < 0:
            first = max(first, room / move)
        else:
            last = min(last, room / move)
    return (first, last) if first < last else None


def _at(start: Spot, end: Spot, share: float) -> Spot:
    """A spot on a step; its ends are exact, so that steps join."""
    if share in (0.0, 1.0):
        return end if share else start
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _length(start: Spot, end: Spot) -> float:
    """The length of a step."""
    return float(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5)
