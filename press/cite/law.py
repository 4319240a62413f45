"""Law: statutes, resolutions, bills and judgments (Chicago 14.269–305).

A paper of law has the same form in a note and in the bibliography: the body that
passed it and the date stand together after its name and number.
"""

from press.cite.elements import names_first, tail
from press.cite.names import in_order, surnames
from press.cite.numbers import page_runs
from press.cite.parts import Form, Here, Part, Parts, Tie, after
from press.cite.scripts import Line, said
from press.cite.titles import Face, container, full_title, short_title
from press.model.date_words import cited
from press.model.inline import Inline
from press.model.source import Source


def statute(source: Source) -> Form:
    """House Resolution 1594, Georgia House of Representatives (24 February 2012)."""
    persons = tuple(name for name in source.author if name.family)
    date = (said(f"({cited(source.issued)})")) if source.issued else ()
    parts = (*names_first(persons), *_named(source, Face.ROMAN), after(_body(source)),
             after(_gazette(source)), Part(date, date, Tie.SPACE, Tie.SPACE), *_ending(source))
    return Form(parts, (surnames(persons), short_title(source, Face.ROMAN)))


def case(source: Source) -> Form:
    """*Fatullayev v. Azerbaijan*, No. 40984/07 (European Court of Human Rights, 22 April 2010)."""
    court = (*_body(source), *((Inline(", "),) if _body(source) and source.issued else ()),
             *said(cited(source.issued) if source.issued else ""))
    bracket = (Inline("("), *court, Inline(")")) if court else ()
    parts = (*_named(source, Face.ITALIC), after(_gazette(source)),
             Part(bracket, bracket, Tie.SPACE, Tie.SPACE), *_ending(source))
    return Form(parts, (short_title(source, Face.ITALIC),))


def _named(source: Source, face: Face) -> Parts:
    """The title, what sort of paper it is, and its number."""
    title = full_title(source, face)
    number = f"No. {source.number}" if source.number[:1].isdigit() else source.number
    return (Part(title, title), after(said(source.genre)), after(said(number)))


def _gazette(source: Source) -> Line:
    """Where the text was printed."""
    printed = container(source, source.language)
    return (*printed, Inline(f" {source.volume}")) if printed and source.volume else printed


def _body(source: Source) -> Line:
    """The parliament, court or committee."""
    bodies = tuple(name for name in source.author if name.literal)
    body = said(source.authority) or in_order(bodies)
    return (*body, *said(f", {source.jurisdiction}")) if source.jurisdiction else body


def _ending(source: Source) -> Parts:
    """The pages in the gazette, or the locator, and the address."""
    run = said(page_runs(source.page))
    return (Part((), run, entry_tie=Tie.COMMA), *tail(source, Here(otherwise=run)))
