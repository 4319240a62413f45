"""Records: what the full-text search finds: paragraphs, sources and entries, not whole pages.

A paragraph is found with its notes; an entry of a register with all forms of its names.
What stands in none of them is found under its section.
"""

from collections.abc import Iterable, Iterator
from textwrap import shorten
from xml.etree.ElementTree import Element

from press.compose.flowing import Flowing
from press.model.inline import plain
from press.publish.web.addresses import section_page, source_page
from press.publish.web.pagefind import Record
from press.publish.web.sources import SourcePage

KINDS = {"claim": "Claims", "event": "Chronology", "person": "Persons", "place": "Places",
         "organization": "Organizations", "estimate": "Figures", "memorial": "Memorials", "film": "Films",
         "act": "Recognition", "position": "Positions", "name": "Names", "term": "Names"}
FOUND_ELSEWHERE = frozenset({"source-index", "general-index", "contents", "bibliography"})
BLOCKS = frozenset("p h1 h2 h3 h4 li td th tr figcaption div aside blockquote".split())
UNREAD = frozenset({"desc", "title", "style"})
LONGEST = 110  # characters of a head that is shown
TEXT, SOURCES = "Text", "Sources"


def records(sections: Iterable[Flowing], sources: Iterable[SourcePage]) -> Iterator[Record]:
    """Everything that is found, in the order of the book."""
    for section in sections:
        if section.template not in FOUND_ELSEWHERE:
            yield from _of_section(section)
    for source in sources:
        yield Record(source_page(source.key), source.title, SOURCES,
                     f"{plain(source.form)} {source.kind}, {source.party}, {source.seen}")


def _of_section(section: Flowing) -> Iterator[Record]:
    """The paragraphs and entries of a section, then what is left of it."""
    page = section_page(section.id)
    notes = {note.get("id", ""): note for note in section.notes}
    heading = f"{section.number} {section.title}".strip()
    apart: set[Element] = set()
    for element in section.text.iter():
        kind, number = _kind(element), _number(element)
        if not (kind or number) or element in apart:
            continue
        called = [notes[each.get("href", "").partition("#")[2]] for each in element.iter("a")
                  if number and each.get("class") == "call"]
        apart.update(*(each.iter() for each in (element, *called)))
        title = f"{number} · {heading}" if number else _head(element) or heading
        yield Record(f"{page}#{element.get('id')}", title, kind or TEXT,
                     " ".join(map(words, (element, *called))))
    rest = _without(section.text, apart)
    if rest:
        yield Record(page, heading, TEXT, rest)


def words(element: Element) -> str:
    """The words of an element, its blocks parted by spaces."""
    return _without(element, set())


def _without(element: Element, apart: set[Element]) -> str:
    return " ".join("".join(_read(element, frozenset(apart))).split())


def _read(element: Element, apart: frozenset[Element]) -> Iterator[str]:
    if element in apart or element.tag in UNREAD or element.get("class") in ("call", "mk", "tells", "whole"):
        return
    yield element.text or ""
    for child in element:
        yield from _read(child, apart)
        yield child.tail or ""
    if element.tag in BLOCKS:
        yield " "


def _kind(element: Element) -> str:
    """The kind of an entry, by its name and by what can be one."""
    sort = element.get("id", "").partition("-")[0]
    return KINDS.get(sort, "") if element.tag in ("tr", "div") else ""


def _number(element: Element) -> str:
    if element.tag != "p" or "n" not in element.get("class", "").split():
        return ""
    return next((each.text or "" for each in element if each.get("class") == "pn"), "")


def _head(element: Element) -> str:
    """What stands at the head of an entry: its first paragraph, or the first two cells of its row."""
    cells = [element] if element.tag == "div" else list(element)[:2]
    heads = (next(iter(cell.findall("p")), cell) for cell in cells)
    return " · ".join(filter(None, (shorten(words(head), LONGEST, placeholder="…") for head in heads)))
