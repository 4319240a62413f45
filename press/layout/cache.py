"""Cache: laid-out sections kept by everything that their layout depends on.

An entry is one file: the sha256 of the rest, the length of the description, the
description, the PDF.  It is written beside its place and moved there, so two
builds at once see whole entries only; a damaged one counts as missing.
"""

import ctypes
import ctypes.util
import hashlib
import os
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from press.layout.laid import Job, LaidSection, from_description
from press.versions import version

LIMIT = 512 * 1024 * 1024  # bytes; the entries used longest ago go first
DIGEST = 32
PANGO = ("libpango-1.0.so.0", "libpango-1.0-0.dll")


@cache
def engine_key(fonts: Path) -> bytes:
    """What of the machine a layout depends on: engine, shaping libraries, the press's own layout, fonts."""
    digest = hashlib.sha256()
    for package in ("weasyprint", "pydyf", "fonttools", "tinyhtml5", "tinycss2", "cssselect2", "pyphen"):
        digest.update(f"{package} {version(package)}\n".encode())
    digest.update(f"pango {_pango()} zlib\n".encode())
    for file in sorted(Path(__file__).parent.glob("*.py")) + sorted(fonts.glob("*.ttf")):
        digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.digest()


def _pango() -> int:
    """The version of Pango as one number; 0 when there is none."""
    for name in PANGO:
        with suppress(OSError):
            return int(ctypes.CDLL(name).pango_version())
    found = ctypes.util.find_library("pango-1.0")  # which asks other programs, and so comes last
    return int(ctypes.CDLL(found).pango_version()) if found else 0


def key(job: Job, fonts: Path) -> str:
    """The name under which a job's layout is kept."""
    digest = hashlib.sha256(engine_key(fonts))
    for part in (job.id, job.html, job.css, job.heads):
        digest.update(len(part).to_bytes(8) + part.encode())
    return digest.hexdigest()


class Cache:
    """Laid sections in a folder; a folder that cannot be written keeps nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str) -> LaidSection | None:
        """The section kept under a name, or None."""
        path = self._path(name)
        try:
            content = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        if hashlib.sha256(content[DIGEST:]).digest() != content[:DIGEST]:
            return None
        length = int.from_bytes(content[DIGEST:DIGEST + 8])
        described = content[DIGEST + 8:DIGEST + 8 + length]
        return from_description(described.decode(), content[DIGEST + 8 + length:])

    def put(self, name: str, section: LaidSection) -> None:
        """Keep a section under a name."""
        described = section.described().encode()
        content = len(described).to_bytes(8) + described + section.pdf
        path = self._path(name)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(content).digest() + content)
                Path(beside).replace(path)
            except OSError:
                Path(beside).unlink()

    def trim(self) -> None:
        """Delete the entries used longest ago until the rest is within the limit."""
        entries = []
        for path in self.folder.glob("??/*"):
            try:
                entries.append((path.stat().st_mtime, path.stat().st_size, path))
            except OSError:
                continue
        size = sum(entry[1] for entry in entries)
        for _, length, path in sorted(entries):
            if size <= LIMIT:
                return
            with suppress(OSError):
                path.unlink()
                size -= length

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name
