"""Titles: the face of a title, its romanization and its translation.

    Black Garden: Armenia and Azerbaijan through Peace and War      a book: italic
    “Corpses litter hills in Karabakh”                              an article: in quotation marks
    “Я шла вместе с ними” (Ia shla vmeste s nimi) [I walked with them]

A title is printed in the spelling of the source.  In another script it stands upright,
its romanization in parentheses after it (italic where such a title is italic), a
translation roman in brackets (Chicago 11.9).  The short form is always in Latin
letters, so that a reader finds it in the source index.  A description that the editors
put in the place of a title which they did not see stands upright and without quotation
marks.
"""

import re
from dataclasses import replace
from enum import StrEnum

from press.cite.scripts import Line, language, said, script_of
from press.model.inline import Inline
from press.model.source import Source


class Face(StrEnum):
    """How a title is set off from the words around it."""

    ITALIC = "italic"
    QUOTED = "quoted"
    ROMAN = "roman"


def full_title(source: Source, face: Face) -> Line:
    """The title with its romanization and translation."""
    face = _own(source, face)
    return _title(source.title, source, face) + _romanized(source.title_romanization, source, face) + (
        (Inline(f" [{source.title_translation}]"),) if source.title_translation else ())


def short_title(source: Source, face: Face) -> Line:
    """The title of a short note: the editors' own, else the main title."""
    face = _own(source, face)
    words = source.title_short or (script_of(source.title) and source.title_romanization) or source.title
    if not source.title_short and face is Face.ITALIC:
        words = words.split(":")[0]  # Chicago 14.33: the main title
    if words.casefold() in source.title_romanization.casefold() and not script_of(words):
        return _faced((Inline(words, italic=face is Face.ITALIC, lang=_latin(source)),), face)
    translated = words.casefold() not in source.title.casefold()
    return _faced(said(words, "" if translated else source.language, italic=face is Face.ITALIC), face)


def _own(source: Source, face: Face) -> Face:
    """The face of a title, if it is the work's own."""
    return Face.ROMAN if source.title_supplied else face


def container(source: Source, lang: str) -> Line:
    """The newspaper, journal or book that the work stands in, in italics."""
    return said(source.container_title, lang, italic=True) + _romanized(
        source.container_title_romanization, source, Face.ITALIC)


def masthead(source: Source, lang: str) -> Line:
    """The container as it heads a short note or an entry: in Latin letters where they are known."""
    if source.container_title_romanization:
        return (Inline(source.container_title_romanization, italic=True, lang=_latin(source)),)
    return said(source.container_title, lang, italic=True)


def _title(words: str, source: Source, face: Face) -> Line:
    return _faced(said(words, source.language, italic=face is Face.ITALIC), face)


def _faced(line: Line, face: Face) -> Line:
    """A title in its quotation marks, those within it turned to single ones (Chicago 6.9)."""
    if face is not Face.QUOTED or not line:
        return line
    inner = (replace(stretch, text=_single_quotes(stretch.text)) for stretch in line)
    return (Inline("“"), *inner, Inline("”"))


def _single_quotes(words: str) -> str:
    return re.sub(r'"([^"]*)"', r"‘\1’", words).replace("“", "‘").replace("”", "’")


def _romanized(words: str, source: Source, face: Face) -> Line:
    if not words:
        return ()
    return (Inline(" ("), Inline(words, italic=face is Face.ITALIC, lang=_latin(source)), Inline(")"))


def _latin(source: Source) -> str:
    """The tag of a romanization: ru-Latn."""
    return f"{language(script_of(source.title), source.language) or source.language}-Latn"
