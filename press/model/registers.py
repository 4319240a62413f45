"""Registers: all records of the book by id, in the order in which editors keep them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from press.model.records import (
    Act,
    Claim,
    Copyfit,
    CrossReference,
    Estimate,
    Event,
    EventName,
    Excuse,
    Film,
    GazetteerEntry,
    Memorial,
    Organization,
    Person,
    Position,
    Term,
)
from press.model.source import Source

if TYPE_CHECKING:
    from press.model.maps import Geodata, Map  # which few books have


@dataclass(frozen=True, slots=True)
class Registers:
    """What the book knows: each register maps the ids of its records to them.

    `incomplete` names the lists (`sources`, `people`, `places`, …) of which some record could
    not be read; nobody can say that an id is missing from them.
    `name` is that of all that they were read from; empty where something is to be told of it.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    estimates: Mapping[str, Estimate] = field(default_factory=dict)
    positions: Mapping[str, Position] = field(default_factory=dict)
    acts: Mapping[str, Act] = field(default_factory=dict)
    memorials: Mapping[str, Memorial] = field(default_factory=dict)
    films: Mapping[str, Film] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    gazetteer: Mapping[str, GazetteerEntry] = field(default_factory=dict)
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    event_names: tuple[EventName, ...] = ()
    cross_references: tuple[CrossReference, ...] = ()
    copyfitting: Mapping[str, Mapping[str, Copyfit]] = field(default_factory=dict)
    excuses: tuple[Excuse, ...] = ()
    maps: "Mapping[str, Map]" = field(default_factory=dict)
    geodata: "Mapping[str, Geodata]" = field(default_factory=dict)
    incomplete: frozenset[str] = frozenset()
    name: str = ""
