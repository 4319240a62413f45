"""Placing: lettering set by the signs of a map, clear of other lettering and of the frame.

A word stands to the right of its sign if it can, else on another side or at a corner,
and among these where the lines of the map cross it least, as cartographers do it by
hand.  Lettering that finds no room raises `OverfullError`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from press.compose.figures.clipping import Box, Line, Spot, length_within
from press.compose.figures.lettering import plain, width
from press.compose.figures.spread import OverfullError
from press.compose.figures.svg import LEADING, RISE, SIZE, text
from press.model.maps import Side

CLEAR, APART = 1.5, 0.75  # pt between a word and its sign, and between two words
BOLD = 1.06  # how much wider the bold face runs, at most
HEIGHT, DEPTH = SIZE * 0.72, SIZE * 0.24  # of capitals above the baseline, of tails below it
SLANT = 0.7  # how far across and down a sign reaches towards a corner
NARROW = 0.4  # how broad the arms are that, with a square, cover a circle
RIGHT_FIRST = tuple(Side)


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines of lettering and the rectangle that they cover."""

    lines: tuple[str, ...]
    anchor: str
    spot: Spot
    weight: int
    box: Box

    @property
    def marks(self) -> list[str]:
        """The lines, each below the one before."""
        x, y = self.spot
        return [text(x, y + at * LEADING, line, self.anchor, weight=self.weight)
                for at, line in enumerate(self.lines)]


def beside(lines: Sequence[str], sign: Spot, radius: float, side: Side, weight: int = 400) -> Lettering:
    """Lettering on one side of a sign."""
    x, y = sign
    away = radius + CLEAR
    slant = away * SLANT
    down = (len(lines) - 1) * LEADING
    spot, anchor = {
        Side.RIGHT: ((x + away, y - down / 2 + RISE), "start"),
        Side.LEFT: ((x - away, y - down / 2 + RISE), "end"),
        Side.ABOVE: ((x, y - away - down - DEPTH), "middle"),
        Side.BELOW: ((x, y + away + HEIGHT), "middle"),
        Side.ABOVE_RIGHT: ((x + slant, y - slant - down - DEPTH), "start"),
        Side.BELOW_RIGHT: ((x + slant, y + slant + HEIGHT), "start"),
        Side.ABOVE_LEFT: ((x - slant, y - slant - down - DEPTH), "end"),
        Side.BELOW_LEFT: ((x - slant, y + slant + HEIGHT), "end"),
    }[side]
    return _set(lines, spot, anchor, weight)


def centred(lines: Sequence[str], spot: Spot) -> Lettering:
    """Lettering with its middle at a spot."""
    x, y = spot
    return _set(lines, (x, y - (len(lines) - 1) * LEADING / 2 + RISE), "middle", 400)


def covered(sign: Spot, radius: float) -> list[Box]:
    """The rectangles that together cover a round sign, and leave its corners free."""
    x, y = sign
    return [Box(x - across * radius, y - down * radius, x + across * radius, y + down * radius)
            for across, down in ((1, NARROW), (NARROW, 1), (SLANT, SLANT))]


@dataclass(slots=True)
class Room:
    """The room of a drawing that is still free for lettering."""

    frame: Box
    taken: list[Box] = field(default_factory=list)

    def take(self, lettering: Lettering) -> Lettering:
        """Set lettering where it must stand."""
        if not self.is_free(lettering.box):
            raise OverfullError(f"“{' '.join(lettering.lines)}” stands over other lettering or the frame")
        self.taken.append(lettering.box)
        return lettering

    def take_best(self, choices: Sequence[Lettering], lines: Iterable[Line]) -> Lettering:
        """Set lettering where it is free and the lines cross it least; of equals, the first."""
        free = [choice for choice in choices if self.is_free(choice.box)]
        if not free:
            raise OverfullError(f"there is no room beside its sign for “{' '.join(choices[0].lines)}”")
        drawn = list(lines)
        best = min(free, key=lambda choice: round(sum(length_within(line, choice.box) for line in drawn)))
        self.taken.append(best.box)
        return best

    def is_free(self, box: Box) -> bool:
        """Whether nothing stands in a rectangle."""
        room = box.wider(APART)
        return self.frame.holds(box) and not any(room.meets(other) for other in self.taken)


def _set(lines: Sequence[str], spot: Spot, anchor: str, weight: int) -> Lettering:
    """Lettering at a spot, with the rectangle that it covers."""
    x, y = spot
    wide = max(width(plain(line), SIZE) for line in lines) * (BOLD if weight > 400 else 1)
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
    box = Box(left, y - HEIGHT, left + wide, y + (len(lines) - 1) * LEADING + DEPTH)
    return Lettering(tuple(lines), anchor, spot, weight, box)
