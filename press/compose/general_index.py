"""General index: headings with sub-entries, and the cross-references between them.

Headings come from the marks in the text; every other form of a name that a record
has, in any script, leads to its heading by *see*.  Folios are folded as
`press.model.locator` folds them; entries sort letter by letter.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from press.cite.sorting import SortKey, initial, sort_key
from press.compose.mentions import IndexMark, filed, headword, named_records
from press.findings import Place, Report, Severity, did_you_mean
from press.model.locator import Locator, Mention, fold
from press.model.pages import PageMap
from press.model.records import CrossReference
from press.model.registers import Registers

MOST_PLAIN_FOLIOS = 6  # Chicago 16.10: then sub-entries


@dataclass(frozen=True, slots=True)
class SubEntry:
    """A sub-entry with its locators."""

    text: str
    locators: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading: its locators, its sub-entries, and where else to look."""

    heading: str
    letter: str
    locators: tuple[Locator, ...] = ()
    subs: tuple[SubEntry, ...] = ()
    see: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()


def general_index(marks: Sequence[IndexMark], registers: Registers, found: PageMap) -> tuple[Entry, ...]:
    """The entries of the index, in order."""
    grouped: dict[str, dict[str, list[IndexMark]]] = defaultdict(lambda: defaultdict(list))
    for mark in marks:
        grouped[mark.heading][mark.sub].append(mark)
    also: dict[str, list[str]] = defaultdict(list)
    see: dict[str, list[str]] = defaultdict(list)
    for variant, heading in _variants(marks, registers):
        see[variant] += [] if heading in see[variant] else [heading]
    for reference in registers.cross_references:
        if reference.heading in grouped:
            also[reference.heading] += [*reference.see, *reference.see_also]
        else:
            see[reference.heading] = [*reference.see, *reference.see_also]
    entries = [_entry(heading, subs, tuple(also[heading]), found) for heading, subs in grouped.items()]
    entries += [Entry(variant, initial(variant), see=tuple(headings))
                for variant, headings in see.items() if variant not in grouped]
    return tuple(sorted(entries, key=lambda entry: sort_key(entry.heading)))


def entry_names(entries: Iterable[Entry]) -> dict[str, str]:
    """The name of every heading that stands in its own right, by its words: `index-fog-bell`."""
    names: dict[str, str] = {}
    given: Counter[str] = Counter()
    for entry in entries:
        if not entry.see:
            plain = unicodedata.normalize("NFKD", entry.heading).encode("ascii", "ignore").decode().lower()
            name = "-".join(["index", *re.findall(r"[a-z0-9]+", plain)])
            given[name] += 1
            names[entry.heading] = f"{name}--{given[name]}" if given[name] > 1 else name
    return names


def _entry(heading: str, subs: dict[str, list[IndexMark]], also: tuple[str, ...], found: PageMap) -> Entry:
    below = sorted((text for text in subs if text), key=_sub_key)
    return Entry(
        heading, initial(heading), _locators(subs.get("", ()), found),
        tuple(SubEntry(text, _locators(subs[text], found)) for text in below), see_also=also)


def _locators(marks: Iterable[IndexMark], found: PageMap) -> tuple[Locator, ...]:
    return fold(
        Mention(folio, mark.note, "" if mark.note else mark.target, mark.target)
        for mark in marks for folio in found.folios.get(mark.target, ())[:1 if mark.note else None])


def _sub_key(text: str) -> SortKey:
    """Sub-entries sort without their leading preposition or article."""
    words = text.split()
    while len(words) > 1 and words[0].lower() in LEADING:
        words.pop(0)
    return sort_key(" ".join(words))


LEADING = frozenset("a an the of on in at to from by for with and as during".split())


def _variants(marks: Iterable[IndexMark], registers: Registers) -> list[tuple[str, str]]:
    """Every other form of an indexed name, with the heading it leads to, unless the heading begins with it."""
    used = {mark.record for mark in marks if mark.record}
    found: list[tuple[str, str]] = []
    for key, record in named_records(registers).items():
        if key not in used:
            continue
        heading = headword(record)
        for _, forms in record.name_forms:
            for form in forms:
                bare = form.split(" (")[0].strip()
                if sort_key(bare) != sort_key(record.name) and not heading.startswith(f"{bare} ("):
                    found.append((filed(bare, record), heading))
    return found


def check_cross_references(marks: Iterable[IndexMark], references: Iterable[CrossReference],
                           report: Report) -> None:
    """Cross-references lead to headings that passages stand under."""
    headings = {mark.heading for mark in marks}
    for reference in references:
        for target in (*reference.see, *reference.see_also):
            if target not in headings:
                report.add("X-01", reference.place, f"“see {target}” leads to no heading",
                           did_you_mean(target, headings) or "index the heading or drop the reference")


def check_rows(entries: Iterable[Entry], report: Report) -> None:
    """Long rows of folios want sub-entries."""
    for entry in entries:
        if len(entry.locators) > MOST_PLAIN_FOLIOS:
            report.add("X-02", Place("index"),
                       f"“{entry.heading}” has {len(entry.locators)} folios without sub-entries",
                       "give its marks sub-entries after !", Severity.REVIEW)
