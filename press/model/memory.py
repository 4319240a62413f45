"""Memory: texts remembered under all that they were made from, so that none is read, set or composed twice."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element


class Memory:
    """Where things are remembered, if it `keeps` any; this one remembers nothing."""

    keeps = False

    def told(self, name: str) -> Any:  # noqa: ARG002 - nothing stands under any name
        """What was told under a name, or None; from now on it is in use."""
        return None

    def tell(self, name: str, said: Any) -> None:
        """Remember what JSON can write."""

    def knows(self, name: str) -> bool:  # noqa: ARG002
        """Whether something stands under a name; from now on it is in use."""
        return False

    def want(self, name: str) -> None:
        """Say that what stands under a name is in use, without a look at it."""

    def noted(self, name: str) -> Mapping[str, Any]:  # noqa: ARG002
        """What was noted under a name, by sorts; from now on it is in use."""
        return {}

    def note(self, name: str, sort: str, said: Any) -> None:
        """Note under a name, beside what else stands there, what JSON can write."""

    def keep(self) -> None:
        """Write for another run what was told and noted."""

    def recall(self, name: str) -> Element | None:
        """The tree remembered under a name, or None."""
        said = self.told(name)
        return None if said is None else tree(said)

    def remember(self, name: str, made: Element) -> None:
        """Remember a tree as it is now."""
        self.tell(name, plain(made))


FORGETFUL = Memory()


@dataclass(frozen=True, slots=True)
class Memories:
    """Where the texts of a book are remembered: as they were `read`, what was `seen` in them, and as they are `set`."""

    read: Memory = FORGETFUL
    seen: Memory = FORGETFUL
    set: Memory = FORGETFUL

    def keep(self) -> None:
        """Have all of them written."""
        for one in (self.read, self.seen, self.set):
            one.keep()


NOTHING = Memories()


def name_of(*given: object) -> str:
    """The name of what is made of the given texts, numbers and lists."""
    return hashlib.sha256(json.dumps(given).encode()).hexdigest()


def plain(element: Element) -> list[Any]:
    """An element as a list: tag, attributes, text, what follows it, children."""
    return [element.tag, dict(element.attrib), element.text, element.tail, [plain(child) for child in element]]


def tree(written: list[Any]) -> Element:
    """The element that a list writes."""
    tag, attributes, text, tail, children = written
    made = Element(tag, attributes)
    made.text, made.tail = text, tail
    made.extend([tree(child) for child in children])
    return made
