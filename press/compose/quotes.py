"""Quotation marks: the marks that an editor typed straight, curled.

Typed                     set
"It was 'quiet'," she     “It was ‘quiet’,” she
the town's, the '90s      the town’s, the ’90s
“‘Quiet’”                 “ ‘Quiet’ ” with thin spaces, so that the marks do not touch
40°0'                     40°0′

Marks typed curled stay as they are: the editor knows better.  Outside English only
the apostrophe within a word is curled, since each language quotes in its own way.
"""

import re
from collections.abc import Iterator

from press.compose.flow import Edit

THIN_SPACE = "\u2009"
_OPENERS = "([{“‘—–-/" + THIN_SPACE
_STRAIGHT = re.compile("[\"']")
_FAR_ENOUGH = 8
_ELISION = re.compile(r"'(?:\d0s|\d\d(?!\w)|(?:tis|twas|em|til|cause|n)(?!\w))", re.IGNORECASE)
_DEGREES = re.compile(
    r"""\d°\s?\d{1,2}(?:\.\d+)?(?P<minutes>')(?:\s?\d{1,2}(?:\.\d+)?(?P<seconds>"))?"""
)
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_TOUCHING = re.compile(r"(?<=“)(?=‘)|(?<=‘)(?=“)|(?<=”)(?=’)|(?<=’)(?=”)")


def primes(text: str) -> Iterator[Edit]:
    """Minutes and seconds of a degree take primes, not quotation marks."""
    for match in _DEGREES.finditer(text):
        yield Edit(*match.span("minutes"), "′")
        if match["seconds"]:
            yield Edit(*match.span("seconds"), "″")


def apostrophes(text: str) -> Iterator[Edit]:
    """A straight apostrophe within a word is curled, in every language."""
    for match in _APOSTROPHE.finditer(text):
        yield Edit(*match.span(), "’")


def curl(text: str) -> Iterator[Edit]:
    """Every straight mark opens or closes by what stands before it."""
    last, curled = -1, ""
    for match in _STRAIGHT.finditer(text):
        at = match.start()
        before = curled if last == at - 1 else text[max(0, at - 1) : at]
        last, curled = at, _curled(match.group(), before, text[at : at + _FAR_ENOUGH])
        yield Edit(at, at + 1, curled)


def _curled(mark: str, before: str, rest: str) -> str:
    """Return the curled form of `mark`, which begins `rest`."""
    after_opener = not before or before.isspace() or before in _OPENERS
    opens = after_opener and bool(rest[1:]) and not rest[1].isspace()
    if mark == '"':
        return "“" if opens else "”"
    return "‘" if opens and not _ELISION.match(rest) else "’"


def part(text: str) -> Iterator[Edit]:
    """Two quotation marks that meet are parted by a thin space."""
    for match in _TOUCHING.finditer(text):
        yield Edit(*match.span(), THIN_SPACE)
