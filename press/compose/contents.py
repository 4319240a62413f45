"""Contents: what follows it in the book, with the folios on which it stands.

Titles are those of the sections themselves; a heading within a section is listed below it when the
editor gave it a name, `## How many died? {#how-many}`.  Lists of tables and figures follow.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from press.compose.typeset import set_text
from press.compose.views import captioned
from press.model.pages import PageMap
from press.model.section import Matter, Section

UNLISTED = frozenset({"preliminaries", "contents"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents; `name` is what it leads to, `under` has the named headings of a section."""

    number: str
    title: str
    name: str
    folio: str
    under: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of tables or figures."""

    title: str
    lines: tuple[Line, ...]


def contents(sections: Sequence[Section], own: Section, found: PageMap) -> tuple[tuple[Line, ...], ...]:
    """Front matter, body and back matter after the contents themselves."""
    following = sections[sections.index(own) + 1:]
    parts = ([s for s in following if s.matter is matter and s.template not in UNLISTED] for matter in Matter)
    return tuple(tuple(_line(section, found) for section in part) for part in parts if part)


def listed(sections: Sequence[Section], found: PageMap) -> tuple[Listing, ...]:
    """The lists of tables, figures and maps, as far as there are any."""
    lists = []
    for css_class, title in (("tab", "Tables"), ("fig", "Figures"), ("map", "Maps")):
        lines = tuple(
            Line(number, set_text(caption), name, _folio(name, found))
            for number, caption, name in captioned(sections, css_class))
        if lines:
            lists.append(Listing(title, lines))
    return tuple(lists)


def _line(section: Section, found: PageMap) -> Line:
    under = tuple(Line("", set_text(heading), name, _folio(name, found))
                  for heading, name in section.copy.seen("headings", lambda: _headings(section)))
    return Line(section.number, set_text(section.title), section.id, _folio(section.id, found), under)


def _headings(section: Section) -> list[list[str]]:
    """The headings of a section that have a name, with it."""
    return [["".join(heading.itertext()), name] for heading in section.body.iter("h2") if (name := heading.get("id"))]


def _folio(name: str, found: PageMap) -> str:
    folio = found.folio(name)
    return str(folio) if folio else "0"
