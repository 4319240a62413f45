"""Terms: the names of the event and the words that readers may need explained."""

from xml.etree.ElementTree import Element, SubElement

from press.cite.sorting import sort_key
from press.compose.languages import language_name
from press.compose.registers.entries import in_language
from press.compose.registers.parts import filed, paragraph, sentence, source_line, table
from press.model.records import EventName, Term
from press.model.registers import Registers

NAME_COLUMNS = ("form", "language", "user")


def event_names(registers: Registers, _: Element) -> Element:
    """The names of the event by the codes of their languages: the form, the language, and who uses it."""
    made = table("reg names", NAME_COLUMNS, ("Name", "Language", "Used by"))
    body = SubElement(made, "tbody")
    names = filed(registers.event_names, "name of the event")
    ordered = sorted(names, key=lambda name: (name.language, sort_key(name.form)))
    for number, name in enumerate(ordered, 1):
        body.append(_name(name, f"name-{number}"))
    return made


def _name(name: EventName, row_id: str) -> Element:
    row = Element("tr", {"id": row_id})
    form = SubElement(row, "th", {"scope": "row"})
    form.append(in_language(name.language, name.form))
    SubElement(row, "td").text = language_name(name.language)
    row.append(_told(name.used_by, name, row_id))
    return row


def glossary(registers: Registers, _: Element) -> Element:
    """The terms by the alphabet with their meaning."""
    made = table("reg glossary", ("term", "meaning"), ("Term", "Meaning"))
    body = SubElement(made, "tbody")
    ordered = sorted(filed(registers.terms, "term"), key=lambda term: sort_key(term.term))
    for number, term in enumerate(ordered, 1):
        body.append(_term(term, f"term-{number}"))
    return made


def _term(term: Term, row_id: str) -> Element:
    row = Element("tr", {"id": row_id})
    head = SubElement(row, "th", {"scope": "row"})
    name, parenthesis, rest = term.term.partition(" (")
    SubElement(head, "b").text = name
    head[0].tail = parenthesis + rest
    row.append(_told(term.meaning, term, row_id))
    return row


def _told(words: str, record: EventName | Term, row_id: str) -> Element:
    """What is said of a record, its note, and where that is known from."""
    cell = Element("td")
    paragraph(cell, "t", " ".join(sentence(said) for said in (words, record.note) if said))
    cell.append(source_line(record, row_id))
    return cell
