"""Composed: the words of a section's document, its text in one piece and its notes one by one.

The press writes documents in which all that is opened is closed; such a one is read by the parser of XML,
which is written in C, and any other by that of HTML, with the same words.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate
from xml.etree import ElementTree

from press.model.pages import PageMap
from press.model.places import bare

DOCTYPE = re.compile(r"\s*<!DOCTYPE html>", re.IGNORECASE)
SILENT = frozenset({"head", "style", "script", "title"})
VOID = frozenset({"br", "col", "img", "meta", "link", "hr", "wbr"})
OPEN = re.compile(rf"""(<(?:{'|'.join(sorted(VOID))})\b(?:[^<>"']|"[^"]*"|'[^']*')*?)\s*/?>""")
CALLS = frozenset({"fn", "call"})  # the classes of what has a name for its note's sake


@dataclass(frozen=True, slots=True)
class Composed:
    """The words of a document: its text in pieces, its notes by name in order, and the pieces that begin a passage."""

    pieces: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    begins: tuple[tuple[int, str], ...]

    @property
    def text(self) -> str:
        """The text in one piece."""
        return "".join(self.pieces)

    @property
    def names(self) -> tuple[tuple[int, str], ...]:
        """The letters of the bare text at which named passages begin."""
        lengths = [0, *accumulate(len(bare(piece)) for piece in self.pieces)]
        return tuple((lengths[piece], name) for piece, name in self.begins)

    def name_at(self, letter: int) -> str:
        """The passage in which a letter of the bare text stands."""
        return next((name for begins, name in reversed(self.names) if begins <= letter), "")


def composed_words(html: str, found: PageMap) -> Composed:
    """What a document says, with the folios of the page map."""
    words = _Words(found)
    root = tree_of(html)
    if root is None:
        reader = _Reader(words)
        reader.feed(html)
        reader.close()
    else:
        _read(root, words, "")
    return Composed(tuple(words.text), tuple((name, "".join(note)) for name, note in words.notes), tuple(words.names))


def tree_of(html: str) -> ElementTree.Element | None:
    """The tree of a document that is written as XML is; None of another."""
    doctype = DOCTYPE.match(html)
    try:
        return ElementTree.fromstring(OPEN.sub(r"\1/>", html[doctype.end() if doctype else 0:]))
    except ElementTree.ParseError:
        return None


@dataclass(slots=True)
class _Words:
    """The words of a document as they are read, piece by piece."""

    found: PageMap
    text: list[str] = field(default_factory=list)
    notes: list[tuple[str, list[str]]] = field(default_factory=list)
    names: list[tuple[int, str]] = field(default_factory=list)

    def begin(self, tag: str, name: str, kind: str, href: str, role: str) -> str:
        """Begin an element within another of such a role; its own: silent, of a note, or none."""
        if name and kind not in CALLS:
            self.names.append((len(self.text), name))
        if kind == "fn":
            self.notes.append((name, []))
            role = role or "note"
        if href.startswith(("late:", "flush:")):
            self.say(str(self.found.folio(href.partition(":")[2]) or ""), role)
            return "silent"
        return "silent" if tag in SILENT else role

    def say(self, words: str, role: str) -> None:
        """Enter words that stand in an element of such a role."""
        if role != "silent":
            (self.notes[-1][1] if role else self.text).append(words)


def _read(element: ElementTree.Element, words: _Words, around: str) -> None:
    """Read an element and all in it."""
    get = element.get
    role = words.begin(element.tag, get("id", ""), get("class", ""), get("href", ""), around)
    if element.text:
        words.say(element.text, role)
    for child in element:
        if child.tag not in VOID:
            _read(child, words, role)
        if child.tail:
            words.say(child.tail, role)


class _Reader(HTMLParser):
    """Reads what is no XML."""

    def __init__(self, words: _Words) -> None:
        super().__init__()
        self.words = words
        self.stack = [("", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        given = {name: value or "" for name, value in attrs}
        self.stack.append((tag, self.words.begin(
            tag, given.get("id", ""), given.get("class", ""), given.get("href", ""), self.stack[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and len(self.stack) > 1 and self.stack.pop()[0] != tag:
            continue

    def handle_data(self, data: str) -> None:
        self.words.say(data, self.stack[-1][1])
