"""Bars: a barcode read from what was painted, as a till reads it (ISO/IEC 15420)."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from press.prove.painted import Box

# How wide the two bars and two spaces of a figure are, in modules, read from the left; both ways round.
WIDTHS = ("3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112")
# Which of the six figures on the left are of the second set, for each first figure.
FIRSTS = ("AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA")
BARS = 30  # of an EAN-13


def read_bars(boxes: Iterable[Box]) -> str:
    """The thirteen figures that thirty bars say; nothing when they say none."""
    edges = sorted(edge for box in boxes for edge in (box[0], box[2]))
    if len(edges) != 2 * BARS:
        return ""
    module = (edges[-1] - edges[0]) / 95
    runs = [round((after - before) / module) for before, after in pairwise(edges)]
    left, right = runs[3:27], runs[32:56]
    if sum(runs) != 95 or runs[:3] != [1, 1, 1] or runs[27:32] != [1] * 5 or runs[56:] != [1, 1, 1]:
        return ""
    figures = [_figure(left[at:at + 4]) for at in range(0, 24, 4)]
    after = [_figure(right[at:at + 4]) for at in range(0, 24, 4)]
    order = "".join(order for _, order in figures)
    if order not in FIRSTS or any(kind != "A" for _, kind in after):
        return ""
    return str(FIRSTS.index(order)) + "".join(str(figure) for figure, _ in (*figures, *after))


def _figure(widths: Sequence[int]) -> tuple[int, str]:
    """A figure and its set: A as the table has it, B mirrored; the right half repeats A in black and white."""
    pattern = "".join(map(str, widths))
    if pattern in WIDTHS:
        return WIDTHS.index(pattern), "A"
    if pattern[::-1] in WIDTHS:
        return WIDTHS.index(pattern[::-1]), "B"
    return 0, "?"


def module_of(boxes: Sequence[Box]) -> float:
    """How wide one module of the bars is."""
    return (max(box[2] for box in boxes) - min(box[0] for box in boxes)) / 95
