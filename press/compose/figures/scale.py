"""Scale: a linear axis from nought, with its ticks, its figures and the uprights over it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from press.compose.figures.svg import HAIR, RISE, line, text

TICKS_AT_MOST = 15
TICKS_BETWEEN_FIGURES = 5
LONG_TICK, SHORT_TICK = 4.0, 2.2
DOTS = "0.5 2.5"

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis between two places, from 0 to the greatest value rounded up to a tick."""

    left: float
    right: float
    step: int
    most: int

    def x(self, value: float) -> float:
        """The place of a value."""
        return self.left + (self.right - self.left) * value / self.most

    @property
    def ticks(self) -> range:
        """The values that have a tick."""
        return range(0, self.most + 1, self.step)

    @property
    def figures(self) -> range:
        """The values that are printed below the axis, 0 first; the others have an upright."""
        return range(0, self.most + 1, self.step * TICKS_BETWEEN_FIGURES)


def scale(left: float, right: float, greatest: int) -> Scale:
    """A scale with ticks at 1, 2, 5, 10, 20 … apart, as close as they can be read."""
    steps = (base * 10**power for power in count() for base in (1, 2, 5))
    step = next(step for step in steps if greatest <= step * TICKS_AT_MOST)
    return Scale(left, right, step, max(-(-greatest // step), 1) * step)


def axis(scale: Scale, y: float) -> list[str]:
    """The axis with ticks below it and figures below these."""
    marks = [line((scale.left, y), (scale.right, y))]
    for value in scale.ticks:
        length = LONG_TICK if value in scale.figures else SHORT_TICK
        marks.append(line((scale.x(value), y), (scale.x(value), y + length)))
    return marks + [text(scale.x(value), y + 8.5 + RISE, f"{value:,}", "middle") for value in scale.figures]


def uprights(scale: Scale, top: float, bottom: float, taken: Iterable[tuple[Stretch, Stretch]]) -> list[str]:
    """The nought line and the dotted uprights, broken off at the boxes (across, down) that are taken."""
    marks = [line((scale.left, top), (scale.left, bottom))]
    boxes = list(taken)
    for value in scale.figures[1:]:
        x = scale.x(value)
        met = sorted(down for across, down in boxes if across[0] - HAIR <= x <= across[1] + HAIR)
        starts = [top, *(down[1] for down in met)]
        ends = [*(down[0] for down in met), bottom]
        marks += [line((x, start), (x, end), dash=DOTS)
                  for start, end in zip(starts, ends, strict=True) if end - start > 1]
    return marks
