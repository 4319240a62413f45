"""Addresses: where a web address may be divided at the end of a line.

At its marks, and never so that a hyphen ends the line, which would be taken for one
that the division added (Chicago 17, 14.18): `https://www|.example|.org/two|-words?n=|1`.
The places are characters that print nothing.
"""

import re

ZERO_WIDTH_SPACE = "\u200b"
WORD_JOINER = "\u2060"
_MARK = re.compile(
    r"(?P<kept>://)|(?P<hyphen>(?<=\w)-(?=\w))|(?P<before>(?<=\w)[.?_~%#](?=\w))|(?P<after>(?<=\w)[=&](?=\w))")
_BEFORE = {"hyphen": ZERO_WIDTH_SPACE, "before": ZERO_WIDTH_SPACE}
_AFTER = {"kept": WORD_JOINER, "hyphen": WORD_JOINER, "after": ZERO_WIDTH_SPACE}


def divisible(address: str) -> str:
    """The address with the places at which it may be divided."""
    return _MARK.sub(_marked, address)


def _marked(found: re.Match[str]) -> str:
    rule = str(found.lastgroup)
    return _BEFORE.get(rule, "") + found[0] + _AFTER.get(rule, "")
