"""Imposition: where in the book each section comes to stand, before any of it is written.

A section begins on a recto; its objects take numbers and its pages keys of their own, in
round figures, so that a section that grows by a word moves none of the others.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from press.assemble.objects import PACK
from press.layout.laid import LaidSection
from press.model.folio import Folio
from press.model.pages import PageMap

ROUND = 1000  # numbers of objects are given out by the thousand
KEYS_A_PAGE = 1000  # more marked pages and annotations than any page has
ADDED_A_PAGE = 2  # what is set on a page when the book is put together: its folio, its page numbers
ADDED = 16  # a node of pages, a blank verso, a leaf of tags, and the last stream of objects of each sort
SIZE = re.compile(rb"/Size\s+(\d+)")
START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


@dataclass(frozen=True, slots=True)
class Imposed:
    """A section, the folio of its first page, the first number of its objects and how many it may have.

    `key` is the first of its keys in the parent tree; `folios` has those of the names that it
    refers to, without names that are nowhere in the book.
    """

    section: LaidSection
    folio: Folio
    first: int
    numbers: int
    key: int
    folios: Mapping[str, Folio | None]


def impose(sections: Sequence[tuple[LaidSection, bool]], found: PageMap) -> Iterator[Imposed]:
    """The sections of a book in order, each told with whether it belongs to the body's numbering."""
    names = {name for section, _ in sections for name in (section.id, *section.names)}
    folios, number, key = {False: 1, True: 1}, ROUND, 0
    for section, body in sections:
        numbers = _numbers(section)
        yield Imposed(section, Folio(body, folios[body]), number, numbers, key,
                      {name: found.folio(name) for name in section.refers if name in names})
        folios[body] += len(section.pages) + len(section.pages) % 2
        number += numbers
        key += _keys(section)


def next_key(imposed: Sequence[Imposed]) -> int:
    """The key after the last of a book."""
    return imposed[-1].key + _keys(imposed[-1].section)


def _keys(section: LaidSection) -> int:
    return KEYS_A_PAGE * (len(section.pages) + 1)


def _numbers(section: LaidSection) -> int:
    """As many numbers as the section can need, rounded up: the objects of its file, and what is added."""
    start = START.search(section.pdf[-64:])
    size = SIZE.search(section.pdf, int(start[1])) if start else None
    least = (int(size[1]) if size else 0) + ADDED_A_PAGE * len(section.pages) + ADDED
    return -(-(least + least // (PACK - 1)) // ROUND) * ROUND
