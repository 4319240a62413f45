"""Coverage: every character that the book prints is in one of its declared fonts.

Text in Latin, Greek or Cyrillic letters is set in the Text family, Armenian in the
Armenian one; a character in neither is a finding at the passage that has it.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

from press.compose.glyphs import letters, missing
from press.findings import Place, Report
from press.model.registers import Registers
from press.model.section import Section
from press.model.source import Record


def check_coverage(sections: Iterable[Section], registers: Registers, fonts: Sequence[Path], report: Report,
                   letters_of: Callable[[Path], frozenset[str]] = letters) -> None:
    """Add a finding for each character of the text and the records that no font has."""
    sections, records = tuple(sections), [*_records(registers)]
    seen = [section.copy.seen("letters", partial(_letters, section)) for section in sections]
    seen += [section.title + section.running_head for section in sections]
    absent = missing(frozenset("".join([*seen, *(text for _, text in records)])), fonts, letters_of)
    if not absent:
        return
    for place, text in (*_passages(sections), *records):
        for character in sorted(absent & set(text)):
            name = unicodedata.name(character, "unnamed")
            report.add("G-01", place,
                       f"no declared font has the character “{character}” (U+{ord(character):04X}, {name})",
                       "replace it, or declare a font that has it in styles/fonts.css")


def _letters(section: Section) -> str:
    """The characters of the text of a section, each once."""
    return "".join(sorted(frozenset("".join("".join(block.itertext()) for block in section.body))))


def _passages(sections: Iterable[Section]) -> Iterator[tuple[Place, str]]:
    for section in sections:
        yield section.place, section.title + section.running_head
        for block in section.body:
            yield _place(block, section), "".join(block.itertext())


def _place(block: Element, section: Section) -> Place:
    line = block.get("line", "")
    return Place(section.place.file, int(line), 1) if line else section.place


def _records(registers: Registers) -> Iterator[tuple[Place, str]]:
    lists: tuple[Iterable[Record], ...] = (
        registers.sources.values(), registers.claims.values(), registers.events.values(),
        registers.estimates.values(), registers.positions.values(), registers.acts.values(),
        registers.memorials.values(), registers.films.values(), registers.people.values(),
        registers.gazetteer.values(), registers.organizations.values(), registers.terms, registers.event_names)
    for records in lists:
        for record in records:
            yield record.place, "".join(_texts(record.model_dump()))


def _texts(value: object) -> Iterator[str]:
    """Every text in a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)
