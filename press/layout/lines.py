"""Lines: a text is shaped once for its line and not three times, for WeasyPrint 70.0.

The engine shapes a draft that is longer than the line, shapes the line with the word
after it in case that fits, shapes it with each syllable of that word, and shapes what
is left once more.  The draft knows it all: how wide the line is, and how wide every
part of the next word.  So a line that the draft settles is taken from the draft, and
only a syllable that may fit is tried.  What is unusual, or too close to call, is left
to the engine's own function; the lines are the same to the byte.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Any

import pyphen
from weasyprint.layout.percent import percentage
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango

LETTERS_AN_EM = 4  # the engine's own estimate of how much text a line can hold
WIDEST = 2 ** 21  # what Pango can measure, in px
CLOSE = 0.05  # em: widths this close to the measure are the engine's to judge
OWN_WAYS = ("\u00ad", "\n", "\t")  # what breaks lines in ways of its own

ffi.cdef("void pango_layout_line_index_to_x (PangoLayoutLine *line, int index_, int trailing, int *x_pos);")
_rectangle = ffi.new("PangoRectangle *")
_x = ffi.new("int *")
_language = cache(pyphen.language_fallback)

Line = tuple[Any, int, int | None, float, float, float]
"""A Pango layout, the line's bytes, the byte after it or None, and its width, height and base line in px."""


def split(text: str, style: Any, context: Any, max_width: Any, justification_spacing: float,
          is_line_start: bool = True, minimum: bool = False) -> Line:
    """The first line of a text: from one draft where that settles it, else as the engine finds it."""
    line = None
    if context is not None and _is_usual(text, style, max_width):
        line = _from_draft(text, style, context, max_width, justification_spacing)
    found: Line = line or line_break.split_first_line(
        text, style, context, max_width, justification_spacing, is_line_start=is_line_start, minimum=minimum)
    return found


def _is_usual(text: str, style: Any, max_width: Any) -> bool:
    """Whether a text is plain running text in a measure of some letters."""
    if max_width is None or max_width == inf or max_width >= WIDEST:
        return False
    usual = style.__dict__.get("_usual")
    if usual is None:
        usual = style.__dict__["_usual"] = (
            style["white_space"] == "normal" and style["letter_spacing"] in ("normal", 0)
            and not style["word_spacing"] and style["overflow_wrap"] == style["word_break"] == "normal")
    size = style["font_size"]
    return bool(usual and size and size * LETTERS_AN_EM <= max_width
                and not any(way in text for way in OWN_WAYS))


@dataclass(slots=True)
class _Draft:
    """A text in its measure, as Pango breaks it: the head is its first line, the tail the rest."""

    text: str
    layout: Any
    line: Any
    resume: int | None
    width: float = 0.0
    height: float = 0.0
    head: str = ""
    tail: str = ""

    @classmethod
    def of(cls, text: str, style: Any, max_width: float, justification_spacing: float) -> "_Draft":
        """The draft of as much text as the line may hold, or of the whole when it holds all of that."""
        short = text[:int(max_width / style["font_size"] * LETTERS_AN_EM)]
        layout = line_break.Layout(style, justification_spacing, max_width)
        pango.pango_layout_set_width(layout.layout, int(max(0, max_width) * TO_UNITS))
        layout.set_text(short)
        line, resume = layout.get_first_line()
        if resume is None and short != text:
            short = text
            layout.set_text(text)
            line, resume = layout.get_first_line()
        draft = cls(short, layout, line, resume)
        draft.width, draft.height = _extents(line)
        draft.head = short.encode()[:resume].decode()
        draft.tail = short[len(draft.head):]
        return draft

    def next_break(self) -> int | None:
        """How many letters of the tail but one stand before its first break; None when it has none."""
        attributes = pango.pango_layout_get_log_attrs_readonly(self.layout.layout, ffi.NULL)
        start = len(self.head) + 1
        return next((at - start for at in range(start, len(self.text)) if attributes[at].is_line_break), None)

    def tail_width(self, part: str) -> float:
        """The width of the beginning of the tail."""
        second = pango.pango_layout_get_line_readonly(self.layout.layout, 1)
        pango.pango_layout_line_index_to_x(second, (self.resume or 0) + len(part.encode()), 0, _x)
        return float(_x[0] * FROM_UNITS)

    def taken(self) -> Line:
        """The head as a line, without the space at its end."""
        text = self.head.rstrip(" ") if self.resume else self.head
        length = len(text.encode()) if self.resume else self.line.length
        baseline = pango.pango_layout_get_baseline(self.layout.layout) * FROM_UNITS
        self.layout.deactivate()
        self.layout.text = text if self.resume else self.layout.text
        return self.layout, length, self.resume, self.width, self.height, baseline


def _extents(line: Any) -> tuple[float, float]:
    """The logical width and height of a line, in px."""
    pango.pango_layout_line_get_extents(line, ffi.NULL, _rectangle)
    return _rectangle.width * FROM_UNITS, _rectangle.height * FROM_UNITS


def _from_draft(text: str, style: Any, context: Any, max_width: float, spacing: float) -> Line | None:
    """The line that the draft settles; None when it does not."""
    draft = _Draft.of(text, style, max_width, spacing)
    if draft.width > max_width:
        return None
    if draft.resume is None:
        return draft.taken()
    at = draft.next_break()
    word = draft.tail[:at].rstrip(" ")
    close = CLOSE * style["font_size"]
    if not word or (at is None and draft.text != text):
        return None
    if draft.tail[at or -1] == " " and draft.width + draft.tail_width(word) <= max_width + close:
        return None  # the next word may fit without the space after it
    for part in _syllables(draft, style, context, max_width):
        if draft.width + draft.tail_width(part) <= max_width + close:
            hyphenated = draft.head + part + style["hyphenate_character"]
            layout = line_break.create_layout(hyphenated, style, context, max_width, spacing)
            line, resume = layout.get_first_line()
            if resume is None and _extents(line)[0] <= max_width:
                return line_break.first_line_metrics(  # type: ignore[no-any-return]
                    line, text, layout, len((draft.head + part).encode()), space_collapse=True, style=style,
                    hyphenated=True, hyphenation_character=style["hyphenate_character"])
    return draft.taken()


def _syllables(draft: _Draft, style: Any, context: Any, max_width: float) -> Iterator[str]:
    """The parts of the tail that may stand before a hyphen, the longest first."""
    language = style["lang"] and _language(style["lang"])
    if style["hyphens"] != "auto" or not language:
        return
    total, left, right = style["hyphenate_limit_chars"]
    zone = percentage(style["hyphenate_limit_zone"], style, max_width)
    rest = draft.tail
    if at := line_break.get_next_break_point_from_text(rest, language):
        rest = rest[:at]
    before = 0
    while rest and (word := line_break.get_next_word_boundaries(rest, language)):
        start, end = word
        if end - start >= total and max_width - draft.width > zone:
            key = language, left, right, total
            if key not in context.dictionaries:
                context.dictionaries[key] = pyphen.Pyphen(lang=language, left=left, right=right)
            lead = draft.tail[:before + start]
            for part, _ in context.dictionaries[key].iterate(rest[start:end]):
                yield lead + part
            return
        rest, before = rest[end:], before + end
