"""Wanted: what a finished file is to be, and where that is written in the file itself.

A file for a printing machine carries a ticket in its metadata, so that it can be proved
wherever it lies; a foreign file has none and is held against what holds for all.
"""

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from html import unescape

from pikepdf import Pdf, Stream

from press.assemble.exchange import Ticket
from press.model.printing import Colour, Printer


class Part(StrEnum):
    """What a file is: pages of a book or its cover for a printing machine, or pages for a screen."""

    INTERIOR = "interior"
    COVER = "cover"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a finished file is to be: `trim` a page's width and height in mm, `faces` the names of the declared fonts.

    `extent` is the interior's with its blanks, also for its cover; `paper` and `isbn` are
    the cover's.  What is nothing is not known and not looked at.
    """

    name: str
    part: Part
    faces: frozenset[str] = frozenset()
    printer: Printer | None = None
    trim: tuple[float, float] | None = None
    colour: Colour | None = None
    icc: bytes = b""
    extent: int = 0
    marks: bool = False
    paper: str = ""
    isbn: str = ""


def read_ticket(pdf: Pdf) -> Ticket | None:
    """The ticket of a file; None when it has none that the house wrote."""
    metadata = pdf.Root.get("/Metadata")
    text = metadata.read_bytes().decode("utf-8", "replace") if isinstance(metadata, Stream) else ""
    found = {name: unescape(value) for name, value in re.findall(r"<ticket:(\w+)>([^<]*)</ticket:\1>", text)}
    try:
        return Ticket(**{one.name: int(found[one.name]) if one.name == "extent" else found.get(one.name, "")
                         for one in fields(Ticket)})  # type: ignore[arg-type]  # by name
    except (KeyError, ValueError):
        return None
