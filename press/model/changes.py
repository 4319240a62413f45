"""Changes: how an edition differs from the one before it, item by item.

What follows from a change stands under it: a passage that prints a corrected figure,
tells a withdrawn claim or cites a new source is no change of its own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from press.model.history import Item, ItemKind
from press.model.recorded import NOTES, Recorded, Said
from press.model.wording import Piece, beside, likeness


class Sort(StrEnum):
    """What sort of change it is; a change may be of several."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    REWORDED = "reworded"
    RANGE = "range changed"
    DATE = "date changed"
    STATUS = "status changed"
    SOURCES = "re-sourced"
    NOTES = "notes changed"


SORT_OF = {"low": Sort.RANGE, "high": Sort.RANGE, "breakdown": Sort.RANGE,
           "date": Sort.DATE, "published": Sort.DATE, "issued": Sort.DATE, "year": Sort.DATE, "when": Sort.DATE,
           "status": Sort.STATUS, "confidence": Sort.STATUS, "kind": Sort.STATUS, "verification": Sort.STATUS,
           "living": Sort.STATUS, NOTES: Sort.NOTES}
PASSAGES = frozenset({ItemKind.PARAGRAPH, ItemKind.SECTION})
LEADS = (ItemKind.FIGURE, ItemKind.CLAIM, ItemKind.EVENT)  # whose change a passage that tells them shows
WORDS = re.compile(r"\w+")
SHORT = 3  # letters of a word that tells nothing by itself
ALIKE = 0.5  # two passages without a number that share less are two passages


@dataclass(frozen=True, slots=True)
class Reading:
    """One key of an item, as it was and as it is; nothing where it was not there."""

    key: str
    was: str
    now: str

    @property
    def beside(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Both readings in pieces, those that differ marked."""
        return beside(self.was, self.now)


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what it is of, of what sorts, both readings, sources come and gone, and what follows from it."""

    item: Item
    label: str
    sorts: tuple[Sort, ...]
    readings: tuple[Reading, ...]
    sources_added: tuple[str, ...] = ()
    sources_dropped: tuple[str, ...] = ()
    tells: tuple[Item, ...] = ()
    reason: str = ""
    follows: tuple["Change", ...] = ()

    @property
    def is_withdrawal(self) -> bool:
        """Whether the item no longer stands."""
        return Sort.WITHDRAWN in self.sorts

    @property
    def is_unnamed(self) -> bool:
        """Whether it is of a person who was taken out, perhaps at the person's own wish."""
        return self.is_withdrawal and self.item.kind is ItemKind.PERSON


def changes(before: Recorded, now: Recorded, reasons: Mapping[Item, str]) -> tuple[Change, ...]:
    """Every change since an edition, with what follows from it; `reasons` are those that the editors gave."""
    found = {change.item: replace(change, reason=reasons.get(change.item, ""))
             for was, new in _pairs(before.said, now.said) if (change := _change(was, new))}
    leaders = {item: leader for item, change in found.items() if (leader := _leader(change, found))}
    return tuple(replace(change, follows=tuple(found[one] for one in leaders if _root(one, leaders) == item))
                 for item, change in found.items() if item not in leaders)


def every(listed: Iterable[Change]) -> Iterator[Change]:
    """The changes of a list, each before what follows from it."""
    for change in listed:
        yield change
        yield from change.follows


def _pairs(before: Sequence[Said], now: Sequence[Said]) -> Iterator[tuple[Said | None, Said | None]]:
    """What was said beside what is said, in the order of the new edition; what is gone comes last in its kind."""
    old, new = _aligned(before, now)
    for kind in ItemKind:
        yield from ((old.get(item), said) for item, said in new.items() if item.kind is kind)
        yield from ((said, None) for item, said in old.items() if item.kind is kind and item not in new)


def _aligned(before: Sequence[Said], now: Sequence[Said]) -> tuple[dict[Item, Said], dict[Item, Said]]:
    """Both editions by item, passages without a number under the name that they have now."""
    old, new = {one.item: one for one in before if _is_named(one)}, {one.item: one for one in now}
    for section in dict.fromkeys(one.within for one in (*before, *now) if not _is_named(one)):
        was = [one for one in before if one.within == section and not _is_named(one)]
        here = [one for one in now if one.within == section and not _is_named(one)]
        partners = _partners([_text(one) for one in was], [_text(one) for one in here])
        for at, one in enumerate(was):
            partner = partners.get(at)
            item = Item(ItemKind.PARAGRAPH, f"{one.item.id} (gone)") if partner is None else here[partner].item
            old[item] = replace(one, item=item)
    return old, new


def _partners(was: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """Which passage became which: the same words first, then in order those that are alike."""
    partners: dict[int, int] = {}
    for operation, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if operation == "equal":
            partners |= dict(zip(range(a, b), range(c, d), strict=True))
            continue
        free = list(range(c, d))
        for at in range(a, b):
            like = next((one for one in free if likeness(was[at], now[one]) >= ALIKE), None)
            if like is not None:
                partners[at] = like
                free = [one for one in free if one > like]
    return partners


def _is_named(said: Said) -> bool:
    """Whether a passage or record keeps its name over editions."""
    return said.item.kind is not ItemKind.PARAGRAPH or said.item.id.startswith("§")


def _text(said: Said) -> str:
    return said.wording[0][1]


def _change(was: Said | None, now: Said | None) -> Change | None:
    """How one item differs."""
    shown = now or was
    assert shown is not None  # a pair has one of them
    old, new = (dict(said.wording) if said else {} for said in (was, now))
    readings = tuple(Reading(key, old.get(key, ""), new.get(key, "")) for key in (old | new)
                     if old.get(key, "") != new.get(key, ""))
    before, after = (said.sources if said else () for said in (was, now))
    added = tuple(key for key in after if key not in before)
    dropped = tuple(key for key in before if key not in after)
    tells = tuple(dict.fromkeys(item for said in (was, now) if said for item in said.tells))
    if was and now:
        sorts = dict.fromkeys(SORT_OF.get(reading.key, Sort.REWORDED) for reading in readings)
        if added or dropped:  # the words of a note change with its sources
            sorts = dict.fromkeys((*(sort for sort in sorts if sort is not Sort.NOTES), Sort.SOURCES))
    else:
        sorts = {Sort.ADDED if now else Sort.WITHDRAWN: None}
    return Change(shown.item, shown.label, tuple(sorts), readings, added, dropped, tells) if sorts else None


def _leader(change: Change, found: Mapping[Item, Change]) -> Item | None:
    """The change that another follows from."""
    if change.item.kind in PASSAGES and {Sort.ADDED, Sort.WITHDRAWN, Sort.REWORDED} & set(change.sorts):
        told = [found[item] for kind in LEADS for item in change.tells if item.kind is kind and item in found]
        return next((one.item for one in told if _shows(change, one)), None)
    if change.sorts == (Sort.SOURCES,):
        for key in (*change.sources_added, *change.sources_dropped):
            source = found.get(Item(ItemKind.SOURCE, key))
            if source and {Sort.ADDED, Sort.WITHDRAWN} & set(source.sorts):
                return source.item
    return None


def _shows(passage: Change, told: Change) -> bool:
    """Whether a passage changed because something that it tells did.

    It came or went with it, or the words that differ are in part those that differ there.
    """
    comings = {Sort.ADDED, Sort.WITHDRAWN}
    if comings & set(told.sorts) or (comings & set(passage.sorts) and set(told.sorts) != {Sort.SOURCES}):
        return True
    return bool(_differing(passage) & _differing(told))


def _differing(change: Change) -> set[str]:
    """The numbers and the longer words that differ in a change."""
    words = (word for reading in change.readings if reading.key != NOTES
             for version in reading.beside for text, differs in version if differs
             for word in WORDS.findall(text.replace(",", "").casefold()))
    return {word for word in words if word.isdecimal() or len(word) > SHORT}


def _root(item: Item, leaders: Mapping[Item, Item]) -> Item:
    while item in leaders:
        item = leaders[item]
    return item
