"""Renumbered: the objects of a section's file under the numbers that they have in the book.

Only what is referred to comes along, each object once, at the place where it is first
named.  What a section shares with all others (fonts) is known beforehand.
"""

import re

from press.assemble.binding import REFERENCE, Binding, Shelf
from press.assemble.engine_file import EngineFile

SIMPLE = re.compile(rb"(\d+) 0 R\b")
TAGS = b"/StructElem", b"/OBJR"


class Renumbered:
    """A section's file on its way into the book."""

    def __init__(self, file: EngineFile, binding: Binding, shared: dict[bytes, int]) -> None:
        self.file = file
        self.binding = binding
        self.numbers = dict(shared)
        self.references = {old: b"%d 0 R" % new for old, new in shared.items()}
        self.waiting: list[bytes] = []

    def number(self, old: bytes) -> int:
        """The number of an object in the book, which comes along from now on."""
        self._reference_to(old)
        return self.numbers[old]

    def here(self, body: bytes) -> bytes:
        """A body that refers to what it referred to; what stands in its strings is left as it is."""
        if b"(" in body:
            return REFERENCE.sub(lambda found: self._reference_to(found[1]) if found[1] else found[0], body)
        return SIMPLE.sub(lambda found: self._reference_to(found[1]), body)

    def write(self, old: bytes, body: bytes, shelf: Shelf, own: bytes = b"") -> None:
        """Write a dictionary with a body of its own, and with entries that the book gives it."""
        number = self.number(old)
        del self.file.objects[old]
        self.binding.put(number, self.here(body)[:-2] + own + b">>", shelf)

    def follow(self) -> None:
        """Write everything that was referred to, and what that refers to: what belongs together stands together."""
        objects, streams, waiting = self.file.objects, self.file.streams, self.waiting
        while waiting:
            old, at = waiting.pop(), len(waiting)
            if (body := objects.pop(old, None)) is not None:
                shelf = Shelf.TAGS if TAGS[0] in body or TAGS[1] in body else Shelf.PAGES
                self.binding.put(self.numbers[old], self.here(body), shelf)
            elif stream := streams.pop(old, None):
                self.binding.put_stream(self.numbers[old], self.here(stream.entries), stream.data)
            waiting[at:] = waiting[:at - 1:-1] if at else waiting[::-1]

    def _reference_to(self, old: bytes) -> bytes:
        known = self.references.get(old)
        if known is None:
            self.numbers[old] = number = self.binding.number()
            self.references[old] = known = b"%d 0 R" % number
            self.waiting.append(old)
        return known
