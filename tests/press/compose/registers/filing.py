"""Records made for the tests of the registers, and what a reader finds in a view."""

from xml.etree.ElementTree import Element

from press.model.evidence import ClaimKind, Living, Status
from press.model.records import (
    Act,
    Claim,
    Discrepancy,
    EventName,
    Film,
    GazetteerEntry,
    Memorial,
    Organization,
    Person,
    Position,
    Term,
)
from press.model.registers import Registers
from press.model.source import Source, Verification

NOWHERE = Element("view")
DEFAULTS = {
    Act: {"body": "Parliament", "jurisdiction": "Norland", "date": "1999-02-24", "instrument": "resolution",
          "wording": "wreck", "status": Status.CONFIRMED},
    Claim: {"section": "lead", "statement": "The tower stood.", "kind": ClaimKind.FACT,
            "status": Status.CONFIRMED, "in_base_text": True},
    Film: {"title": "Fyr (The light)", "kind": "feature", "year": "1993", "director": "Jo Orr",
           "status": Status.CONFIRMED},
    GazetteerEntry: {"name": "Skar", "kind": "island"},
    Memorial: {"name": "A stone", "where": "Skar", "date": "1994", "initiative_or_author": "the town",
               "status": Status.CONFIRMED},
    Organization: {"name": "Lights Board", "kind": "board", "role_in_account": "keeps the light"},
    Person: {"name": "Ida Brandt", "role_in_account": "keeper of the light", "living": Living.UNKNOWN},
    Position: {"topic": "Who lit it?", "side": "Keepers", "who": "Ida Brandt", "when": "1900",
               "position": "They did"},
}
NAMES = {Act: "acts", Claim: "claims", Film: "films", GazetteerEntry: "gazetteer", Memorial: "memorials",
         Organization: "organizations", Person: "people", Position: "positions"}


def record(model, key: str, **more):
    """A record with an id, some sources and whatever a test says of it."""
    return model(**{"id": key, "sources": ("log",), **DEFAULTS[model], **more})


def filed(*records) -> Registers:
    """The registers with these records."""
    model = type(records[0])
    return Registers(**{NAMES[model]: {one.id: one for one in records}})


def term(word: str, meaning: str, **more) -> Term:
    return Term(term=word, meaning=meaning, sources=("log",), **more)


def event_name(form: str, language: str, **more) -> EventName:
    return EventName(**{"form": form, "language": language, "used_by": "everybody", "sources": ("log",)} | more)


def source(key: str, **more) -> Source:
    fields = {"type": "book", "title": key.capitalize(), "issued": "1999", "provenance_class": "made",
              "verification": Verification.TEXT_CONSULTED}
    return Source(id=key, **(fields | more))


def discrepancy(base_text: str, other: str, book: str = "") -> Discrepancy:
    return Discrepancy(base_text=base_text, other=other, book=book)


def words(element: Element) -> str:
    """What a reader reads, without the notes."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element):
    yield element.text or ""
    for child in element:
        apart = " " if child.tag in ("p", "div", "td", "th", "tr", "br") else ""
        if child.tag != "note":
            yield apart
            yield from _texts(child)
            yield apart
        yield child.tail or ""


def rows(view: Element) -> list[list[str]]:
    """The rows of all tables of a view below their heads, cell by cell."""
    return [[words(cell) for cell in row] for body in view.iter("tbody") for row in body]


def heads(view: Element) -> list[str]:
    """The words of the heads of the tables, a table each."""
    return [words(head) for head in view.iter("thead")]


def entries(view: Element) -> list[list[str]]:
    """The paragraphs and tables of each entry."""
    return [[words(part) for part in entry] for entry in view]


def keys(element: Element) -> list[str]:
    """The sources that an element cites."""
    return [one.get("key", "") for one in element.iter("cite-one")]
