"""Fonts: one set for the whole file, from what its sections used.

The engine keeps the glyph ids of the original font and names a font by a stable
hash, so the fonts of all sections agree: their widths and Unicode maps are
united, each font is subset once, and every page points at the one set.  What the
assembler sets itself (folios, late page numbers) is shaped here and joins them,
under names of its own for the same fonts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from press.assemble.engine_file import EngineFile

FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
NAMED = re.compile(rb"(/[^\s/<>\[\]()]+)\s+(\d+) 0 R")
BASE = re.compile(rb"/BaseFont\s*/([^\s/<>\[\]()]+)")
WIDTHS = re.compile(rb"/W\s*\[")
RUN = re.compile(rb"(\d+)\s*\[([^\]]*)\]")
BFCHAR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
WEIGHTS = {"400": "", "normal": "", "500": "-Medium", "600": "-Semi-Bold", "700": "-Bold", "bold": "-Bold"}
DESCRIBED = ("/Flags", "/Ascent", "/Descent", "/CapHeight", "/ItalicAngle", "/StemV", "/StemH")


@dataclass(frozen=True, slots=True)
class Shaped:
    """A short text as glyphs of one font, in thousandths of the size.

    `widths` are the glyphs' own, as the font has them; `advances` hold the kerning
    of this text; `texts` are the letters that each glyph stands for.
    """

    glyphs: tuple[int, ...]
    widths: tuple[float, ...]
    advances: tuple[float, ...]
    texts: tuple[str, ...]

    @property
    def width(self) -> float:
        """The set width, in thousandths of the size."""
        return sum(self.advances)

    @property
    def array(self) -> str:
        """The glyphs with their kerning, as the operand of TJ (ISO 32000-1, 9.4.3) without its brackets."""
        kerned = zip(self.glyphs, self.widths, self.advances, strict=True)
        return "".join(f"<{glyph:04x}>" + (f"{width - advance:.4g}" if width != advance else "")
                       for glyph, width, advance in kerned)


@dataclass(slots=True)
class Used:
    """What was used of one font: the letters and widths of its glyphs, and what the engine says of it."""

    face: str
    name: str
    texts: dict[int, bytes] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    described: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FontUse:
    """What a part of a book uses of the fonts: their faces by resource name, and the fonts that are not declared."""

    keys: Mapping[str, str]
    used: tuple[Used, ...]
    undeclared: tuple[str, ...] = ()


def declared_faces(css: Path) -> dict[str, Path]:
    """The font files of a stylesheet's `@font-face` rules by the engine's name of the face."""
    found = {}
    for block in FACE.findall(css.read_text(encoding="utf-8")):
        value = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", block))
        url = re.search(r"url\(['\"]?([^'\")]+)", value["src"])
        assert url is not None
        name = value["font-family"].strip("\"' ") + WEIGHTS[value.get("font-weight", "400").strip()]
        name += "-Italic" if value.get("font-style", "normal").strip() == "italic" else ""
        found[name] = css.parent / url[1]
    return found


class FontSet:
    """The fonts of one file: take in sections' fonts, shape, then `embed` once."""

    def __init__(self, faces: Mapping[str, Path]) -> None:
        self.faces = faces
        self.used: dict[str, Used] = {}
        self.fonts: dict[str, Used] = {}
        self.undeclared: set[str] = set()

    def take(self, file: EngineFile, table: bytes) -> None:
        """Unite the fonts of a section's table with what is here; fonts that no stylesheet declares are noted."""
        for key, number in NAMED.findall(file.objects[table]):
            font = file.objects[number]
            name = BASE.findall(font)[0].decode()
            face = name.split("+", 1)[1]
            if face not in self.faces:
                self.undeclared.add(face)
                continue
            kept = self._of(face, name)
            self.fonts[key.decode()] = kept
            # The descendant and its descriptor stand in the font, or by themselves.
            inner = file.objects.get(file.find(font, "DescendantFonts"), font)
            told = file.objects.get(file.find(inner, "FontDescriptor"), inner)
            kept.texts.update(_unicode(file.streams[file.find(font, "ToUnicode")].content))
            kept.widths.update(_widths(inner))
            kept.described = kept.described or {
                name: _number(value[1]) for name in DESCRIBED
                if (value := re.search(rb"%s\s+(-?[\d.]+)" % name.encode(), told))}

    def unite(self, other: "FontUse") -> None:
        """Unite what a part of the book uses with what is here."""
        for used in other.used:
            kept = self._of(used.face, used.name)
            kept.texts.update(used.texts)
            kept.widths.update(used.widths)
            kept.described = kept.described or used.described
        self.fonts.update({key: self.used[face] for key, face in other.keys.items()})
        self.undeclared.update(other.undeclared)

    @property
    def use(self) -> "FontUse":
        """All that is here."""
        return FontUse({key: font.face for key, font in self.fonts.items()}, tuple(self.used.values()),
                       tuple(sorted(self.undeclared)))

    def key(self, face: str) -> str:
        """The resource name under which the press itself looks up a face."""
        key = f"/{face.replace('-', '')}"
        self.fonts.setdefault(key, self._of(face, f"PRESSX+{face}"))
        return key

    def _of(self, face: str, name: str) -> Used:
        """What was used of a face; the first to use it names it."""
        return self.used.setdefault(face, Used(face, name))

    def shape(self, key: str, text: str, *features: str) -> Shaped:
        """Shape a short text in the font of a resource name and keep its glyphs for embedding."""
        font = self.fonts[key]
        shaped = _shape(self.faces[font.face], text, features)
        for glyph, width, source in zip(shaped.glyphs, shaped.widths, shaped.texts, strict=True):
            font.texts.setdefault(glyph, source.encode("utf-16-be").hex().encode())
            font.widths.setdefault(glyph, width)
        return shaped

    def glyphs(self, key: str, text: str, *features: str) -> tuple[int, ...]:
        """The glyphs of a short text, without keeping them; none in a font that is not here."""
        return _shape(self.faces[self.fonts[key].face], text, features).glyphs if key in self.fonts else ()


@cache
def font_of(file: Path) -> hb.Font:
    """The font of a file, opened once."""
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(file))))


@cache
def _shape(file: Path, text: str, features: tuple[str, ...]) -> Shaped:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    font = font_of(file)
    hb.shape(font, buffer, dict.fromkeys(features, True))
    scale = 1000 / font.face.upem
    glyphs = tuple(info.codepoint for info in buffer.glyph_infos)
    clusters = [*(info.cluster for info in buffer.glyph_infos), len(text)]
    return Shaped(
        glyphs,
        tuple(font.get_glyph_h_advance(glyph) * scale for glyph in glyphs),
        tuple(position.x_advance * scale for position in buffer.glyph_positions),
        tuple(text[start:end] for start, end in pairwise(clusters)))


def unicode_map(texts: Mapping[int, bytes]) -> bytes:
    """The ToUnicode map (ISO 32000-1, 9.10.3)."""
    lines = ["/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap", "/CIDSystemInfo",
             "<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def", "/CMapName /Adobe-Identity-UCS def",
             "/CMapType 2 def", "1 begincodespacerange", "<0000> <ffff>", "endcodespacerange"]
    items = sorted(texts.items())
    for at in range(0, len(items), 100):
        part = items[at:at + 100]
        lines += [f"{len(part)} beginbfchar",
                  *(f"<{glyph:04x}> <{text.decode()}>" for glyph, text in part), "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode()


def _unicode(mapped: bytes) -> dict[int, bytes]:
    return {int(glyph, 16): text for glyph, text in BFCHAR.findall(mapped.split(b"endcodespacerange")[1])}


def _widths(font: bytes) -> dict[int, float]:
    found: dict[int, float] = {}
    for first, widths in RUN.findall(WIDTHS.split(font, maxsplit=1)[1]):
        found.update({int(first) + at: float(width) for at, width in enumerate(widths.split())})
    return found


def _number(value: bytes) -> Any:
    return float(value) if b"." in value else int(value)
