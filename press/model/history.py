"""History: what an edition says of the passages and records of the one before it."""

import re
from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from press.model.records import Text
from press.model.source import Record


class ItemKind(StrEnum):
    """What an edition is compared by: its records, register by register, and its text."""

    CLAIM = "claim"
    FIGURE = "figure"
    SOURCE = "source"
    EVENT = "event"
    POSITION = "position"
    ACT = "act"
    MEMORIAL = "memorial"
    FILM = "film"
    PERSON = "person"
    PLACE = "place"
    ORGANIZATION = "organization"
    TERM = "term"
    EVENT_NAME = "name"
    MAP = "map"
    SECTION = "section"
    PARAGRAPH = "paragraph"


class Item(NamedTuple):
    """The name of a passage or record: `§4.12`, which is a paragraph, or `claim c031`."""

    kind: ItemKind
    id: str

    @classmethod
    def read(cls, written: str) -> "Item":
        """The item that `str` wrote; ValueError when it is none."""
        if re.fullmatch(r"§\d+\.\d+[a-z]?", written):
            return cls(ItemKind.PARAGRAPH, written)
        kind, _, name = written.partition(" ")
        if not name.strip():
            raise ValueError(written)
        return cls(ItemKind(kind), name.strip())

    def __str__(self) -> str:
        return self.id if self.id.startswith("§") else f"{self.kind} {self.id}"


def _item(value: object) -> object:
    """The item that an editor named."""
    if not isinstance(value, str):
        return value
    try:
        return Item.read(value)
    except ValueError:
        known = ", ".join(kind.value for kind in ItemKind)
        raise PydanticCustomError("reference", "§ and a number, or one of {known} with an id", {"known": known}
                                  ) from None


Reference = Annotated[Item, BeforeValidator(_item)]


class Withdrawal(Record):
    """A passage or record that no longer stands, and why: `of` names it."""

    of: Reference
    reason: Text
