"""Parts: a source taken apart, and put together as a note, a short note or an entry.

A note ties the parts of a source with commas and sets the imprint in parentheses; an
entry of the bibliography makes sentences of them (Chicago 14.19).  `Here` marks the
point at which a note prints the locator; an entry prints none.
"""

from dataclasses import dataclass
from enum import StrEnum

from press.cite.lines import capital, closed, joined, merged
from press.cite.scripts import Line
from press.model.inline import Inline


class Tie(StrEnum):
    """What stands between a part and the one before it."""

    COMMA = ","
    STOP = "."
    COLON = ":"
    SPACE = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a source, as a note and as an entry say it; either may be silent."""

    note: Line
    entry: Line
    note_tie: Tie = Tie.COMMA
    entry_tie: Tie = Tie.STOP


@dataclass(frozen=True, slots=True)
class Here:
    """The point of the locator; `otherwise` is printed in a note without one."""

    tie: Tie = Tie.COMMA
    otherwise: Line = ()


Parts = tuple[Part | Here, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A source taken apart; `short` is what a short note says before its locator.

    `volume` is named in a short note, before a page as 2:135.
    """

    parts: Parts
    short: tuple[Line, ...]
    volume: str = ""


def anew(line: Line) -> Part:
    """A part that begins a sentence of the entry."""
    return Part(line, capital(line))


def after(line: Line) -> Part:
    """A part that goes on with the sentence before it."""
    return Part(line, line, entry_tie=Tie.COMMA)


def sentence(*parts: Part) -> Parts:
    """Parts that make one sentence of the entry, those that say something."""
    spoken = [part for part in parts if part.note or part.entry]
    return tuple(
        Part(part.note, part.entry if i else capital(part.entry), part.note_tie,
             Tie.COMMA if i else Tie.STOP)
        for i, part in enumerate(spoken))


def note(parts: Parts, locator: Line) -> Line:
    """The parts as a full note, without the full stop."""
    whole: Line = ()
    for part in parts:
        if isinstance(part, Here):
            whole = _tied(whole, part.tie, locator or part.otherwise)
        else:
            whole = _tied(whole, part.note_tie, part.note)
    return merged(whole)


def entry(parts: Parts) -> Line:
    """The parts as an entry of the bibliography, with its full stop."""
    whole: Line = ()
    for part in parts:
        if isinstance(part, Part):
            whole = _tied(whole, part.entry_tie, part.entry)
    return merged(closed(whole, "."))


def short_note(form: Form, locator: Line) -> Line:
    """A short note, without the full stop."""
    paged = bool(locator) and locator[0].text[:1].isdigit()
    if form.volume and paged:
        return joined((*form.short, (Inline(f"{form.volume}:"), *locator)), ",")
    return joined((*form.short, (Inline(f"vol. {form.volume}"),) if form.volume else (), locator), ",")


def _tied(whole: Line, tie: Tie, line: Line) -> Line:
    if not whole or not line:
        return whole or line
    match tie:
        case Tie.SPACE:
            return (*whole, Inline(" "), *line)
        case Tie.COLON:
            return (*whole, Inline(": "), *line)
        case _:
            return (*closed(whole, tie), Inline(" "), *line)
