"""Corrections: what was mended since an edition was printed, by date, and what was withdrawn from it."""

from dataclasses import dataclass

from press.model.book import Edition
from press.model.date_words import printed
from press.model.dates import UncertainDate
from press.model.history import ItemKind


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as printed: day, spot and sort in one line, then what was and is printed, and why."""

    head: str
    readings: tuple[tuple[str, str], ...]


def corrections(edition: Edition) -> tuple[Corrected, ...]:
    """The corrections of an edition by date."""
    return tuple(
        Corrected(f"{printed(UncertainDate.parse(one.date))}, {one.where}: {one.kind.value}",
                  (("Printed", one.was), ("Correct", one.now), ("Reason", one.reason),
                   *((("Source", one.source),) if one.source else ())))
        for one in sorted(edition.corrections, key=lambda one: one.date))


def withdrawals(edition: Edition) -> tuple[tuple[str, str], ...]:
    """What no longer stands, and why; a person is not named."""
    return tuple(("A person" if one.of.kind is ItemKind.PERSON else str(one.of).capitalize(), one.reason)
                 for one in edition.withdrawals)
