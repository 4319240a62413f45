"""Inline: a stretch of printed text with its face and its language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inline:
    """Text set in one face and one language.

    `lang` is a BCP 47 tag, empty for the language of the book; `source` is the
    key of the source that this stretch cites (set on the stretch that begins a
    citation), so that notes can be linked to the source index.
    """

    text: str
    italic: bool = False
    lang: str = ""
    url: str = ""
    source: str = ""


def plain(stretches: tuple[Inline, ...]) -> str:
    """The text alone."""
    return "".join(stretch.text for stretch in stretches)
