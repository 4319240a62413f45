"""Attachments: the evidence that a file carries with it (ISO 19005-3, 6.8; ISO 32000-2, 14.13).

Each is an embedded file with its MIME type, its date from the edition, and its
relationship to the book: Source for what the book was made from, Data for its
tables, Supplement for the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import md5

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


class Relationship(StrEnum):
    """What an attached file is to the book."""

    SOURCE = "Source"
    DATA = "Data"
    SUPPLEMENT = "Supplement"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the book carries."""

    name: str
    mime: str
    content: bytes
    relationship: Relationship
    description: str


def attach(pdf: Pdf, attachments: Sequence[Attachment], date: str) -> None:
    """Embed the files, named in the catalog and associated with the document; `date` is YYYY-MM-DD."""
    if not attachments:
        return
    named: list[Object | String] = []
    associated = []
    for attachment in sorted(attachments, key=lambda one: one.name.encode()):
        filed = _file(pdf, attachment, "D:" + date.replace("-", "") + "000000Z")
        named += [String(attachment.name), filed]
        associated.append(filed)
    names = pdf.Root.get("/Names") or Dictionary()
    names.EmbeddedFiles = pdf.make_indirect(Dictionary(Names=Array(named)))
    pdf.Root.Names = names
    pdf.Root.AF = Array(associated)


def _file(pdf: Pdf, attachment: Attachment, day: str) -> Object:
    stream = pdf.make_stream(
        attachment.content, Type=Name.EmbeddedFile, Subtype=Name("/" + attachment.mime),
        Params=Dictionary(Size=len(attachment.content), ModDate=String(day),
                          CheckSum=String(md5(attachment.content, usedforsecurity=False).digest())))
    return pdf.make_indirect(Dictionary(
        Type=Name.Filespec, F=String(attachment.name), UF=String(attachment.name),
        Desc=String(attachment.description), AFRelationship=Name("/" + attachment.relationship.value),
        EF=Dictionary(F=stream, UF=stream)))
