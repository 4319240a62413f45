"""Renumbered: the objects of a section's file under the numbers that they have in the book.

Only what is referred to comes along, each object once.  What a section shares with all
others (fonts) is known beforehand.
"""

import re

from press.assemble.engine_file import EngineFile
from press.assemble.objects import REFERENCE, Objects, Sort

SIMPLE = re.compile(rb"(\d+) 0 R\b")
TAGS = b"/StructElem", b"/OBJR"


class References(dict[bytes, bytes]):
    """What refers in the book to an object of a section, by its old number; one that is asked for comes along."""

    def __init__(self, objects: Objects, shared: dict[bytes, int]) -> None:
        super().__init__({old: b"%d 0 R" % number for old, number in shared.items()})
        self.objects = objects
        self.waiting: list[bytes] = []

    def __missing__(self, old: bytes) -> bytes:
        """Give an object its number; it waits to be written."""
        self[old] = here = b"%d 0 R" % self.objects.number()
        self.waiting.append(old)
        return here


class Renumbered:
    """A section's file on its way into the book."""

    def __init__(self, file: EngineFile, objects: Objects, shared: dict[bytes, int]) -> None:
        self.file = file
        self.objects = objects
        self.references = References(objects, shared)

    def number(self, old: bytes) -> int:
        """The number of an object in the book, which comes along from now on."""
        return int(self.references[old][:-4])

    def here(self, body: bytes) -> bytes:
        """A body that refers to what it referred to; what stands in its strings is left as it is."""
        known = self.references
        if b"(" in body:
            return REFERENCE.sub(lambda found: known[found[1]] if found[1] else found[0], body)
        return SIMPLE.sub(lambda found: known[found[1]], body)

    def write(self, old: bytes, body: bytes, sort: Sort, own: bytes = b"") -> None:
        """Write a dictionary with a body of its own, and with entries that the book gives it."""
        number = self.number(old)
        del self.file.objects[old]
        self.objects.put(number, self.here(body)[:-2] + own + b">>", sort)

    def follow(self) -> None:
        """Write everything that was referred to, and what that refers to: what belongs together stands together."""
        objects, streams, waiting = self.file.objects, self.file.streams, self.references.waiting
        waiting.reverse()  # the first comes last, and so is followed first
        while waiting:
            old, before = waiting.pop(), len(waiting)
            if (body := objects.pop(old, None)) is not None:
                sort = Sort.TAGS if TAGS[0] in body or TAGS[1] in body else Sort.PAGES
                self.objects.put(self.number(old), self.here(body), sort)
            elif stream := streams.pop(old, None):
                self.objects.put_stream(self.number(old), self.here(stream.entries), stream.data)
            if len(waiting) > before + 1:
                waiting[before:] = waiting[:before - 1:-1] if before else waiting[::-1]
