"""Works: the memorials and the films, by date."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from press.compose.registers.parts import (
    add_standing,
    add_words,
    dated,
    filed,
    in_order,
    source_note,
    table,
)
from press.model.records import Film, Memorial
from press.model.registers import Registers

COLUMNS = ("date", "work", "author")


def memorials(registers: Registers, _: Element) -> Element:
    """The table of memorials: when, what and where, and by whom."""
    ordered = sorted(filed(registers.memorials.values(), "memorial"), key=lambda one: in_order(one.date))
    return _table(("Date", "Memorial and place", "Initiative or author"), map(_memorial, ordered))


def films(registers: Registers, _: Element) -> Element:
    """The table of films: when, what, and by whom."""
    ordered = sorted(filed(registers.films.values(), "film"), key=lambda film: in_order(film.year))
    return _table(("Year", "Title and kind", "Director"), map(_film, ordered))


def _table(heads: Sequence[str], rows: Iterable[Element]) -> Element:
    made = table("reg", COLUMNS, heads)
    SubElement(made, "tbody").extend(rows)
    return made


def _memorial(memorial: Memorial) -> Element:
    row, work = _row(f"memorial-{memorial.id}", dated(memorial.date), memorial.initiative_or_author)
    first = SubElement(work, "span", {"class": "first"})
    first.text = memorial.name
    first.append(source_note(memorial))
    add_standing(first, memorial.status)
    first.tail = " "
    SubElement(work, "span", {"class": "second"}).text = memorial.where
    return row


def _film(film: Film) -> Element:
    row, work = _row(f"film-{film.id}", dated(film.year), film.director)
    title, parenthesis, rest = film.title.partition(" (")
    first = SubElement(work, "span", {"class": "first"})
    SubElement(first, "i").text = title
    if parenthesis:
        add_words(first, parenthesis + rest)
    first.append(source_note(film))
    add_standing(first, film.status)
    first.tail = " "
    SubElement(work, "span", {"class": "second"}).text = film.kind
    return row


def _row(name: str, date: str, author: str) -> tuple[Element, Element]:
    """A row and its cell for the work."""
    row = Element("tr", {"id": name})
    SubElement(row, "td", {"class": "date"}).text = date
    work = SubElement(row, "th", {"scope": "row"})
    SubElement(row, "td").text = author
    return row, work
