"""Gazetteer: every place of the account with its names, in columns of one language each.

The columns are those, at most four, of the languages in which most places have a
name, in the order of their codes; a dash says that the sources in hand have none.
Other languages follow below, then coordinates as they were given and where they are from.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from press.cite.sorting import sort_key
from press.compose.languages import language_name
from press.compose.registers.entries import OWN, add_also, add_forms, entry, further, in_language, listed
from press.compose.registers.parts import NONE, add_words, filed, sentence, source_line, table
from press.model.records import GazetteerEntry
from press.model.registers import Registers

MOST = 4


def gazetteer(registers: Registers, _: Element) -> Element:
    """Every place by the alphabet."""
    places = sorted(filed(registers.gazetteer.values(), "place"), key=lambda place: sort_key(place.name))
    columns = languages(places)
    return listed(_place(place, columns) for place in places)


def languages(places: Iterable[GazetteerEntry]) -> list[str]:
    """The languages that have a column."""
    found = Counter(lang for place in places for lang, _ in place.name_forms if lang != OWN)
    return sorted(sorted(found, key=lambda lang: (-found[lang], lang))[:MOST])


def _place(place: GazetteerEntry, columns: Sequence[str]) -> Element:
    made = entry(place, place.name, place.kind)
    made.set("data-guide", place.name.partition(" (")[0])
    if any(place.forms(lang) for lang in columns):
        made.append(_forms(place, columns))
    _add_words(made, place, [lang for lang, _ in sorted(place.name_forms) if lang not in (*columns, OWN)])
    made.append(source_line(place, made.get("id", "")))
    return made


def _forms(place: GazetteerEntry, columns: Sequence[str]) -> Element:
    """The columns: the language above, the forms below it."""
    made = Element("div", {"class": "box"})
    columnar = table("forms", columns, [language_name(lang) for lang in columns])
    made.append(columnar)
    row = SubElement(SubElement(columnar, "tbody"), "tr")
    for lang in columns:
        cell = SubElement(row, "td")
        for number, form in enumerate(place.forms(lang)):
            if number:
                SubElement(cell, "br")
            cell.append(in_language(lang, form))
        if not place.forms(lang):
            cell.text = NONE
    return made


def _add_words(made: Element, place: GazetteerEntry, others: Sequence[str]) -> None:
    """Other names, note and coordinates in a paragraph, as far as there are any."""
    line = Element("p", {"class": "t"})
    add_also(line, further(place))
    for lang in others:
        add_words(line, "; " if line.text or len(line) else "")
        SubElement(line, "i").text = f"in {language_name(lang)}" if len(line) else f"In {language_name(lang)}"
        add_words(line, " ")
        add_forms(line, lang, place.forms(lang))
    if len(line):
        add_words(line, ".")
    words = [sentence(place.note)] if place.note else []
    if place.coordinates:
        words.append(sentence(f"{place.coordinates.as_given}, {place.coordinates.status}"))
    if words:
        add_words(line, (" " if len(line) else "") + " ".join(words))
    if line.text or len(line):
        made.append(line)
