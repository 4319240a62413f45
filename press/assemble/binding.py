"""Binding: a PDF that is written object by object, so that no more of it is held than a handful.

What is no stream is packed into streams of objects (ISO 32000-1, 7.5.7), of one sort
each, so that a reader's program that shows a page need not unpack the tags.  The file
names itself by what is in it: the same objects give the same bytes.
"""

import io
import re
import sys
import zlib
from array import array
from collections.abc import Mapping
from enum import StrEnum
from hashlib import md5

from pikepdf import Dictionary, Object, Pdf
from pikepdf import Stream as Written

PACK = 200  # objects in a stream of objects
REFERENCE = re.compile(rb"\((?:\\.|[^\\)])*\)|<[0-9a-fA-F]*>|(\d+) 0 R\b", re.DOTALL)
PLAIN = b"/Metadata", b"/application#2fx-xz"  # what other programs look for in the file, and what is packed already
ROW = 8  # bytes of a row of the cross-reference: its kind, five of a place, two of an index


class Shelf(StrEnum):
    """What stands together."""

    PAGES = "pages"
    LINKS = "links"
    TAGS = "tags"
    REST = "rest"


class Binding:
    """A file in the making: numbers are given out, objects written under them in any order, each once."""

    def __init__(self, version: str) -> None:
        self.target = io.BytesIO()
        self.seen = md5(usedforsecurity=False)
        self.rows = array("Q", [0xFFFF])  # object 0 heads the free ones (7.5.4)
        self.shelves: dict[Shelf, list[tuple[int, bytes]]] = {shelf: [] for shelf in Shelf}
        self._write(f"%PDF-{version}\n%".encode() + b"\xf0\x9f\x93\x96\n")

    def number(self) -> int:
        """A number that no other object has."""
        self.rows.append(0)
        return len(self.rows) - 1

    def put(self, number: int, body: bytes, shelf: Shelf = Shelf.REST) -> None:
        """Write an object that is no stream."""
        held = self.shelves[shelf]
        held.append((number, body))
        if len(held) == PACK:
            self._pack(shelf)

    def add(self, body: bytes, shelf: Shelf = Shelf.REST) -> int:
        """Write an object that is no stream under a new number."""
        number = self.number()
        self.put(number, body, shelf)
        return number

    def put_stream(self, number: int, head: bytes, data: bytes) -> None:
        """Write a stream; `head` are the entries of its dictionary but for its length and, if it has none, a filter."""
        if b"/Filter" not in head and not any(sort in head for sort in PLAIN):
            data, head = zlib.compress(data), head + b"/Filter/FlateDecode"
        self.rows[number] = 1 << 56 | self.target.tell() << 16
        self._write(b"%d 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number, head, len(data), data))

    def add_stream(self, head: bytes, data: bytes) -> int:
        """Write a stream under a new number."""
        number = self.number()
        self.put_stream(number, head, data)
        return number

    def take(self, pdf: Pdf, under: Mapping[int, int], elsewhere: Mapping[int, int]) -> tuple[bytes, bytes]:
        """Write all objects of a small file without pages; what its catalog says, and its information.

        Some go `under` a number given out before, others stand for what is written `elsewhere`.
        """
        own = [one for one in pdf.objects if one.objgen not in (pdf.Root.objgen, pdf.Root.Pages.objgen)
               and one.objgen[0] not in elsewhere]
        numbers = {**elsewhere, **{one.objgen[0]: under.get(one.objgen[0]) or self.number() for one in own}}

        def here(body: bytes) -> bytes:
            return REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])] if found[1] else found[0], body)

        for one in own:
            number = numbers[one.objgen[0]]
            if isinstance(one, Written):
                self.put_stream(number, here(_entries(one.stream_dict, "/Length")), one.read_raw_bytes())
            else:
                self.put(number, here(one.unparse(resolved=True)))
        return here(_entries(pdf.Root, "/Pages")), here(pdf.trailer.Info.unparse())

    def finish(self, root: int, info: bytes) -> bytes:
        """The whole file; nothing can be written any more."""
        for shelf in Shelf:
            self._pack(shelf)
        name, place = self.seen.hexdigest().encode(), self.target.tell()
        number = self.number()
        self.rows[number] = 1 << 56 | place << 16
        if sys.byteorder == "little":
            self.rows.byteswap()
        data = zlib.compress(_differences(self.rows.tobytes()))
        self._write(b"%d 0 obj\n<</Type/XRef/Size %d/W[1 5 2]/Root %d 0 R/Info %s/ID[<%s><%s>]/Filter/FlateDecode"
                    b"/DecodeParms<</Predictor 12/Columns %d>>/Length %d>>\nstream\n%s\nendstream\nendobj\n"
                    b"startxref\n%d\n%%%%EOF\n" % (
                        number, number + 1, root, info, name, name, ROW, len(data), data, place))
        return self.target.getvalue()

    def _pack(self, shelf: Shelf) -> None:
        """Write what is on a shelf as one stream of objects."""
        held = self.shelves[shelf]
        if not held:
            return
        self.shelves[shelf] = []
        packed, at, table = self.number(), 0, []
        for index, (number, body) in enumerate(held):
            self.rows[number] = 2 << 56 | packed << 16 | index
            table.append(b"%d %d" % (number, at))
            at += len(body) + 1
        first = b" ".join(table) + b"\n"
        self.put_stream(packed, b"/Type/ObjStm/N %d/First %d" % (len(held), len(first)),
                        first + b"\n".join(body for _, body in held))

    def _write(self, content: bytes) -> None:
        self.seen.update(content)
        self.target.write(content)


def _entries(said: Object, *without: str) -> bytes:
    """What a dictionary says, but for some of its entries, without its brackets."""
    return Dictionary({key: said[key] for key in sorted(said.keys()) if key not in without}).unparse()[2:-2]


def _differences(rows: bytes) -> bytes:
    """Rows as the differences to the row above, each after the sign of that filter (PNG, 9.2: Up)."""
    count = len(rows) // ROW
    made = bytearray(count * (ROW + 1))
    made[::ROW + 1] = b"\x02" * count
    for column in range(ROW):
        ours = rows[column::ROW]
        above = b"\x00" + ours[:-1]
        if ours != above:
            made[column + 1::ROW + 1] = bytes([one - other & 255 for one, other in zip(ours, above, strict=True)])
    return bytes(made)
