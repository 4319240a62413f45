"""Material: a book whose notes are numbered, all that composition prints."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from press.cite.register import Cited
from press.compose.mentions import IndexMark
from press.model.book import Book
from press.model.section import Section


@dataclass(frozen=True, slots=True)
class Material:
    """A book whose notes are numbered.

    `sections` are the book's, expanded and numbered; `template_of` maps the names
    that editors write to template files; `facts` are counts and versions for the colophon.
    `told` has the names of the passages that tell each record, `event-t01`, `claim-c014`.
    """

    book: Book
    sections: tuple[Section, ...]
    cited: tuple[Cited, ...]
    marks: tuple[IndexMark, ...]
    facts: Mapping[str, str]
    told: Mapping[str, Sequence[str]] = field(default_factory=dict)
