"""Positions: what each side said on a question, side by side.

Sides stand in the alphabetical order of the book's names for them, in every question
alike, in columns of one width and in one voice: who and when, what, and whence.  What
one side said at several times stands together, in the order of time.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from press.cite.sorting import sort_key
from press.compose.registers.parts import NO_DATE, filed, in_order, paragraph, sentence, source_line, table
from press.model.date_words import printed
from press.model.records import Position
from press.model.registers import Registers


def positions(registers: Registers, _: Element) -> Element:
    """A table a question, in the order in which the questions are first put."""
    holder = Element("div", {"class": "positions"})
    said = filed(registers.positions.values(), "position")
    for topic in dict.fromkeys(position.topic for position in said):
        holder.append(_question(topic, [position for position in said if position.topic == topic]))
    return holder


def sides(said: Iterable[Position]) -> list[tuple[str, list[Position]]]:
    """The sides by the alphabet, each with what it said by date."""
    ordered = sorted(said, key=lambda position: (sort_key(position.side), in_order(position.when)))
    return [(side, list(group)) for side, group in groupby(ordered, key=lambda position: position.side)]


def _question(topic: str, said: Sequence[Position]) -> Element:
    made = table("pos", ("side", "side"))
    head = SubElement(SubElement(made, "thead"), "tr")
    SubElement(head, "td", {"colspan": "2"}).text = topic[:1].upper() + topic[1:]
    body = SubElement(made, "tbody")
    cells = [_side(side, statements) for side, statements in sides(said)]
    for at in range(0, len(cells), 2):
        row = SubElement(body, "tr")
        row.extend(cells[at:at + 2])
        if len(row) == 1:
            SubElement(row, "td")
    return made


def _side(side: str, statements: Sequence[Position]) -> Element:
    cell = Element("td")
    paragraph(cell, "side", side)
    for position in statements:
        name = f"position-{position.id}"
        said = SubElement(cell, "div", {"class": "said", "id": name})
        when = printed(position.when) if position.when else NO_DATE
        paragraph(said, "when", f"{position.who[:1].upper()}{position.who[1:]}, {when}")
        paragraph(said, "what", _words(position))
        said.append(source_line(position, name))
    return cell


def _words(position: Position) -> str:
    """The position, with the words that are quoted as they are in quotation marks."""
    words, quoted = sentence(position.position), position.short_phrase
    if not quoted:
        return words
    if quoted in words:
        return words.replace(quoted, f"“{quoted}”", 1)
    return f"{words} In the words of the source: “{quoted}.”"
