"""Linked: what the pages say to machines, as JSON-LD in the words of schema.org.

The book and its edition stand on every page; the register of claims says its claims,
the chronology its events.
"""

import json
from collections.abc import Iterable
from typing import Any

from press.model.book import Book
from press.model.dates import AFTER_ALL, BEFORE_ALL, UncertainDate
from press.model.records import Claim, Event
from press.model.registers import Registers
from press.publish.web.addresses import Addresses

CONTEXT = "https://schema.org"
LICENCES = {"CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
            "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
            "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/"}


def script(*things: dict[str, Any]) -> str:
    """Things as the text of a script: nothing in it can end the script (HTML, 4.12.1.3)."""
    said = [{"@context": CONTEXT, **thing} for thing in things]
    return json.dumps(said[0] if len(said) == 1 else said, ensure_ascii=False, separators=(",", ":")).replace(
        "<", "\\u003c")


def book_thing(book: Book, extent: int = 0) -> dict[str, Any]:
    """The book in its edition."""
    title, edition = book.title, book.edition
    editors = [{"@type": "Organization", "name": name.literal} if name.literal else
               {"@type": "Person", "name": f"{name.given} {name.family}".strip()} for name in title.editors]
    return {"@type": "Book", "name": title.title, "alternativeHeadline": title.subtitle,
            "description": title.description, "inLanguage": title.language, "editor": editors,
            "bookEdition": edition.statement, "datePublished": edition.date, "identifier": edition.identifier,
            "publisher": {"@type": "Organization", "name": edition.imprint},
            "license": LICENCES.get(title.licence, title.licence), **({"numberOfPages": extent} if extent else {})}


def claim_things(claims: Iterable[Claim], page: str, addresses: Addresses) -> list[dict[str, Any]]:
    """The claims, each with its sources."""
    return [{"@type": "Claim", "@id": f"#claim-{claim.id}", "identifier": claim.id, "text": claim.statement,
             "creativeWorkStatus": claim.status.value,
             "citation": [addresses.seen_from(page, f"source-{key}") for key in claim.sources]} for claim in claims]


def event_things(events: Iterable[Event], registers: Registers) -> list[dict[str, Any]]:
    """The events, each with its days and its place; a date that is no plain day stands as it is written."""
    return [{"@type": "Event", "@id": f"#event-{event.id}", "name": event.event, **_days(event.date),
             **_place(event, registers)} for event in events]


def _days(date: UncertainDate) -> dict[str, str]:
    """First and last day of a date, as far as it has them (ISO 8601)."""
    ends = {"startDate": date.earliest, "endDate": date.latest}
    return {name: "{:04}-{:02}-{:02}".format(*day) for name, day in ends.items() if day not in (BEFORE_ALL, AFTER_ALL)}


def _place(event: Event, registers: Registers) -> dict[str, Any]:
    place = registers.gazetteer.get(event.where)
    if place is None:
        return {}
    spot = place.coordinates
    geo = {"geo": {"@type": "GeoCoordinates", "latitude": spot.lat, "longitude": spot.lon}} if spot else {}
    return {"location": {"@type": "Place", "name": place.name, **geo}}
