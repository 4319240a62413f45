"""Recording: the items of a book, with the wording that readers meet.

The editors' own keys stay out, and so does everything about a person whose name is
withheld.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from press.model.book import Book
from press.model.date_words import printed
from press.model.history import Item, ItemKind
from press.model.recorded import NOTES, TEXT, Recorded, Said
from press.model.records import Act, Event, Person, Position
from press.model.registers import Registers
from press.model.section import Section
from press.model.source import Record

# The keys of a record that only editors read: how it is filed, and what they wrote for themselves.
FILING = frozenset({"id", "sources", "section", "people", "places", "organizations", "in-base-text"})
OWN = {ItemKind.CLAIM: frozenset({"note"}), ItemKind.PERSON: frozenset({"note"}),
       ItemKind.SOURCE: frozenset({"note", "supports", "via", "unused"})}
CHANGES = "changes"  # the template that prints what is recorded here
BLOCKS = frozenset("p li h1 h2 h3 h4 h5 h6 th td dt dd caption figcaption".split())


def record_of(book: Book) -> Recorded:
    """The record of an edition."""
    edition = book.edition
    front = Said(Item(ItemKind.SECTION, "title-page"), "Title page",
                 _wording(book.title, FILING | {"front", "body", "back", "language"}))
    texts = (said for section in book.sections if section.template != CHANGES for said in _passages(section))
    return Recorded(edition.id, edition.statement, edition.date, (*_records(book.registers), front, *texts),
                    tuple(number for _, number in edition.isbns))


def _records(registers: Registers) -> Iterator[Said]:
    """What every register says."""
    for kind, records in _shelves(registers):
        for key, record in records.items():
            if not (isinstance(record, Person) and record.withheld):
                yield Said(Item(kind, key), _label(key, record), _wording(record, FILING | OWN.get(kind, frozenset())),
                           tuple(getattr(record, "sources", ())))


def _shelves(registers: Registers) -> Iterator[tuple[ItemKind, Mapping[str, Record]]]:
    yield ItemKind.FIGURE, registers.estimates
    yield ItemKind.CLAIM, registers.claims
    yield ItemKind.EVENT, registers.events
    yield ItemKind.SOURCE, registers.sources
    yield ItemKind.POSITION, registers.positions
    yield ItemKind.ACT, registers.acts
    yield ItemKind.MEMORIAL, registers.memorials
    yield ItemKind.FILM, registers.films
    yield ItemKind.PERSON, registers.people
    yield ItemKind.PLACE, registers.gazetteer
    yield ItemKind.ORGANIZATION, registers.organizations
    yield ItemKind.TERM, {term.term: term for term in registers.terms}
    yield ItemKind.EVENT_NAME, {name.form: name for name in registers.event_names}
    yield ItemKind.MAP, registers.maps


def _label(key: str, record: Record) -> str:
    """What readers know a record by."""
    match record:
        case Event():
            return printed(record.date)
        case Position():
            return f"{record.topic}: {record.side}"
        case Act():
            return f"{record.body}, {record.instrument}"
    names = (getattr(record, name, "") for name in ("by", "title_short", "title", "name"))
    return next(filter(None, names), key)


def _wording(record: Record, without: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The values of a record by key, as text."""
    written = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return tuple((key, _plain(value)) for key, value in written.items() if key not in without)


def _plain(value: Any) -> str:
    match value:
        case dict():
            return ", ".join(f"{key}: {_plain(one)}" for key, one in value.items())
        case [[str(), _], *_]:  # pairs, as of a breakdown
            return "; ".join(f"{key}: {_plain(one)}" for key, one in value)
        case list():
            return "; ".join(map(_plain, value))
        case None:
            return "open"
    return str(value)


def _passages(section: Section) -> Iterator[Said]:
    """The title of a section, and every passage of its text in order."""
    yield Said(Item(ItemKind.SECTION, section.id), section.title, ((TEXT, section.title),), within=section.id)
    for at, (block, tells) in enumerate(_blocks(section.body, ()), 1):
        number = block.get("n", "")
        name, label = (f"§{number}",) * 2 if number else (f"{section.id}-{at}", section.title)
        notes = " ¶ ".join(_words(note) for note in block.iter("note"))
        wording = ((TEXT, block.get("caption") or _words(block, notes=False)), *(((NOTES, notes),) if notes else ()))
        if any(words for _, words in wording):
            cited = dict.fromkeys(one.get("key", "") for one in block.iter("cite-one"))
            yield Said(Item(ItemKind.PARAGRAPH, name), label, wording, tuple(cited), tells, section.id)


def _blocks(parent: Element, told: tuple[Item, ...]) -> Iterator[tuple[Element, tuple[Item, ...]]]:
    """The blocks that hold text, each with what it and those around it tell."""
    for block in parent:
        here = (*told, *_told(block))
        if block.tag == "view" or (block.tag in BLOCKS and not any(part.tag in BLOCKS for part in block)):
            inner = (item for part in block.iter() if part is not block for item in _told(part))
            yield block, tuple(dict.fromkeys((*here, *inner)))
        else:
            yield from _blocks(block, here)


def _told(element: Element) -> Iterator[Item]:
    """What the marks of an element say that it tells or prints."""
    for attribute, kind in (("claims", ItemKind.CLAIM), ("events", ItemKind.EVENT), ("figure", ItemKind.FIGURE)):
        for key in element.get(attribute, "").split():
            yield Item(kind, key.partition(".")[0] if kind is ItemKind.FIGURE else key)


def _words(element: Element, *, notes: bool = True) -> str:
    """The words of an element on one line, citations as their keys; without its notes on wish."""
    return " ".join("".join(_pieces(element, notes)).split())


def _pieces(element: Element, notes: bool) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        if part.tag == "cites":
            yield "; ".join(_citation(one) for one in part.iter("cite-one"))
        elif notes or part.tag != "note":
            yield from _pieces(part, notes)
        yield part.tail or ""


def _citation(one: Element) -> str:
    """A citation with its source's key for a name."""
    lead = f"{one.get('prefix')} " if one.get("prefix") else ""
    return lead + ", ".join(filter(None, (one.get("key"), one.get("locator"), one.get("suffix"))))
