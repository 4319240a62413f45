"""Embedding: the fonts of a book in its file, each cut down to the glyphs that are used, once for all pages."""

from pathlib import Path
from typing import Any

import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from press.assemble.fonts import FontSet, Used, font_of, unicode_map

DROPPED = ("BASE", "DSIG", "GPOS", "GSUB", "GDEF", "STAT", "name")


def embed(fonts: FontSet, pdf: Pdf) -> Object:
    """Subset every font once; the table in which all pages look them up."""
    written = {face: _type0(pdf, font, fonts.faces[face]) for face, font in sorted(fonts.used.items())}
    return pdf.make_indirect(Dictionary({key: written[font.face] for key, font in sorted(fonts.fonts.items())}))


def _subset(file: Path, glyphs: set[int]) -> bytes:
    """The font with these glyphs under their own ids, without layout tables and without the empty tail."""
    flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE
    kept = hb.SubsetInput()
    kept.glyph_set.update(glyphs | {0})
    kept.flags = flags | hb.SubsetFlags.RETAIN_GIDS
    kept.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in DROPPED)
    sparse = hb.subset(hb.Face(hb.Blob.from_file_path(str(file))), kept)
    tail = hb.SubsetInput()
    tail.glyph_set.update(range(max(glyphs) + 1))
    tail.flags = flags
    return bytes(hb.subset(sparse, tail).blob.data)


def _type0(pdf: Pdf, font: Used, file: Path) -> Object:
    data = _subset(file, set(font.texts) | set(font.widths))
    bounds = font_of(file).get_font_extents("ltr")
    scale = 1000 / font_of(file).face.upem
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/" + font.name),
        FontFile2=pdf.make_stream(data, Length1=len(data)),
        FontBBox=Array([0, round(bounds.descender * scale), 2000, round(bounds.ascender * scale)]))
    for name, value in sorted(font.described.items()):
        descriptor[name] = value
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/" + font.name), CIDToGIDMap=Name.Identity,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        W=_width_array(font.widths), FontDescriptor=pdf.make_indirect(descriptor))
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/" + font.name), Encoding=Name("/Identity-H"),
        ToUnicode=pdf.make_stream(unicode_map(font.texts)), DescendantFonts=Array([pdf.make_indirect(descendant)])))


def _width_array(widths: dict[int, float]) -> Array:
    """The `W` array: runs of glyphs that follow one another (ISO 32000-1, 9.7.4.3)."""
    runs: list[Any] = []
    before = -2
    for glyph in sorted(widths):
        if glyph != before + 1:
            runs += [glyph, []]
        runs[-1].append(round(widths[glyph], 3))
        before = glyph
    return Array([Array(entry) if isinstance(entry, list) else entry for entry in runs])
