"""Documents: the sections of a book as they were composed, known by what they were composed of and of the folios asked.

A document that prints generated matter, or the folios of other places as text, depends on
all of the book, and is not remembered from one run to the next.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment

from press.model.folio import Folio
from press.model.memory import Memory, name_of
from press.model.pages import Asked, PageMap
from press.model.section import Section


@dataclass(frozen=True, slots=True)
class Document:
    """A section's HTML, and the styles that only it needs."""

    id: str
    html: str
    css: str


@dataclass(slots=True)
class Documents:
    """The documents made so far, in this run or another; `frame` names what all of them depend on."""

    memory: Memory
    frame: str
    made: dict[str, list[tuple[Asked, Document]]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, str] = field(default_factory=dict)

    def of(self, section: Section, found: PageMap, compose: Callable[[PageMap], Document]) -> Document:
        """The document of a section with the folios of a page map."""
        for asked, document in self.made[section.id]:
            if asked.answered(found):
                return document
        asked = Asked(found)
        document = compose(PageMap(asked))
        self.made[section.id].append((asked, document))
        if name := self.names.get(section.id):
            self.memory.tell(name, [_told(*one) for one in self.made[section.id]])
        return document

    def look_up(self, section: Section, text: str) -> bool:
        """Whether a section was composed in another run, of the text of that name; from now on it is remembered."""
        name = self.names[section.id] = name_of(
            "document", self.frame, section.id, section.title, section.number, section.running_head, section.template,
            section.settings, text)
        said = self.memory.told(name)
        if said is not None:
            self.made[section.id] = [_read(section.id, one) for one in said]
        return said is not None


def frame_of(templates: Environment, *given: object) -> str:
    """The name of what all documents depend on: the templates, and what is given."""
    digest = hashlib.sha256(name_of(given).encode())
    for name in templates.list_templates():
        assert templates.loader is not None  # `environment` gave it
        digest.update(f"\0{name}\0{templates.loader.get_source(templates, name)[0]}".encode())
    return digest.hexdigest()


def _told(asked: Asked, document: Document) -> list[Any]:
    """A document and what it asked, as JSON has it."""
    answers = {name: [[folio.body, folio.number] for folio in folios] for name, folios in asked.answers.items()}
    return [answers, asked.stood_in, document.html, document.css]


def _read(section: str, told: list[Any]) -> tuple[Asked, Document]:
    answers, stood_in, html, css = told
    asked = Asked(PageMap())
    asked.answers = {name: tuple(Folio(body, number) for body, number in folios) for name, folios in answers.items()}
    asked.stood_in = stood_in
    return asked, Document(section, html, css)
