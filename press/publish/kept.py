"""Kept: bytes, and the texts of a book, kept under the name of all that they depend on.

An entry is one file, its sha256 and the bytes, written beside its place and moved
there; a damaged one counts as missing, and a folder that cannot be written keeps nothing.
"""

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import press
from press.model.memory import Memory, name_of
from press.model.versions import version

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


Later = Callable[[Callable[[], object]], object]
"""Whoever does something when there is time for it."""


def at_once(work: Callable[[], object]) -> None:
    """Do something now."""
    work()


class Shelf(Memory):
    """The texts of one book from one stage, kept in one file until what makes them changes; used as a context.

    What a run did not ask for is dropped at its end, so that the file does not outgrow the book.
    It is left to `later` to write it.
    """

    def __init__(self, folder: Path | None, stage: str, content: Path, later: Later = at_once) -> None:
        self.folder, self.stage, self.content, self.later = folder, stage, content, later
        self.keeps = folder is not None
        self.before: dict[str, bytes] = {}
        self.now: dict[str, bytes] = {}

    def __enter__(self) -> Self:
        if self.folder:
            self.name = name_of(self.stage, str(self.content), _makers())
            self.before = unpacked(get(self.folder, self.name) or packed({}))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        if self.folder and self.now.keys() != self.before.keys():
            self.later(self._keep)

    def _keep(self) -> None:
        put(self.folder, self.name, packed(self.now))

    def told(self, name: str) -> Any:
        """What was told under a name, or None."""
        return json.loads(self.now[name]) if self.knows(name) else None

    def tell(self, name: str, said: Any) -> None:
        """Remember what JSON can write."""
        if self.folder:
            self.now[name] = json.dumps(said).encode()

    def knows(self, name: str) -> bool:
        """Whether something stands under a name; it stays for another run."""
        if name not in self.now and name in self.before:
            self.now[name] = self.before[name]
        return name in self.now


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
    return f"{version('markdown')} {own} {code_of('model', 'load', 'cite', 'compose')}"


def _trim(folder: Path, limit: int) -> None:
    """Delete what was written longest ago until the rest is within the limit."""
    entries = sorted((path.stat().st_mtime, path) for path in folder.glob("[!.]*"))
    for _, path in entries[:-limit]:
        path.unlink(missing_ok=True)
