"""Memory: element trees remembered under all that they were made from, so that no text is read or set twice."""

import hashlib
import json
from typing import Any
from xml.etree.ElementTree import Element


class Memory:
    """Where trees are remembered; this one remembers nothing."""

    def recall(self, name: str) -> Element | None:  # noqa: ARG002 - nothing stands under any name
        """The tree remembered under a name, or None."""
        return None

    def remember(self, name: str, tree: Element) -> None:
        """Remember a tree as it is now."""


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
