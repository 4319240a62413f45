"""Glyphs: which characters the fonts of the house can print.

A character that no declared font has is taken from any font of the machine, without
a word, and another machine prints another letter.  So it is looked for beforehand.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FACE = re.compile(r"@font-face\s*\{(?P<body>[^}]*)\}")
_FAMILY = re.compile(r"font-family:\s*[\"']?(?P<family>[^;\"']+)")
_FILE = re.compile(r"url\(\s*[\"']?(?P<file>[^)\"']+)")


@cache
def letters(font: Path) -> frozenset[str]:
    """Every character that a font has a glyph for, read once a process."""
    import uharfbuzz

    return frozenset(map(chr, uharfbuzz.Face(font.read_bytes()).unicodes))


def missing(characters: Iterable[str], fonts: Iterable[Path],
            letters_of: Callable[[Path], frozenset[str]] = letters) -> set[str]:
    """Return the characters that none of the fonts has, of those that leave a mark or a space."""
    printable = {character for character in set(characters) if not _is_invisible(character)}
    return printable.difference(*map(letters_of, fonts)) if printable else printable


def families(stylesheet: Path) -> Mapping[str, tuple[Path, ...]]:
    """The font files of each family that a stylesheet declares."""
    declared: dict[str, tuple[Path, ...]] = {}
    for face in _FACE.finditer(stylesheet.read_text(encoding="utf-8")):
        family, file = _FAMILY.search(face["body"]), _FILE.search(face["body"])
        if family and file:
            name = family["family"].strip()
            declared[name] = (*declared.get(name, ()), stylesheet.parent / file["file"].strip())
    return MappingProxyType(declared)


def _is_invisible(character: str) -> bool:
    """Whether a character is a control or a joiner, such as the soft hyphen, which needs no glyph."""
    return unicodedata.category(character) in {"Cc", "Cf"}
