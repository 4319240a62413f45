"""Printing: what an edition asks of printers, read from the styles folder and held against what they take.

A printer, paper, trim or colour condition that is not there is told at the edition, which
asks for it; a profile that no machine prints by is told at the file that names it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from press.findings import Place, Report, did_you_mean
from press.load.book import read_file
from press.model.book import Edition, Format, Kind
from press.model.printing import Colour, Condition, Printer, Printing, Profile

TRIM = re.compile(r"--trim-(w|h):\s*([\d.]+)(mm|in)")
MM = {"mm": 1.0, "in": 25.4}
PRINTED = frozenset((Kind.PRINT, Kind.COVER))


@dataclass(frozen=True, slots=True)
class Commission:
    """One printing of an edition: the printer, and the condition of the part that a format makes."""

    printing: Printing
    printer: Printer
    condition: Condition


def load_commissions(styles: Path, chosen: Format, edition: Edition, report: Report) -> tuple[Commission, ...]:
    """The printings of a format; one that cannot be carried out is told and left out."""
    if chosen.kind not in PRINTED:
        return ()
    found = []
    for printing in edition.printings:
        printer = load_printer(styles, printing.printer, printing.place, report)
        asked = printing.cover_profile if chosen.kind is Kind.COVER else printing.profile
        condition = load_condition(styles, asked, printing.place, report)
        if printer and _takes(printer, printing, chosen.trim or edition.trim, report) and condition:
            found.append(Commission(printing, printer, condition))
    return tuple(found)


def load_printer(styles: Path, name: str, place: Place, report: Report) -> Printer | None:
    """A printer of the house by his name; an unknown one is a finding at the place that asks for him."""
    known = _names(styles / "printers")
    if name not in known:
        _tell_unknown("O-01", place, "printer", name, known, report)
        return None
    return read_file(styles / "printers" / f"{name}.yaml", styles, Printer, report)


def _takes(printer: Printer, printing: Printing, trim: str, report: Report) -> bool:
    """Whether the printer has the paper, the trim and the marks that a printing asks for."""
    papers = [paper.id for paper in printer.papers]
    if printing.paper and printing.paper not in papers:
        _tell_unknown("O-02", printing.place, f"paper of {printer.name} called", printing.paper, papers, report)
        return False
    if trim not in printer.trims:
        report.add("O-03", printing.place, f"{printer.name} does not offer the trim “{trim}”",
                   f"offered: {', '.join(printer.trims)}")
        return False
    if printing.crop_marks and not printer.marks:
        report.add("O-04", printing.place, f"{printer.name} takes no crop marks", "leave crop-marks out")
        return False
    return True


def load_condition(styles: Path, name: str, place: Place, report: Report) -> Condition | None:
    """A colour condition by its name, when its profile is one that inks are printed by."""
    known = _names(styles / "icc")
    if name not in known:
        _tell_unknown("O-05", place, "colour condition", name, known, report)
        return None
    profile = read_file(styles / "icc" / f"{name}.yaml", styles, Profile, report)
    if profile is None:
        return None
    try:
        icc = (styles / "icc" / profile.file).read_bytes()
    except (OSError, ValueError):
        report.add("O-06", profile.place, f"the profile “{profile.file}” is not there or cannot be read",
                   "profiles stand in styles/icc")
        return None
    colour = ink_colour(icc)
    if colour is None:
        report.add("O-06", profile.place, f"“{profile.file}” is no profile of inks on paper: {told(icc)}",
                   "name an output profile in CMYK or grey")
        return None
    return Condition(profile, icc, colour)


def ink_colour(icc: bytes) -> Colour | None:
    """The inks that an ICC profile of a printing condition tells of; None when it is none (ISO 15076-1, 7.2)."""
    space = icc[16:20].decode("latin-1").strip()
    is_output = icc[36:40] == b"acsp" and icc[12:16] == b"prtr"
    return Colour(space) if is_output and space in tuple(Colour) else None


def told(icc: bytes) -> str:
    """What an ICC profile says it is, in words."""
    if icc[36:40] != b"acsp":
        return "it is no ICC profile"
    kind, space = icc[12:16].decode("latin-1").strip(), icc[16:20].decode("latin-1").strip()
    return f"its class is “{kind}” and its colour space “{space}”"


def trim_mm(styles: Path, name: str) -> tuple[float, float] | None:
    """The width and height of a trim of the house, in mm, as its stylesheet gives them."""
    try:
        text = (styles / "trims" / f"{name}.css").read_text(encoding="utf-8")
    except OSError:
        return None
    found = {side: float(number) * MM[unit] for side, number, unit in TRIM.findall(text)}
    return (found["w"], found["h"]) if set(found) == {"w", "h"} else None


def _names(folder: Path) -> list[str]:
    return sorted(file.stem for file in folder.glob("*.yaml"))


def _tell_unknown(rule: str, place: Place, what: str, name: str, known: Iterable[str], report: Report) -> None:
    report.add(rule, place, f"there is no {what} “{name}”",
               did_you_mean(name, known) or f"known: {', '.join(known)}")
