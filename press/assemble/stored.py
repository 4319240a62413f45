"""Stored: a gathering as bytes, which can be kept, and read again."""

import json
from typing import Any

from press.assemble.fonts import FontUse, Used
from press.assemble.gathering import Gathering
from press.assemble.structure import Grown
from press.assemble.trees import Named

LENGTH = 8  # bytes that tell how long what follows is
CODE = "latin-1"  # a letter a byte


def stored(one: Gathering) -> bytes:
    """A gathering without findings in one piece: what is told of it, then its rows and its objects."""
    told = json.dumps([len(one.rows), *_told(one)]).encode()
    return b"".join((len(told).to_bytes(LENGTH), told, one.rows, one.content))


def read(content: bytes) -> Gathering:
    """The gathering that `stored` wrote."""
    at = LENGTH + int.from_bytes(content[:LENGTH])
    rows, *told = json.loads(content[LENGTH:at])
    return _read(told, content[at + rows:], content[at:at + rows])


def _told(one: Gathering) -> list[Any]:
    """What is told of a gathering, as JSON has it."""
    used = [[font.face, font.name, {glyph: text.decode(CODE) for glyph, text in font.texts.items()}, font.widths,
             font.described] for font in one.fonts.used]
    return [one.first, one.streams, one.node, one.pages, _plain(one.names),
            one.tags.part, one.tags.leaf, _plain(one.tags.named), one.fonts.keys, used]


def _read(told: list[Any], content: bytes, rows: bytes) -> Gathering:
    first, streams, node, pages, names, part, leaf, named, keys, used = told
    fonts = FontUse(keys, tuple(
        Used(face, name, {int(glyph): text.encode(CODE) for glyph, text in texts.items()},
             {int(glyph): width for glyph, width in widths.items()}, described)
        for face, name, texts, widths, described in used))
    return Gathering(first, content, rows, tuple(streams), node, tuple(pages), _named(names),
                     Grown(part, leaf, _named(named)), fonts)


def _plain(named: tuple[Named, ...]) -> list[list[str]]:
    return [[part.decode(CODE) for part in one] for one in named]


def _named(plain: list[list[str]]) -> tuple[Named, ...]:
    return tuple((name.encode(CODE), written.encode(CODE), body.encode(CODE)) for name, written, body in plain)
