"""Archives: manuscripts and documents, from the item to the repository (Chicago 14.221–231)."""

from press.cite.elements import issued_by, names_first, tail, titled
from press.cite.names import surnames
from press.cite.parts import Form, anew
from press.cite.scripts import said
from press.cite.titles import Face, short_title
from press.model.date_words import cited
from press.model.source import Source


def manuscript(source: Source) -> Form:
    """Lee Orr, “Diary,” typescript, March 1992, fond 1, file 2, folio 3, State Archive, Baku."""
    return _item(source, source.genre or ("" if source.archive else "unpublished manuscript"))


def document(source: Source) -> Form:
    """Ministry of Defence, “Order no. 12,” 2 March 1992, fond 1, file 2, State Archive, Baku."""
    return _item(source, source.genre)


def _item(source: Source, genre: str) -> Form:
    date = cited(source.issued) if source.issued else ""
    kind, number = said(genre), said(source.number)
    parts = (*names_first(source.author), titled(source, Face.QUOTED),
             *(anew(line) for line in (kind, number) if line),
             *issued_by(source.publisher, source.publisher_place, date), *tail(source))
    return Form(parts, (surnames(source.author), short_title(source, Face.QUOTED)))
