"""Flight: what any finished file is held against: it is whole, does nothing by itself, and has its fonts.

A worker looks over a file for the screen while its words are proved; so nothing is loaded here that
only a printing machine asks for.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass

from pikepdf import PasswordError, Pdf, PdfError

from press.findings import Finding, Place, Report
from press.prove import preflight_file, preflight_fonts
from press.prove.sightings import Sightings

DAMAGED = PdfError, ValueError, AttributeError, KeyError, IndexError, TypeError, RuntimeError, RecursionError


@dataclass(frozen=True, slots=True)
class Flight:
    """A finished file for the screen, what it is called, and the names of the declared faces."""

    content: bytes
    name: str
    faces: frozenset[str]


def flown(flight: Flight) -> list[Finding]:
    """What there is to tell of a file for the screen."""
    return look_over(flight.content, flight.name, flight.faces)


def look_over(content: bytes, name: str, faces: frozenset[str],
              for_machine: Callable[[Pdf, Sightings], None] | None = None) -> list[Finding]:
    """What there is to tell of a file; `for_machine` looks for more where it is to be printed."""
    report = Report()
    pdf = opened(content, name, report)
    if pdf is None:
        return report.findings
    seen = Sightings(name)
    try:
        with pdf:
            preflight_file.look(pdf, for_machine is not None, seen)
            preflight_fonts.look(pdf, faces, seen)
            if for_machine:
                for_machine(pdf, seen)
    except DAMAGED:
        seen.see("Z-01", "the file is no PDF, or a damaged one", "make it again, or fetch it again")
    seen.tell(report)
    return report.findings


def opened(content: bytes, name: str, report: Report) -> Pdf | None:
    """The file, when it is a whole PDF that needs no password; what it is instead is a finding."""
    try:
        pdf = Pdf.open(io.BytesIO(content))
        if not len(pdf.pages):
            raise ValueError
    except PasswordError:
        report.add("Z-01", Place(name), "the file needs a password", "save it without: a printer takes no such file")
    except DAMAGED:
        report.add("Z-01", Place(name), "the file is no PDF, or a damaged one", "make it again, or fetch it again")
    else:
        return pdf
    return None
