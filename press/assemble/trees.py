"""Trees: names in order, with the places that they stand for, in leaves that a program finds by their limits.

Names are sorted by their bytes (ISO 32000-1, 7.9.6).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from press.assemble.objects import Objects
from press.layout.laid import Spot

LEAF = 256  # names of a leaf
PLAIN = re.compile(r"[\w.:/ -]*", re.ASCII)  # what is written as it is (7.3.4.2)

Named = tuple[bytes, bytes, bytes]
"""A name by which it is sorted, the name as it is written, and the body of what it stands for."""


def string(text: str) -> bytes:
    """A text as a PDF writes it (7.9.2.2)."""
    return b"(%s)" % text.encode() if PLAIN.fullmatch(text) else _string(text)[1]


def _string(text: str) -> tuple[bytes, bytes]:
    """A text that is not plain: its bytes, and as it is written."""
    from pikepdf import String  # few sections have one

    written = String(text)
    return bytes(written), written.unparse()


def sorted_names(named: Mapping[str, bytes]) -> list[Named]:
    """Names in their order, each with the body of what it stands for."""
    return sorted((text.encode() if PLAIN.fullmatch(text) else _string(text)[0], string(text), body)
                  for text, body in named.items())


def tree_of_names(objects: Objects, parts: Iterable[Sequence[Named]]) -> int:
    """Write a tree of all names of some parts, each with what it stands for in the first; the number of its root."""
    found: dict[bytes, Named] = {}
    for part in parts:
        for one in part:
            found.setdefault(one[0], one)
    written = sorted(found.values(), key=itemgetter(0))
    leaves = []
    for at in range(0, len(written), LEAF):
        leaf = written[at:at + LEAF]
        leaves.append(objects.add(b"<</Limits[%s %s]/Names[%s]>>" % (
            leaf[0][1], leaf[-1][1], b" ".join([b"%s %s" % (name, body) for _, name, body in leaf]))))
    return objects.add(b"<</Kids[%s]>>" % references(leaves))


def references(numbers: Iterable[int]) -> bytes:
    """References to objects, as they stand in an array."""
    return b" ".join([b"%d 0 R" % number for number in numbers])

def place(spot: Spot, pages: Sequence[int]) -> bytes:
    """A destination: a spot on one of the pages, whose numbers are given (12.3.2)."""
    return b"[%d 0 R/XYZ %g %g 0]" % (pages[spot.page], spot.x, spot.y)
