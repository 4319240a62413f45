"""SVG: the few marks of which the drawings of the house consist.

Coordinates are points, rounded to hundredths, so that a drawing is the same text
every time.  Nothing has an id: drawings stand beside each other in one document.
"""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from press.compose.figures.lettering import Line, Word, words

SIZE = 7.25
LEADING = 8.75
RISE = 2.45  # from the middle of a figure's height down to its baseline
AXIS, HAIR = 0.75, 0.5
INK = "#000"


def number(value: float) -> str:
    """A coordinate: hundredths at most, no idle noughts, no negative nought."""
    rounded = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if rounded == "-0" else rounded


def drawing(width: float, height: float, title: str, description: str, marks: Iterable[str]) -> str:
    """A whole drawing with its title and the words that carry its content."""
    w, h = number(width), number(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{w}pt" height="{h}pt"'
        f' viewBox="0 0 {w} {h}" fill="{INK}" font-family="Label" font-size="{number(SIZE)}">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>{''.join(marks)}</svg>"
    )


def line(start: tuple[float, float], end: tuple[float, float], weight: float = HAIR, dash: str = "") -> str:
    """A straight stroke."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{number(start[0])}" y1="{number(start[1])}" x2="{number(end[0])}" y2="{number(end[1])}"'
        f' stroke="{INK}" stroke-width="{number(weight)}"{dashes}/>'
    )


def polyline(*points: tuple[float, float], weight: float = HAIR, dash: str = "") -> str:
    """A stroke over several points."""
    listed = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{listed}" fill="none" stroke="{INK}" stroke-width="{number(weight)}"{dashes}/>'


def rectangle(left: float, top: float, width: float, height: float) -> str:
    """A black rectangle."""
    return f'<rect x="{number(left)}" y="{number(top)}" width="{number(width)}" height="{number(height)}"/>'


def disc(x: float, y: float, radius: float) -> str:
    """A filled circle."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'


def ring(x: float, y: float, radius: float) -> str:
    """An open circle."""
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="none"'
        f' stroke="{INK}" stroke-width="{number(AXIS)}"/>'
    )


def frame(left: float, top: float, width: float, height: float) -> str:
    """An open rectangle."""
    return (
        f'<rect x="{number(left)}" y="{number(top)}" width="{number(width)}" height="{number(height)}"'
        f' fill="none" stroke="{INK}" stroke-width="{number(AXIS)}"/>'
    )


def triangle(x: float, y: float, half: float) -> str:
    """A black triangle that points upwards, its middle at the spot."""
    side = number(2 * half)
    return f'<path d="M{number(x)} {number(y - half)}l{number(half)} {side}h-{side}z"/>'


def arrow_head(x: float, y: float) -> str:
    """A triangle that points to the right, its tip at the spot."""
    return f'<path d="M{number(x)} {number(y)}l-5 -2.2v4.4z"/>'


def text(x: float, y: float, label: str | Line, anchor: str = "start", *, weight: int = 400) -> str:
    """A line of lettering, its baseline at the spot."""
    anchored = f' text-anchor="{anchor}"' if anchor != "start" else ""
    heavy = f' font-weight="{weight}"' if weight != 400 else ""
    spans = "".join(_span(run) for run in _runs(words(label) if isinstance(label, str) else label))
    return f'<text x="{number(x)}" y="{number(y)}"{anchored}{heavy}>{spans}</text>'


def _runs(line: Line) -> list[Word]:
    """Neighbouring words of one face as one stretch; no space after the last."""
    runs = [Word("".join(word.text for word in group), italic)
            for italic, group in groupby(line, key=lambda word: word.italic)]
    return [*runs[:-1], Word(runs[-1].text.rstrip(), runs[-1].italic)] if runs else []


def _span(run: Word) -> str:
    """A stretch of one face."""
    return f'<tspan font-style="italic">{escape(run.text)}</tspan>' if run.italic else escape(run.text)
