"""Mentions: the passages that stand under each heading of the general index.

An editor names the headings on a paragraph (`ix="Shelling!of the town; @old-town"`)
or on a few words of a text or a note.  `@id` is a record of people, gazetteer or
organizations and stands for the name it is filed under; what follows `!` is a
sub-entry.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from press.findings import Place, Report, did_you_mean
from press.model.records import Named
from press.model.registers import Registers
from press.model.section import Section

BLOCKS = frozenset({"p", "h2", "h3", "li", "blockquote", "table", "figure", "view", "td"})


@dataclass(frozen=True, slots=True)
class IndexMark:
    """A heading at one passage: `target` is the name to look for, `note` its number when it is a note.

    `record` is the id of the record that the heading names, empty for a free heading.
    """

    heading: str
    sub: str
    record: str
    target: str
    note: int
    place: Place


PATRONYMICS = frozenset("oğlu qızı ogly kyzy оглы кызы".split())  # they end a father's name and begin no surname


def headword(record: Named) -> str:
    """The name that a record is filed under: people by the last part of their name, with its particles."""
    return filed(record.name, record)


def filed(form: str, record: Named) -> str:
    """A form of the record's name as it is filed; forms of a person's name like the name itself."""
    from press.model.records import Person

    words = form.split()
    if not isinstance(record, Person) or len(words) < 2:
        return form
    at = len(words) - 1
    while at > 1 and words[at - 1].islower() and words[at - 1] not in PATRONYMICS:
        at -= 1
    return f"{' '.join(words[at:])}, {' '.join(words[:at])}"


def named_records(registers: Registers) -> dict[str, Named]:
    """Every record that a heading may name, by id."""
    return {**registers.people, **registers.gazetteer, **registers.organizations}


def index_marks(section: Section, registers: Registers, report: Report) -> list[IndexMark]:
    """Give every marked passage a name and list the headings it stands under, in the order of the text."""
    records = named_records(registers)
    found: list[IndexMark] = []
    count = 0

    def walk(element: Element, note: Element | None) -> None:
        nonlocal count
        if element.tag == "note":
            note = element
        if headings := element.get("ix"):
            if note is not None:
                target = f"{section.id}-n{note.get('n', '')}"
            else:
                count += 1
                target = element.get("id") or f"{section.id}-x{count}"
                element.set("id", target)
            number = int(note.get("n", "0")) if note is not None else 0
            place = Place.read(element.get("place", ""))
            found.extend(_mark(heading.strip(), target, number, place, records, report)
                         for heading in headings.split(";") if heading.strip())
        for child in element:
            walk(child, note)

    walk(section.body, None)
    return found


def _mark(written: str, target: str, note: int, place: Place, records: Mapping[str, Named],
          report: Report) -> IndexMark:
    head, _, sub = (part.strip() for part in written.partition("!"))
    if not head.startswith("@"):
        return IndexMark(head, sub, "", target, note, place)
    record = records.get(head[1:])
    if record is None:
        report.add("R-06", place, f"no person, place or organization is filed under “{head[1:]}”",
                   did_you_mean(head[1:], records) or "file it in people.yaml, gazetteer.yaml or organizations.yaml")
        return IndexMark(head[1:], sub, "", target, note, place)
    return IndexMark(headword(record), sub, record.id, target, note, place)
