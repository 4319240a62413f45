"""Books: works with a title page of their own, and their chapters (Chicago 14.100–163)."""

from press.cite.elements import (
    date_of,
    edition,
    editor,
    imprint,
    names_first,
    numbered,
    pages,
    published,
    series,
    tail,
    titled,
    translator,
    volume,
    words,
    year_of,
)
from press.cite.names import surnames
from press.cite.parts import Form, Part, Parts, Tie, after, anew, sentence
from press.cite.titles import Face, container, short_title
from press.model.inline import Inline
from press.model.source import Source

EDITORS = ("ed.", "eds.")


def book(source: Source) -> Form:
    """Thomas de Waal, *Black Garden* (New York: New York University Press, 2003)."""
    return _volume(source, imprint(source, year_of(source)), source.volume)


def report(source: Source) -> Form:
    """Human Rights Watch, *Seven Years of Conflict* (New York: Human Rights Watch, December 1994)."""
    return _volume(source, imprint(source, date_of(source)), "")


def sheet(source: Source) -> Form:
    """Survey, *Map of the Region*, topographic map, Baku: Survey Press, 1988."""
    line = published(source, date_of(source))
    return _volume(source, (Part(line, line),), "")


def thesis(source: Source) -> Form:
    """Lee Orr, “A Thesis” (PhD thesis, University of Leeds, 2001)."""
    line = words(source.genre or "thesis", source.publisher, year_of(source))
    degree = Part((Inline("("), *line, Inline(")")), anew(line).entry, note_tie=Tie.SPACE)
    parts = (*names_first(source.author), titled(source, Face.QUOTED), degree, *tail(source))
    return Form(parts, (surnames(source.author), short_title(source, Face.QUOTED)))


def chapter(source: Source) -> Form:
    """Lee Orr, “A Chapter,” in *The Whole Book*, ed. Mary Bell (London: North Press, 2001)."""
    whole = container(source, source.language)
    within = sentence(
        after((Inline("in "), *whole) if whole else ()), after(edition(source)), after(volume(source)),
        editor(source), translator(source), pages(source))
    parts = (*names_first(source.author), titled(source, Face.QUOTED), *within, *series(source),
             *imprint(source, year_of(source)), *tail(source))
    return Form(parts, (surnames(source.author), short_title(source, Face.QUOTED)))


def _volume(source: Source, published_at: Parts, short_volume: str) -> Form:
    """A work with a title page, headed by its authors or by its editors."""
    heads = names_first(source.author) or names_first(source.editor, EDITORS)
    parts = (*heads, titled(source, Face.ITALIC), *numbered(source), *sentence(after(edition(source))),
             *sentence(after(volume(source)), editor(source) if source.author else after(()),
                       translator(source)),
             *series(source), *published_at, *tail(source))
    return Form(parts, (surnames(source.author or source.editor), short_title(source, Face.ITALIC)),
                short_volume)
