"""Locators: where an index sends its reader, folded as Chicago folds them.

A mention stands in the text of a page (`text`), in a note (`note` is its number),
in a table or in a figure.  Mentions in the text of pages that follow one another
make a run when they belong to one passage; notes of one page are written
together: 88n12, 88nn12, 14; a page with both is written 88 and n12 (Chicago 16.111).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from press.model.folio import Folio, folio_run


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A heading or source met on one page: in its text, or in note `note`; `target` is the name to link to.

    `passage` names the passage; mentions of one passage on pages that follow one
    another are a continuous discussion.
    """

    folio: Folio
    note: int = 0
    passage: str = ""
    target: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Locator:
    """One printed locator and the name that its link leads to."""

    text: str
    target: str


def fold(mentions: Iterable[Mention]) -> tuple[Locator, ...]:
    """The locators of one heading, in the order of the pages."""
    ordered = sorted(set(mentions))
    runs = _runs([m for m in ordered if not m.note])
    inside = {folio for first, last, _ in runs for folio in _between(first, last)}
    starts = {first: (last, target) for first, last, target in runs}
    found: list[tuple[Folio, Locator]] = [
        (first, Locator(folio_run(first, last), target)) for first, (last, target) in starts.items()]
    for folio, group in groupby((m for m in ordered if m.note), key=lambda m: m.folio):
        if folio in inside and folio not in _single(runs):
            continue  # the run already sends the reader to this page
        numbered = {mention.note: mention.target for mention in group}
        found += [(folio, locator) for locator in _noted(folio, numbered, folio in inside)]
    return tuple(locator for _, locator in sorted(found, key=lambda pair: pair[0]))


def _noted(folio: Folio, targets: dict[int, str], with_text: bool) -> list[Locator]:
    """`88n12`, or `88nn12` and `14`; after the page's own locator `and n12`."""
    label = ("and " if with_text else str(folio)) + ("n" if len(targets) == 1 else "nn")
    return [Locator(f"{'' if i else label}{number}", target)
            for i, (number, target) in enumerate(sorted(targets.items()))]


def _runs(mentions: list[Mention]) -> list[tuple[Folio, Folio, str]]:
    """The runs of folios that one passage spans; passages that meet on a page are joined."""
    found: list[tuple[Folio, Folio, str]] = []
    spans = []
    for _, group in groupby(sorted(mentions, key=lambda m: (m.passage, m.folio)), key=lambda m: m.passage):
        spans += _spans(list(group))
    for first, last, target in sorted(spans):
        if found and first <= found[-1][1]:
            start, end, kept = found.pop()
            found.append((start, max(end, last), kept))
        else:
            found.append((first, last, target))
    return found


def _spans(mentions: list[Mention]) -> list[tuple[Folio, Folio, str]]:
    found: list[tuple[Folio, Folio, str]] = []
    for mention in mentions:
        if found and mention.passage and mention.folio.follows(found[-1][1]):
            found[-1] = (found[-1][0], mention.folio, found[-1][2])
        elif not found or mention.folio != found[-1][1]:
            found.append((mention.folio, mention.folio, mention.target))
    return found


def _between(first: Folio, last: Folio) -> list[Folio]:
    return [Folio(first.body, number) for number in range(first.number, last.number + 1)]


def _single(runs: list[tuple[Folio, Folio, str]]) -> set[Folio]:
    return {first for first, last, _ in runs if first == last}


def printed(locators: Iterable[Locator]) -> str:
    """Locators as one line of an index: `88 and n12, 101–8`."""
    out = ""
    for locator in locators:
        glue = " " if locator.text.startswith("and ") else ", "
        out += (glue if out else "") + locator.text
    return out
