"""Catalog: what the file tells a reader's program about itself.

Bookmarks, names, page labels equal to the printed folios (ISO 32000-1, 12.4.2),
title, language and metadata (ISO 16684, ISO 14289-1 clause 5).  Dates come from
the edition, never from the clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from press.assemble.objects import Objects
from press.assemble.trees import place
from press.layout.laid import Heading

PRODUCER = "The press, with WeasyPrint and pikepdf"

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{conformance}<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq>{creators}</rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>
<dc:identifier>{identifier}</dc:identifier>
<xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{date}T00:00:00Z</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


# PDF/A-3a and PDF/UA-1 in one file: inside PDF/A the pdfuaid schema has to be described (ISO 19005-3, 6.6.2.3).
CONFORMANCE = """<pdfuaid:part>1</pdfuaid:part><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the edition says of itself; `date` is a calendar day, YYYY-MM-DD."""

    title: str
    creators: tuple[str, ...]
    description: str
    language: str
    rights: str
    identifier: str
    date: str


def write_metadata(pdf: Pdf, metadata: Metadata, tagged: bool) -> None:
    """The document information and its XMP twin; `tagged` claims PDF/UA-1."""
    text = XMP.format(
        conformance=CONFORMANCE if tagged else "",
        creators="".join(f"<rdf:li>{escape(name, quote=False)}</rdf:li>" for name in metadata.creators),
        producer=escape(PRODUCER, quote=False),
        **{name: escape(getattr(metadata, name), quote=False)
           for name in ("title", "description", "language", "rights", "identifier", "date")})
    stream = pdf.make_stream(text.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Metadata = stream
    day = "D:" + metadata.date.replace("-", "") + "000000Z"
    pdf.trailer["/Info"] = pdf.make_indirect(Dictionary(
        Title=String(metadata.title), Author=String("; ".join(metadata.creators)),
        Subject=String(metadata.description),
        Producer=String(PRODUCER), Creator=String(PRODUCER), CreationDate=String(day), ModDate=String(day)))
    pdf.Root.Lang = String(metadata.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def write_intent(pdf: Pdf, profile: bytes) -> None:
    """The output intent of a screen file: what its colours mean (ISO 19005-3, 6.2.3)."""
    stream = pdf.make_stream(profile, N=3)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        Info=String("sRGB IEC61966-2.1"), DestOutputProfile=stream))])


def write_labels(pdf: Pdf, body_page: int) -> None:
    """Page labels: roman to the body's first page, arabic from 1 there."""
    labels: list[Any] = [0, Dictionary(S=Name.r)] if body_page else []
    pdf.Root.PageLabels = Dictionary(Nums=Array([*labels, body_page, Dictionary(S=Name.D)]))


def write_outline(objects: Objects, sections: Sequence[tuple[tuple[Heading, ...], Sequence[int]]]) -> int:
    """Write the bookmarks: each section's headings, folded below its title; the number of their root."""
    root = objects.number()
    headings = [(heading, pages) for outline, pages in sections for heading in outline]
    below = _level(objects, root, headings) + b"/Count %d" % len(headings) if headings else b""
    objects.put(root, b"<</Type/Outlines%s>>" % below)
    return root


def _level(objects: Objects, parent: int, headings: Sequence[tuple[Heading, Sequence[int]]]) -> bytes:
    """Write the bookmarks of one level; what their parent says of them."""
    numbers = [objects.number() for _ in headings]
    for at, (number, (heading, pages)) in enumerate(zip(numbers, headings, strict=True)):
        title = String(heading.title).unparse()
        said = b"/Title %s/Parent %d 0 R/Dest%s" % (title, parent, place(heading.spot, pages))
        if at:
            said += b"/Prev %d 0 R" % numbers[at - 1]
        if number != numbers[-1]:
            said += b"/Next %d 0 R" % numbers[at + 1]
        if heading.below:
            said += _level(objects, number, [(below, pages) for below in heading.below])
            said += b"/Count %d" % -len(heading.below)
        objects.put(number, b"<<%s>>" % said)
    return b"/First %d 0 R/Last %d 0 R" % (numbers[0], numbers[-1])
