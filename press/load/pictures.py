"""Pictures: the images that a text names, taken into its tree with their words.

A picture is held in the page itself; one that is not there, is of no kind that can
be printed, or has no words for those who do not see it is a finding.
"""

import base64
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from press.findings import Place, Report, did_you_mean

KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


def take_in_pictures(root: Element, file: str, folder: Path | None, report: Report) -> None:
    """Put the bytes of every picture of a text in the place of its name."""
    for line, picture in _pictures(root):
        place = Place(file, line)
        name = picture.get("src", "")
        if not picture.get("alt", "").strip():
            report.add("I-02", place, f"the picture “{name}” has no words for those who do not see it",
                       "write them between the brackets: ![what it shows](file)")
        path = (folder or Path()) / name
        kind = KINDS.get(path.suffix.lower())
        if kind is None:
            report.add("I-03", place, f"“{name}” is no picture that can be printed", f"use {', '.join(KINDS)}")
        elif not path.is_file():
            known = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.suffix in KINDS] if folder else []
            report.add("I-01", place, f"the picture “{name}” is not there",
                       did_you_mean(name, known) or "pictures are named from the content folder")
        else:
            picture.set("src", f"data:{kind};base64," + base64.b64encode(path.read_bytes()).decode())


def _pictures(root: Element) -> Iterator[tuple[int, Element]]:
    for block in root:
        for picture in block.iter("img"):
            yield int(block.get("line", "0")), picture
