"""Tags: a section of a finished file in the order of its structure, stretch by stretch (ISO 32000-1, 14.7)."""

import re
from collections.abc import Callable
from typing import NamedTuple

from press.prove.written import Written

ROLE = re.compile(rb"/S\s*/(\w+)")
KIDS = re.compile(rb"/K\s*(\[[^\]]*\]|\d+ 0 R|\d+)")
PAGE = re.compile(rb"/Pg\s+(\d+) 0 R")
KID = re.compile(rb"(<<[^>]*>>)|(\d+) 0 R|(\d+)")
MARK = re.compile(rb"/MCID\s+(\d+)")
TEXT, HEAD, NOTE, IN_NOTE = "text", "head", "note", "in-note"
UNREAD = frozenset({b"Figure", b"Lbl"})  # a picture speaks by its alternative text, a list by its items

Shown = Callable[[int, int], str]
"""What stands at a mark of a page, both by their numbers."""


class Segment(NamedTuple):
    """A stretch of a section in the order of its tags: text, a table's head, or a note's beginning."""

    kind: str
    text: str


def parts(file: Written) -> list[int]:
    """The Parts of the structure: one a section, in order."""
    return file.kids(file.follow(file.trailer, "Root", "StructTreeRoot", "K"), "K")


def segments(file: Written, part: int, shown: Shown) -> list[Segment]:
    """The stretches of one section."""
    found: list[Segment] = []
    _walk(file, part, shown, TEXT, 0, found)
    return found


def _walk(file: Written, number: int, shown: Shown, kind: str, page: int, found: list[Segment]) -> None:
    body = file.body(number)
    role, kids = ROLE.search(body), KIDS.search(body)
    if role is None or kids is None or role[1] in UNREAD:  # a link's annotation has no role
        return
    here = PAGE.search(body, kids.end()) or PAGE.search(body)
    page = int(here[1]) if here else page
    if role[1] == b"Note":
        found.append(Segment(NOTE, ""))
        kind = IN_NOTE
    if role[1] == b"THead" and kind == TEXT:
        inside: list[Segment] = []
        _read(file, kids[1], shown, kind, page, inside)
        found.append(Segment(HEAD, "".join([one.text for one in inside])))
    else:
        _read(file, kids[1], shown, kind, page, found)


def _read(file: Written, kids: bytes, shown: Shown, kind: str, page: int, found: list[Segment]) -> None:
    """Read the children of an element: other elements, marks on its page or another, or a link's annotation."""
    if (mark := kids.strip(b"[] ")).isdigit():  # as most are
        found.append(Segment(kind, shown(page, int(mark))))
        return
    for inline, element, alone in KID.findall(kids):
        if element:
            _walk(file, int(element), shown, kind, page, found)
        elif inline:
            elsewhere = PAGE.search(inline)
            found += [Segment(kind, shown(int(elsewhere[1]) if elsewhere else page, int(one)))
                      for one in MARK.findall(inline)]
        else:
            found.append(Segment(kind, shown(page, int(alone))))
