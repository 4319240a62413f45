"""Engine file: a section's PDF as the engine wrote it, taken apart into its objects.

Objects stay the bytes that they are: what the book changes of them is little, and to
read and write them all would cost more than all else.  Only what the engine writes is
understood: objects one after the other, and streams of objects (ISO 32000-1, 7.5.7).
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

OBJECT = re.compile(rb"(\d+) 0 obj\s+(.*?)(?:(\r?\nstream\r?\n|>>stream\r?\n)|\s*endobj\s+)", re.DOTALL)
LENGTH = re.compile(rb"/Length\s+(\d+)")
PACKED = re.compile(rb"/Type\s*/ObjStm\b")
ROOT = re.compile(rb"/Root\s+(\d+) 0 R")
END = b"endstream"


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: its dictionary, and its bytes as they stand in the file."""

    head: bytes
    data: bytes

    @property
    def entries(self) -> bytes:
        """What its dictionary says but for its length."""
        return LENGTH.sub(b"", self.head.strip()[2:-2])

    @property
    def content(self) -> bytes:
        """The bytes without their compression."""
        return zlib.decompress(self.data) if self.data and b"/FlateDecode" in self.head else self.data


@dataclass(slots=True)
class EngineFile:
    """The objects of a section's file by their numbers, those that are streams apart; `root` is the catalog's."""

    objects: dict[bytes, bytes] = field(default_factory=dict)
    streams: dict[bytes, Stream] = field(default_factory=dict)
    root: bytes = b""

    def find(self, within: bytes, key: str) -> bytes:
        """The number of the object that an entry of a dictionary leads to, alone in brackets or not; empty without."""
        found = re.search(rb"/%s\s*\[?\s*(?<=[\s\[])(\d+) 0 R" % key.encode(), within)
        return found[1] if found else b""

    def listed(self, within: bytes, key: str) -> list[bytes]:
        """The numbers of the objects in an array that stands in a dictionary."""
        found = re.search(rb"/%s\s*\[([^\]]*)\]" % key.encode(), within)
        return re.findall(rb"(\d+) 0 R", found[1]) if found else []

    def pages(self) -> list[bytes]:
        """The numbers of the pages, in order: the engine hangs all on one node."""
        return self.listed(self.objects[self.find(self.objects[self.root], "Pages")], "Kids")


def taken_apart(pdf: bytes) -> EngineFile:
    """The objects of a file."""
    file, at = EngineFile(), pdf.index(b"\n")
    while found := OBJECT.search(pdf, at):
        number, head, at = found[1], found[2], found.end()
        if not found[3]:
            file.objects[number] = head
            continue
        head += b">>" if found[3].startswith(b">>") else b""
        length = LENGTH.search(head)
        data = pdf[at:at + int(length[1])] if length else b""
        at += len(data)
        stream = Stream(head, data)
        if PACKED.search(head):
            file.objects.update(_unpacked(stream))
        elif root := ROOT.search(head):  # the cross-reference, of no use where all is read
            file.root = root[1]
        else:
            file.streams[number] = stream
    file.root = file.root or ROOT.findall(pdf[at:])[-1]
    return file


def _unpacked(stream: Stream) -> Iterator[tuple[bytes, bytes]]:
    """The objects of a stream of objects: numbers and places first, then what they are."""
    content = stream.content
    first = re.search(rb"/First\s+(\d+)", stream.head)
    assert first is not None
    begins = int(first[1])
    table = content[:begins].split()
    places = [begins + int(place) for place in table[1::2]] + [len(content)]
    for number, start, end in zip(table[::2], places, places[1:]):  # noqa: B905 - one place more
        yield number, content[start:end].rstrip()
