"""Folios: the numbers printed on pages, and how a run of them is written.

A folio is the number the reader sees, not the ordinal of the sheet in the PDF:
lower-case roman in the front matter, arabic from 1 in the body.  Runs follow
Chicago 9.61: 71–72, 100–104, 101–8, 321–28, 1496–500; roman numerals in full.
"""

from dataclasses import dataclass

EN_DASH = "–"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
         (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True, order=True)
class Folio:
    """A page's printed number; front matter (`body` False) sorts before the body."""

    body: bool
    number: int

    def __str__(self) -> str:
        return str(self.number) if self.body else roman(self.number)

    def follows(self, other: "Folio") -> bool:
        """Whether this page comes straight after the other in the same numbering."""
        return self.body == other.body and self.number == other.number + 1


def roman(number: int) -> str:
    """Write a number from 1 in lower-case roman numerals."""
    written = ""
    for value, letters in ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written


def run(first: int, last: int) -> str:
    """Write the pages from `first` to `last` as an index prints them."""
    if first == last:
        return str(first)
    if first < 100 or first % 100 == 0:
        return f"{first}{EN_DASH}{last}"
    fewest = 1 if first % 100 < 10 else 2
    return f"{first}{EN_DASH}{_changed(str(first), str(last), fewest)}"


def folio_run(first: Folio, last: Folio) -> str:
    """Write a run of folios of one numbering."""
    if first == last:
        return str(first)
    if not first.body:
        return f"{first}{EN_DASH}{last}"
    return run(first.number, last.number)


def _changed(first: str, last: str, fewest: int) -> str:
    """The tail of `last` that differs from `first`, at least `fewest` digits."""
    if len(first) != len(last):
        return last
    same = next(i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b)
    return last[min(same, len(last) - fewest):]
