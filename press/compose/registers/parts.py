"""Parts: what the tables and the entries of the registers are made of.

A record rests on sources.  Where it has more to say of them than their names, a note
is called; elsewhere its sources stand below it in a line of their own, each in its
short form and linked to the source index.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar
from xml.etree.ElementTree import Element, SubElement

from press.model.date_words import printed_brief
from press.model.dates import UncertainDate
from press.model.evidence import Status
from press.model.records import Entry, EventName, Term

NONE = "–"  # nothing in the sources in hand
NO_DATE = "no date"
STANDING = {Status.DISCREPANCY: "sources differ"}

Sourced = Entry | Term | EventName
R = TypeVar("R")


def filed(records: Iterable[R], name: str) -> list[R]:
    """The records that a view is made from; without any it cannot be made."""
    found = list(records)
    if not found:
        raise ValueError(f"no {name} is filed")
    return found


def cites(keys: Sequence[str], place: str, **form: str) -> Element:
    """A group of citations of the sources that a record rests on."""
    group = Element("cites", {"place": place, **form})
    for key in keys:
        SubElement(group, "cite-one", {"key": key, "prefix": "", "locator": "", "suffix": "", "place": place})
    return group


def source_note(record: Sourced, *more: str) -> Element:
    """A note with the sources of a record and what is to be said of it, its own note at the end."""
    note = Element("note", {"place": str(record.place)})
    note.append(cites(record.sources, str(record.place)))
    words = [*more, record.note] if record.note else list(more)
    if words:
        note[-1].tail = f". {' '.join(words)}"
    return note


def source_line(record: Sourced, at: str = "") -> Element:
    """The sources of a record in one line; `at` is the passage that the source index then names."""
    line = Element("p", {"class": "src"})
    name_sources(line, record.sources, str(record.place), at)
    return line


def name_sources(line: Element, keys: Sequence[str], place: str, at: str = "") -> None:
    """Enter sources in an element, each linked to the source index."""
    for number, key in enumerate(keys):
        if number:
            line[-1].tail = "; "
        link = SubElement(line, "a", {"href": f"#source-{key}"})
        link.append(cites((key,), place, form="named", **({"at": at} if at else {})))


def table(css_class: str, columns: Sequence[str], heads: Sequence[str] = ()) -> Element:
    """A table with its columns and, if it has any, their heads."""
    made = Element("table", {"class": css_class})
    group = SubElement(made, "colgroup")
    for name in columns:
        SubElement(group, "col", {"class": name})
    if heads:
        row = SubElement(SubElement(made, "thead"), "tr")
        for name, head in zip(columns, heads, strict=True):
            SubElement(row, "th", {"scope": "col", "class": name}).text = head
    return made


def paragraph(parent: Element, css_class: str, words: str) -> Element:
    """A paragraph of one voice."""
    made = SubElement(parent, "p", {"class": css_class})
    made.text = words
    return made


def add_words(parent: Element, words: str) -> None:
    """Set words after all that an element holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def standing(status: Status) -> str:
    """How a thing stands, as printed."""
    return STANDING.get(status, status.value.replace("-", " "))


def add_standing(parent: Element, status: Status) -> None:
    """A small word after a thing that is not established."""
    if status is not Status.CONFIRMED:
        add_words(parent, " ")
        SubElement(parent, "span", {"class": "kind"}).text = standing(status)


def dated(date: UncertainDate | None) -> str:
    """A date in a column."""
    return printed_brief(date) if date else NO_DATE


def in_order(date: UncertainDate | None) -> tuple[object, ...]:
    """The place of a date in time; what has none comes last."""
    return (0, *date.sort_key) if date else (1,)


def sentence(words: str) -> str:
    """Words as a sentence of their own."""
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "?", "!")) else f"{words}."
