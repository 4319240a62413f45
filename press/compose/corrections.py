"""Corrections: what was mended in an edition since it was printed, in the order of the days."""

from dataclasses import dataclass

from press.model.book import Edition
from press.model.date_words import printed
from press.model.dates import UncertainDate


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
