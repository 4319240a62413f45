"""Changes: what differs from the previous edition as the book prints it, both wordings side by side."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from press.cite.forms import named
from press.model.book import Book
from press.model.changes import Change, Reading
from press.model.date_words import printed
from press.model.dates import UncertainDate
from press.model.history import ItemKind
from press.model.inline import plain
from press.model.recorded import NOTES, TEXT
from press.model.wording import Piece, Stretch, aligned

HEADINGS = {
    ItemKind.CLAIM: "Claims", ItemKind.FIGURE: "Figures", ItemKind.SOURCE: "Sources", ItemKind.EVENT: "Events",
    ItemKind.POSITION: "Positions", ItemKind.ACT: "Recognition", ItemKind.MEMORIAL: "Memorials",
    ItemKind.FILM: "Films", ItemKind.PERSON: "Persons", ItemKind.PLACE: "Places",
    ItemKind.ORGANIZATION: "Organizations", ItemKind.TERM: "Terms", ItemKind.EVENT_NAME: "Names of the event",
    ItemKind.MAP: "Maps", ItemKind.SECTION: "Titles", ItemKind.PARAGRAPH: "Passages",
}
DATES = frozenset({"date", "published", "issued", "accessed", "original-date", "when", "year"})
CONTEXT = 60  # characters of a common stretch that are printed on either side of a change


@dataclass(frozen=True, slots=True)
class Beside:
    """A wording that changed: what it is of, and its words before and now in pieces, those that differ marked."""

    label: str
    was: tuple[Piece, ...]
    now: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A change as printed: head and sorts in one line, wordings, sources come and gone, reason, what follows.

    `link` is the name of the passage, where it stands in this edition.
    """

    name: str
    head: str
    sorts: str
    wordings: tuple[Beside, ...]
    lines: tuple[tuple[str, str], ...]
    follows: tuple["Shown", ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one kind under their heading."""

    heading: str
    changes: tuple[Shown, ...]


def shown_changes(book: Book) -> tuple[Group, ...]:
    """The changes of a book since its previous edition, kind by kind."""
    names = _source_names(book)
    groups = ((kind, tuple(_shown(one, names) for one in book.changes if one.item.kind is kind)) for kind in ItemKind)
    return tuple(Group(HEADINGS[kind], found) for kind, found in groups if found)


def counted(book: Book) -> str:
    """How many changes there are since which edition, in one sentence."""
    if not book.before:
        return ""
    many = len(book.changes)
    since = f"{book.before.statement}, {printed(UncertainDate.parse(book.before.date))}"
    told = "is one change" if many == 1 else f"are {many} changes"
    return f"There {told} since the edition before this one ({since})."


def _source_names(book: Book) -> dict[str, str]:
    """What readers know sources by, those of the previous edition too."""
    before = book.before.said if book.before else ()
    gone = {said.item.id: said.label for said in before if said.item.kind is ItemKind.SOURCE}
    return gone | {key: plain(named(source)) for key, source in book.registers.sources.items()}


def _shown(change: Change, names: Mapping[str, str]) -> Shown:
    hidden = change.is_unnamed
    whole = _is_whole(change)
    lines = (("Sources added", "" if whole else _named(change.sources_added, names)),
             ("Sources left out", "" if whole else _named(change.sources_dropped, names)),
             ("Reason", change.reason))
    readings = () if hidden or (whole and change.item.kind is ItemKind.SOURCE) else change.readings
    name = "" if hidden else f"change-{change.item.kind}-{_link(change.item.id)}"
    return Shown(name, _head(change, names),
                 ", ".join(change.sorts), tuple(_beside(one, names) for one in readings),
                 tuple((label, words) for label, words in lines if words),
                 tuple(_shown(one, names) for one in change.follows), _passage(change))


def _passage(change: Change) -> str:
    """The name that a link to a numbered paragraph leads to."""
    stands = change.item.id.startswith("§") and not change.is_withdrawal
    return f"par-{change.item.id.removeprefix('§')}" if stands else ""


def _named(keys: Iterable[str], names: Mapping[str, str]) -> str:
    return "; ".join(names.get(key, key) for key in keys)


def _is_whole(change: Change) -> bool:
    """Whether all of an item came or went."""
    return all(not reading.was for reading in change.readings) or all(not reading.now for reading in change.readings)


def _head(change: Change, names: Mapping[str, str]) -> str:
    """What the change is of: a passage by its number, a source by its short form, a record by its label and id."""
    match change.item.kind:
        case _ if change.is_unnamed:
            return "A person"
        case ItemKind.PARAGRAPH if change.label.startswith("§"):
            return change.label
        case ItemKind.PARAGRAPH:
            return f"Unnumbered, under “{change.label}”"
        case ItemKind.SOURCE:
            return names.get(change.item.id, change.label)
        case ItemKind.CLAIM:
            return f"Claim {change.item.id}"
    return change.label


def _beside(reading: Reading, names: Mapping[str, str]) -> Beside:
    label = "" if reading.key == TEXT else reading.key.replace("-", " ")
    was, now = (_words(reading.key, text, names) for text in (reading.was, reading.now))
    if not was or not now:  # all of it came or went: nothing is to be marked
        return Beside(label, ((was, False),) if was else (), ((now, False),) if now else ())
    stretches = _cut(aligned(was, now))
    return Beside(label, tuple(piece for one in stretches for piece in _pieces(one.was, one.differs)),
                  tuple(piece for one in stretches for piece in _pieces(one.now, one.differs)))


def _words(key: str, text: str, names: Mapping[str, str]) -> str:
    """A reading as it is printed: dates in words, sources by their names."""
    if key == NOTES:
        return _with_names(text, names)
    if key in DATES and text not in ("", "open"):
        return printed(UncertainDate.parse(text))
    return text


def _with_names(text: str, names: Mapping[str, str]) -> str:
    """The words of notes with their sources named, not keyed."""
    return re.sub(r"[a-z0-9]+(?:-[a-z0-9]+)*", lambda key: names.get(key[0], key[0]), text)


def _cut(stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Both versions with their long common stretches cut down to what stands beside the changes."""
    last = len(stretches) - 1
    return tuple(one if one.differs else Stretch(_shortened(one.was, at > 0, at < last),
                                                 _shortened(one.now, at > 0, at < last), differs=False)
                 for at, one in enumerate(stretches))


def _pieces(text: str, differs: bool) -> Iterator[Piece]:
    """A stretch of one version in pieces; the space before words that differ is not marked."""
    words = text.lstrip() if differs else ""
    yield from ((piece, marked) for piece, marked in ((text[:len(text) - len(words)], False), (words, True)) if piece)


def _shortened(text: str, before: bool, after: bool) -> str:
    """A common stretch, cut to whole words near the changes before and after it."""
    if len(text) <= CONTEXT * (before + after) + CONTEXT // 2:
        return text
    head = text[:CONTEXT].rsplit(" ", 1)[0] + " " if before else ""
    tail = " " + text[-CONTEXT:].split(" ", 1)[-1] if after else ""
    return f"{head}[…]{tail}"


def _link(text: str) -> str:
    """A name for links out of the id of an item."""
    return re.sub(r"[^\w.]+", "-", text.removeprefix("§")).strip("-")
