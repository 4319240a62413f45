"""Websites: pages, data and the entries of works of reference (Chicago 14.205–210, 232–234, 257)."""

from press.cite.elements import (
    date_of,
    edition,
    editor,
    imprint,
    issued_by,
    names_first,
    numbered,
    pages,
    tail,
    titled,
    volume,
    words,
    year_of,
)
from press.cite.names import surnames
from press.cite.parts import Form, Part, Parts, Tie, after, sentence
from press.cite.scripts import said
from press.cite.titles import Face, container, masthead, short_title
from press.model.date_words import cited
from press.model.inline import Inline
from press.model.source import Source


def page(source: Source) -> Form:
    """Holly Cartner, “A Page,” A Site, Owner, 5 June 1994, with the address.

    An unsigned page is headed by its owner, else by the name of the site.
    """
    head = said(source.publisher or source.container_title)
    date = cited(source.issued) if source.issued else ""
    title = titled(source, Face.QUOTED)
    if source.author or not head:
        parts: Parts = (*names_first(source.author), title, *sentence(after(said(source.genre))),
                        *issued_by(source.container_title, source.publisher, date))
    else:
        rest = words(source.container_title if source.publisher else "", date)
        told = words(source.container_title, source.publisher, date)
        parts = (Part(title.note, head), Part((), title.entry), *sentence(after(said(source.genre))),
                 Part(told, rest))
    lead = surnames(source.author) if source.author else head
    return Form((*parts, *tail(source)), (lead, short_title(source, Face.QUOTED)))


def data(source: Source) -> Form:
    """Lee Orr, “The Data,” data set version 2, Zenodo, 3 February 2001."""
    parts = (*names_first(source.author), titled(source, Face.QUOTED), *numbered(source),
             *issued_by(source.publisher, date_of(source)), *tail(source))
    return Form(parts, (surnames(source.author), short_title(source, Face.QUOTED)))


def entry(source: Source) -> Form:
    """“Shusha,” *Encyclopaedia*, with the address; of a printed work *Encyclopaedia*, s.v. “Shusha”."""
    if source.author:
        return _signed(source)
    work = container(source, "")
    title = titled(source, Face.QUOTED)
    made = (after(edition(source)), after(volume(source)), *_dated(source))
    if source.url or not work:
        parts: Parts = (Part(title.note, masthead(source, "")), Part(work, title.entry), *made)
        return Form((*parts, *tail(source)), (masthead(source, ""), short_title(source, Face.QUOTED)))
    under = Inline("s.v. ")
    parts = (Part(work, masthead(source, "")), *made, after((under, *title.note)))
    return Form((*parts, *tail(source)),
                (masthead(source, ""), (under, *short_title(source, Face.QUOTED))))


def _signed(source: Source) -> Form:
    """A signed entry, cited as a chapter."""
    work = container(source, "")
    within = sentence(after((Inline("in "), *work) if work else ()), after(edition(source)),
                      after(volume(source)), editor(source), pages(source))
    date = cited(source.issued) if source.issued else ""
    made = imprint(source, year_of(source)) if work else issued_by(date)
    parts = (*names_first(source.author), titled(source, Face.QUOTED), *within, *made, *tail(source))
    return Form(parts, (surnames(source.author), short_title(source, Face.QUOTED)))


def _dated(source: Source) -> Parts:
    """The date of an unsigned entry."""
    if not source.issued:
        return ()
    date = said(cited(source.issued))
    if source.url:
        return (Part(date, date),)
    bracket = (Inline("("), *date, Inline(")"))
    return (Part(bracket, bracket, Tie.SPACE, Tie.SPACE),)
