"""Variants: how words with letters that few keyboards have are typed without them.

    Kadıköy  kadikoy      Gəncə  gence      Żółw  zolw

The search looks for every word that a typed one can mean.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

WORD = re.compile(r"[^\W\d_]+")
# Letters that do not come apart into a plain letter and its marks.  `web.js` has the same table.
PLAIN = str.maketrans({"ı": "i", "ə": "e", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae",
                       "œ": "oe"})


def plain(word: str) -> str:
    """A word as it is typed without marks, in small letters."""
    apart = unicodedata.normalize("NFD", word.replace("İ", "i").lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(PLAIN)


def variants(texts: Iterable[str]) -> Mapping[str, list[str]]:
    """The words of the texts by how they are typed, as far as that differs."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for word in WORD.findall(text):
            if not word.isascii() and (typed := plain(word)) != word.lower() and typed.isascii():
                found.setdefault(typed, set()).add(word.lower())
    return {typed: sorted(words) for typed, words in sorted(found.items())}
