"""Films: what was filmed and broadcast, headed by its title in notes, by its director in entries (14.265)."""

from press.cite.elements import by, imprint, names_first, tail, titled, year_of
from press.cite.parts import Form, Part, Parts, Tie, anew, sentence
from press.cite.scripts import Line, said
from press.cite.titles import Face, container, full_title, masthead, short_title
from press.model.date_words import cited
from press.model.source import Source

DIRECTORS = ("dir.", "dirs.")


def film(source: Source) -> Form:
    """*Endless Corridor*, documentary film, directed by Aleksandras Brokas (Baku: Studio, 1993)."""
    date = year_of(source)
    made = imprint(source, date) if source.publisher or source.publisher_place else _sentence(date)
    parts = (*_director(source), titled(source, Face.ITALIC), *_genre(source), _directed(source), *made,
             *tail(source))
    return Form(parts, (short_title(source, Face.ITALIC),))


def broadcast(source: Source) -> Form:
    """*The Programme*, episode 2, “The Episode,” directed by Lee Orr, aired 5 April 1993, on BBC."""
    if not source.container_title:
        return Form((*_director(source), titled(source, Face.ITALIC), *_genre(source), _directed(source),
                     *_aired(source), *tail(source)), (short_title(source, Face.ITALIC),))
    programme: Line = container(source, "")
    episode = full_title(source, Face.QUOTED)
    number = said(source.number)
    told = (anew(number), Part(episode, episode, entry_tie=Tie.COMMA)) if number else (anew(episode),)
    parts = (*_director(source), Part(programme, programme), *told, *_genre(source), _directed(source),
             *_aired(source), *tail(source))
    return Form(parts, (masthead(source, ""), short_title(source, Face.QUOTED)))


def _director(source: Source) -> Parts:
    """The director who heads the entry; a note is headed by the title."""
    return tuple(Part((), part.entry) for part in names_first(source.director, DIRECTORS)
                 if isinstance(part, Part))


def _directed(source: Source) -> Part:
    return Part(by("directed by", "", source.director).note, ())


def _genre(source: Source) -> Parts:
    return sentence(Part(said(source.genre), said(source.genre)))


def _aired(source: Source) -> Parts:
    """The day and the station; a programme with a genre is not said to be aired."""
    date = cited(source.issued) if source.issued else ""
    if source.genre:
        return _sentence(*filter(None, (source.publisher, date)))
    return tuple(anew(said(", ".join(filter(None, (date and f"aired {date}",
                                                   source.publisher and f"on {source.publisher}")))))
                 for _ in (1,) if date or source.publisher)


def _sentence(*pieces: str) -> Parts:
    line = said(", ".join(pieces))
    return (Part(line, line),) if line else ()
