"""Wording: two versions of a text, word by word, with what differs marked in each."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

# A piece of a version, and whether the other version lacks it.
Piece = tuple[str, bool]
WORD = re.compile(r"\s*\S+|\s+")


def beside(was: str, now: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The two versions in pieces; joined, the pieces of each are the version again."""
    old, new = WORD.findall(was), WORD.findall(now)
    left: list[Piece] = []
    right: list[Piece] = []
    for operation, a, b, c, d in _matcher(old, new).get_opcodes():
        _add(left, old[a:b], differs=operation != "equal")
        _add(right, new[c:d], differs=operation != "equal")
    return tuple(left), tuple(right)


def likeness(was: str, now: str) -> float:
    """How much of two texts is the same, from 0 to 1."""
    return _matcher(WORD.findall(was), WORD.findall(now)).ratio()


def _matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    """What compares two versions, blind to the spaces between words."""
    return SequenceMatcher(None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False)


def _add(pieces: list[Piece], words: Sequence[str], *, differs: bool) -> None:
    """Add words to a version, in one piece with those before where they are of one sort."""
    text = "".join(words)
    if not text:
        return
    if pieces and pieces[-1][1] == differs:
        pieces[-1] = pieces[-1][0] + text, differs
    else:
        pieces.append((text, differs))
