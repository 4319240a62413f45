"""Pictures: the images that a text names, taken into its tree with their words.

A picture is held in the page itself; one that is not there, is of no kind that can
be printed, or has no words for those who do not see it is a finding.
"""

import base64
import io
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from press.findings import Place, Report, did_you_mean

SVG = "image/svg+xml"
KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": SVG}


def take_in_pictures(root: Element, folder: Path, report: Report) -> None:
    """Put the bytes of every picture of a text in the place of its name."""
    for picture in root.iter("img"):
        place = Place.read(picture.get("place", ""))
        name = picture.get("src", "")
        if not picture.get("alt", "").strip():
            report.add("I-02", place, f"the picture “{name}” has no words for those who do not see it",
                       "write them between the brackets: ![what it shows](file)")
        kind = KINDS.get(Path(name).suffix.lower())
        if kind is None:
            report.add("I-03", place, f"“{name}” is no picture that can be printed",
                       f"use {', '.join(KINDS)}")
        elif content := _bytes(name, folder, place, report):
            picture.set("src", f"data:{kind};base64,{base64.b64encode(content).decode()}")
            if not _is_picture(content, kind):
                report.add("I-03", place, f"“{name}” cannot be read as a picture",
                           "save it anew as what its name says")


def _is_picture(content: bytes, kind: str) -> bool:
    """Whether a file holds what its name says."""
    try:
        if kind == SVG:
            return ElementTree.fromstring(content).tag.endswith("svg")
        from PIL import Image  # only where there is a picture

        with Image.open(io.BytesIO(content)) as opened:
            opened.verify()
            return opened.get_format_mimetype() == kind
    except (ElementTree.ParseError, OSError, SyntaxError, ValueError):
        return False


def _bytes(name: str, folder: Path, place: Place, report: Report) -> bytes:
    """What a picture's file holds; nothing when it cannot be read."""
    try:
        return (folder / name).read_bytes()
    except (OSError, ValueError):  # ValueError: a name that no file can have
        known = [path.relative_to(folder).as_posix() for path in folder.rglob("*")
                 if path.suffix.lower() in KINDS and path.is_file()]
        report.add("I-01", place, f"the picture “{name}” is not there",
                   did_you_mean(name, known) or "pictures are named from the content folder")
        return b""
