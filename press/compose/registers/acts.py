"""Acts: what sort of paper an act of recognition is, and so how far it binds.

The sort follows from the words of its record by the table below, first match first:
a paper signed by members is theirs and not their chamber's, a committee is not the
house, a state of a federation (`Montana, US`) not the federation.
"""

import re
from enum import StrEnum

from press.model.records import Act


class Kind(StrEnum):
    """A sort of act, in the order in which the register and the drawing show them."""

    PARLIAMENT = "Acts of parliaments and their chambers"
    COMMITTEE = "Decisions of committees of parliaments"
    BODY = "Declarations of international bodies"
    STATE = "Acts of the legislatures of states of a federation"
    GOVERNOR = "Papers of governors"
    OTHER = "Remarks, citations and texts of members"


SHORT = {
    Kind.PARLIAMENT: "parliament or chamber", Kind.COMMITTEE: "committee of a parliament",
    Kind.BODY: "international body", Kind.STATE: "legislature of a state",
    Kind.GOVERNOR: "governor’s paper", Kind.OTHER: "remarks, citation or members’ text",
}
# the field that is read, what is looked for in it, and the sort that it shows
SIGNS: tuple[tuple[str, str, Kind], ...] = (
    ("body", r"\bgovernor\b", Kind.GOVERNOR),
    ("body", r"\bcommittee\b|\bcommission\b", Kind.COMMITTEE),
    ("body", r"\bmembers?\b(?! states)|\(speaker\)", Kind.OTHER),
    ("instrument", r"\b(remarks|citation|debate|written declaration|deputies)\b", Kind.OTHER),
    ("jurisdiction", r"\b(council of|organi[sz]ation|union|nations|parliaments)\b", Kind.BODY),
    ("jurisdiction", r"(?-i:^[A-Z]{3,}$)", Kind.BODY),
    ("jurisdiction", r", ", Kind.STATE),
    ("body", r"\b(parliament|senate|chamber|house|assembly|mejlis|congress)\b", Kind.PARLIAMENT),
)


def kind_of(act: Act) -> Kind:
    """The sort of an act."""
    fields = {"body": act.body, "instrument": act.instrument, "jurisdiction": act.jurisdiction}
    shown = (kind for field, sign, kind in SIGNS if re.search(sign, fields[field], re.IGNORECASE))
    return next(shown, Kind.OTHER)
