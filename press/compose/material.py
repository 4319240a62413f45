"""Material: a book whose notes are numbered, all that composition prints."""

from collections.abc import Mapping
from dataclasses import dataclass

from press.cite.register import Cited
from press.compose.mentions import IndexMark
from press.model.book import Book
from press.model.section import Section


@dataclass(frozen=True, slots=True)
class Material:
    """A book whose notes are numbered.

    `sections` are the book's, expanded and numbered; `template_of` maps the names
    that editors write to template files; `facts` are counts and versions for the colophon.
    """

    book: Book
    sections: tuple[Section, ...]
    cited: tuple[Cited, ...]
    marks: tuple[IndexMark, ...]
    facts: Mapping[str, str]
