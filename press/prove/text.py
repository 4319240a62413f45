"""Text of a PDF: what a page says, read from its operators.

Fonts' Unicode maps give the letters, marked content the place in the tags.  Only
operators that the engine and the assembler write are understood; artifacts are left out.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from struct import unpack
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pikepdf import Pdf

TOKEN = re.compile(  # a text object of one run, as most are; any other; where a mark begins and ends
    rb"\bBT\s1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm\s/(\w+) ([\d.]+) Tf\s\[([^\]]*)\] TJ\sET\b"
    rb"|\bBT\b(.*?)\bET\b|/MCID (\d+)\s*>>\s*BDC\b|\bEMC\b|\bB[DM]C\b", re.DOTALL)
ONE, ANY, MARK = 5, 6, 7  # the last group of each
INSIDE = re.compile(  # a text object: places, fonts, and what is shown (ISO 32000-1, 9.4)
    rb"(-?[\d.]+) (-?[\d.]+) Tm\b|/(\w+) ([\d.]+) Tf\b|\[([^\]]*)\] TJ\b|(<[0-9a-f]*>) Tj\b")
BFCHAR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
RUN = re.compile(rb"(\d+)\s*\[([^\]]*)\]")
PX = 0.75
EDGE = 1.0  # pt that a run may stick out of its page: kerning and italics


class Box(NamedTuple):
    """The edges of a page, in pt."""

    left: float
    foot: float
    right: float
    head: float


class Font(dict[bytes, str]):
    """What strings of a font's glyphs say, and how wide they are in thousandths; each is read once."""

    def __init__(self, texts: dict[int, str], widths: dict[int, float]) -> None:
        super().__init__()
        self.texts = defaultdict(lambda: "\ufffd", texts)
        self.widths = defaultdict(float, widths)
        self.wide: dict[bytes, float] = {}
        self._spelled: dict[int, bytes] = {}

    @property
    def spelled(self) -> dict[int, bytes]:
        """What the glyphs say as the map spells it: the figures of UTF-16."""
        if not self._spelled:
            self._spelled.update({glyph: text.encode("utf-16-be").hex().encode() for glyph, text in self.texts.items()})
        return self._spelled

    def __missing__(self, string: bytes) -> str:
        """Read a string of glyphs that is not known yet."""
        count = len(string) // 4
        glyphs = unpack(f">{count}H", bytes.fromhex(string.decode())[:2 * count])
        self.wide[string] = sum(map(self.widths.__getitem__, glyphs))
        self[string] = said = "".join(map(self.texts.__getitem__, glyphs))
        return said

    def shown(self, operand: bytes) -> tuple[str, float]:
        """The words that a TJ operator shows, and how far it moves in thousandths."""
        parts = operand.replace(b"<", b">").split(b">")
        strings = parts[1::2]
        words = "".join(map(self.__getitem__, strings))
        try:
            moved = sum(map(float, filter(None, parts[::2])))
        except ValueError:  # more than one number between two strings
            moved = sum(map(float, b" ".join(parts[::2]).split()))
        return words, sum(map(self.wide.__getitem__, strings)) - moved


@dataclass(slots=True)
class PageText:
    """What a page says: the words of every mark, and the runs that stand outside the page."""

    box: Box
    marks: dict[int, list[str]] = field(default_factory=dict)
    outside: list[str] = field(default_factory=list)

    def show(self, mark: int, font: Font, size: float, operand: bytes, x: float, y: float) -> float:
        """Enter what a TJ operator shows at a place; where it ends."""
        words, wide = font.shown(operand)
        end = x + wide * size / 1000
        self.marks.setdefault(mark, []).append(words)
        left, foot, right, head = self.box
        if not (left - EDGE <= x and end <= right + EDGE and foot <= y <= head):
            self.outside.append(words)
        return end


def unicode_map(mapped: bytes) -> dict[int, str]:
    """What the glyphs of a font say, by its ToUnicode map (ISO 32000-1, 9.10.3)."""
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for glyph, text in BFCHAR.findall(mapped.split(b"endcodespacerange")[1])}


def widths(array: bytes) -> dict[int, float]:
    """How wide the glyphs of a font are, by its `W` array (9.7.4.3)."""
    return {int(first) + at: float(width)
            for first, run in RUN.findall(array) for at, width in enumerate(run.split())}


def read_page(content: bytes, box: Box, font_of: Callable[[str], Font]) -> PageText:
    """The words of a page; `font_of` gives the font of a resource name."""
    page, mark, head = PageText(box), -1, box.head
    for token in TOKEN.finditer(content):
        kind = token.lastindex
        if kind == MARK:
            mark = int(token[MARK])
        elif kind is None:
            mark = -1
        elif mark >= 0 and kind == ONE:
            x, y, font, size, operand = token.group(1, 2, 3, 4, 5)
            page.show(mark, font_of(font.decode()), float(size) * PX, operand, float(x) * PX, head - float(y) * PX)
        elif mark >= 0:
            _read_text(token[ANY], mark, page, font_of)
    return page


def _read_text(text: bytes, mark: int, page: PageText, font_of: Callable[[str], Font]) -> None:
    """Read a text object step by step."""
    font, size, x, y = Font({}, {}), 0.0, 0.0, 0.0
    for token in INSIDE.finditer(text):
        across, down, name, points, operand, string = token.groups()
        if across:
            x, y = float(across) * PX, page.box.head - float(down) * PX
        elif name:
            font, size = font_of(name.decode()), float(points) * PX
        else:
            x = page.show(mark, font, size, operand or string or b"", x, y)


def pages_of(pdf: "Pdf") -> Iterator[PageText]:
    """The words of every page of a file that may be anybody's, the fonts of which are read once."""
    from pikepdf import Array, Dictionary

    fonts: dict[tuple[int, int], Font] = {}
    for page in pdf.pages:
        contents: Any = page.obj.get("/Contents", Array())
        streams = contents if isinstance(contents, Array) else [contents]
        box = Box(*(float(edge) for edge in page.obj.MediaBox))
        held: Any = page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary())

        def font_of(name: str, held: Any = held) -> Font:
            font = held[f"/{name}"]
            if font.objgen not in fonts:
                fonts[font.objgen] = Font(unicode_map(font.ToUnicode.read_bytes()),
                                          widths(font.DescendantFonts[0].W.unparse()[1:]))
            return fonts[font.objgen]

        yield read_page(b"\n".join(stream.read_bytes() for stream in streams), box, font_of)
