"""Elements: what the forms of many kinds have in common.

Editors and translators, editions and volumes, the imprint, the holding archive and the
address are said in one way wherever they occur.
"""

from dataclasses import replace

from press.cite.names import in_order, inverted
from press.cite.numbers import ordinal, page_runs
from press.cite.parts import Here, Part, Parts, Tie, after, anew, sentence
from press.cite.scripts import Line, said
from press.cite.titles import Face, full_title
from press.model.date_parts import SingleDate
from press.model.date_words import cited
from press.model.dates import UncertainDate
from press.model.inline import Inline
from press.model.source import Name, Source

NO_DATE = "n.d."
HERE = Here()
PRINTED = frozenset({
    "article-newspaper", "article-magazine", "article-journal", "book", "chapter", "report", "pamphlet",
    "thesis", "map"})


def words(*pieces: str) -> Line:
    """The pieces that are there, with commas between them."""
    return said(", ".join(filter(None, pieces)))


def names_first(names: tuple[Name, ...], roles: tuple[str, str] | None = None) -> Parts:
    """The names that head a form, with their role: `eds.`, singular and plural in `roles`."""
    if not names:
        return ()
    role = words("", roles[len(names) > 1]) if roles else ()
    tail = (Inline(", "), *role) if role else ()
    return (Part(in_order(names) + tail, inverted(names) + tail),)


def titled(source: Source, face: Face) -> Part:
    """The full title."""
    line = full_title(source, face)
    return Part(line, line)


def by(note_verb: str, entry_verb: str, names: tuple[Name, ...]) -> Part:
    """Whose work went into the source: `ed. Mary Bell`, `Edited by Mary Bell`."""
    if not names:
        return Part((), ())
    line = in_order(names)
    return Part((Inline(f"{note_verb} "), *line), (Inline(f"{entry_verb} "), *line))


def editor(source: Source) -> Part:
    """The editors, where they do not head the form."""
    return by("ed.", "edited by", source.editor)


def translator(source: Source) -> Part:
    """The translators."""
    return by("trans.", "translated by", source.translator)


def edition(source: Source) -> Line:
    """`2nd ed.`, or the words on the title page."""
    return words(f"{ordinal(int(source.edition))} ed." if source.edition.isdigit() else source.edition)


def volume(source: Source) -> Line:
    """`vol. 5, no. 10`."""
    return words(source.volume and f"vol. {source.volume}", source.issue and f"no. {source.issue}")


def series(source: Source) -> Parts:
    """The series and the number in it."""
    line = said(" ".join(filter(None, (source.collection_title, source.collection_number))))
    return (Part(line, line),) if line else ()


def numbered(source: Source) -> Parts:
    """The genre with its number: `briefing paper no. 12`; a document number as it stands: `A/52/85`."""
    number = f"no. {source.number}" if source.number[:1].isdigit() else source.number
    line = said(" ".join(filter(None, (source.genre, number))))
    return (anew(line),) if line else ()


def date_of(source: Source) -> str:
    """The date in full, or that there is none."""
    return cited(source.issued) if source.issued else NO_DATE


def year_of(source: Source) -> str:
    """The year, or that there is none."""
    return _year(source.issued) if source.issued else NO_DATE


def imprint(source: Source, date: str) -> Parts:
    """Place, publisher and date: in parentheses in a note, a sentence of an entry."""
    line = published(source, date)
    return (Part((Inline("("), *line, Inline(")")), line, note_tie=Tie.SPACE),)


def published(source: Source, date: str) -> Line:
    """`1925; London: North Press, 2001`."""
    before = f"{_year(source.original_date)}; " if source.original_date else ""
    place = source.publisher_place + (": " if source.publisher_place and source.publisher else "")
    return words(before + place + source.publisher, date) if place + source.publisher else said(before + date)


def issued_by(*pieces: str) -> Parts:
    """A sentence of who published a work, where and when."""
    line = words(*pieces)
    return (Part(line, line),) if line else ()


def pages(source: Source) -> Part:
    """The pages of a chapter, in its entry."""
    return Part((), said(page_runs(source.page)), entry_tie=Tie.COMMA)


def tail(source: Source, here: Here = HERE) -> Parts:
    """The end of every form: locator, medium, archive and address."""
    location = said(source.archive_location)
    archive = words(source.archive, source.archive_place)
    return (*((anew(location),) if location else ()), here, *sentence(after(said(source.medium))),
            *((Part(archive, archive),) if archive else ()), *address(source))


def address(source: Source) -> Parts:
    """The address; a note leaves it out where the work is known by its date in print.

    The day on which the editors saw a page stands before it where the page has no date (14.12).
    """
    url = f"https://doi.org/{source.doi}" if source.doi else source.url
    if not url:
        return ()
    seen = said(f"accessed {cited(source.accessed)}") if source.accessed and not source.issued else ()
    line: Line = (Inline(url, url=url),)
    if prints_without_address(source):
        return (Part((), line),)
    return (*((anew(seen),) if seen else ()), Part(line, line))


def prints_without_address(source: Source) -> bool:
    """Whether a note can do without the address, since the work is known by its date in print."""
    in_print = source.type in PRINTED or (source.type == "interview" and bool(source.container_title))
    return in_print and source.issued is not None


def _year(date: UncertainDate) -> str:
    """A date without its months and days."""
    start, end = (replace(bound, month=None, day=None, season=None, clock=None)
                  if isinstance(bound, SingleDate) else bound for bound in (date.start, date.end))
    return cited(replace(date, start=start, end=end))
