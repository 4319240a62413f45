"""Glyphs: a text is drawn with the glyphs that its line was made of, for WeasyPrint 70.0.

The engine throws the shaped line away when it has measured it, shapes the text once
more to draw it, and goes through its glyphs one by one.  Here a layout keeps its line,
and the operand of TJ (ISO 32000-1, 9.4.3) is put together from what was written before
of each glyph, width and offset.  Justification makes spaces wider and touches nothing
else.  What is unusual is left to the engine's own function: decorated or elided text,
pictures for glyphs, missing glyphs, marks that are raised, right to left.
"""

from bisect import bisect_left
from typing import Any

import weasyprint
import weasyprint.draw
from weasyprint.draw import text as engine
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango
from weasyprint.text.fonts import get_pango_font_key

from press.layout.shaped import FIELDS, UNIT, keep

ENGINE = "70.0"
SPACES = (b" ", b"\xc2\xa0")
NOTHING = pango.PANGO_GLYPH_EMPTY  # what stands for letters that are not shown
TELLS_SIZE = pango.pango_version() >= 14802  # of its fonts
RGB = ("srgb", "hsl", "hwb")
SMALLEST = 1e-6    # px: the engine draws no smaller text

ffi.cdef("gpointer g_object_ref (gpointer object);")
_draw_text = engine.draw_text
_deactivate = line_break.Layout.deactivate


def install() -> bool:
    """Put the wrappers in place; False under a version of the engine they were not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    line_break.Layout.deactivate = deactivate
    weasyprint.draw.draw_text = draw_text
    return True


def deactivate(self: Any) -> None:
    """Give up a layout that has been measured, but for its first line and the text of all its lines."""
    line = pango.pango_layout_get_line_readonly(self.layout, 0)
    self.kept = keep(line, self.text.encode())
    _deactivate(self)


def draw_text(stream: Any, box: Any, offset_x: float, text_overflow: str, block_ellipsis: Any) -> None:
    """Draw a text with the glyphs of its line, or as the engine does."""
    style = box.style
    if text_overflow == "clip" and block_ellipsis == "none" and _is_usual(style):
        if not box.text.strip() or style["font_size"] < SMALLEST:
            return
        runs = written(stream, box)
        if runs is not None:
            _set_color(stream, style)
            stream.begin_text()
            place = f"1 0 0 -1 {number(box.position_x)} {number(box.position_y + box.baseline)} Tm"
            stream.stream.append("\n".join((place, *runs)).encode())
            stream._current_font = None
            stream.end_text()
            return
    _draw_text(stream, box, offset_x, text_overflow, block_ellipsis)


def written(stream: Any, box: Any) -> list[str] | None:
    """The operators that choose fonts and show glyphs; None when the text is not usual."""
    layout, style = box.pango_layout, box.style
    text, spacing = layout.text, layout.justification_spacing
    if text.rstrip(" ") == box.text:  # the space before a break is not drawn
        text = box.text
    kept: Any = layout.__dict__.get("kept") or (None, b"", 0)
    (line, whole, first), known = kept, text.encode()
    if not whole.startswith(known, first) or "\n" in text or "\t" in text:
        return None
    if spacing and (style["letter_spacing"] not in ("normal", 0) or style["word_spacing"]):
        return None
    if line.length < first + len(known):
        return None
    spaces = _spaces(known, int(spacing * UNIT)) if spacing else {}
    operators: list[str] = []
    run = line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        start = item.item.offset - first
        if start + item.item.length <= 0:
            continue
        if start >= len(known):
            break
        face = _face(stream, style, item.item.analysis.font)
        array = _array(face, item, start, known, spaces)
        if array is None:
            return None
        if array:
            operators += face.chosen, array
    return operators


def _array(face: "_Face", item: Any, start: int, text: bytes, spaces: dict[int, tuple[int, int]]) -> str | None:
    """What shows the glyphs of an item, as far as they are the text's, in which it starts; None when not usual."""
    whole, string = item.item, item.glyphs
    limit = len(text) - start
    if face.pictured or whole.analysis.level % 2:
        return None
    same = None  # what is set in the same glyphs is written in the same way
    if not spaces and start >= 0 and whole.length <= limit:
        same = ffi.buffer(string.glyphs, string.num_glyphs * FIELDS * 4)[:]
        if (array := face.arrays.get(same)) is not None:
            return array
    array = _shown(face, item, start, text, spaces)
    if same is not None and array is not None:
        face.arrays[same] = array
    return array


def _shown(face: "_Face", item: Any, start: int, text: bytes, spaces: dict[int, tuple[int, int]]) -> str | None:
    """What shows the glyphs of an item that are the text's, with its spaces made wider; None when not usual."""
    string, count = item.glyphs, item.glyphs.num_glyphs
    clusters = ffi.unpack(string.log_clusters, count)
    first, last = bisect_left(clusters, -start), bisect_left(clusters, len(text) - start)
    fields = memoryview(ffi.buffer(string.glyphs, count * FIELDS * 4)).cast("I")[first * FIELDS:last * FIELDS].tolist()
    glyphs, widths, offsets = fields[::FIELDS], fields[1::FIELDS], fields[2::FIELDS]
    if not glyphs or max(glyphs) > NOTHING or any(fields[3::FIELDS]):
        return None
    after = clusters[last] if last < count else item.item.length
    for place, (width, offset) in spaces.items():
        if 0 <= place - start < after:
            at = bisect_left(clusters, place - start + 1, first, last) - 1
            if at < first or clusters[at] != place - start:
                return None  # it is not a glyph by itself
            widths[at - first] += width
            offsets[at - first] += offset
    if set(glyphs).difference(face.font.to_unicode):
        _name(face.font.to_unicode, glyphs, [start + at for at in (*clusters[first:last], after)], text)
    array = f"<{''.join(map(face.__getitem__, zip(glyphs, widths, offsets, strict=True)))}>"
    array = array.replace("<>", " ").strip()
    return f"[{array}] TJ" if array else ""


def _name(texts: dict[int, str], glyphs: list[int], places: list[int], text: bytes) -> None:
    """Tell what glyphs say that have not been shown before."""
    for index, glyph in enumerate(glyphs):
        if glyph not in texts and glyph != NOTHING:
            texts[glyph] = text[places[index]:places[index + 1]].decode()


def number(value: float) -> str:
    """A number as the engine writes it."""
    return str(int(value)) if value == int(value) else f"{value:f}".rstrip("0")


def _is_usual(style: Any) -> bool:
    """Whether text in a style is seen and has no lines through, under or over it."""
    usual = style.__dict__.get("_undecorated")
    if usual is None:
        usual = style.__dict__["_undecorated"] = (
            style["visibility"] == "visible" and style["text_decoration_line"] == "none")
    return bool(usual)


def _set_color(stream: Any, style: Any) -> None:
    """Set the colour of text, as the engine does; what is to be written is found once a style."""
    ink = style.__dict__.get("_ink")
    if ink is None:
        *channels, alpha = color = style["color"]
        rgb = color.to("srgb").coordinates if color.space in RGB else None
        ink = style.__dict__["_ink"] = alpha, (color.space, *channels), rgb
    alpha, name, rgb = ink
    if rgb is None:
        stream.set_color(style["color"])
        return
    stream.set_alpha(alpha)
    if stream._current_color != name:
        stream._current_color = name
        stream.set_color_rgb(*rgb)


def _spaces(text: bytes, spacing: int) -> dict[int, tuple[int, int]]:
    """What each space of a text gains in width and offset: Pango adds a half before it and one after it.

    At either end the engine asks for twice as much, since Pango leaves out the half beyond the line.
    """
    left, outer = _before(spacing), _before(2 * spacing)
    found = {}
    for space in SPACES:
        at = text.find(space)
        while at >= 0:
            found[at] = spacing, left
            at = text.find(space, at + 1)
        if text.startswith(space):
            found[0] = 2 * spacing - outer, 0
        if text.endswith(space):  # of a space of two bytes the engine does not see that it is the last
            half = outer if len(space) == 1 else left
            found[len(text) - len(space)] = half, half
    return found


def _before(spacing: int) -> int:
    """The part of a spacing that Pango puts before a letter: whole pixels of whole pixels."""
    half = spacing // 2
    return half if spacing % UNIT else (half + UNIT // 2) // UNIT * UNIT


class _Face(dict[tuple[int, int, int], str]):
    """A font in one size: what is written of each glyph with its width and offset."""

    def __init__(self, font: Any, size: float, pango_font: Any, stream: Any) -> None:
        super().__init__()
        self.font, self.size, self.pango_font = font, size, pango_font
        self.rectangles = stream.ink_rect, stream.logical_rect
        self.pictured = bool(font.bitmap or font.png or font.svg or font.colr)
        self.chosen = f"/{font.hash} {number(size)} Tf"
        self.arrays: dict[bytes, str] = {}

    def __missing__(self, key: tuple[int, int, int]) -> str:
        glyph, width, offset = key[0], key[1] - (key[1] >> 31 << 32), key[2] - (key[2] >> 31 << 32)
        if glyph == NOTHING:
            self[key] = f">{-width / self.size}<" if width else ""
            return self[key]
        if glyph not in self.font.widths:
            pango.pango_font_get_glyph_extents(self.pango_font, glyph, *self.rectangles)
            self.font.widths[glyph] = round(self.rectangles[1].width * 1000 * FROM_UNITS / self.size)
        moved = offset / self.size
        kerning = int(self.font.widths[glyph] + moved - width * 1000 * FROM_UNITS / self.size)
        before = f">{round(-moved, 5)}<" if moved else ""
        after = f">{kerning}<" if kerning else ""
        self[key] = found = f"{before}{glyph:04x}{after}"
        return found


def _face(stream: Any, style: Any, pango_font: Any) -> _Face:
    """The font of a document that a Pango font stands for: mostly that of the text before in the same style."""
    last: tuple[Any, Any, _Face] | None = style.__dict__.get("_face")
    if last is None or last[0] is not stream._fonts or last[1] != pango_font:
        last = style.__dict__["_face"] = stream._fonts, pango_font, _found(stream, style, pango_font)
    return last[2]


def _found(stream: Any, style: Any, pango_font: Any) -> _Face:
    keys = style.font_config.__dict__.setdefault("_keys", {})
    kept = keys.get(pango_font)
    if kept is None:  # the Pango font is kept too, so that no other can take its address
        held = ffi.gc(gobject.g_object_ref(pango_font), gobject.g_object_unref)
        kept = keys[pango_font] = *get_pango_font_key(pango_font), held
    key, size = kept[0], kept[2] if TELLS_SIZE else style["font_size"]
    font = stream._fonts.get(key)
    if font is None:
        font, _ = stream.add_font(pango_font)
    known = font.__dict__.setdefault("_faces", {})
    if size not in known:
        known[size] = _Face(font, size, pango_font, stream)
    face: _Face = known[size]
    return face
