"""Preflight of the file: what it says of itself, and that it holds nothing but pages (ISO 15930-7)."""

import re

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from press.prove.sightings import Sightings

PLAIN = "make the file again: a file for a printing machine holds pages and nothing else"
ACTS = "the file has a script or acts by itself"
ACTIONS = (Name.JavaScript, Name.Launch, Name.SubmitForm, Name.ImportData)
CLAIM = re.compile(rb"GTS_PDFXVersion(?:>|=[\"'])PDF/X-4(?:p)?[<\"']")
TRAPPED = re.compile(rb"Trapped(?:>|=[\"'])(?:True|False)[<\"']")
DATED = re.compile(rb"(?:Create|Modify|Metadata)Date(?:>|=[\"'])\d{4}-")


def look(pdf: Pdf, for_machine: bool, seen: Sightings) -> None:
    """Look at the file as a whole."""
    if pdf.is_encrypted:
        seen.see("Z-01", "the file is encrypted", "save it without encryption")
    names = pdf.Root.get("/Names", Dictionary())
    if "/JavaScript" in names or "/AA" in pdf.Root or isinstance(pdf.Root.get("/OpenAction"), Dictionary):
        seen.see("Z-23", ACTS, PLAIN)
    if for_machine:
        look_for_scripts(pdf, seen)
        _look_at_claim(pdf, seen)
        _look_at_catalog(pdf, seen)
        _look_for_annotations(pdf, seen)
        _look_for_foreign(pdf, seen)


def _look_at_claim(pdf: Pdf, seen: Sightings) -> None:
    """The file says what it is: PDF/X-4, trapped or not, and of what day (6.16, 6.17)."""
    metadata = pdf.Root.get("/Metadata")
    text = metadata.read_bytes() if isinstance(metadata, Stream) else b""
    for claim, fault in ((CLAIM, "the file does not say that it is PDF/X-4"),
                         (TRAPPED, "the file does not say whether it is trapped"),
                         (DATED, "the file does not say of what day it is")):
        if not claim.search(text):
            seen.see("Z-02", fault, "make it again: its metadata are not those of a file for a printing machine")
    if not isinstance(pdf.trailer.get("/ID"), Array):
        seen.see("Z-02", "the file has no identifier", "make it again")


def _look_at_catalog(pdf: Pdf, seen: Sightings) -> None:
    """No bookmarks, names, forms, layers or attachments (checklist 82)."""
    root = pdf.Root
    names = root.get("/Names", Dictionary())
    if "/Outlines" in root or "/Dests" in root or "/Dests" in names:
        seen.see("Z-21", "the file has bookmarks or named places", PLAIN)
    if "/AcroForm" in root:
        seen.see("Z-22", "the file has a form", PLAIN)
    if "/OCProperties" in root:
        seen.see("Z-24", "the file has layers", PLAIN)
    if "/EmbeddedFiles" in names or "/AF" in root or "/Collection" in root:
        seen.see("Z-24", "the file has attachments", PLAIN)


def look_for_scripts(pdf: Pdf, seen: Sightings) -> None:
    """No script and no action anywhere in the file: a book does nothing by itself."""
    if any(isinstance(one, Dictionary) and ("/JS" in one or one.get("/S") in ACTIONS) for one in pdf.objects):
        seen.see("Z-23", ACTS, PLAIN)


def _look_for_annotations(pdf: Pdf, seen: Sightings) -> None:
    for number, page in enumerate(pdf.pages, 1):
        for annotation in page.obj.get("/Annots", ()):
            if annotation.get("/Subtype") not in (Name.PrinterMark, Name.TrapNet):
                seen.see("Z-20", f"a page has an annotation: {str(annotation.get('/Subtype', '/unnamed'))[1:]}",
                         PLAIN, number)


def _look_for_foreign(pdf: Pdf, seen: Sightings) -> None:
    """Nothing that PDF/X forbids: PostScript, alternate or proxy pictures, curves of a device (6.4, 6.5, 6.10)."""
    for one in pdf.objects:
        if not isinstance(one, Dictionary | Stream):
            continue
        fault = ""
        if isinstance(one, Stream) and (one.get("/Subtype") == Name.PS or one.get("/Subtype2") == Name.PS):
            fault = "PostScript"
        elif "/OPI" in one or "/Alternates" in one:
            fault = "a picture that stands for another"
        elif "/TR" in one or ("/TR2" in one and one.get("/TR2") != Name.Default):
            fault = "a curve of a device"
        elif "/Ref" in one and one.get("/Subtype") == Name.Form:
            fault = "a page of another file"
        if fault:
            seen.see("Z-32", f"the file holds {fault}", PLAIN)
