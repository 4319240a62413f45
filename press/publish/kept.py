"""Kept: bytes, and the texts of a book, kept under the name of all that they depend on.

An entry is one file, its sha256 and the bytes, written beside its place and moved
there; a damaged one counts as missing, and a folder that cannot be written keeps nothing.
"""

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import press
from press.model.memory import Memories, Memory, name_of
from press.versions import version

HOME = Path(press.__file__).resolve().parent
DIGEST = 32
LENGTH = 8  # bytes that tell how long what follows is
LIMIT = 64  # entries of a folder; those written longest ago go first
READABLE = 0o644


def get(folder: Path | None, name: str) -> bytes | None:
    """What is kept under a name, or None."""
    try:
        content = (folder / name).read_bytes() if folder else b""
    except OSError:
        return None
    kept = content[DIGEST:]
    return kept if content and hashlib.sha256(kept).digest() == content[:DIGEST] else None


def put(folder: Path | None, name: str, content: bytes, limit: int = LIMIT) -> bool:
    """Keep bytes under a name, for whoever may look into the folder; whether they are kept."""
    with suppress(OSError):
        if folder is None:
            return False
        folder.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=folder, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).digest() + content)
            Path(beside).chmod(folder.stat().st_mode & READABLE)
            Path(beside).replace(folder / name)
        except OSError:
            Path(beside).unlink()
            raise
        _trim(folder, limit)
        return True
    return False


def with_press(name: str) -> Path | None:
    """The folder for one sort of thing that depends on the press alone: in the environment that runs, if it is one."""
    return Path(sys.prefix) / "press" / name if sys.prefix != sys.base_prefix else None


class Shelf(Memory):
    """The texts of one book from one stage, kept in one file until what makes them changes.

    The file is read when something is asked for that was not told meanwhile.  When it is written, what the run
    had no use for is dropped, so that it does not outgrow the book.
    """

    def __init__(self, folder: Path | None, stage: str, content: Path) -> None:
        self.folder = folder
        self.keeps = folder is not None
        self.name = name_of(stage, str(content), _makers()) if folder else ""
        self.used: dict[str, None] = {}
        self.now: dict[str, bytes] = {}
        self.books: dict[str, dict[str, Any]] = {}
        self.changed: set[str] = set()
        self._before: dict[str, bytes] | None = None

    @property
    def before(self) -> dict[str, bytes]:
        """What another run has kept, read once."""
        if self._before is None:
            self._before = unpacked(get(self.folder, self.name) or packed({}))
        return self._before

    def keep(self) -> None:
        """Write what was told and noted, and what else is in use, if anything has changed."""
        if not self.folder or not (self.now or self.changed):
            return
        used, changed = list(self.used), list(self.changed)  # others may go on meanwhile
        noted = {name: json.dumps(self.books[name]).encode() for name in changed}
        now = {name: entry for name in used if (entry := noted.get(name) or self._written(name)) is not None}
        if now != self.before and put(self.folder, self.name, packed(now)):
            self._before = now
            self.changed.difference_update(changed)

    def told(self, name: str) -> Any:
        """What was told under a name, or None."""
        self.want(name)
        written = self._written(name)
        return None if written is None else json.loads(written)

    def tell(self, name: str, said: Any) -> None:
        """Remember what JSON can write."""
        if self.folder:
            self.want(name)
            self.now[name] = json.dumps(said).encode()

    def want(self, name: str) -> None:
        """Say that what stands under a name is in use; it stays for another run."""
        self.used[name] = None

    def knows(self, name: str) -> bool:
        """Whether something stands under a name; it stays for another run."""
        self.want(name)
        return name in self.now or name in self.before

    def noted(self, name: str) -> Mapping[str, Any]:
        """What was noted under a name, by sorts."""
        return self._book(name)

    def note(self, name: str, sort: str, said: Any) -> None:
        """Note under a name what JSON can write."""
        self._book(name)[sort] = said
        self.changed.add(name)

    def _book(self, name: str) -> dict[str, Any]:
        if name not in self.books:
            self.books[name] = self.told(name) or {}
        return self.books[name]

    def _written(self, name: str) -> bytes | None:
        return self.now.get(name) or self.before.get(name)


def shelves(folder: Path | None, content: Path) -> Memories:
    """The memories of a book, each on a shelf of its own."""
    return Memories(Shelf(folder, "read", content), Shelf(folder, "seen", content), Shelf(folder, "set", content))


def packed(entries: Mapping[str, bytes]) -> bytes:
    """Entries in one piece: how long what follows is, their names and lengths, and they themselves."""
    told = json.dumps([[name, len(entry)] for name, entry in entries.items()]).encode()
    return b"".join((len(told).to_bytes(LENGTH), told, *entries.values()))


def unpacked(content: bytes) -> dict[str, bytes]:
    """The entries that `packed` wrote."""
    at, found = LENGTH + int.from_bytes(content[:LENGTH]), {}
    for name, length in json.loads(content[LENGTH:at]):
        found[name] = content[at:at + length]
        at += length
    return found


@cache
def code_of(*stages: str) -> str:
    """The sha256 of the code of some stages."""
    digest = hashlib.sha256()
    for stage in stages:
        for file in sorted((HOME / stage).rglob("*.py")):
            digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _makers() -> str:
    """What makes texts and keeps them: the code of the stages, this file, the version of the reader of Markdown."""
    own = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    return f"{version('markdown')} {own} {code_of('model', 'load', 'check', 'cite', 'compose')}"


def _trim(folder: Path, limit: int) -> None:
    """Delete what was written longest ago until the rest is within the limit."""
    entries = sorted((path.stat().st_mtime, path) for path in folder.glob("[!.]*"))
    for _, path in entries[:-limit]:
        path.unlink(missing_ok=True)
