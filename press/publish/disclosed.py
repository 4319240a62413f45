"""Disclosed: what of the records may leave the house.

Persons whose names are withheld are in no list and named by no record.  Of persons who
may be alive nothing is told but who they are in the account; how the editors treat a
name, and their notes on claims, stay with them.
"""

from collections.abc import Mapping
from dataclasses import replace

from press.model.evidence import Living
from press.model.records import Claim, Person
from press.model.registers import Registers

KEPT_BACK: Mapping[type, frozenset[str]] = {
    Person: frozenset({"living", "withheld"}),
    Claim: frozenset({"note"}),
}


def disclosed(registers: Registers) -> Registers:
    """The registers without what is private in them."""
    withheld = {person.id for person in registers.people.values() if person.withheld}
    return replace(
        registers,
        people={key: _person(person) for key, person in registers.people.items() if key not in withheld},
        claims={key: claim.model_copy(update={
            "note": "", "people": tuple(one for one in claim.people if one not in withheld)})
            for key, claim in registers.claims.items()})


def _person(person: Person) -> Person:
    return person if person.living is Living.NO else person.model_copy(update={"note": ""})
