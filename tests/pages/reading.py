"""A finished book read against its content: every letter of every section found on its page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from press.compose.composer import Composer
from press.compose.material import Material
from press.compose.templates import environment
from press.findings import Report
from press.load.book import load_book
from press.load.house import template_names
from press.model.book import Book
from press.model.folio import Folio, roman
from press.model.pages import PageMap
from press.model.section import Section
from press.publish.manuscript import prepare
from tests.books.making import Making
from tests.pages.alignment import Aligned, align, letters
from tests.pages.meant import Meant, meant
from tests.pages.printed import Link, Printed, Word

CARRIED = re.compile(r"note(\d+),continued")
MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class SectionRead:
    """A section with its pages, counted in the book, and where its letters stand on them."""

    meant: Meant
    pages: range
    aligned: Aligned

    def where(self) -> dict[str, tuple[int, ...]]:
        """The pages, counted in the book, of every name of the section."""
        body, notes = self.aligned.body_text.named, self.aligned.notes_text.named
        found = {name: self.aligned.pages_of(name) for name in body}
        found |= {name: self.aligned.pages_of_note(name) for name in notes}
        return {name: tuple(self.pages[page] for page in pages) for name, pages in found.items()}


class Reading:
    """A book that was made, read again."""

    def __init__(self, making: Making) -> None:
        self.making = making
        self.printed = Printed(making.pdf)
        prepared = prepare(making.request, Report(), lambda *_: None)
        assert prepared is not None
        self.material: Material = prepared[0]
        templates = making.request.root / "templates"
        self.composer = Composer(self.material, environment(templates), template_names(templates))

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in the order of the leaves."""
        return self.material.sections

    @cached_property
    def loaded(self) -> Book:
        """The book as it is loaded: nothing expanded, nothing numbered, nothing set."""
        found = load_book(self.making.request.content, "", Report())
        assert found is not None
        return found

    @cached_property
    def extents(self) -> dict[str, range]:
        """The pages of each section; the blank verso at its end is not one of them."""
        starts = [self.printed.names[section.id] for section in self.sections] + [len(self.printed.pages)]
        found = {}
        for section, begin, end in zip(self.sections, starts, starts[1:], strict=False):
            last = next((page for page in range(end - 1, begin, -1) if self.printed.words[page]), begin)
            found[section.id] = range(begin, last + 1)
        return found

    @cached_property
    def block(self) -> tuple[float, float]:
        """The head and the foot margin of the trim, in pt."""
        trim = self.making.request.root / "styles" / "trims" / f"{self.material.book.edition.trim}.css"
        sizes = dict(re.findall(r"--(top|foot): ([\d.]+)mm", trim.read_text(encoding="utf-8")))
        return float(sizes["top"]) * MM, float(sizes["foot"]) * MM

    def margins(self, page: int) -> list[Word]:
        """The words of a page above and below its text block."""
        head, foot = self.block
        return [word for word in self.printed.words[page]
                if not head < word.middle < self.printed.heights[page] - foot]

    def carried(self, page: int) -> int:
        """The number of the note that a page says goes on from the page before; 0 for none."""
        label = CARRIED.match(self._letters(page))
        return int(label[1]) if label else 0

    def text(self, page: int) -> str:
        """The letters of a page's text block."""
        return CARRIED.sub("", self._letters(page), count=1) if self.carried(page) else self._letters(page)

    def _letters(self, page: int) -> str:
        outside = set(map(id, self.margins(page)))
        return letters("".join(word.text for word in self.printed.words[page] if id(word) not in outside))

    def folio(self, page: int) -> Folio:
        """The folio that a page's label says."""
        label = self.printed.labels[page]
        return Folio(True, int(label)) if label.isdigit() else Folio(False, ROMAN[label])

    @cached_property
    def read(self) -> dict[str, SectionRead]:
        """Every section, found on its pages; sections that print folios are read after those they name."""
        named = {name: (self.folio(page),) for name, page in self.printed.names.items()}
        found: dict[str, SectionRead] = {}
        for section in sorted(self.sections, key=self.composer.level):
            texts = meant(section, self.composer, named)
            pages = self.extents[section.id]
            aligned = align([self.text(page) for page in pages], texts.body, texts.notes)
            found[section.id] = SectionRead(texts, pages, aligned)
            named |= self._folios(found[section.id].where())
        return found

    @cached_property
    def where(self) -> dict[str, tuple[int, ...]]:
        """Every name of the book and the pages on which its words were found."""
        return {name: pages for section in self.read.values() for name, pages in section.where().items()}

    @cached_property
    def folios(self) -> PageMap:
        """Every name and the folios on which its words were found."""
        return PageMap(self._folios(self.where))

    def _folios(self, where: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[Folio, ...]]:
        return {name: tuple(map(self.folio, pages)) for name, pages in where.items()}

    def links(self, section: str) -> list[Link]:
        """The links inside the book on a section's pages, each in one piece."""
        pages = self.extents[section]
        return list(_joined([link for link in self.printed.links if link.page in pages and link.name]))


ROMAN = {roman(number): number for number in range(1, 200)}




NUMBER = re.compile(r"(?:and )?[\dnivxlc–]+[,.;]?")


def _joined(links: list[Link]) -> Iterator[Link]:
    """The parts of one link follow one another; two numbers that lead to one name are two links."""
    for _, group in groupby(links, key=lambda link: link.name):
        first, *others = group
        for other in others:
            parted = first.text == "and" or first.text.endswith("–")
            if not parted and (NUMBER.fullmatch(first.text) or NUMBER.fullmatch(other.text)):
                yield first
                first = other
            else:
                glue = "" if first.text.endswith("–") else " "
                first = replace(first, text=f"{first.text}{glue}{other.text}")
        yield first
