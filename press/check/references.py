"""References: every id that a record names is filed.

A list of which something could not be read cannot be said to lack an id, so
nothing is missed in it until it is whole.
"""

from collections.abc import Iterable, Iterator, Mapping

from press.findings import Report, did_you_mean
from press.model.records import Entry, EventName, Term
from press.model.registers import Registers
from press.model.source import Record


def check_references(registers: Registers, report: Report) -> None:
    """Add a finding for every id that names nothing."""
    filed = _Filed(registers, report)
    for entry in _sourced(registers):
        filed.seek("R-01", "sources", entry.sources, entry)
    for source in registers.sources.values():
        filed.seek("R-01", "sources", source.via, source)
    for claim in registers.claims.values():
        filed.seek("R-02", "places", claim.places, claim)
        filed.seek("R-03", "people", claim.people, claim)
        filed.seek("R-04", "organizations", claim.organizations, claim)
    for event in registers.events.values():
        filed.seek("R-02", "places", [event.where] if event.where else [], event)


def _sourced(registers: Registers) -> Iterator[Entry | Term | EventName]:
    """Every record that rests on sources."""
    yield from registers.claims.values()
    yield from registers.events.values()
    yield from registers.estimates.values()
    yield from registers.positions.values()
    yield from registers.acts.values()
    yield from registers.memorials.values()
    yield from registers.films.values()
    yield from registers.people.values()
    yield from registers.gazetteer.values()
    yield from registers.organizations.values()
    yield from registers.terms
    yield from registers.event_names


class _Filed:
    """The ids that may be named, by list."""

    def __init__(self, registers: Registers, report: Report) -> None:
        self.report = report
        self.incomplete = registers.incomplete
        self.lists: dict[str, tuple[str, Mapping[str, Record]]] = {
            "sources": ("source", registers.sources),
            "places": ("place", registers.gazetteer),
            "people": ("person", registers.people),
            "organizations": ("organization", registers.organizations),
        }

    def seek(self, rule: str, name: str, ids: Iterable[str], record: Record) -> None:
        """Add a finding at the record for each id that the list does not have."""
        word, filed = self.lists[name]
        for missing in (key for key in ids if key not in filed and name not in self.incomplete):
            self.report.add(rule, record.place, f"no {word} is filed under “{missing}”",
                            did_you_mean(missing, filed) or f"file it among the {name}")
