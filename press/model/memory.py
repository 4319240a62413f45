"""Memory: texts remembered under all that they were made from, so that none is read, set or composed twice."""

import hashlib
import json
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

    def recall(self, name: str) -> Element | None:
        """The tree remembered under a name, or None."""
        said = self.told(name)
        return None if said is None else tree(said)

    def remember(self, name: str, made: Element) -> None:
        """Remember a tree as it is now."""
        self.tell(name, plain(made))


FORGETFUL = Memory()


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
