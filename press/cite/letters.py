"""Letters: what persons wrote, said in interviews and spoke before others (Chicago 14.211–217)."""

from press.cite.elements import by, date_of, issued_by, names_first, tail, titled
from press.cite.names import in_order, surnames
from press.cite.parts import Form, Part, Parts, Tie, anew, sentence
from press.cite.scripts import Line, said
from press.cite.titles import Face, container, short_title
from press.model.date_words import cited
from press.model.inline import Inline
from press.model.source import Source


def letter(source: Source) -> Form:
    """Holly Cartner, “Response,” letter to Alexander Arzoumanian, 24 March 1997."""
    date = cited(source.issued) if source.issued else ""
    parts: Parts = (*names_first(source.author), titled(source, Face.QUOTED), *_to(source),
                    *issued_by(source.publisher, date), *tail(source))
    return Form(parts, (surnames(source.author), short_title(source, Face.QUOTED)))


def interview(source: Source) -> Form:
    """Ayaz Mutalibov, “A Talk,” interview by Dana Mazalova, *Nezavisimaya Gazeta*, 2 April 1992."""
    heads = names_first(source.author or source.interviewer)
    asked = source.interviewer if source.author else ()
    parts = (*heads, titled(source, Face.QUOTED), *sentence(by("interview by", "interview by", asked)),
             *_published(source), *tail(source))
    return Form(parts, (surnames(source.author or source.interviewer), short_title(source, Face.QUOTED)))


def speech(source: Source) -> Form:
    """Lee Orr, “On Towns,” lecture, Milli Mejlis, Baku, 2 March 1992."""
    genre = said(source.genre)
    date = cited(source.issued) if source.issued else ""
    parts = (*names_first(source.author), titled(source, Face.QUOTED), *((anew(genre),) if genre else ()),
             *issued_by(source.publisher, source.publisher_place, date), *tail(source))
    return Form(parts, (surnames(source.author), short_title(source, Face.QUOTED)))


def _to(source: Source) -> Parts:
    """`letter to Alexander Arzoumanian`."""
    if not source.recipient:
        return (anew(said(source.genre)),) if source.genre else ()
    return (anew((Inline(f"{source.genre or 'letter'} to "), *in_order(source.recipient))),)


def _published(source: Source) -> Parts:
    """Where and when an interview was published."""
    paper: Line = container(source, source.language)
    who = said(source.publisher)
    printed = bool(paper)
    date = said(date_of(source) if printed else cited(source.issued) if source.issued else "")
    pieces = [piece for piece in (paper, who, date) if piece]
    return tuple(Part(piece, piece, entry_tie=Tie.COMMA if i else Tie.STOP) for i, piece in enumerate(pieces))
