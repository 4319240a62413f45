"""Doubles: no two records are of one thing.

An id stands once; but one thing may be filed under two ids.  Two records are taken for
one when all that tells things of their kind apart is alike, letter case, accents and
punctuation aside; two records of names when they share a name.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeAlias, TypeVar

from press.findings import Report
from press.model.records import Named
from press.model.registers import Registers
from press.model.source import Record, Source

BRACKET = re.compile(r" \([^()]*\)$")
R = TypeVar("R", bound=Record)
Told: TypeAlias = tuple[object, ...]


def check_doubles(registers: Registers, report: Report) -> None:
    """Add a finding for every record that tells again what another tells."""
    def seek(word: str, records: Iterable[R], told: Callable[[R], Told]) -> None:
        _seek(word, [(record, told(record)) for record in records], report)

    seek("source", registers.sources.values(), _source)
    seek("claim", registers.claims.values(), lambda one: (_fold(one.statement),))
    seek("event", registers.events.values(), lambda one: (one.date, _fold(one.event)))
    seek("figure", registers.estimates.values(), lambda one: (_fold(one.by), one.published, one.low, one.high))
    seek("position", registers.positions.values(), lambda one: (_fold(one.who), one.when, _fold(one.position)))
    seek("act", registers.acts.values(),
         lambda one: (_fold(one.body), _fold(one.jurisdiction), one.date, _fold(one.instrument)))
    seek("memorial", registers.memorials.values(), lambda one: (_fold(one.name), _fold(one.where)))
    seek("film", registers.films.values(), lambda one: (_fold(one.title), one.year))
    seek("word", registers.terms, lambda one: (_fold(one.term),))
    seek("name of the event", registers.event_names, lambda one: (_fold(one.form), one.language))
    seek("heading", registers.cross_references, lambda one: (_fold(one.heading),))
    for word, named in (("person", registers.people), ("place", registers.gazetteer),
                        ("organization", registers.organizations)):
        _seek(word, [(record, (name,)) for record in named.values() for name in _names(record)], report)


def _seek(word: str, records: Iterable[tuple[Record, Told]], report: Report) -> None:
    first: dict[Told, Record] = {}
    known: set[tuple[str, str]] = set()
    for record, told in records:
        other = first.setdefault(told, record)
        pair = (str(other.place), str(record.place))
        if other is not record and pair not in known:
            known.add(pair)
            report.add("V-11", record.place, f"the {word} is filed already, at {other.place}",
                       "keep one record and bring what the other has into it; or say in it what sets it apart")


def _source(source: Source) -> Told:
    names = tuple(_fold(f"{name.family} {name.given} {name.literal}") for name in source.author)
    return (_fold(source.title), names, source.issued, _fold(source.container_title), source.number)


def _names(record: Named) -> set[str]:
    """The name and the other forms of it, without what stands in brackets after them."""
    forms = (record.name, *(form for _, forms in record.name_forms for form in forms))
    return {_fold(BRACKET.sub("", form)) for form in forms}


def _fold(text: str) -> str:
    """Letters and figures alone, small and without accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())
