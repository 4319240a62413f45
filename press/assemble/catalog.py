"""Catalog: what the file tells a reader's program about itself.

Bookmarks, names, page labels equal to the printed folios (ISO 32000-1, 12.4.2),
title, language and metadata (ISO 16684, ISO 14289-1 clause 5).  Dates come from
the edition, never from the clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

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
        creators="".join(f"<rdf:li>{escape(name)}</rdf:li>" for name in metadata.creators),
        producer=escape(PRODUCER),
        **{name: escape(getattr(metadata, name))
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


def write_names(pdf: Pdf, destinations: Mapping[str, Object]) -> None:
    """The names that links lead to, as one sorted leaf (ISO 32000-1, 7.9.6: by bytes)."""
    leaf: list[Any] = []
    for name in sorted(destinations, key=lambda name: bytes(String(name))):
        leaf += [String(name), destinations[name]]
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=Array(leaf))))


def write_labels(pdf: Pdf, body_page: int) -> None:
    """Page labels: roman to the body's first page, arabic from 1 there."""
    labels: list[Any] = [0, Dictionary(S=Name.r)] if body_page else []
    pdf.Root.PageLabels = Dictionary(Nums=Array([*labels, body_page, Dictionary(S=Name.D)]))


def write_outline(pdf: Pdf, sections: list[tuple[tuple[Heading, ...], list[Any]]]) -> None:
    """The bookmarks: each section's headings, folded below its title."""
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    headings = [(heading, pages) for outline, pages in sections for heading in outline]
    if headings:
        root.Count = _level(pdf, root, headings)
    pdf.Root.Outlines = root
    pdf.Root.PageMode = Name.UseOutlines


def _level(pdf: Pdf, parent: Object, headings: list[tuple[Heading, list[Any]]]) -> int:
    items = []
    for heading, pages in headings:
        spot = heading.spot
        item = pdf.make_indirect(Dictionary(
            Title=String(heading.title), Parent=parent,
            Dest=Array([pages[spot.page], Name.XYZ, spot.x, spot.y, 0])))
        if heading.below:
            item.Count = -_level(pdf, item, [(below, pages) for below in heading.below])
        items.append(item)
    for before, after in pairwise(items):
        before.Next, after.Prev = after, before
    parent.First, parent.Last = items[0], items[-1]
    return len(items)
