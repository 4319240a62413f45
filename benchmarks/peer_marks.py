"""Peer marks: what every peer's book has in common: its faces, and words with marks in them.

All books stand on A5 with the margins of the house's trim, 11 on 14 points, notes 9 on
11.2, in the faces of `styles/fonts`; cross-references print their page, the index its pages.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import corpus_parts as parts

FONTS = Path(__file__).resolve().parent.parent / "styles" / "fonts"


@dataclass(slots=True)
class Marks:
    """How a language writes what stands in a line."""

    text: Callable[[str], str]
    italics: Callable[[str], str]
    bold: Callable[[str], str]
    note: Callable[[str], str]
    reference: Callable[[str], str]
    page: Callable[[str], str]
    index: Callable[[str], str]

    def words(self, words: Iterable[parts.Inline]) -> str:
        """Words with their marks."""
        return "".join(self._word(part) for part in words)

    def _word(self, part: parts.Inline) -> str:
        match part:
            case str():
                return self.text(part)
            case parts.Styled(text, bold):
                return (self.bold if bold else self.italics)(text)
            case parts.Note(inner):
                return self.note(self.words(inner))
            case parts.Reference(name):
                return self.reference(name)
            case parts.PageReference(name):
                return self.page(name)
            case parts.IndexMark(term):
                return self.index(term)
