"""Hyphenation: where words of Azerbaijani, Turkish and Armenian may be divided.

The layout engine knows English and Russian, not these three.  All three divide by
the syllable, and a syllable takes one consonant before its vowel:

    Xo-ca-lı   Er-mə-nis-tan   cum-hu-ri-ye-ti   Աս-կե-րան   հան-րա-պե-տու-թյուն

In Armenian ու is one vowel, and յ after a consonant goes with it.  TeX's patterns for
Turkish and Armenian are made from such a rule; for Azerbaijani there are none.

A soft hyphen is set in words of six letters or more, three letters from either end.
Names (class `nm`), headings and tables are not divided, and no word that an editor
divided already.
"""

import re
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from xml.etree.ElementTree import Element

from press.compose.flow import addresses
from press.compose.reading import classes, is_verbatim, language, name

SOFT_HYPHEN = "\u00ad"

_SHORTEST_WORD = 6
_SHORTEST_PART = 3
_NOT_DIVIDED = frozenset("h1 h2 h3 h4 h5 h6 table caption figcaption nav".split())
_WORD = re.compile(rf"[^\W\d_]+(?:{SOFT_HYPHEN}[^\W\d_]+)*")

_AZERBAIJANI_VOWELS = "aeəıioöuüAEƏIİOÖUÜ"
_TURKISH_VOWELS = "aâeıiîoöuûüAÂEIİÎOÖUÛÜ"
_TURKIC_CONSONANTS = "bcçdfgğhjklmnpqrsştvwxyzBCÇDFGĞHJKLMNPQRSŞTVWXYZ"
_ARMENIAN_VOWELS = "աեէըիոօևԱԵԷԸԻՈՕ"
_ARMENIAN_CONSONANTS = "բգդզթժլխծկհձղճմյնշչպջռսվտրցփքֆԲԳԴԶԹԺԼԽԾԿՀՁՂՃՄՅՆՇՉՊՋՌՍՎՏՐՑՓՔՖ"


@dataclass(frozen=True, slots=True)
class Syllables:
    """How a language divides: its vowels, and what stands where a syllable begins."""

    vowels: str
    beginning: re.Pattern[str]

    def places(self, word: str) -> list[int]:
        """Where `word` may be divided."""
        if len(word) < _SHORTEST_WORD:
            return []
        first_vowel = next((at for at, letter in enumerate(word) if letter in self.vowels), len(word))
        return [
            match.start()
            for match in self.beginning.finditer(word)
            if match.start() > first_vowel and _SHORTEST_PART <= match.start() <= len(word) - _SHORTEST_PART
        ]


def _turkic(vowels: str) -> Syllables:
    """One consonant before a vowel begins a syllable; so does a vowel after a vowel."""
    pattern = f"(?=[{_TURKIC_CONSONANTS}][{vowels}])|(?<=[{vowels}])(?=[{vowels}])"
    return Syllables(vowels, re.compile(pattern))


def _armenian() -> Syllables:
    """One consonant, with its յ, begins a syllable; two vowels are not parted."""
    after_consonant = f"(?<=[{_ARMENIAN_CONSONANTS}])[յՅ]"
    pattern = f"(?!{after_consonant})(?=[{_ARMENIAN_CONSONANTS}][յՅ]?[{_ARMENIAN_VOWELS}])"
    return Syllables(_ARMENIAN_VOWELS, re.compile(pattern))


_SYLLABLES = MappingProxyType(
    {"az": _turkic(_AZERBAIJANI_VOWELS), "tr": _turkic(_TURKISH_VOWELS), "hy": _armenian()}
)


def divide(text: str, lang: str) -> str:
    """Return `text` with a soft hyphen wherever a word of it may be divided."""
    syllables = _SYLLABLES.get(lang.lower().partition("-")[0])
    if syllables is None:
        return text
    kept = addresses(text)

    def divided(match: re.Match[str]) -> str:
        word = match.group()
        if SOFT_HYPHEN in word or any(start <= match.start() < end for start, end in kept):
            return word
        ends = [0, *syllables.places(word), len(word)]
        return SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(ends))

    return _WORD.sub(divided, text)


def divide_tree(root: Element, lang: str = "en") -> Element:
    """Return a copy of `root` in which the running text may be divided."""
    tree = deepcopy(root)
    _divide_within(tree, lang)
    return tree


def _divide_within(element: Element, inherited: str) -> None:
    """Divide the words of an element and of all that it holds."""
    if is_verbatim(element) or name(element) in _NOT_DIVIDED or "nm" in classes(element):
        return
    lang = language(element, inherited)
    if element.text:
        element.text = divide(element.text, lang)
    for child in element:
        _divide_within(child, lang)
        if child.tail:
            child.tail = divide(child.tail, lang)
