"""Shaped text: a text as one long line: where it may be broken, how far each letter reaches, and its lines.

Lengths are in Pango's units unless they are said to be in px; places are in the bytes of
the text.  A line is a part of the shaped text; only one that ends in a hyphen is shaped by itself.
"""

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

UNIT = int(TO_UNITS)  # of Pango, in a px
FIELDS = 5            # of a PangoGlyphInfo, each of 32 bits: glyph, width, x and y offset, attributes
WIDEST = 2 ** 21      # px: what Pango can measure
CLOSE = 0.05          # em: a syllable this close to the measure is shaped to be sure

_language = cache(pyphen.language_fallback)
_word = cache(line_break.get_next_word_boundaries)
_rectangle = ffi.new("PangoRectangle *")
_count = ffi.new("int *")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its layout, its text, where it begins, its width in px, and where the next begins."""

    layout: Any
    text: str
    start: int
    width: float
    resume: int | None


@dataclass(slots=True, eq=False)
class Text:
    """A text in a style, shaped as one line; places are in its bytes, edges in Pango's units, `height` in px.

    `edges` are those before each of `clusters`, and of the end.  A line may end before each of `breaks`.
    """

    text: str
    style: Any
    bytes: bytes
    height: float
    baseline: float
    clusters: list[int]
    edges: list[int]
    breaks: list[int]
    kept: Any
    lines: dict[Any, Line] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, style: Any) -> "Text | None":
        """Shape a text; None when it is not of one font in one direction."""
        layout = line_break.Layout(style)
        layout.set_text(text)
        line, _ = layout.get_first_line()
        glyphs = _glyphs(line)
        if glyphs is None:
            return None
        pango.pango_layout_line_get_extents(line, ffi.NULL, _rectangle)
        baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
        breaks = _breaks(layout.layout, text)
        layout.deactivate()
        return cls(text, style, text.encode(), _rectangle.height * FROM_UNITS, baseline, *glyphs, breaks,
                   layout.__dict__.get("kept"))

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

    def line(self, context: Any, start: int, end: int, width: float | None) -> Line:
        """The line from a byte, of the text up to another, in a width in px."""
        key = start, end, width
        if key not in self.lines:
            self.lines[key] = self._line(context, start, end, width)
        return self.lines[key]

    def _line(self, context: Any, start: int, end: int, width: float | None) -> Line:
        left = self.x(start)
        if width is None or width == inf or width >= WIDEST or self.style["white_space"] == "nowrap":
            return self._part(start, end, None, width)
        right = left + int(max(0, width) * UNIT)
        if self.x(max(start, self.trimmed(end))) <= right:
            return self._part(start, end, None, width)
        first = bisect_right(self.breaks, start)
        index = bisect_right(self.breaks, right, first, key=lambda at: self.x(self.trimmed(at))) - 1
        at = self.breaks[index] if index >= first else start
        after = min(self.breaks[max(index + 1, first)], end)
        divided = self._divided(context, start, at, after, width)
        if divided or at > start:
            return divided or self._part(start, self.trimmed(at), at, width)
        return self._part(start, self.trimmed(after), after if after < end else None, width)  # a word that is too long

    def _part(self, start: int, after: int, resume: int | None, width: float | None) -> Line:
        """A part of the text as a line."""
        shown = self.bytes[start:after].decode()
        layout = _layout(self.style, shown)
        layout.max_width = width
        if self.kept:  # what it is drawn from
            layout.kept = *self.kept[:2], start
        return Line(layout, shown, start, (self.x(after) - self.x(start)) * FROM_UNITS, resume)

    def _divided(self, context: Any, start: int, at: int, after: int, width: float) -> Line | None:
        """The line with the first syllables of its last word and a hyphen; None where there is no room for any.

        A word that begins its line is divided also where not even its first syllable has room.
        """
        style = self.style
        room = width - (self.x(self.trimmed(at)) - self.x(start)) * FROM_UNITS if at > start else -1.0
        parts = _syllables(self.bytes[at:after].decode(), style, context, width, room)
        for part in parts:
            resume = at + len(part.encode())
            last = at == start and part == parts[-1]
            if last or (self.x(resume) - self.x(start)) * FROM_UNITS <= width + CLOSE * style["font_size"]:
                line = self._hyphened(context, start, resume, width)
                if last or line.width <= width:
                    return line
        return None

    def _hyphened(self, context: Any, start: int, resume: int, width: float) -> Line:
        shown = self.bytes[start:resume].decode() + self.style["hyphenate_character"]
        layout = line_break.create_layout(shown, self.style, context, None, 0)
        pango.pango_layout_line_get_extents(layout.get_first_line()[0], ffi.NULL, _rectangle)
        taken = _rectangle.width * FROM_UNITS
        layout.deactivate()
        layout.max_width = width
        return Line(layout, shown, start, taken, resume)


def _glyphs(line: Any) -> tuple[list[int], list[int]] | None:
    """The byte of every cluster of a line and the edge before it, and those of its end; None when it is not usual."""
    clusters: list[int] = []
    widths: list[int] = []
    run, font, end = line.runs[0], None, 0
    while run != ffi.NULL:
        item, run = run.data, run.next
        if item.item.analysis.level % 2 or (font is not None and item.item.analysis.font != font):
            return None
        font, count, offset = item.item.analysis.font, item.glyphs.num_glyphs, item.item.offset
        widths += memoryview(ffi.buffer(item.glyphs.glyphs, count * FIELDS * 4)).cast("i").tolist()[1::FIELDS]
        found = ffi.unpack(item.glyphs.log_clusters, count)
        clusters += [offset + cluster for cluster in found] if offset else found
        end = offset + item.item.length
    if font is None:
        return None
    edges = [*accumulate(widths, initial=0)]
    clusters.append(end)
    if len(set(clusters)) < len(clusters):  # some clusters are of several glyphs
        first = [at for at, cluster in enumerate(clusters) if not at or cluster != clusters[at - 1]]
        clusters, edges = [clusters[at] for at in first], [edges[at] for at in first]
    return clusters, edges


def _breaks(layout: Any, text: str) -> list[int]:
    """The bytes of a text before which a line may end, and its end."""
    attributes = pango.pango_layout_get_log_attrs_readonly(layout, _count)
    flags = ffi.unpack(ffi.cast("unsigned int *", attributes), _count[0])
    places = [at for at, flag in enumerate(flags) if flag & 1]
    if places and not places[0]:
        del places[0]
    if text.isascii():
        return places if places and places[-1] == len(text) else [*places, len(text)]
    before = [0, *accumulate(len(letter.encode()) for letter in text)]
    found = [before[at] for at in places]
    return found if found and found[-1] == before[-1] else [*found, before[-1]]


def _layout(style: Any, text: str) -> Any:
    """A layout that is made ready only where it is drawn."""
    layout = line_break.Layout.__new__(line_break.Layout)
    kept = style.__dict__.get("_pattern")
    if kept is None or kept[0] != style["font_size"]:
        layout.setup(style)
        layout.deactivate()
        kept = style.__dict__["_pattern"]
    layout.__dict__.update(kept[2])
    del layout.language
    layout.justification_spacing, layout.text = 0, text
    return layout


def _syllables(rest: str, style: Any, context: Any, width: float, room: float) -> list[str]:
    """The parts of a text up to its first break that may stand before a hyphen, the longest first.

    They are wanted where there is more room than the zone in which no word is divided, or none at all.
    """
    language = style["lang"] and _language(style["lang"])
    if style["hyphens"] != "auto" or not language:
        return []
    total, left, right = style["hyphenate_limit_chars"]
    before, whole = 0, rest
    while rest and (word := _word(rest, language)):
        start, end = word
        if end - start >= total and (room < 0 or room > percentage(style["hyphenate_limit_zone"], style, width)):
            key = language, left, right, total
            if key not in context.dictionaries:
                context.dictionaries[key] = pyphen.Pyphen(lang=language, left=left, right=right)
            lead = whole[:before + start]
            return [lead + part for part, _ in context.dictionaries[key].iterate(rest[start:end])]
        rest, before = rest[end:], before + end
    return []
