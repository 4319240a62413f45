"""Bibliography: every source of the book once, in full, by kind.

The kinds are those of the source index; within a kind entries stand by the alphabet.
Small type says what the editors saw of a source, and from which party it comes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from press.cite.forms import bibliography_form, filing_key, short
from press.compose.source_index import SEEN, kind_name, kind_number, party
from press.compose.typeset import set_inlines, set_text
from press.model.inline import Inline
from press.model.source import Source, Verification


@dataclass(frozen=True, slots=True)
class Work:
    """A source in full, what was seen of it, where that was found if not in itself, and whose it is."""

    key: str
    form: tuple[Inline, ...]
    seen: str
    hosts: tuple[tuple[Inline, ...], ...]
    party: str


@dataclass(frozen=True, slots=True)
class Works:
    """The sources of one kind."""

    kind: str
    works: tuple[Work, ...]


def bibliography(sources: Mapping[str, Source]) -> tuple[Works, ...]:
    """The sources by kind and alphabet."""
    ordered = sorted(sources.values(), key=lambda source: (kind_number(source), filing_key(source)))
    return tuple(Works(kind_name(number), tuple(_work(source, sources) for source in group))
                 for number, group in groupby(ordered, key=kind_number))


def _work(source: Source, sources: Mapping[str, Source]) -> Work:
    hosts = [sources[key] for key in source.via if key in sources and key != source.id]
    if source.verification is not Verification.CITED_BY:
        hosts = []
    seen = "seen only as cited in" if hosts else SEEN[source.verification]
    return Work(source.id, set_inlines(bibliography_form(source)), seen,
                tuple(set_inlines(short(host)) for host in hosts), set_text(party(source)))
