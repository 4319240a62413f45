"""Objects: what a PDF is made of, written one by one under numbers that are given out in turn.

What is no stream is packed into streams of objects (ISO 32000-1, 7.5.7), of one sort
each, so that a reader's program that shows a page need not unpack the tags.
"""

import io
import re
import zlib
from array import array
from enum import StrEnum

PACK = 200  # objects in a stream of objects
PLAIN = b"/Metadata", b"/application#2fx-xz"  # what other programs look for in the file, and what is packed already
REFERENCE = re.compile(rb"\((?:\\.|[^\\)])*\)|<[0-9a-fA-F]*>|(\d+) 0 R\b", re.DOTALL)  # and strings, in which is none
STREAM, PACKED = 1, 2  # kinds of a row of the cross-reference (7.5.8.3): a byte, then five of a place, two of an index


class Sort(StrEnum):
    """What stands together: objects of one sort are packed into one stream."""

    PAGES = "pages"
    LINKS = "links"
    TAGS = "tags"
    REST = "rest"


class Objects:
    """Objects in the making: numbers are given out from `first` on, objects written in any order, each once.

    The places in their rows are counted from where the first of them is written.
    """

    def __init__(self, first: int) -> None:
        self.first = first
        self.target = io.BytesIO()
        self.rows = array("Q")
        self.sorts: dict[Sort, list[tuple[int, bytes]]] = {sort: [] for sort in Sort}

    def number(self) -> int:
        """A number that no other object has."""
        self.rows.append(0)
        return self.first + len(self.rows) - 1

    def put(self, number: int, body: bytes, sort: Sort = Sort.REST) -> None:
        """Write an object that is no stream."""
        held = self.sorts[sort]
        held.append((number, body))
        if len(held) == PACK:
            self._pack(sort)

    def add(self, body: bytes, sort: Sort = Sort.REST) -> int:
        """Write an object that is no stream under a new number."""
        number = self.number()
        self.put(number, body, sort)
        return number

    def put_stream(self, number: int, head: bytes, data: bytes) -> None:
        """Write a stream; `head` are the entries of its dictionary but for its length and, if it has none, a filter."""
        if b"/Filter" not in head and not any(sort in head for sort in PLAIN):
            data, head = zlib.compress(data), head + b"/Filter/FlateDecode"
        self.rows[number - self.first] = STREAM << 56 | self.target.tell() << 16
        self.target.write(b"%d 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
            number, head, len(data), data))

    def add_stream(self, head: bytes, data: bytes) -> int:
        """Write a stream under a new number."""
        number = self.number()
        self.put_stream(number, head, data)
        return number

    def pack(self) -> None:
        """Write what is held of each sort."""
        for sort in Sort:
            self._pack(sort)

    def _pack(self, sort: Sort) -> None:
        """Write what is held of a sort as one stream of objects."""
        held = self.sorts[sort]
        if not held:
            return
        self.sorts[sort] = []
        packed, at, table = self.number(), 0, []
        for index, (number, body) in enumerate(held):
            self.rows[number - self.first] = PACKED << 56 | packed << 16 | index
            table.append(b"%d %d" % (number, at))
            at += len(body) + 1
        first = b" ".join(table) + b"\n"
        self.put_stream(packed, b"/Type/ObjStm/N %d/First %d" % (len(held), len(first)),
                        first + b"\n".join([body for _, body in held]))
