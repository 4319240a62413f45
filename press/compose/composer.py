"""Composer: every section of a book as one HTML document, or as flowing matter.

A document holds no number that depends on the section's place, but for the
folios that registers and indexes print as text; those sections are
composed from the page map and laid out after the rest.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

from jinja2 import Environment
from markupsafe import Markup

from press.compose.bibliography import bibliography
from press.compose.contents import contents, listed
from press.compose.corrections import corrections, withdrawals
from press.compose.documents import Document, Documents, frame_of
from press.compose.extents import extent
from press.compose.fitting import fit
from press.compose.flowing import Flowing, FlowingCompositor, flow, flowing_text
from press.compose.general_index import Entry, entry_names, general_index
from press.compose.html import to_html
from press.compose.hyphenation import divide_tree
from press.compose.links import loosen, made_names
from press.compose.material import Material
from press.compose.source_index import source_index
from press.compose.spaces import NO_BREAK_SPACE
from press.compose.templates import matter_alone
from press.compose.told import asks_folios, with_folios
from press.compose.typeset import set_text, set_tree
from press.model.book import Edition
from press.model.date_words import printed
from press.model.dates import UncertainDate
from press.model.evidence import PAGES
from press.model.memory import FORGETFUL, Memory, name_of, plain
from press.model.pages import Asked, Extent, PageMap
from press.model.section import Matter, Section

# What folds folios into runs is laid out after what it names: the registers, then the indexes.  Those of the contents
# are set when the book is put together.
LEVELS = {"source-index": 2, "general-index": 2}
# An opening carries no head, a plate nothing.  Blank versos are added when the book is put together; what the
# engine calls blank is a page of notes alone, at the end of a section, which has its head like any other.
NO_HEADS = "".join(f"@page {page} {{ @top-left {{ content: none }} @top-right {{ content: none }} }}\n"
                   for page in (":first", "plate"))
GENERATED = frozenset({"contents", "source-index", "general-index", "bibliography", "edition-history", "changes",
                       "preliminaries", "colophon"})  # what prints more than its text: see `_matter`
HEADLESS = frozenset({"preliminaries", "colophon"})


class Composer:
    """Composes the sections of one book; each section's text is set once, when it is asked for, or remembered."""

    def __init__(self, material: Material, templates: Environment, template_of: Mapping[str, str],
                 memory: Memory = FORGETFUL, fits: str = PAGES) -> None:
        self.material = material
        self.templates = templates
        self.without_pages = matter_alone(templates)
        self.template_of = template_of
        self.memory = memory
        self.told = material.told
        self.late = {section.id for section in material.sections
                     if section.copy.seen("late", partial(_asks_folios, section))}
        self.made_names = made_names(material.sections, material.book.registers)
        self.fits = {key: one.fit for key, one in material.book.registers.copyfitting.get(fits, {}).items()}
        title = material.book.title
        self.documents = Documents(memory, frame_of(templates, title.model_dump_json(), sorted(self.made_names),
                                                    sorted(self.fits.items())) if memory.keeps else "")
        self._entries: tuple[Asked, tuple[Entry, ...]] | None = None
        self._trees: dict[str, Element] = {}

    def level(self, section: Section) -> int:
        """When the section is laid out: 0 when it prints no folios."""
        return LEVELS.get(section.template, 1 if section.id in self.late else 0)

    def compose(self, section: Section, found: PageMap) -> Document:
        """The document of a section; what it prints of folios is taken from the page map."""
        return self.documents.of(section, found, lambda folios: self._composed(section, folios))

    def known(self, section: Section) -> bool:
        """Whether the text of a section was composed in another run; one that depends on all of the book never was."""
        if not self.memory.keeps or section.template in GENERATED or section.id in self.late:
            return False
        as_set = self._name_as_set(section)
        return self.documents.look_up(section, as_set) and self.memory.knows(as_set)

    def extent(self, section: Section, letters: int) -> Extent:
        """What a section is likely to fill where a page holds so many letters."""
        pages, names = section.copy.seen(
            f"extent {letters}", lambda: _told_extent(extent(section.body, letters)))
        return Extent(pages, names)

    def weight(self, section: Section) -> int:
        """Roughly how long a section is."""
        return section.copy.seen("weight", lambda: sum(1 for _ in section.body.iter()))

    def flowing(self, section: Section, found: PageMap,
                compositors: type[FlowingCompositor] = FlowingCompositor) -> Flowing:
        """A section as flowing matter, with the folios of the page map."""
        compositor = compositors(section.id, found)
        text = flowing_text(compositor, self._tree(section, found))
        return flow(section, set_text(section.title),
                    self._render(self.without_pages, section, found, text), compositor.notes)

    def _composed(self, section: Section, found: PageMap) -> Document:
        text = to_html(self._tree(section, found), section.id, found)
        html = self._render(self.templates, section, found, text)
        return Document(section.id, fit(html, self.fits), self._heads(section))

    def _tree(self, section: Section, found: PageMap) -> Element:
        tree = self._trees.get(section.id)
        if tree is None:
            tree = self._trees[section.id] = self._as_set(section)
            loosen(tree, self.made_names)
        return with_folios(tree, self.told, found) if section.id in self.late else tree

    def _as_set(self, section: Section) -> Element:
        """The tree of a section as it is set and divided, remembered."""
        made = self.memory.recall(name := self._name_as_set(section)) if self.memory.keeps else None
        if made is None:
            language = self.material.book.title.language
            made = divide_tree(set_tree(section.body, language), language)
            if self.memory.keeps:
                self.memory.remember(name, made)
        return made

    def _name_as_set(self, section: Section) -> str:
        language = self.material.book.title.language
        return section.copy.seen("set", lambda: name_of("set", language, plain(section.body)), language)

    def _render(self, templates: Environment, section: Section, found: PageMap, text: str) -> str:
        book = self.material.book
        return templates.get_template(self.template_of[section.template]).render(
            book=book, section=section, language=book.title.language, heading=set_text(section.title),
            text=Markup(text), flowing=templates is self.without_pages, **self._matter(section, found))  # noqa: S704 - escaped by the compositors

    def index_entries(self, found: PageMap) -> tuple[Entry, ...]:
        """The entries of the general index; those of the same folios as before are not made again."""
        asks = isinstance(found.folios, Asked)  # whoever composes wants to know what was asked
        if not asks and self._entries and self._entries[0].answered(found):
            return self._entries[1]
        asked = Asked(found)
        entries = general_index(self.material.marks, self.material.book.registers, PageMap(asked))
        self._entries = asked, entries
        return entries

    def _matter(self, section: Section, found: PageMap) -> dict[str, Any]:
        """What the templates of generated matter print."""
        material, edition = self.material, self.material.book.edition
        made: dict[str, Any] = {}
        match section.template:
            case "contents":
                made["contents"] = contents(material.sections, section, found)
                made["lists"] = listed(material.sections, found)
            case "source-index":
                made["groups"] = source_index(material.cited, material.book.registers.sources, found)
            case "general-index":
                made["entries"] = self.index_entries(found)
                made["names"] = entry_names(made["entries"])
            case "bibliography":
                made["groups"] = bibliography(material.book.registers.sources)
            case "edition-history":
                made |= {**_dates(edition), "corrections": corrections(edition),
                         "withdrawals": withdrawals(edition)}
            case "changes":
                from press.compose.changes import counted, shown_changes

                made |= {"before": material.book.before, "groups": shown_changes(material.book),
                         "changes_counted": counted(material.book)}
            case "preliminaries" | "colophon":
                made |= {**_dates(edition), "facts": material.facts}
        return made

    def _heads(self, section: Section) -> str:
        """The running heads: the book on versos, the section on rectos."""
        if section.template in HEADLESS:
            return ""
        verso, recto = (_css_string(set_text(head)) for head in
                        (self.material.book.title.running_head, section.running_head))
        return (f"@page :left {{ @top-right {{ content: {verso} }} }}\n"
                f"@page :right {{ @top-left {{ content: {recto}{self._guide(section)} }} }}\n" + NO_HEADS)

    def _guide(self, section: Section) -> str:
        """What a running head adds: the year that goes on, or the first and last entry of the page."""
        if section.template == "chronology":
            return " string(yearrun, start)"
        if section.copy.seen("guided", partial(_is_guided, section)):
            return ' ": " string(guide, first) " – " string(guide, last)'
        return ""


def _asks_folios(section: Section) -> bool:
    return asks_folios(section.body)


def _is_guided(section: Section) -> bool:
    return any(element.get("data-guide") for element in section.body.iter())


def _told_extent(likely: Extent) -> tuple[float, Mapping[str, int]]:
    return likely.pages, likely.names


def _dates(edition: Edition) -> dict[str, str]:
    return {"edition_date": _day(edition.date), "knowledge_date": _day(edition.state_of_knowledge)}


def _day(date: str) -> str:
    """A day as it is printed, on one line."""
    return set_text(printed(UncertainDate.parse(date))).replace(" ", NO_BREAK_SPACE)


def _css_string(text: str) -> str:
    """A CSS string (CSS Syntax 3, 4.3.5)."""
    escaped = "".join(f"\\{ord(c):x} " if c in '"\\\n<' else c for c in text)
    return f'"{escaped}"'


def numbered_matter(section: Section) -> bool:
    """Whether a section's pages belong to the body's numbering: the back matter goes on from the body."""
    return section.matter is not Matter.FRONT
