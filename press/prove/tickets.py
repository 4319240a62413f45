"""Tickets: what a file for a printing machine was to be, looked up in the house by the ticket that it carries."""

from pathlib import Path

from press.assemble.exchange import Ticket
from press.assemble.fonts import declared_faces
from press.findings import Place, Report
from press.load.printing import load_condition, load_printer, trim_mm
from press.prove.wanted import Part, Wanted


def wanted(name: str, ticket: Ticket, styles: Path, report: Report) -> Wanted:
    """What the file called `name` is to be; a printer or condition that the house does not know is a finding."""
    place = Place(name)
    printer = load_printer(styles, ticket.printer, place, report)
    condition = load_condition(styles, ticket.profile, place, report)
    return Wanted(
        name, Part(ticket.part), faces(styles), printer, trim_mm(styles, ticket.trim),
        condition.colour if condition else None, condition.icc if condition else b"", ticket.extent,
        bool(ticket.marks), ticket.paper, ticket.isbn)


def faces(styles: Path) -> frozenset[str]:
    """The names of the declared fonts, as the engine gives them."""
    return frozenset(declared_faces(styles / "fonts.css"))
