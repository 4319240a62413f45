"""Labels: words set beside an axis, each tied by a leader to its time.

A leader ends at the middle of the time that a date allows.  A time that is taller
than a line of lettering is drawn as a stroke beside the axis, those that overlap
on tracks side by side, the longest next to the axis.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from press.compose.figures.lettering import Line, broken
from press.compose.figures.rulers import Ruler
from press.compose.figures.spread import spread
from press.compose.figures.svg import LEADING, RISE, SIZE, line, polyline, text

LEADER = 19.0
BETWEEN = 1.5
STROKE, TRACK, FIRST_TRACK = 1.25, 2.5, 3.25
UNBEND, END = 14.0, 17.0


@dataclass(frozen=True, slots=True)
class Label:
    """A label in lines, and the heights between which its time lies."""

    lines: tuple[Line, ...]
    start: float
    end: float

    @property
    def height(self) -> float:
        """The room that it takes."""
        return len(self.lines) * LEADING + BETWEEN

    @property
    def middle(self) -> float:
        """The height to which it is tied."""
        return (self.start + self.end) / 2

    @property
    def has_stroke(self) -> bool:
        """Whether its time is long enough to be seen as a length."""
        return self.end - self.start > 1.5 * LEADING


def label(words: str, start: float, end: float, room: float) -> Label:
    """A label broken to the room beside its axis."""
    return Label(broken(words, SIZE, room), start, end)


def labels_marked(ruler: Ruler, labels: Sequence[Label]) -> list[str]:
    """The labels of an axis, set apart, each with its leader."""
    inorder = sorted(labels, key=lambda label: label.middle)
    middles = spread([label.middle for label in inorder], [label.height for label in inorder],
                     ruler.top - LEADING / 2, ruler.bottom + LEADING / 2)
    marks: list[str] = []
    for label, middle, track in zip(inorder, middles, tracks(inorder), strict=True):
        marks += _marked(ruler, label, middle, track)
    return marks


def tracks(labels: Sequence[Label]) -> list[int | None]:
    """The track on which each stroke runs, none for a label without a stroke."""
    runs: dict[int, list[Label]] = {}
    found: dict[int, int] = {}
    for at, label in sorted(enumerate(labels), key=lambda entry: entry[1].start - entry[1].end):
        if label.has_stroke:
            found[at] = next(track for track in range(len(labels)) if _is_free(runs.get(track, []), label))
            runs.setdefault(found[at], []).append(label)
    return [found.get(at) for at in range(len(labels))]


def _is_free(run: Sequence[Label], label: Label) -> bool:
    """Whether a stroke meets no other on its track."""
    return all(other.end + TRACK < label.start or label.end + TRACK < other.start for other in run)


def _marked(ruler: Ruler, label: Label, middle: float, track: int | None) -> list[str]:
    """One label: stroke, leader and lines."""
    marks, begin = [], ruler.x
    if track is not None:
        begin = ruler.x + ruler.side * (FIRST_TRACK + TRACK * track)
        marks.append(line((begin, label.start), (begin, label.end), STROKE))
    unbend, end = ruler.x + ruler.side * UNBEND, ruler.x + ruler.side * END
    marks.append(polyline((begin, label.middle), (unbend, middle), (end, middle)))
    first = middle - (len(label.lines) - 1) * LEADING / 2 + RISE
    anchor = "start" if ruler.side > 0 else "end"
    marks += [text(ruler.x + ruler.side * LEADER, first + at * LEADING, words, anchor)
              for at, words in enumerate(label.lines)]
    return marks
