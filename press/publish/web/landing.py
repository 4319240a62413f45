"""Landing: what the first page says of every file of the edition that was made with it."""

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pikepdf import Pdf

from press.model.book import Format, Kind
from press.publish.forme import Made

POINTS = 72 / 25.4  # to a millimetre
KINDS = (Kind.PAGES, Kind.EPUB, Kind.DATA, Kind.PRINT, Kind.COVER, Kind.WEB)  # readers before printers
SORTS = {"pdf": "PDF", "epub": "EPUB", "csv": "CSV", "json": "JSON", "bib": "BibTeX", "ris": "RIS", "zip": "ZIP"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A file as it is offered: `pages` and `trim` are empty for what has none."""

    name: str
    sort: str
    purpose: str
    size: str
    digest: str
    pages: int = 0
    trim: str = ""


def offers(made: Sequence[Made], main: str) -> tuple[Offer, ...]:
    """The files of the formats, first those of the main one; what stands in a folder of its own is left to it."""
    ordered = sorted(made, key=lambda one: (one.format.id != main, KINDS.index(one.format.kind), one.format.id))
    return tuple(offer for one in ordered for offer in _of_format(one.format, one))


def _of_format(chosen: Format, made: Made) -> Iterator[Offer]:
    for name, content in sorted(made.files.items()):
        if "/" in name:
            continue
        pages, trim = _sheets(content)
        yield Offer(name, SORTS.get(name.rpartition(".")[2], "file"), chosen.purpose, size(len(content)),
                    hashlib.sha256(content).hexdigest(), pages, trim)


def _sheets(content: bytes) -> tuple[int, str]:
    """The extent of a PDF and the size of its first page in mm."""
    if not content.startswith(b"%PDF"):
        return 0, ""
    with Pdf.open(io.BytesIO(content)) as pdf:
        left, bottom, right, top = (float(edge) for edge in pdf.pages[0].mediabox)
        return len(pdf.pages), f"{(right - left) / POINTS:.0f} × {(top - bottom) / POINTS:.0f} mm"


def size(count: int) -> str:
    """A number of bytes, in thousands or millions."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} kB"
