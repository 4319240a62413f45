"""Shaped text: a text as one long line: where it may be broken, how far each letter reaches, and its lines.

Lengths are in Pango's units unless they are said to be in px; places are in the bytes of
the text.  A line is a part of the shaped text; only one that ends in a hyphen is shaped by itself.
"""

import re
import sys
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from math import inf
from typing import Any

import pyphen
from weasyprint.layout.percent import percentage
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango

from press.layout.struts import strut

UNIT = int(TO_UNITS)  # of Pango, in a px
FIELDS = 5            # of a PangoGlyphInfo, each of 32 bits: glyph, width, x and y offset, attributes
WIDEST = 2 ** 21      # px: what Pango can measure
CLOSE = 0.05          # em: a syllable this close to the measure is shaped to be sure

LOWEST = 0 if sys.byteorder == "little" else 3  # the byte of a flag of 32 bits that tells of a line break
MAY_BREAK = re.compile(b"[" + b"".join(re.escape(bytes([flags])) for flags in range(1, 256, 2)) + b"]", re.DOTALL)

ffi.cdef("""
    PangoLayoutLine * pango_layout_line_ref (PangoLayoutLine *line);
    void pango_layout_line_unref (PangoLayoutLine *line);
""")
_rectangle = ffi.new("PangoRectangle *")
_count = ffi.new("int *")

Flags = bytes
"""What is told of each letter of a text."""


def keep(line: Any, text: bytes) -> tuple[Any, bytes, int]:
    """What a text is drawn from: the first line of its layout, its bytes, and where in them it begins."""
    return ffi.gc(pango.pango_layout_line_ref(line), pango.pango_layout_line_unref), text, 0


@dataclass(slots=True)
class Line:
    """A line: its layout, its text, where it begins and ends, its width in px, and where the next begins.

    One that is shaped by itself ends nowhere.
    """

    layout: Any
    text: str
    start: int
    end: int | None
    width: float
    resume: int | None


@dataclass(slots=True, eq=False)
class Text:
    """A text in a style, shaped as one line; places are in its bytes, edges in Pango's units, the rest in px.

    `lead` is the white above it and below it, and `baseline` counts from above that.
    `edges` are those before each of `clusters`, and of the end.  A line may end before each of `breaks`, which are
    found from the `flags` of its letters when the text is broken.
    """

    text: str
    style: Any
    bytes: bytes
    height: float
    lead: float
    baseline: float
    clusters: list[int]
    edges: list[int]
    flags: Flags
    kept: Any
    lines: dict[Any, Line] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, style: Any) -> "Text | None":
        """Shape a text; None when it is not of one font in one direction."""
        line, encoded = _shape(text, style)
        glyphs, layout = _glyphs(line), _pattern(style)[1]
        if glyphs is None:
            return None
        pango.pango_layout_line_get_extents(line, ffi.NULL, _rectangle)
        height = _rectangle.height * FROM_UNITS
        lead = (strut(style)[0] - height) / 2
        baseline = pango.pango_layout_get_baseline(layout) * FROM_UNITS + lead
        return cls(text, style, encoded, height, lead, baseline, *glyphs, _flags(layout), keep(line, encoded))

    def trimmed(self, end: int) -> int:
        """The end of a part without the spaces at its end."""
        while end and self.bytes[end - 1] == 32:
            end -= 1
        return end

    def parts_at(self, at: int) -> bool:
        """Whether no ligature stands across a byte."""
        return self.clusters[bisect_left(self.clusters, at)] == at

    def x(self, at: int) -> int:
        """How far the text reaches before a byte; within a ligature as if its letters were of one width."""
        index = bisect_left(self.clusters, at)
        if self.clusters[index] == at:
            return self.edges[index]
        first, after = self.clusters[index - 1], self.clusters[index]
        share = len(self.bytes[first:at].decode()) / len(self.bytes[first:after].decode())
        return self.edges[index - 1] + int((self.edges[index] - self.edges[index - 1]) * share)

    def line(self, start: int, end: int, width: float | None) -> Line:
        """The line from a byte, of the text up to another, in a width in px."""
        key = start, end, width
        if key not in self.lines:
            self.lines[key] = self._line(start, end, width)
        return self.lines[key]

    def _line(self, start: int, end: int, width: float | None) -> Line:
        left = self.x(start)
        if width is None or width == inf or width >= WIDEST or self.style["white_space"] == "nowrap":
            return self._part(start, end, None, width)
        right = left + int(max(0, width) * UNIT)
        if (self.edges[-1] <= right and end == self.clusters[-1]) or self.x(max(start, self.trimmed(end))) <= right:
            return self._part(start, end, None, width)
        if not self.breaks:
            self.breaks = _breaks(self.flags, self.text)
        first = bisect_right(self.breaks, start)
        index = bisect_right(self.breaks, self.clusters[bisect_right(self.edges, right) - 1], first) - 1
        while index + 1 < len(self.breaks) and self.x(self.trimmed(self.breaks[index + 1])) <= right:
            index += 1  # the space before a break may hang
        at = self.breaks[index] if index >= first else start
        after = min(self.breaks[max(index + 1, first)], end)
        divided = self._divided(start, at, after, width)
        if divided or at > start:
            return divided or self._part(start, self.trimmed(at), at, width)
        return self._part(start, self.trimmed(after), after if after < end else None, width)  # a word that is too long

    def _part(self, start: int, after: int, resume: int | None, width: float | None) -> Line:
        """A part of the text as a line."""
        shown = self.bytes[start:after].decode()
        layout = _layout(self.style, shown)
        layout.max_width = width
        layout.kept = *self.kept[:2], start
        return Line(layout, shown, start, after, (self.x(after) - self.x(start)) * FROM_UNITS, resume)

    def _divided(self, start: int, at: int, after: int, width: float) -> Line | None:
        """The line with the first syllables of its last word and a hyphen; None where there is no room for any.

        A word that begins its line is divided also where not even its first syllable has room.
        """
        style, left = self.style, self.x(start)
        if style["hyphens"] != "auto" or not style["lang"]:
            return None
        if at > start:
            room = width - (self.x(self.trimmed(at)) - left) * FROM_UNITS
            if 0 <= room <= percentage(style["hyphenate_limit_zone"], style, width):
                return None
        parts = _syllables(self.bytes[at:after], style["lang"], style["hyphenate_limit_chars"])
        for part in parts:
            last = at == start and part == parts[-1]
            if last or (self.x(at + part) - left) * FROM_UNITS <= width + CLOSE * style["font_size"]:
                line = self._hyphened(start, at + part, width)
                if last or line.width <= width:
                    return line
        return None

    def _hyphened(self, start: int, resume: int, width: float) -> Line:
        shown = self.bytes[start:resume].decode() + self.style["hyphenate_character"]
        line, encoded = _shape(shown, self.style)
        pango.pango_layout_line_get_extents(line, ffi.NULL, _rectangle)
        layout = _layout(self.style, shown)
        layout.max_width, layout.kept = width, keep(line, encoded)
        return Line(layout, shown, start, None, _rectangle.width * FROM_UNITS, resume)


def _shape(text: str, style: Any) -> tuple[Any, bytes]:
    """The line of a text in the layout of its style, which is that of the next text soon; and its bytes."""
    layout, encoded = _pattern(style)[1], text.encode()
    pango.pango_layout_set_text(layout, encoded, len(encoded))
    return pango.pango_layout_get_line_readonly(layout, 0), encoded


def _glyphs(line: Any) -> tuple[list[int], list[int]] | None:
    """The byte of every cluster of a line and the edge before it, and those of its end; None when it is not usual."""
    clusters: list[int] = []
    widths: list[int] = []
    run, font, end = line.runs[0], None, 0
    while run != ffi.NULL:
        glyphs, item, run = run.data.glyphs, run.data.item, run.next
        if item.analysis.level % 2 or (font is not None and item.analysis.font != font):
            return None
        font, count, offset = item.analysis.font, glyphs.num_glyphs, item.offset
        widths += memoryview(ffi.buffer(glyphs.glyphs, count * FIELDS * 4)).cast("i")[1::FIELDS].tolist()
        found = ffi.unpack(glyphs.log_clusters, count)
        clusters += [offset + cluster for cluster in found] if offset else found
        end = offset + item.length
    if font is None:
        return None
    edges = [*accumulate(widths, initial=0)]
    clusters.append(end)
    if len(set(clusters)) < len(clusters):  # some clusters are of several glyphs
        first = [at for at, cluster in enumerate(clusters) if not at or cluster != clusters[at - 1]]
        clusters, edges = [clusters[at] for at in first], [edges[at] for at in first]
    return clusters, edges


def _flags(layout: Any) -> bytes:
    """What is told of each letter of a layout, and of its end: whether a line may end before it."""
    attributes = pango.pango_layout_get_log_attrs_readonly(layout, _count)
    return bytes(ffi.buffer(ffi.cast("char *", attributes), _count[0] * 4))[LOWEST::4]


def _breaks(flags: bytes, text: str) -> list[int]:
    """The bytes of a text before which a line may end, and its end."""
    places = [found.start() for found in MAY_BREAK.finditer(flags, 1)]
    if not places or places[-1] != len(text):
        places.append(len(text))
    if text.isascii():
        return places
    found, before, last = [], 0, 0
    for at in places:
        before += len(text[last:at].encode())
        last = at
        found.append(before)
    return found


def _layout(style: Any, text: str) -> Any:
    """A layout that is made ready only where it is drawn."""
    layout = line_break.Layout.__new__(line_break.Layout)
    kept = style.__dict__.get("_facts")
    if kept is None or kept[0] != style["font_size"]:
        size, _, facts = _pattern(style)
        facts = {name: fact for name, fact in facts.items() if name != "language"} | {"justification_spacing": 0}
        kept = style.__dict__["_facts"] = size, facts
    layout.__dict__ = kept[1].copy()
    layout.text = text
    return layout


def _pattern(style: Any) -> Any:
    """The size of a style, a layout in it, and what is told of such layouts."""
    kept = style.__dict__.get("_pattern")
    if kept is None or kept[0] != style["font_size"]:
        line_break.Layout(style)
        kept = style.__dict__["_pattern"]
    return kept


@cache
def _syllables(rest: bytes, language: str, limits: tuple[int, int, int]) -> list[int]:
    """How many bytes of a text up to its first break may stand before a hyphen, the most first."""
    total, left, right = limits
    known = pyphen.language_fallback(language)
    text, before = rest.decode(), 0
    while known and (word := line_break.get_next_word_boundaries(text[before:], known)):
        start, end = (before + at for at in word)
        if end - start >= total:
            return [len((text[:start] + part).encode())
                    for part, _ in _dictionary(known, left, right).iterate(text[start:end])]
        before = end
    return []


@cache
def _dictionary(language: str, left: int, right: int) -> Any:
    """Where the words of a language are divided, so many letters from their ends at least."""
    return pyphen.Pyphen(lang=language, left=left, right=right)
