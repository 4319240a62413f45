"""Recorded: what an edition says, item by item, so that the next can be held against it.

An item is a record of a register or a passage of the text.
"""

from dataclasses import dataclass

from press.model.history import Item

TEXT, NOTES = "text", "notes"  # the keys of a passage's wording


@dataclass(frozen=True, slots=True)
class Said:
    """What an edition says under an item: its wording by key, its sources, and the items that a passage tells.

    `label` is what readers know it by; `within` is the section of a passage.
    """

    item: Item
    label: str
    wording: tuple[tuple[str, str], ...]
    sources: tuple[str, ...] = ()
    tells: tuple[Item, ...] = ()
    within: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """All that an edition says, in the order of its registers and then of its pages."""

    edition: str
    statement: str
    date: str
    said: tuple[Said, ...]
    isbns: tuple[str, ...] = ()
