"""Forms: how each kind of source is written in a note, in a short note and in a bibliography.

The system is that of the Chicago Manual of Style, 17th edition (notes and bibliography),
with places of publication, with British dates, without *ibid.*  Kinds are those of CSL.
Notes have no full stop at the end: several sources may stand in one note.
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from press.cite import archives, books, films, law, letters, numbers, periodicals, websites
from press.cite.parts import Form, Part, entry, note, short_note
from press.cite.scripts import Line, said
from press.cite.sorting import SortKey, sort_key
from press.model.inline import plain
from press.model.source import Source

BASE_TEXT = "base-text"  # the key of the text from which the work set out

KINDS: Mapping[str, Callable[[Source], Form]] = MappingProxyType({
    "article": periodicals.newspaper,
    "article-journal": periodicals.journal,
    "article-magazine": periodicals.newspaper,
    "article-newspaper": periodicals.newspaper,
    "bill": law.statute,
    "book": books.book,
    "broadcast": films.broadcast,
    "chapter": books.chapter,
    "dataset": websites.data,
    "document": archives.document,
    "entry-encyclopedia": websites.entry,
    "interview": letters.interview,
    "legal_case": law.case,
    "legislation": law.statute,
    "manuscript": archives.manuscript,
    "map": books.sheet,
    "motion_picture": films.film,
    "pamphlet": books.report,
    "personal_communication": letters.letter,
    "report": books.report,
    "speech": letters.speech,
    "thesis": books.thesis,
    "webpage": websites.page,
})


def full(source: Source, locator: str = "") -> Line:
    """The source as a note gives it at its first mention; the base text always by that name."""
    return _base_text(locator) if source.id == BASE_TEXT else note(form(source).parts, _locator(source, locator))


def short(source: Source, locator: str = "") -> Line:
    """The source as a note gives it after the first mention."""
    return _base_text(locator) if source.id == BASE_TEXT else short_note(form(source), said(numbers.locator(locator)))


def named(source: Source) -> Line:
    """The source as a register names it: in its short form, the base text by that name."""
    return said("base text") if source.id == BASE_TEXT else short(source)


def _base_text(locator: str) -> Line:
    """The name under which a reader knows the text that the work set out from."""
    return said(", ".join(filter(None, ("the base text", locator))))


def bibliography_form(source: Source) -> Line:
    """The source as the bibliography gives it, with its full stop."""
    return entry(form(source).parts)


def filing_key(source: Source) -> tuple[SortKey, SortKey]:
    """The place of the source in the bibliography: by what heads its entry, then by the rest."""
    head, *rest = (part for part in form(source).parts if isinstance(part, Part) and part.entry)
    return sort_key(plain(head.entry)), sort_key(plain(entry(tuple(rest))), source.language)


@cache
def form(source: Source) -> Form:
    """The source taken apart; a kind that is not known is taken for a document."""
    return KINDS.get(source.type, archives.document)(source)


def _locator(source: Source, text: str) -> Line:
    """The locator of a full note; after the number of a file a page keeps its label."""
    return said(text if source.archive_location else numbers.locator(text))
