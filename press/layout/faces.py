"""Faces: the file of a font is read and used as it lies, for WeasyPrint 70.0.

The engine reads a face of a style sheet as it reads anything from anywhere, by a client of
the web, which takes longer than to read the file.  Then it writes the font anew, into a folder
that stays behind when the process does not end by itself, as a worker does not.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import weasyprint
from weasyprint.text import fonts
from weasyprint.urls import URLFetcher

ENGINE = "70.0"
FILE = re.compile(r"file://(/[\w./ -]+)", re.ASCII)  # an address that is a path as it stands

_fetch = fonts.fetch
_add = fonts.FontConfiguration.add_font_face


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    fonts.fetch = fetch
    fonts.FontConfiguration.add_font_face = add_font_face
    return True


class Content(bytes):
    """What is in a file, and which that is."""

    path: Path


class Response:
    """A file that is read when it is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Content:
        """What is in it."""
        content = Content(self.path.read_bytes())
        content.path = self.path
        return content


class Folder:
    """The fonts of one configuration, each where it lies; one that lies nowhere, or is used already, in a folder."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.folder = ""

    def __truediv__(self, name: str) -> "Place":
        return self.places.setdefault(name, Place(self, name))

    def __bool__(self) -> bool:
        return bool(self.folder)  # so that the engine takes away what it made, and nothing else

    def __fspath__(self) -> str:
        return self.folder


class Place:
    """Where the engine thinks that it writes a font."""

    def __init__(self, within: Folder, name: str) -> None:
        self.within, self.name = within, name
        self.path: Path | None = None

    def exists(self) -> bool:
        """Whether the font is there."""
        return self.path is not None

    def write_bytes(self, content: bytes) -> None:
        """Have the font there: the file that was read, when that is all there is to it."""
        taken = {place.path for place in self.within.places.values()}
        if isinstance(content, Content) and content.path not in taken:
            self.path = content.path
            return
        self.within.folder = self.within.folder or mkdtemp(prefix="weasyprint-")
        self.path = Path(self.within.folder) / self.name
        self.path.write_bytes(content)

    def as_posix(self) -> str:
        """The path of the font."""
        return self.path.as_posix() if self.path else ""


def add_font_face(self: Any, rule_descriptors: Any, url_fetcher: Any) -> Any:
    """Have a face of a style sheet found among the fonts."""
    if self._folder is None:
        self._folder = Folder()
    return _add(self, rule_descriptors, url_fetcher)


@contextmanager
def fetch(fetcher: Any, url: str) -> Iterator[Any]:
    """What is at an address: a file is read at once, where files may be read."""
    found = FILE.fullmatch(url) if type(fetcher) is URLFetcher else None
    allowed = found and (fetcher._allowed_protocols is None or "file" in fetcher._allowed_protocols)
    if found and allowed and Path(found[1]).is_file():
        yield Response(Path(found[1]))
        return
    with _fetch(fetcher, url) as response:
        yield response
