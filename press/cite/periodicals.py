"""Periodicals: newspapers, magazines and journals (Chicago 14.164–204).

An unsigned piece is headed by its newspaper in the bibliography and in a short note.
"""

from press.cite.elements import date_of, names_first, pages, tail, titled
from press.cite.names import surnames
from press.cite.parts import Form, Here, Part, Parts, Tie, after
from press.cite.scripts import Line, said
from press.cite.titles import Face, container, masthead, short_title
from press.model.inline import Inline
from press.model.source import Source


def newspaper(source: Source) -> Form:
    """Anatol Lieven, “Corpses litter hills in Karabakh,” *The Times* (London), 2 March 1992."""
    title, signed = titled(source, Face.QUOTED), bool(source.author)
    paper, head = _paper(source, container(source, source.language)), masthead(source, source.language)
    if signed or not paper:
        parts: Parts = (*names_first(source.author), title, Part(paper, paper), *_issue(source, Tie.COMMA))
    else:
        parts = (Part(title.note, _paper(source, head)), Part(paper, title.entry), *_issue(source, Tie.STOP))
    lead = surnames(source.author) if signed else head
    return Form((*parts, *tail(source)), (lead, short_title(source, Face.QUOTED)))


def journal(source: Source) -> Form:
    """Lee Orr, “An Article,” *Journal of Things* 12, no. 3 (June 1994): 5."""
    parts = (*names_first(source.author), titled(source, Face.QUOTED), *_number(source))
    run = Part((), pages(source).entry, entry_tie=Tie.COLON)
    return Form((*parts, run, *tail(source, Here(Tie.COLON))),
                (surnames(source.author), short_title(source, Face.QUOTED)))


def _paper(source: Source, line: Line) -> Line:
    """The newspaper with its town; the publisher where no newspaper is known."""
    if not line:
        return said(source.publisher)
    return (*line, Inline(f" ({source.publisher_place})")) if source.publisher_place else line


def _issue(source: Source, entry_tie: Tie) -> Parts:
    """The date, the edition of the day and the section; with a newspaper that heads the entry, a sentence."""
    date = said(date_of(source) if source.container_title or source.issued else "")
    tie = entry_tie if source.container_title or source.publisher else Tie.STOP
    section = source.section and f"sec. {source.section}"
    return (Part(date, date, entry_tie=tie), after(said(source.edition)), after(said(section)))


def _number(source: Source) -> Parts:
    """The journal with volume, number and date."""
    name = container(source, source.language)
    if source.volume:
        name = (*name, Inline(" " if name else "vol. "), Inline(source.volume))
    issue, date = said(source.issue and f"no. {source.issue}"), said(f"({date_of(source)})")
    return (Part(name, name), after(issue), Part(date, date, Tie.SPACE, Tie.SPACE))
