"""Dashes and their like: ranges, the minus sign, the dash between words, the ellipsis.

Typed                          set
pp. 19-24, 1988-94             pp. 19–24, 1988–94
25-26 February                 25–26 February
-5 °C                          −5 °C
the town - or what was left    the town – or what was left
...                            …

A hyphen between numbers becomes a dash only where the numbers rise and nothing says
that they are one number: `No. 12-34`, `ISSN 0132-1234`, `A/47-23` and `1992-02-26` stay.
"""

import re
from collections.abc import Iterator

from press.compose.flow import Edit

EN_DASH = "–"
ELLIPSIS = "…"
MINUS = "\u2212"

_RANGE = re.compile(
    r"(?<![\w/.,:–−-])(?P<first>\d{1,4}(?:,\d{3})*)(?P<dash>--?)(?P<last>\d{1,4}(?:,\d{3})*)(?![\w/–-]|[.,:]\d)"
)
_DASHED_FIGURE = re.compile(r"\d-")
_ONE_NUMBER = re.compile(
    r"(?:\b(?:no|number|isbn|issn|resolution|order|decree|law|case|file|document|doc)\b\.?|№)\s?$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 16
_MINUS = re.compile(r"-(?=\d)(?<![^\s(\[]-)")
_NUMBER_BEFORE = re.compile(r"\d\s?$")
_BETWEEN_WORDS = re.compile(r"-(?:(?<=[^\W\d][ \u00a0]-)|(?<=[)”’.,;][ \u00a0]-))-?(?= [^\W\d])")
_ELLIPSIS = re.compile(r"(?<!\.)(?:\.{3}|\. \. \.)(?!\.)")


def ranges(text: str) -> Iterator[Edit]:
    """A hyphen between a number and a greater one becomes an en dash."""
    for match in _RANGE.finditer(text) if _DASHED_FIGURE.search(text) else ():
        if _rises(match["first"], match["last"]) and not _ONE_NUMBER.search(_before(match)):
            yield Edit(*match.span("dash"), EN_DASH)


def _before(match: re.Match[str]) -> str:
    """What stands close before `match`: enough to hold any label of a number."""
    return match.string[max(0, match.start() - _LONGEST_LABEL) : match.start()]


def _rises(first: str, last: str) -> bool:
    """Whether `last`, with the digits it leaves out, is greater: 1988-94, 321-8."""
    low, high = first.replace(",", ""), last.replace(",", "")
    return int(low[: max(0, len(low) - len(high))] + high) > int(low)


def minus(text: str) -> Iterator[Edit]:
    """A hyphen before a number, with none before it, becomes a minus sign."""
    for match in _MINUS.finditer(text):
        if not _NUMBER_BEFORE.search(_before(match)):
            yield Edit(*match.span(), MINUS)


def dashes(text: str) -> Iterator[Edit]:
    """A hyphen with a space on each side, between words, becomes an en dash."""
    for match in _BETWEEN_WORDS.finditer(text):
        yield Edit(*match.span(), EN_DASH)


def ellipses(text: str) -> Iterator[Edit]:
    """Three points, also spaced, become one character, which a line cannot divide."""
    for match in _ELLIPSIS.finditer(text):
        yield Edit(*match.span(), ELLIPSIS)
