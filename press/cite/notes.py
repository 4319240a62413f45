"""Notes: citations put into words, in full at the first mention and short after it.

Several sources are parted by semicolons.  A source that the editors know only from
another is followed by that other: Thomas Goltz, “…,” *The Sunday Times* (London),
1 March 1992, cited in Markar Melkonian, *My Brother’s Road* (London: I. B. Tauris, 2005).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from press.cite.forms import BASE_TEXT, full, named, short
from press.cite.lines import capital, closed, merged
from press.cite.names import begins_with_particle
from press.cite.scripts import Line, said
from press.findings import Place, Report, did_you_mean
from press.model.inline import Inline
from press.model.section import Citation
from press.model.source import Source, Verification

FILED = "Sources are filed in content/sources/."
_ITALIC = re.compile(r"\*([^*]+)\*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A source that a note names; `via` when it is known only from the source named after it."""

    key: str
    locator: str
    via: bool
    full: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Worded:
    """A group of citations in words, without a full stop, and the sources it names in order."""

    line: Line
    mentions: tuple[Mention, ...]


def note_text(citations: Sequence[Citation], sources: Mapping[str, Source], seen: set[str],
              report: Report) -> Line:
    """A note that holds citations alone; keys of sources given in full are added to `seen`."""
    return closed(word_note(citations, sources, seen, report).line, ".")


def word_note(citations: Sequence[Citation], sources: Mapping[str, Source], seen: set[str],
              report: Report) -> Worded:
    """The citations at the beginning of a note: `See …`, `De Waal …` (Chicago 8.5)."""
    worded = word_group(citations, sources, seen, report)
    if not worded.mentions:
        return worded
    prefixed, first = not worded.line[0].source, worded.mentions[0]
    heads = sources[first.key].author or sources[first.key].editor
    if prefixed or first.key == BASE_TEXT or (heads and begins_with_particle(heads[0]) and not first.full):
        return replace(worded, line=capital(worded.line))
    return worded


def word_group(citations: Sequence[Citation], sources: Mapping[str, Source], seen: set[str],
               report: Report) -> Worded:
    """The citations within the words of a note."""
    filed = [citation for citation in citations if _is_filed(citation, sources, report)]
    lines, mentions = [], []
    for citation in filed:
        line, named = _cited(citation, sources, seen)
        lines.append(merged(line))
        mentions.extend(named)
    return Worded(_parted(lines), tuple(mentions))


def name_group(citations: Sequence[Citation], sources: Mapping[str, Source], report: Report) -> Worded:
    """The citations as a register names them, whatever was cited before."""
    filed = [citation for citation in citations if _is_filed(citation, sources, report)]
    lines = [merged(_keyed(named(sources[citation.key]), citation.key)) for citation in filed]
    mentions = (Mention(citation.key, citation.locator, _host(sources[citation.key], sources) is not None,
                        full=False, place=citation.place) for citation in filed)
    return Worded(_parted(lines), tuple(mentions))


def _is_filed(citation: Citation, sources: Mapping[str, Source], report: Report) -> bool:
    if citation.key in sources:
        return True
    hint = f"{did_you_mean(citation.key, sources)} {FILED}".strip()
    report.add("R-01", citation.place, f"no source is filed under “{citation.key}”", hint)
    return False


def _parted(lines: Iterable[Line]) -> Line:
    """Citations with semicolons between them, which stand outside quotation marks (Chicago 6.9)."""
    return tuple(stretch for i, line in enumerate(lines)
                 for stretch in ((Inline("; "), *line) if i else line))


def _cited(citation: Citation, sources: Mapping[str, Source], seen: set[str]) -> tuple[Line, list[Mention]]:
    """One citation with its prefix and suffix, and the sources it names."""
    source = sources[citation.key]
    host = _host(source, sources)
    line, whole = _worded(source, citation.locator, seen)
    mentions = [Mention(citation.key, citation.locator, host is not None, whole, citation.place)]
    if host:
        other, whole = _worded(host, "", seen)
        line = (*closed(line, ","), Inline(" cited in "), *other)
        mentions.append(Mention(host.id, "", via=False, full=whole, place=citation.place))
    prefix = (*marked(citation.prefix), Inline(" ")) if citation.prefix else ()
    return _with_suffix((*prefix, *line), citation.suffix), mentions


def _host(source: Source, sources: Mapping[str, Source]) -> Source | None:
    """The source in hand, from which one that was only seen cited is known."""
    if source.verification is not Verification.CITED_BY:
        return None
    return next((sources[key] for key in source.via if key in sources and key != source.id), None)


def _worded(source: Source, locator: str, seen: set[str]) -> tuple[Line, bool]:
    """The form that is due, marked with the source's key, and whether it is the full one."""
    whole = source.id not in seen and source.id != BASE_TEXT
    seen.add(source.id)
    return _keyed(full(source, locator) if whole else short(source, locator), source.id), whole


def _keyed(line: Line, key: str) -> Line:
    """A citation whose first stretch is marked with the key of its source."""
    return (replace(line[0], source=key), *line[1:])


def _with_suffix(line: Line, suffix: str) -> Line:
    if suffix.startswith(","):
        return (*closed(line, ","), *marked(suffix[1:]))
    if not suffix or re.match(r"[.:;!?)]", suffix):
        return (*line, *marked(suffix))
    return (*line, Inline(" "), *marked(suffix))


def marked(text: str) -> Line:
    """Words of an editor, italic between asterisks."""
    pieces = _ITALIC.split(text)
    return tuple(stretch for i, piece in enumerate(pieces) for stretch in said(piece, italic=bool(i % 2)))
