"""Text of a PDF: what a file says, read from its tags and its operators.

The file is read as a reader's program reads it: the structure tree gives the order,
marked content the place, fonts' Unicode maps the letters.  Only operators that the
engine and the assembler write are understood; artifacts are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

TOKEN = re.compile(
    rb"/MCID (\d+)\s*>>\s*BDC|(BDC|BMC)|(EMC)|(-?[\d.]+) (-?[\d.]+) Tm\b"
    rb"|/(\w+) ([\d.]+) Tf|\[([^\]]*)\] TJ|<([0-9a-f]*)> Tj")
STRING = re.compile(rb"<([0-9a-f]*)>|(-?[\d.]+)")
BFCHAR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
PX = 0.75


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text: its words, where it begins and ends, in pt from the page's left foot."""

    text: str
    left: float
    right: float
    y: float


Content = dict[tuple[int, int], list[Run]]
Read = tuple[dict[int, str], dict[int, float], dict[bytes, tuple[str, float]]]
"""What a font's glyphs say, how wide they are in thousandths, and what strings of them came to."""


class Fonts:
    """The Unicode maps and widths of a file's fonts, read once."""

    def __init__(self) -> None:
        self.maps: dict[tuple[int, int], Read] = {}

    def read(self, font: Any) -> Read:
        """What a font's glyphs say, and how wide they are in thousandths."""
        key = font.objgen
        if key not in self.maps:
            mapped = font.ToUnicode.read_bytes()
            texts = {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
                     for glyph, text in BFCHAR.findall(mapped.split(b"endcodespacerange")[1])}
            self.maps[key] = texts, _widths(font), {}
        return self.maps[key]


def _widths(font: Any) -> dict[int, float]:
    found: dict[int, float] = {}
    items = list(font.DescendantFonts[0].W)
    for first, widths in zip(items[::2], items[1::2], strict=True):
        found.update({int(first) + i: float(width) for i, width in enumerate(widths)})
    return found


def content(pdf: Pdf) -> Content:
    """The runs of every marked content of the file, by page and mark."""
    fonts = Fonts()
    found: Content = {}
    for number, page in enumerate(pdf.pages):
        if "/Contents" in page.obj:
            _read_page(page.obj, number, fonts, found)
    return found


def _read_page(page: Any, number: int, fonts: Fonts, found: Content) -> None:
    streams = page.Contents if isinstance(page.Contents, Array) else [page.Contents]
    height = float(page.MediaBox[3])
    mark, depth, x, y, size = -1, 0, 0.0, 0.0, 0.0
    font: Read = {}, {}, {}
    for token in TOKEN.finditer(b"\n".join(stream.read_bytes() for stream in streams)):
        if token[1]:
            mark, depth = int(token[1]), depth + 1
        elif token[2]:
            mark, depth = -1, depth + 1
        elif token[3]:
            depth -= 1
            mark = -1
        elif token[4]:
            x, y = float(token[4]) * PX, height - float(token[5]) * PX
        elif token[6]:
            font = fonts.read(page.Resources.Font["/" + token[6].decode()])
            size = float(token[7]) * PX
        elif mark >= 0 and (token[8] is not None or token[9] is not None):
            shown = token[8] if token[8] is not None else b"<" + token[9] + b">"
            text, width = _shown(shown, font)
            found.setdefault((number, mark), []).append(Run(text, x, x + width * size / 1000, y))


def _shown(shown: bytes, font: Read) -> tuple[str, float]:
    """The words that a TJ operator shows, and their width in thousandths."""
    texts, widths, known = font
    words, width = [], 0.0
    for string, move in STRING.findall(shown):
        if move:
            width -= float(move)
        if string not in known:
            glyphs = [int(string[at:at + 4], 16) for at in range(0, len(string), 4)]
            known[string] = ("".join(texts.get(glyph, "\ufffd") for glyph in glyphs),
                             sum(widths.get(glyph, 0.0) for glyph in glyphs))
        said, wide = known[string]
        words.append(said)
        width += wide
    return "".join(words), width


def parts(pdf: Pdf) -> list[Any]:
    """The Parts of the structure: one a section, in order."""
    return list(pdf.Root.StructTreeRoot.K[0].K)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a section in the order of its tags: text, a table's head, or a note's beginning."""

    kind: str
    text: str


TEXT, HEAD, NOTE, IN_NOTE = "text", "head", "note", "in-note"
UNREAD = (Name.Figure, Name.Lbl)  # a picture speaks by its alternative text, a list by its items


def segments(part: Any, runs: Content, pages: dict[tuple[int, int], int]) -> list[Segment]:
    """The stretches of one section; `pages` maps a page's object to its number."""
    return list(_walk(part, runs, pages, TEXT, -1))


def _walk(element: Any, runs: Content, pages: dict[tuple[int, int], int], kind: str, page: int) -> Iterator[Segment]:
    role = element.get("/S")
    if role in UNREAD or "/K" not in element:
        return
    page = pages.get(element.Pg.objgen, page) if "/Pg" in element else page
    if role == Name.Note:
        yield Segment(NOTE, "")
        kind = IN_NOTE
    if role == Name.THead and kind == TEXT:
        inside = "".join(one.text for kid in _kids(element) for one in _kid(kid, runs, pages, TEXT, page))
        yield Segment(HEAD, inside)
        return
    for kid in _kids(element):
        yield from _kid(kid, runs, pages, kind, page)


def _kids(element: Any) -> list[Any]:
    return list(element.K) if isinstance(element.K, Array) else [element.K]


def _kid(kid: Any, runs: Content, pages: dict[tuple[int, int], int], kind: str, page: int) -> Iterator[Segment]:
    """A child of an element: another element, a mark on a page, or a link's annotation."""
    if not isinstance(kid, Dictionary):
        yield Segment(kind, _shown_at(runs, page, int(kid)))
    elif "/S" in kid:
        yield from _walk(kid, runs, pages, kind, page)
    elif "/MCID" in kid:
        here = pages.get(kid.Pg.objgen, page) if "/Pg" in kid else page
        yield Segment(kind, _shown_at(runs, here, int(kid.MCID)))


def _shown_at(runs: Content, page: int, mark: int) -> str:
    return "".join(run.text for run in runs.get((page, mark), ()))
