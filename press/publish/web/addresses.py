"""Addresses: where every name of the book stands on the web, seen from any page.

A section is a page of its own, and so is a source.  Addresses are relative: the folder
works under any path, and opened from a disk.
"""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from press.compose.flowing import Flowing

LANDING, SEARCH, STYLE, SCRIPT = "index.html", "search.html", "web.css", "web.js"
FONTS, SOURCES = "fonts", "sources"
TAKEN = frozenset({"index", "search"})
SOURCE = "source-"  # what the name of a source begins with


@dataclass(frozen=True, slots=True)
class Addresses:
    """The page of each name, and whether the name is the page itself."""

    pages: Mapping[str, str]

    def page(self, name: str) -> str:
        """The page on which a name stands, empty when it stands on none."""
        return self.pages.get(name, "")

    def seen_from(self, page: str, name: str) -> str:
        """The address of a name as a link on `page` writes it."""
        target = self.page(name)
        if name.startswith(SOURCE) or not target:
            return relative(page, target)
        return f"{relative(page, target) if target != page else ''}#{name}"


def addresses(sections: Iterable[Flowing], sources: Iterable[str]) -> Addresses:
    """The addresses of a book's sections, of all names in them, and of its sources."""
    pages = {name: section_page(section.id) for section in sections for name in section.names()}
    return Addresses(pages | {f"{SOURCE}{key}": source_page(key) for key in sources})


def section_page(name: str) -> str:
    """The page of a section."""
    return f"{name}-{name}.html" if name in TAKEN else f"{name}.html"


def source_page(key: str) -> str:
    """The page of a source."""
    return f"{SOURCES}/{key}.html"


def relative(page: str, target: str) -> str:
    """The address of a file as a link on `page` writes it."""
    return posixpath.relpath(target or page, posixpath.dirname(page) or ".")
