"""Numbering: the views of a section expanded, its notes numbered and their citations put into words.

What the indexes and registers ask of the section comes of it: who is cited, which passages stand under which
headings, and where records are told.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any, TypeVar
from xml.etree.ElementTree import Element

from press.cite.register import Cited, number_notes
from press.compose.mentions import IndexMark, index_marks
from press.compose.told import tellings
from press.compose.views import expand
from press.findings import Place, Report
from press.model.fair_copy import FairCopy
from press.model.memory import name_of
from press.model.registers import Registers
from press.model.section import Section

Entry = TypeVar("Entry")
CITED = attrgetter(*[field.name for field in fields(Cited)][:-1])  # all but the place, which is the last of both
MARK = attrgetter(*[field.name for field in fields(IndexMark)][:-1])


@dataclass(frozen=True, slots=True)
class NumberedSection:
    """A section whose `notes` are numbered, every mention of a source in it, its marks, and where it tells records."""

    section: Section
    cited: Sequence[Cited]
    marks: Sequence[IndexMark]
    told: Mapping[str, Sequence[str]]
    notes: int


def numbered(section: Section, registers: Registers, report: Report) -> NumberedSection:
    """The section numbered, from memory where text and registers are what they were."""
    known = section.copy.name and registers.name
    name = name_of("numbered", section.copy.name, registers.name, section.id, section.number) if known else ""
    desk = _Desk(section, registers)
    copy = FairCopy(desk.tree, name, section.copy.memory)
    said = copy.sound("numbered", desk.number, report)
    return NumberedSection(replace(section, copy=copy), _read(Cited, said["cited"]), _read(IndexMark, said["marks"]),
                           said["told"], said["notes"])


@dataclass(slots=True)
class _Desk:
    """Where one section is numbered, when it is first asked for."""

    section: Section
    registers: Registers
    made: Element | None = None

    def tree(self) -> Element:
        """The tree with its numbers."""
        if self.made is None:
            self.number(Report())
        assert self.made is not None  # now it is numbered
        return self.made

    def number(self, report: Report) -> dict[str, Any]:
        """Number the section, and tell what stands in it as JSON can write it."""
        done = number_notes([expand(self.section, self.registers, report)], self.registers.sources, report)
        section, = done.sections
        self.made = section.body
        marks = index_marks(section, self.registers, report)
        return {"cited": [_listed(one, CITED) for one in done.cited], "marks": [_listed(one, MARK) for one in marks],
                "told": tellings([section]), "notes": sum(1 for _ in section.body.iter("note"))}


def _listed(one: Cited | IndexMark, parts: Callable[[object], tuple[Any, ...]]) -> list[Any]:
    place = one.place
    return [*parts(one), [place.file, place.line, place.column]]


def _read(sort: Callable[..., Entry], listed: Sequence[Sequence[Any]]) -> list[Entry]:
    return [sort(*parts, Place(*place)) for *parts, place in listed]
