"""Texts: a text is shaped once for all its lines, for WeasyPrint 70.0.

The engine shapes a draft of every line, the line with the word after it, with each
syllable of that word, without its last space, and what is left over, which it shapes
again for the next line.  Here a text is shaped once, as one long line: where it may be
broken and how far every letter reaches are known, and a line is a part of it.  Only a line
that ends in a hyphen is shaped by itself.  Text of one font in one direction is set so;
what is unusual is left to the engine's own function.
"""

import re
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text import line_break

from press.layout.shaped import Line, Text

ENGINE = "70.0"
OWN_WAYS = re.compile("[\u00ad\n\t]|^ *$")  # what breaks lines in ways of its own

_split_text_box = inline.split_text_box
_add_word_spacing = inline.add_word_spacing


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    inline.split_text_box = split_text_box
    inline.add_word_spacing = add_word_spacing
    return True


def split_text_box(context: Any, box: Any, available_width: float | None, skip: int | None,
                   is_line_start: bool = True) -> tuple[Any, int | None, bool]:
    """As much of a text's box as a line holds, where to go on in its bytes, and that no line was forced to end."""
    found = of(context, box)
    if found is not None:
        text, start, end = found
        begin = start + (skip or 0)
        if begin >= end:
            return None, None, False
        if not text.parts_at(begin):  # within a ligature, which a hyphen has parted: what is left is another text
            rest = _known(context, text.bytes[begin:end].decode(), box.style)
            if rest is None:
                return _split_text_box(context, box, available_width, skip, is_line_start)  # type: ignore[no-any-return]
            text, start, begin, end = rest, start - begin, 0, end - begin
        line = text.line(begin, end, available_width)
        return boxed(box, text, line), None if line.resume is None else line.resume - start, False
    return _split_text_box(context, box, available_width, skip, is_line_start)  # type: ignore[no-any-return]


def add_word_spacing(context: Any, box: Any, spacing: float, moved: float) -> float:
    """Make the spaces of a text wider by so many px, which shapes nothing anew; how far that moves what comes after."""
    if not isinstance(box, boxes.TextBox) or not inline.count_expandable_spaces(box):
        return float(_add_word_spacing(context, box, spacing, moved))
    return spread(box, spacing, moved)


def spread(box: Any, spacing: float, moved: float) -> float:
    """Make the spaces of a text wider by so many px; how far that moves what comes after."""
    spaces: int = box.text.count(" ") + box.text.count("\u00a0")
    box.justification_spacing = spacing
    box.position_x += moved
    if not spaces:
        return moved
    box.width += spacing * spaces
    layout = line_break.Layout.__new__(line_break.Layout)
    layout.__dict__ = box.pango_layout.__dict__.copy()
    layout.justification_spacing, layout.text = spacing, box.text
    box.pango_layout = layout
    return moved + spacing * spaces


def of(context: Any, box: Any) -> tuple[Text, int, int] | None:
    """The shaped text that a box shows, and from which byte to which; None when it is not usual."""
    kept = box.__dict__.get("_shaped")
    if kept is not None:
        text, start, end, own = kept
        if text.style is box.style:
            if own == box.text:
                return text, start, end
            shown = box.text.encode()
            if text.bytes.startswith(shown, start):
                return text, start, start + len(shown)
    if not _is_usual(box.text, box.style):
        return None
    text = _known(context, box.text, box.style)
    if text is None:
        return None
    box.__dict__["_shaped"] = text, 0, len(text.bytes), box.text
    return text, 0, len(text.bytes)


def _known(context: Any, shown: str, style: Any) -> Text | None:
    """A text in a style, shaped once in a document; the style is kept with it, so that no other can take its id."""
    known: dict[Any, tuple[Text | None, Any]] = context.__dict__.setdefault("_texts", {})
    key = shown, id(style)
    if key not in known:
        known[key] = Text.of(shown, style), style
    return known[key][0]


def _is_usual(text: str, style: Any) -> bool:
    """Whether a text is plain running text, of more than spaces."""
    usual = style.__dict__.get("_usual")
    if usual is None:
        usual = style.__dict__["_usual"] = (
            style["white_space"] in ("normal", "nowrap") and style["letter_spacing"] in ("normal", 0)
            and style["direction"] == "ltr" and not style["word_spacing"] and style["font_size"]
            and style["overflow_wrap"] == style["word_break"] == "normal")
    return bool(usual and not OWN_WAYS.search(text))


def boxed(box: Any, text: Text, line: Line) -> Any:
    """A box of a line of a text; None where there is nothing but the space before a break."""
    if not line.text:
        return None
    new = box.copy()
    new.text = line.text
    new.width, new.height, new.pango_layout = line.width, text.height, line.layout
    new.margin_top = new.margin_bottom = text.lead
    new.baseline = text.baseline
    new.__dict__["_shaped"] = None if line.end is None else (text, line.start, line.end, line.text)
    return new
