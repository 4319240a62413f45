"""Wording: two versions of a text, word by word, with what differs marked in each."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

# A piece of a version, and whether the other version lacks it.
Piece = tuple[str, bool]
WORD = re.compile(r"\s*\S+|\s+")


class Stretch(NamedTuple):
    """A stretch of both versions: the words of each, and whether they differ."""

    was: str
    now: str
    differs: bool


def aligned(was: str, now: str) -> tuple[Stretch, ...]:
    """The two versions stretch by stretch; joined, the words of each are the version again."""
    old, new = WORD.findall(was), WORD.findall(now)
    return tuple(Stretch("".join(old[a:b]), "".join(new[c:d]), operation != "equal")
                 for operation, a, b, c, d in _matcher(old, new).get_opcodes())


def beside(was: str, now: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The two versions in pieces, those marked that the other lacks."""
    stretches = aligned(was, now)
    return (tuple((one.was, one.differs) for one in stretches if one.was),
            tuple((one.now, one.differs) for one in stretches if one.now))


def likeness(was: str, now: str) -> float:
    """How much of two texts is the same, from 0 to 1."""
    return _matcher(WORD.findall(was), WORD.findall(now)).ratio()


def _matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    """What compares two versions, blind to the spaces between words."""
    return SequenceMatcher(None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False)
