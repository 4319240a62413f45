"""Clarity: a short note tells one source from every other.

Two works of one author need two short titles, or a reader cannot tell which is meant.
"""

from collections import defaultdict
from collections.abc import Mapping

from press.cite.forms import short
from press.findings import Report
from press.model.inline import plain
from press.model.source import Source


def check_short_forms(sources: Mapping[str, Source], report: Report) -> None:
    """Add a finding for every source whose short form another one had before it."""
    alike: dict[str, list[Source]] = defaultdict(list)
    for source in sources.values():
        alike[plain(short(source)).casefold()].append(source)
    for first, *others in alike.values():
        for source in others:
            report.add("C-09", source.place,
                       f"“{plain(short(source))}” is the short note for “{first.id}” and for “{source.id}”",
                       "give one of them another title-short")
