"""Writing: a section's pages become a file, of which only the assembler is a reader, for WeasyPrint 70.0.

The assembler takes the pages, the tags, and what the pages used of each font; it
embeds the fonts itself, once for the book.  So here no font is subset and none is
embedded, and the objects are written as text in one go (ISO 32000-1, 7.3 and 7.5.7).
Under another version of the engine a section is written as the engine writes it.
"""

import io
import zlib
from typing import Any

import pydyf
import weasyprint
import weasyprint.pdf

ENGINE = "70.0"
WRITER = "0.13.0"
VARIANT = "pdf/ua-1"
PAGES, OBJECTS = 6, 1  # how hard pages and other objects are compressed: pages go into the book as they are
HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
BATCH = 100  # entries of a Unicode map that stand together (ISO 32000-1, 9.10.3)

_build_fonts_dictionary = weasyprint.pdf.build_fonts_dictionary


class Borrowed(dict[Any, Any]):
    """The fonts of a document that are not embedded."""


def install() -> bool:
    """Put the wrappers in place; False under a version of the engine they were not written for."""
    if weasyprint.__version__ != ENGINE or pydyf.__version__ != WRITER:
        return False
    weasyprint.pdf.build_fonts_dictionary = build_fonts_dictionary
    pydyf.PDF.page_references = property(page_references)
    return True


def written(document: Any) -> bytes:
    """The file of a document's pages, tagged."""
    if weasyprint.__version__ != ENGINE or pydyf.__version__ != WRITER:
        file = io.BytesIO()
        document.write_pdf(file, pdf_variant=VARIANT, pdf_tags=True)
        return file.getvalue()
    document.fonts = Borrowed()
    options = {**weasyprint.DEFAULT_OPTIONS, "pdf_variant": VARIANT, "pdf_tags": True, "pdf_version": "1.7",
               "uncompressed_pdf": True}
    return _file(weasyprint.pdf.generate_pdf(document, None, 1, **options))


def page_references(self: Any) -> tuple[bytes, ...]:
    """What leads to each page, told anew when there is another page."""
    kids = self.pages["Kids"]
    known: tuple[int, tuple[bytes, ...]] = self.__dict__.get("_references", (0, ()))
    if known[0] != len(kids):
        known = self.__dict__["_references"] = len(kids), tuple(b"%d 0 R" % number for number in kids[::3])
    return known[1]


def build_fonts_dictionary(pdf: Any, fonts: Any, compress: bool, subset: bool, options: Any) -> Any:
    """The fonts of a file; those that are borrowed are told and not embedded."""
    if not isinstance(fonts, Borrowed):
        return _build_fonts_dictionary(pdf, fonts, compress, subset, options)
    told = pydyf.Dictionary()
    for font in fonts.values():
        told[font.hash] = _told(pdf, font).reference
    return told


def _told(pdf: Any, font: Any) -> Any:
    """A font's names, measures, widths and Unicode map."""
    descriptor = pydyf.Dictionary({
        "Type": "/FontDescriptor", "FontName": font.name, "FontFamily": pydyf.String(font.family),
        "Flags": font.flags, "ItalicAngle": font.italic_angle, "Ascent": font.ascent, "Descent": font.descent,
        "FontBBox": pydyf.Array((0, font.descent, max(font.widths.values(), default=0), font.ascent)),
        "CapHeight": font.ascent, "StemV": font.stemv, "StemH": font.stemh})
    widths = pydyf.Array()
    for glyph in sorted(font.widths):
        if glyph - 1 not in font.widths:
            widths += [glyph, pydyf.Array()]
        widths[-1].append(font.widths[glyph])
    descendant = pydyf.Dictionary({
        "Type": "/Font", "Subtype": "/CIDFontType2", "BaseFont": font.name, "CIDToGIDMap": "/Identity",
        "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
        "W": widths, "FontDescriptor": descriptor})
    names = pydyf.Stream([_unicode_map(font.to_unicode)])
    pdf.add_object(names)
    whole = pydyf.Dictionary({
        "Type": "/Font", "Subtype": "/Type0", "BaseFont": font.name, "Encoding": "/Identity-H",
        "ToUnicode": names.reference, "DescendantFonts": pydyf.Array([descendant])})
    pdf.add_object(whole)
    return whole


def _unicode_map(texts: dict[int, str]) -> str:
    lines = ["/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap", "/CIDSystemInfo",
             "<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def", "/CMapName /Adobe-Identity-UCS def",
             "/CMapType 2 def", "1 begincodespacerange", "<0000> <ffff>", "endcodespacerange"]
    entries = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in texts.items()]
    for at in range(0, len(entries), BATCH):
        part = entries[at:at + BATCH]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    return "\n".join((*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"))


def _file(pdf: Any) -> bytes:
    """The bytes of a file: its streams, one stream of all other objects, and the table of both."""
    pdf.add_object(pdf.info)
    parts, entries = [HEAD], [(0, 0, 65535)]
    size, packed = len(HEAD), list[tuple[int, str]]()
    for number, item in enumerate(pdf.objects[1:], 1):
        if isinstance(item, pydyf.Stream):
            entries.append((1, size, 0))
            parts.append(_stream(number, item.extra, _content(item), PAGES))
            size += len(parts[-1])
        else:
            entries.append((2, len(pdf.objects), len(packed)))
            packed.append((number, _text(item)))
    places, at = [], 0
    for number, text in packed:
        places.append(f"{number} {at}")
        at += len(text) + 1
    head = " ".join(places) + "\n"
    number, start = len(pdf.objects), size
    parts.append(_stream(
        number, {"Type": "/ObjStm", "N": len(packed), "First": len(head)},
        (head + "\n".join(text for _, text in packed)).encode("latin-1"), OBJECTS))
    size += len(parts[-1])
    entries += [(1, start, 0), (1, size, 0)]
    table = b"".join(kind.to_bytes(1) + place.to_bytes(4) + last.to_bytes(4) for kind, place, last in entries)
    parts.append(_stream(number + 1, {
        "Type": "/XRef", "W": "[1 4 4]", "Size": len(entries), "Root": pdf.catalog.reference,
        "Info": pdf.info.reference}, table, OBJECTS))
    return b"".join((*parts, b"startxref\n%d\n%%%%EOF\n" % size))


def _content(stream: Any) -> bytes:
    return b"\n".join([item if type(item) is bytes else _text(item).encode("latin-1") for item in stream.stream])


def _stream(number: int, extra: dict[str, Any], content: bytes, level: int) -> bytes:
    packed = content if "Filter" in extra else zlib.compress(content, level)
    told = _text(pydyf.Dictionary({"Filter": "/FlateDecode", **extra, "Length": len(packed)}))
    return b"".join((f"{number} 0 obj\n{told}\nstream\n".encode("latin-1"), packed, b"\nendstream\nendobj\n"))


def _text(value: Any) -> str:
    """A value as it is written, each byte a letter (ISO 32000-1, 7.3)."""
    kind = type(value)
    if kind is bytes:
        return value.decode("latin-1")  # type: ignore[no-any-return]
    if kind is str:
        return value  # type: ignore[no-any-return]
    if kind is int:
        return str(value)
    if kind is pydyf.Dictionary:
        told = [f"/{key} {item if type(item) is str else _text(item)}" for key, item in value.items()]
        return f"<<{''.join(told)}>>"
    if kind is pydyf.Array:
        return f"[{' '.join([_text(item) for item in value])}]"
    return str(pydyf._to_bytes(value), "latin-1")
