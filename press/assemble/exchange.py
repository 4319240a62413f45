"""Exchange: a finished PDF becomes one that a printing machine takes (PDF/X-4, ISO 15930-7:2010).

One output intent with its profile, every font inside, no colour but the inks, nothing
that only a reader's program could use.  Dates and identifiers come from the edition
and from the file itself, so that the same edition gives the same bytes.
"""

import io
import uuid
from dataclasses import dataclass
from hashlib import sha256
from html import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from press.assemble.catalog import PRODUCER, Metadata
from press.assemble.inks import Inks, set_inks
from press.assemble.sheets import Sheet, set_sheets
from press.model.printing import Colour, Condition

KEPT = frozenset(("/Type", "/Pages", "/PageLabels", "/Lang"))  # of the catalog
KEPT_OF_PAGE = frozenset(("/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/BleedBox", "/TrimBox"))
TICKET = "urn:reference-press:ticket"  # the namespace of what the house says of a file

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:ticket="{namespace}">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID><xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq>{creators}</rdf:Seq></dc:creator><dc:identifier>{identifier}</dc:identifier>
<xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{date}T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>{date}T00:00:00Z</xmp:MetadataDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
{ticket}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What travels with a file to the printer, so that it can be proved wherever it is: `part` interior or cover.

    `extent` is the interior's, filled; `isbn` what the cover's barcode is to say.
    """

    part: str
    printer: str
    paper: str
    trim: str
    profile: str
    extent: int
    isbn: str = ""
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """How a file is made ready for a printing machine."""

    metadata: Metadata
    condition: Condition
    sheet: Sheet
    ticket: Ticket


def make_ready(finished: bytes, order: Order) -> bytes:
    """The PDF of an order's pages as PDF/X-4."""
    with Pdf.open(io.BytesIO(finished)) as pdf:
        inks = Inks(order.condition.colour)
        set_inks(pdf, inks)
        set_sheets(pdf, order.sheet, inks)
        _strip(pdf)
        _write_intent(pdf, order)
        _write_metadata(pdf, order, _digest(pdf))
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]  # the first half would stay that of the file these pages are taken from
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate,
                 compress_streams=True, force_version="1.6")
        return target.getvalue()


def _digest(pdf: Pdf) -> str:
    """What tells these pages from others, whatever file they were taken from."""
    seen = sha256()
    for page in pdf.pages:
        seen.update(page.obj.Contents.read_bytes() if "/Contents" in page.obj else b"blank")
    return seen.hexdigest()


def _strip(pdf: Pdf) -> None:
    """Leave nothing but pages: no links, bookmarks, names, forms, tags, attachments or actions."""
    for key in sorted(set(pdf.Root.keys()) - KEPT):
        del pdf.Root[key]
    for page in pdf.pages:
        for key in sorted(set(page.obj.keys()) - KEPT_OF_PAGE):
            del page.obj[key]


def _write_intent(pdf: Pdf, order: Order) -> None:
    """The printing condition that the inks are meant for (ISO 15930-7, 6.2.2)."""
    profile = order.condition.profile
    stream = pdf.make_stream(order.condition.icc, N=1 if order.condition.colour is Colour.GREY else 4)
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputCondition=String(profile.info),
        OutputConditionIdentifier=String(profile.condition), Info=String(profile.info), DestOutputProfile=stream)
    if profile.registry:
        intent.RegistryName = String(profile.registry)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _write_metadata(pdf: Pdf, order: Order, digest: str) -> None:
    """The document information and its XMP twin, which claims PDF/X-4 (ISO 15930-7, 6.16 and 6.17)."""
    metadata, ticket = order.metadata, order.ticket
    names = [(name, str(getattr(ticket, name))) for name in Ticket.__dataclass_fields__]
    said = "".join(f"<ticket:{name}>{escape(value, quote=False)}</ticket:{name}>" for name, value in names if value)
    document = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join([metadata.identifier, *(value for _, value in names)]))
    text = XMP.format(
        document=document, instance=uuid.uuid5(document, digest), ticket=said, namespace=TICKET,
        creators="".join(f"<rdf:li>{escape(name, quote=False)}</rdf:li>" for name in metadata.creators),
        producer=escape(PRODUCER, quote=False),
        **{name: escape(getattr(metadata, name), quote=False) for name in ("title", "identifier", "date")})
    pdf.Root.Metadata = pdf.make_stream(text.encode(), Type=Name.Metadata, Subtype=Name.XML)
    day = "D:" + metadata.date.replace("-", "") + "000000Z"
    pdf.trailer["/Info"] = pdf.make_indirect(Dictionary(
        Title=String(metadata.title), Author=String("; ".join(metadata.creators)), Trapped=Name("/False"),
        GTS_PDFXVersion=String("PDF/X-4"), Producer=String(PRODUCER), Creator=String(PRODUCER),
        CreationDate=String(day), ModDate=String(day)))
