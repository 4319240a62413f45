"""Corpus parts: what a made book consists of, whoever is to print it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Styled:
    """Words in italics, or in bold."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    words: tuple["str | Styled", ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a section by its number."""

    id: str


@dataclass(frozen=True, slots=True)
class PageReference:
    """A reference to a section by its page."""

    id: str


@dataclass(frozen=True, slots=True)
class IndexMark:
    """A heading of the index at this place."""

    term: str


Inline = str | Styled | Note | Reference | PageReference | IndexMark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or an extract from another's book."""

    words: list[Inline]
    extract: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the second or third level; the second is numbered."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of five columns, the last three numbers."""

    id: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, by the number that seeds it."""

    id: str
    caption: str
    number: int

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"fig{self.number:03d}.svg"


Block = Paragraph | Heading | Items | Table | Figure


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter."""

    id: str
    title: str
    blocks: list[Block]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A book; `numbers` are the numbers of its headings by id."""

    title: str
    author: str
    chapters: tuple[Chapter, ...]
    terms: tuple[str, ...]
    numbers: dict[str, str]

    def count(self, kind: type[Note | IndexMark]) -> int:
        """How many notes or index marks the book has."""
        return sum(isinstance(part, kind) for chapter in self.chapters for block in chapter.blocks
                   if isinstance(block, Paragraph) for part in block.words)
