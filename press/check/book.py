"""Book check: what must hold before a book is composed.

Templates exist, names are given once and lead somewhere, the text names claims
and events that are filed, paragraph numbers run in order, pictures are there.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from xml.etree.ElementTree import Element

from press.check.doubles import check_doubles
from press.check.references import check_references
from press.findings import Place, Report, did_you_mean
from press.model.book import Book
from press.model.registers import Registers
from press.model.section import Section

ELSEWHERE = "links lead to ids of sections, paragraphs, tables and figures"
UNREAD = "perhaps it stands in a file that could not be read: mend that first"
NUMBER = re.compile(r"(\d+)\.(\d+)([a-z]?)")


def check_book(book: Book, templates: Sequence[str], report: Report) -> None:
    """Every rule of the book as a whole."""
    check_references(book.registers, report)
    check_doubles(book.registers, report)
    if book.registers.maps:
        from press.check.maps import check_maps

        check_maps(book.registers, report)
    names = _names(book, report)
    for section in book.sections:
        if section.template not in templates:
            report.add("T-01", section.place, f"there is no template “{section.template}”",
                       did_you_mean(section.template, templates) or f"known: {', '.join(sorted(templates))}")
        section.copy.sound("numbers", partial(_check_numbers, section), report, section.number)
        _check_links(section, names, report, ELSEWHERE if book.whole else UNREAD)
        _check_told(section, book.registers, report)


def place_of(element: Element, section: Section) -> Place:
    """The place that the loader wrote on an element, or its section's."""
    place = Place.read(element.get("place", ""))
    return place if place.line else section.place


def _names(book: Book, report: Report) -> Collection[str]:
    """Every name that a link may lead to; a name given twice is a finding."""
    names = [name for section in book.sections for name in (section.id, *_given(section))]
    once = dict.fromkeys(names)
    if len(once) < len(names):
        _tell_doubles(book, report)
    return once


def _given(section: Section) -> list[str]:
    return section.copy.seen("names", lambda: [name for element in section.body.iter() if (name := element.get("id"))])


def _tell_doubles(book: Book, report: Report) -> None:
    found: dict[str, Place] = {}
    for section in book.sections:
        places = [(section.id, section.place)]
        places += [(element.get("id", ""), place_of(element, section))
                   for element in section.body.iter() if element.get("id")]
        for name, place in places:
            if name in found:
                report.add("B-07", place, f"the name “{name}” is given twice, first at {found[name]}",
                           "give each passage a name of its own")
            found.setdefault(name, place)


def _check_numbers(section: Section, report: Report) -> None:
    """Paragraph numbers belong to their chapter and rise."""
    before = (0, "")
    for element in section.body.iter("p"):
        number = NUMBER.fullmatch(element.get("n", ""))
        if not number:
            continue
        place = Place(section.place.file, int(element.get("line", section.place.line)), 1)
        here = (int(number[2]), number[3])
        if number[1] != section.number:
            report.add("N-01", place, f"§{number[0]} stands in chapter {section.number}",
                       f"number it §{section.number}.{number[2]}")
        if here <= before:
            report.add("N-02", place, f"§{number[0]} follows §{number[1]}.{before[0]}{before[1]}",
                       "paragraph numbers rise; give a new paragraph a letter, such as §4.12a")
        before = here


def _check_links(section: Section, names: Collection[str], report: Report, hint: str) -> None:
    if all(target in names for target in section.copy.seen("links", lambda: [to for _, to in _links(section)])):
        return
    for link, target in _links(section):
        if target not in names:
            report.add("R-10", place_of(link, section), f"the link leads to “{target}”, which is nowhere",
                       did_you_mean(target, names) or hint)


def _links(section: Section) -> Iterator[tuple[Element, str]]:
    """The links of a section to a name in the book."""
    for link in section.body.iter("a"):
        if (target := link.get("href", "")).startswith("#"):
            yield link, target[1:]


def _check_told(section: Section, registers: Registers, report: Report) -> None:
    """The claims and events that a passage tells are filed."""
    for attribute, known, rule, file in (
            ("claims", registers.claims, "R-08", "claims.yaml"),
            ("events", registers.events, "R-09", "chronology.yaml")):
        if all(key in known for key in section.copy.seen(attribute, partial(_keys, section, attribute))):
            continue
        for element, key in _told(section, attribute):
            if key not in known and attribute not in registers.incomplete:
                report.add(rule, place_of(element, section), f"no record “{key}” is filed in {file}",
                           did_you_mean(key, known) or f"file it in content/{file}")


def _keys(section: Section, attribute: str) -> list[str]:
    return [key for _, key in _told(section, attribute)]


def _told(section: Section, attribute: str) -> Iterator[tuple[Element, str]]:
    for element in section.body.iter():
        for key in element.get(attribute, "").split():
            yield element, key
