"""Trees: names or numbers in order, with what they stand for, in leaves that a program finds by their limits.

Names are sorted by their bytes (ISO 32000-1, 7.9.6), numbers by their size (7.9.7).
"""

from collections.abc import Mapping

from pikepdf import String

from press.assemble.binding import Binding

LEAF = 256  # names of a leaf


def tree_of_names(binding: Binding, named: Mapping[str, bytes]) -> int:
    """Write a tree of names, each with the body of what it stands for; the number of its root."""
    written = sorted((bytes(String(name)), String(name).unparse(), body) for name, body in named.items())
    leaves = []
    for at in range(0, len(written), LEAF):
        leaf = written[at:at + LEAF]
        leaves.append(binding.add(b"<</Limits[%s %s]/Names[%s]>>" % (
            leaf[0][1], leaf[-1][1], b" ".join(b"%s %s" % (name, body) for _, name, body in leaf))))
    return binding.add(b"<</Kids[%s]>>" % references(leaves))


def references(numbers: list[int]) -> bytes:
    """References to objects, as they stand in an array."""
    return b" ".join(b"%d 0 R" % number for number in numbers)
