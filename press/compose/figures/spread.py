"""Spread: labels set apart along an axis, each as near to its true place as may be.

Of all arrangements that keep the order and let no two labels overlap, this is the
one with the least sum of squared shifts.  Once the heights are taken off, labels
that keep their order are numbers that must not fall, and the nearest such numbers
are found by pooling: neighbours that would overlap share one mean shift.
"""

from collections.abc import Sequence
from itertools import accumulate


class OverfullError(ValueError):
    """More labels than the axis has room for."""


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> tuple[float, ...]:
    """The middles of labels that want to stand at rising places between `low` and `high`."""
    if not wanted:
        return ()
    if sum(heights) > high - low + 1e-9:
        raise OverfullError(f"the labels need {sum(heights):.0f} pt and have {high - low:.0f} pt")
    tops = [before - height for before, height in zip(accumulate(heights), heights, strict=True)]
    shares = [want - top - height / 2 for want, top, height in zip(wanted, tops, heights, strict=True)]
    last = high - sum(heights)
    return tuple(
        min(max(share, low), last) + top + height / 2
        for share, top, height in zip(_rising(shares), tops, heights, strict=True)
    )


def _rising(values: Sequence[float]) -> list[float]:
    """The nearest numbers to `values` of which none is smaller than the one before."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            earlier, many = pools.pop()
            mean, count = (earlier * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]
