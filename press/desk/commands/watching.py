"""Watching: the book made anew whenever a file that it is made from has been saved."""

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from press.desk.commands.answer import shown
from press.desk.commands.printing import make
from press.workshop import console
from press.workshop.order import Order, Status

BETWEEN_LOOKS = 0.1  # seconds
STILL = 0.05  # seconds without a change after which a file counts as saved
LASTING = frozenset({".ttf", ".otf", ".icc", ".py"})  # what is loaded once and kept

READY = "press.publish.manuscript", "press.publish.forme", "press.publish.makers", "press.publish.interior"

Look = Mapping[Path, tuple[int, int]]
"""When every file was written, in nanoseconds, and how long it is."""


def watch(order: Order) -> Status:
    """Make the book, and again after every change, until interrupted or until the press itself is another."""
    from press.layout.workers import load, make_ready, standing

    with standing():
        before = look(order)
        make(order)
        make_ready()
        load(READY)
        return _watch(order, before)


def _watch(order: Order, before: Look) -> Status:
    while True:
        console.say(f"watching {shown(order.content.absolute())} until Ctrl-C")
        now = next(changed(order, before))
        differing = differences(before, now)
        before = now
        if lasting := sorted(path for path in differing if path.suffix in LASTING):
            console.say(f"{shown(lasting[0])} is another: watch anew")
            return Status.MADE
        console.say(f"saved: {', '.join(str(shown(path)) for path in sorted(differing))}")
        begun = time.monotonic()
        make(order)
        console.say(f"{time.monotonic() - begun:.1f} s")


def changed(order: Order, before: Look) -> Iterator[Look]:
    """What the files are once they are others than before, and stay so for a moment; as often as that is asked."""
    while True:
        time.sleep(BETWEEN_LOOKS)
        now = look(order)
        if now == before:
            continue
        while True:
            time.sleep(STILL)
            after = look(order)
            if after == now:
                break
            now = after
        before = now
        yield now


def look(order: Order) -> Look:
    """All that the book is made from, by what tells whether it was written again."""
    folders = order.content.absolute(), *(order.root / name for name in ("styles", "templates", "press"))
    found = {}
    for folder in folders:
        for parent, below, names in os.walk(folder):
            below[:] = [name for name in below if not name.startswith((".", "__"))]
            for name in names:
                path = Path(parent, name)
                if not name.startswith(".") and not name.endswith("~") and (told := _told(path)):
                    found[path] = told
    return found


def differences(one: Look, other: Look) -> set[Path]:
    """The files that were written, came or went."""
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def _told(path: Path) -> tuple[int, int] | None:
    """When a file was written, and how long it is; nothing of one that went away meanwhile."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
