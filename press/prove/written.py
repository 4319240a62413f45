"""Written: a finished file as it stands on the disk, read object by object by its own table (ISO 32000-1, 7.5.8).

Of a book of thousands of pages no more is held than what is looked at.  Only the
sort of file that the press writes is understood: another is no file of the press.
"""

import re
import zlib
from array import array
from collections.abc import Iterator
from itertools import pairwise

HEAD = re.compile(rb"\s*\d+ 0 obj\s*(<<.*?)\s*stream\r?\n", re.DOTALL)
COUNT = re.compile(rb"/Count\s+(\d+)")
NUMBER = re.compile(rb"(\d+) 0 R")
HELD = 64  # streams of objects that are held unpacked
FREE, STREAM = 0, 1  # kinds of rows: a number that no object has, an object that stands by itself
ROW = 8  # bytes of a row of the table: its kind, five of a place, two of an index


class Written:
    """A file and its table, of which the first row is that of the number `begins`; ValueError where it is another's."""

    begins = 0

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.packs: dict[int, list[bytes]] = {}
        place = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", content[-64:])
        head = HEAD.match(content, int(place[1])) if place else None
        if head is None or b"/W[1 5 2]" not in head[1] or b"/Predictor 12" not in head[1]:
            raise ValueError("the file has no table as the press writes it")
        self.trailer = head[1]
        table = _added(zlib.decompress(self._data(head)))
        self.kinds = table[::ROW]
        self.rows = array("Q", table)
        if self.rows[0] != 0xFFFF:  # as it is where bytes stand the other way round
            self.rows.byteswap()

    def body(self, number: int) -> bytes:
        """An object that is no stream, or the dictionary of one."""
        kind, place, index = self._row(number)
        if kind == 2:
            return self._pack(place)[index]
        head = HEAD.match(self.content, place)
        if kind != 1 or head is None:
            raise ValueError(f"object {number} is not in the file")
        return head[1]

    def stream(self, number: int) -> bytes:
        """What a stream holds, unpacked."""
        kind, place, _ = self._row(number)
        head = HEAD.match(self.content, place)
        if kind != 1 or head is None:
            raise ValueError(f"object {number} is no stream")
        data = self._data(head)
        return zlib.decompress(data) if b"/FlateDecode" in head[1] else data

    def follow(self, body: bytes, *keys: str) -> int:
        """The number that is reached by going from entry to entry of dictionaries."""
        number = 0
        for key in keys:
            found = re.search(rb"/%s\s*\[?\s*(?<=[\s\[])(\d+) 0 R" % key.encode(), body)
            if found is None:
                raise ValueError(f"a dictionary has no {key}")
            number = int(found[1])
            body = self.body(number) if key != keys[-1] else b""
        return number

    def kids(self, number: int, key: str = "Kids") -> list[int]:
        """The numbers in an array of a dictionary."""
        found = re.search(rb"/%s\s*\[([^\]]*)\]" % key.encode(), self.body(number))
        return [int(kid) for kid in NUMBER.findall(found[1])] if found else []

    def pages(self, node: int) -> Iterator[int]:
        """The pages that hang on a node of the page tree, in order."""
        for kid in self.kids(node):
            if re.search(rb"/Type\s*/Pages\b", self.body(kid)):
                yield from self.pages(kid)
            else:
                yield kid

    def count(self, node: int) -> int:
        """How many pages hang on a node of the page tree."""
        found = COUNT.search(self.body(node))
        return int(found[1]) if found else 0

    def stretch(self, first: int) -> Iterator[bytes]:
        """All that stands under the numbers from one on to the next that no object has, and where it stands in that."""
        start = first - self.begins
        end = self.kinds.find(FREE, start) % (len(self.kinds) + 1)  # which is the end of all where none is free
        places = {at: self._row(at + self.begins)[1] for at in range(start, end) if self.kinds[at] == STREAM}
        begins, last = min(places.values()), max(places.values())
        rows = self.rows[start:end]
        for at, place in places.items():
            rows[at - start] = place - begins
        yield self.content[begins:last]
        yield rows.tobytes()
        head = HEAD.match(self.content, last)
        yield head[0] + self._data(head) if head else b""

    def _row(self, number: int) -> tuple[int, int, int]:
        at = number - self.begins
        row = self.rows[at] if 0 <= at < len(self.rows) else 0
        return row >> 56, row >> 16 & 0xFFFFFFFFFF, row & 0xFFFF

    def _data(self, head: re.Match[bytes]) -> bytes:
        length = re.search(rb"/Length\s+(\d+)", head[1])
        return self.content[head.end():head.end() + int(length[1])] if length else b""

    def _pack(self, number: int) -> list[bytes]:
        """The objects of a stream of objects; those that were unpacked first are let go first."""
        if number not in self.packs:
            content, head = self.stream(number), self.body(number)
            first = re.search(rb"/First\s+(\d+)", head)
            begins = int(first[1]) if first else 0
            places = [begins + int(place) for place in content[:begins].split()[1::2]] + [len(content)]
            if len(self.packs) == HELD:
                del self.packs[next(iter(self.packs))]
            self.packs[number] = [content[start:end] for start, end in pairwise(places)]
        return self.packs[number]


def _added(rows: bytes) -> bytes:
    """The rows of a table that is written as differences to the row above (PNG, 9.2: Up)."""
    count = len(rows) // (ROW + 1)
    if rows[::ROW + 1].count(2) != count:
        raise ValueError("the table is not written as differences")
    found = bytearray(count * ROW)
    for column in range(ROW):
        more = rows[column + 1::ROW + 1]
        if more.count(0) < count:
            found[column::ROW] = _sums(more)
    return bytes(found)


def _sums(more: bytes) -> bytes:
    """Each byte and all before it added up, all at once: of the nearest, of twice as many, and so on."""
    count, reach = len(more), 1
    high, sums = (int.from_bytes(each, "little") for each in (b"\x80" * count, more))
    whole = (1 << 8 * count) - 1
    low = whole ^ high
    while reach < count:
        before = sums << 8 * reach & whole
        sums = ((sums & low) + (before & low)) ^ ((sums ^ before) & high)
        reach *= 2
    return sums.to_bytes(count, "little")
