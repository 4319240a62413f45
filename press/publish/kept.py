"""Kept: bytes kept under the name of all that they depend on.

An entry is one file, its sha256 and the bytes, written beside its place and moved
there; a damaged one counts as missing, and a folder that cannot be written keeps nothing.
"""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

DIGEST = 32
LIMIT = 64  # entries of a folder; those written longest ago go first


def get(folder: Path | None, name: str) -> bytes | None:
    """What is kept under a name, or None."""
    try:
        content = (folder / name).read_bytes() if folder else b""
    except OSError:
        return None
    kept = content[DIGEST:]
    return kept if content and hashlib.sha256(kept).digest() == content[:DIGEST] else None


def put(folder: Path | None, name: str, content: bytes) -> None:
    """Keep bytes under a name."""
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=folder, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).digest() + content)
            Path(beside).replace(folder / name)
        except OSError:
            Path(beside).unlink()
        _trim(folder)


def _trim(folder: Path) -> None:
    """Delete what was written longest ago until the rest is within the limit."""
    entries = sorted((path.stat().st_mtime, path) for path in folder.glob("[!.]*"))
    for _, path in entries[:-LIMIT]:
        path.unlink(missing_ok=True)
