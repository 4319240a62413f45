"""Places: where in the editors' files stands what a page shows.

A passage is known by its name, a note by the group that calls it, a row by its record;
what has no name of its own is found by its words.
"""

import re
from xml.etree.ElementTree import Element

from press.findings import Place
from press.model.section import Section

DROPPED = re.compile(r"[\s\u00ad\u2010\u058a\u2060\u200b-]")
FEWEST = 8  # letters by which a passage can be told from others


def bare(text: str) -> str:
    """A text without what line breaking adds or drops."""
    return DROPPED.sub("", text)


def note_places(source: Section) -> dict[str, Place]:
    """Where each note of a section is written, by its name."""
    return {f"{source.id}-n{note.get('n')}": Place.read(note.get("place", str(source.place)))
            for note in source.body.iter("note")}


def place_of(source: Section, name: str, words: str = "") -> Place:
    """The place of a named passage; of a passage without a name, the block that has its words."""
    return Place.read(source.copy.seen(
        f"place {name} {words}", lambda: str(_place(source, name, words)), str(source.place)))


def _place(source: Section, name: str, words: str) -> Place:
    if name.startswith(f"{source.id}-n") and (note := note_places(source).get(name)):
        return note
    named = next((element for element in source.body.iter() if name and element.get("id") == name), None)
    if named is not None and (found := _written(named, source)):
        return found
    near = bare(words)
    if len(near) >= FEWEST and (found := _row(near, source)):
        return found
    for block in (named if named is not None else source.body).iter():
        if len(near) >= FEWEST and block.get("line") and near in bare("".join(block.itertext())):
            return Place(source.place.file, int(block.get("line", "0")))
    return source.place


def _row(near: str, source: Section) -> Place | None:
    """The line of a row in a table that an editor wrote: its head, the rule below it, its rows."""
    for table in source.body.iter("table"):
        place = Place.read(table.get("place", ""))
        for number, row in enumerate(table.iter("tr") if place.line else ()):
            if near in bare("".join(row.itertext())):
                return Place(place.file, place.line + number + (number > 0))
    return None


def _written(element: Element, source: Section) -> Place | None:
    """The line of a passage, or the record that it is made from."""
    if element.get("line"):
        return Place(source.place.file, int(element.get("line", "0")))
    for part in element.iter():
        if part.get("place"):
            return Place.read(part.get("place", ""))
    return None
