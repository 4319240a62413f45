"""Typefaces of a PDF: what each font is, whether it travels with the file, and how wide its glyphs are."""

from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, String

FILES = ("/FontFile", "/FontFile2", "/FontFile3")
STANDARD_WIDTH = 1000.0  # of a glyph for which no width is given (ISO 32000-1, 9.7.4.3)


@dataclass(slots=True)
class Typeface:
    """A font: its name without a subset's tag, whether it is in the file, its glyphs' widths in thousandths."""

    name: str
    kind: str
    embedded: bool
    subset: bool
    wide: bool
    widths: dict[int, float] = field(default_factory=dict)
    first: int = 0

    def shown(self, operand: Any) -> tuple[tuple[int, ...], float]:
        """The glyphs that a Tj or TJ shows, and how far it moves, in thousandths."""
        glyphs: list[int] = []
        width = 0.0
        for part in operand if isinstance(operand, Array) else (operand,):
            if isinstance(part, String):
                codes = self._codes(bytes(part))
                glyphs += codes
                width += sum(self.widths.get(code, STANDARD_WIDTH if self.wide else 0.0) for code in codes)
            else:
                width -= float(part)
        return tuple(glyphs), width

    def _codes(self, text: bytes) -> list[int]:
        if not self.wide:
            return list(text)
        return [text[at] << 8 | text[at + 1] for at in range(0, len(text) - 1, 2)]


class Typefaces:
    """The fonts of a file, each read once."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, int], Typeface] = {}

    def read(self, font: Any) -> Typeface:
        """What a font is."""
        key = font.objgen
        if key == (0, 0):
            return typeface(font)
        if key not in self.known:
            self.known[key] = typeface(font)
        return self.known[key]


def typeface(font: Any) -> Typeface:
    """A font dictionary as it is looked at (ISO 32000-1, 9.6 and 9.7)."""
    sort = str(font.get("/Subtype", ""))[1:]
    name = str(font.get("/BaseFont", "/unnamed"))[1:]
    tag, _, bare = name.partition("+")
    subset = bool(bare) and len(tag) == 6 and tag.isupper()
    wide = sort == "Type0"
    inner = font.DescendantFonts[0] if wide and "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", Dictionary())
    embedded = sort == "Type3" or any(file in descriptor for file in FILES)
    return Typeface(bare if subset else name, sort, embedded, subset, wide,
                    _wide_widths(inner) if wide else _widths(font))


def _widths(font: Any) -> dict[int, float]:
    first = int(font.get("/FirstChar", 0))
    return {first + at: float(width) for at, width in enumerate(font.get("/Widths", ()))}


def _wide_widths(font: Any) -> dict[int, float]:
    found: dict[int, float] = {}
    items = list(font.get("/W", ()))
    at = 0
    while at + 1 < len(items):
        first, then = int(items[at]), items[at + 1]
        if isinstance(then, Array):
            found.update({first + place: float(width) for place, width in enumerate(then)})
            at += 2
        else:
            found.update(dict.fromkeys(range(first, int(then) + 1), float(items[at + 2])))
            at += 3
    return found
