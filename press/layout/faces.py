"""Faces: the file of a font is read as it lies, for WeasyPrint 70.0.

The engine reads a face of a style sheet as it reads anything from anywhere, by a client of
the web, which takes longer than to read the file.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import weasyprint
from weasyprint.text import fonts
from weasyprint.urls import URLFetcher

ENGINE = "70.0"
FILE = re.compile(r"file://(/[\w./ -]+)", re.ASCII)  # an address that is a path as it stands

_fetch = fonts.fetch


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    fonts.fetch = fetch
    return True


@contextmanager
def fetch(fetcher: Any, url: str) -> Iterator[Any]:
    """What is at an address: a file is read at once, where files may be read."""
    found = FILE.fullmatch(url) if type(fetcher) is URLFetcher else None
    allowed = found and (fetcher._allowed_protocols is None or "file" in fetcher._allowed_protocols)
    if found and allowed and Path(found[1]).is_file():
        yield SimpleNamespace(read=Path(found[1]).read_bytes)
        return
    with _fetch(fetcher, url) as response:
        yield response
