"""Sources: the page of a source, from which every statement that rests on it is reached.

It has the source in full, what the editors saw of it, every paragraph and note that
cites it, and every record of the registers that names it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from press.cite.forms import bibliography_form, filing_key, short
from press.cite.register import Cited
from press.compose.flowing import INSIDE, Flowing
from press.compose.material import Material
from press.compose.mentions import headword
from press.compose.source_index import SEEN, kind_name, kind_number, party
from press.compose.typeset import set_inlines, set_text
from press.model.date_words import printed
from press.model.inline import Inline, plain
from press.model.pages import PageMap
from press.model.records import Claim, Entry, Estimate, Event
from press.model.registers import Registers
from press.model.source import Source, Verification

REGISTERS = frozenset({"chronology", "appendix"})  # their records are listed by themselves


@dataclass(frozen=True, slots=True)
class Line:
    """A line that leads to the passage `name`, or nowhere; `note` is a note in it, on the page `folio` of the book."""

    name: str
    label: str
    words: str = ""
    note: str = ""
    number: int = 0
    folio: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines below a heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Everything the book has of one source; `cited` by section, `records` by register."""

    key: str
    title: str
    form: tuple[Inline, ...]
    kind: str
    party: str
    seen: str
    hosts: tuple[tuple[str, str], ...]
    cited: tuple[Lines, ...]
    records: tuple[Lines, ...]


def source_pages(material: Material, sections: Sequence[Flowing], found: PageMap) -> Iterator[SourcePage]:
    """The page of every source, in the order of the bibliography."""
    registers = material.book.registers
    passages = dict(_passages(sections))
    registers_of = {section.id for section in sections if section.template in REGISTERS}
    titles = {section.id: f"{section.number} {section.title}".strip() for section in sections}
    cited: dict[str, list[Cited]] = {}
    for one in material.cited:
        cited.setdefault(one.key, []).append(one)
    records: dict[str, list[tuple[str, Line]]] = {}
    for key, register, line in _records(registers):
        records.setdefault(key, []).append((register, line))
    for source in sorted(registers.sources.values(), key=filing_key):
        lines = [(titles[one.section], _cited(one, passages, found)) for one in cited.get(source.id, ())
                 if one.note and one.section not in registers_of]
        yield SourcePage(
            source.id, set_text(plain(short(source))), set_inlines(bibliography_form(source)),
            kind_name(kind_number(source)), party(source), SEEN[source.verification],
            tuple(_hosts(source, registers.sources)), _grouped(lines), _grouped(records.get(source.id, [])))


def _hosts(source: Source, sources: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    """The sources in hand from which one is known."""
    if source.verification is Verification.CITED_BY:
        for key in source.via:
            if key in sources and key != source.id:
                yield key, set_text(plain(short(sources[key])))


def _grouped(lines: Sequence[tuple[str, Line]]) -> tuple[Lines, ...]:
    return tuple(Lines(heading, tuple(dict.fromkeys(line for _, line in group)))
                 for heading, group in groupby(lines, key=lambda pair: pair[0]))


def _passages(sections: Sequence[Flowing]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The paragraph of each note: its name and its number, both empty where it has none."""
    for section in sections:
        for paragraph in section.text.iter("p"):
            number = next((each.text or "" for each in paragraph if each.get("class") == "pn"), "")
            for call in paragraph.iter("a") if number else ():
                if call.get("class") == "call":
                    yield call.get("href", "").removeprefix(INSIDE), (paragraph.get("id", ""), number)


def _cited(one: Cited, passages: Mapping[str, tuple[str, str]], found: PageMap) -> Line:
    """Where a note cites: its paragraph, its number, its folio and the passage of the source."""
    name, number = passages.get(one.note_id, ("", ""))
    folio = found.folio(one.note_id)
    return Line(name or one.note_id, f"§\u202f{number}" if number else f"note {one.note}", set_text(one.locator),
                one.note_id if number else "", one.note, str(folio or ""))


def _records(registers: Registers) -> Iterator[tuple[str, str, Line]]:
    """Every record with each of its sources: key, register, line."""
    for register, told in (
            ("Claims", map(_claim, registers.claims.values())),
            ("Chronology", map(_event, sorted(registers.events.values(), key=lambda event: event.date.sort_key))),
            ("Published figures", map(_estimate, registers.estimates.values())),
            ("Positions", (_told(one, "position", one.side, one.who) for one in registers.positions.values())),
            ("Recognition", (_told(one, "act", one.jurisdiction, one.instrument) for one in registers.acts.values())),
            ("Memorials", (_told(one, "memorial", one.name, one.where) for one in registers.memorials.values())),
            ("Films", (_told(one, "film", one.title, one.director) for one in registers.films.values())),
            ("Persons", (_told(one, "person", headword(one)) for one in registers.people.values()
                         if not one.withheld)),
            ("Places", (_told(one, "place", one.name) for one in registers.gazetteer.values())),
            ("Organizations", (_told(one, "organization", one.name) for one in registers.organizations.values()))):
        for keys, line in told:
            yield from ((key, register, line) for key in keys)


def _told(record: Entry, sort: str, label: str, words: str = "") -> tuple[Sequence[str], Line]:
    return record.sources, Line(f"{sort}-{record.id}", set_text(label), set_text(words))


def _claim(claim: Claim) -> tuple[Sequence[str], Line]:
    return _told(claim, "claim", claim.id, claim.statement)


def _event(event: Event) -> tuple[Sequence[str], Line]:
    return _told(event, "event", printed(event.date), event.event)


def _estimate(estimate: Estimate) -> tuple[Sequence[str], Line]:
    low, high = f"{estimate.low:,}", f"{estimate.high or 0:,}"
    number = f"at least {low}" if estimate.high is None else low if high == low else f"{low}–{high}"
    return _told(estimate, "estimate", number, estimate.by)
