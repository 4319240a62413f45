"""Maker: the web edition of a book, every page of it, from the sections of a forme.

Its folios are those of the pages, so that a citation of the one leads to the other.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from jinja2 import Environment
from markupsafe import Markup

from press.compose.flowing import Flowing, lead
from press.compose.templates import environment
from press.compose.typeset import set_text
from press.compose.webbing import WebCompositor
from press.model.book import Book, Format
from press.model.date_words import printed
from press.model.dates import UncertainDate
from press.model.section import Matter
from press.publish.disclosed import disclosed
from press.publish.forme import Run
from press.publish.references import csl
from press.publish.reflow import reflow
from press.publish.web.addresses import (
    LANDING,
    SEARCH,
    Addresses,
    addresses,
    relative,
    section_page,
    source_page,
)
from press.publish.web.fonts import WebFonts, web_fonts
from press.publish.web.landing import Offer, offers
from press.publish.web.linked import book_thing, claim_things, event_things, script
from press.publish.web.pagefind import Search, searched
from press.publish.web.pages import claims_told, finish
from press.publish.web.records import records
from press.publish.web.sources import SourcePage, source_pages

FOLDER = "web"
FILTERED = '<div class="chronology">'
UNLISTED = frozenset({"preliminaries", "contents"})  # what the contents beside every page do not name


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents beside every page: its number, its title, its page, its own headings."""

    number: str
    title: str
    page: str
    heads: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """What every page of the edition shares; `parts` are front matter, body and back matter."""

    book: Book
    templates: Environment
    addresses: Addresses
    parts: tuple[tuple[Entry, ...], ...]
    linked: dict[str, Any]

    def page(self, template: str, page: str, title: str, **more: Any) -> bytes:
        """One page of the edition, by its template."""
        linked = more.pop("linked", ())
        edition = self.book.edition
        html = self.templates.get_template(template).render(
            site=self, book=self.book, page=page, title=title, up=relative(page, "."),
            to=lambda target: relative(page, target), day=set_text(printed(UncertainDate.parse(edition.date))),
            linked=Markup(script(self.linked, *linked)), **more)  # noqa: S704 - no "<" is left in it
        return html.encode() + b"\n"


def make_web(chosen: Format, css: str, run: Run) -> Mapping[str, bytes]:
    """The pages of the web edition, its search, its fonts and its styles, by their names."""
    del css
    edition = reflow(chosen, run, WebCompositor)
    if edition is None:
        return {}
    run.progress(f"write {chosen.id}", 0, 1)
    book, sections = replace(run.book, registers=disclosed(run.book.registers)), edition.sections
    sources = tuple(source_pages(replace(run.material, book=book), sections, edition.found))
    places = addresses(sections, (source.key for source in sources))
    told = claims_told(run.material.told, places.page)
    for section in sections:
        finish(section, told, book.registers)
        page = section_page(section.id)
        lead([section], lambda name, page=page: places.seen_from(page, name))  # type: ignore[misc]
    search = run.beside(searched, Search(tuple(records(sections, sources)), book.title.language))
    fonts = web_fonts(run.shop.styles / "fonts.css", _characters(book, sections, sources),
                      run.request.kept("fonts") if run.request else None)
    site = Site(book, environment(run.shop.templates / "web"), places, _parts(sections),
                book_thing(book, len(edition.pages)))
    files = {**_pages(site, sections, sources), **_assets(run.shop.styles, run.shop.templates, fonts), **search()}
    run.keep_promises()
    files[LANDING] = _landing(site, sections, offers(run.made, chosen.folios))
    run.progress(f"write {chosen.id}", 1, 1)
    return {f"{FOLDER}/{name}": content for name, content in sorted(files.items())}


def _landing(site: Site, sections: Sequence[Flowing], offered: Sequence[Offer]) -> bytes:
    return site.page("landing.html", LANDING, site.book.title.title, offers=offered, first_page=_first(site),
                     changes=site.book.changes, changes_page=_page_of("changes", sections))


def _pages(site: Site, sections: Sequence[Flowing], sources: Sequence[SourcePage]) -> dict[str, bytes]:
    """Sections, sources and search."""
    registers = site.book.registers
    files = {SEARCH: site.page("search.html", SEARCH, "Search")}
    for at, section in enumerate(sections):
        page = section_page(section.id)
        before, after = (sections[i] if 0 <= i < len(sections) else None for i in (at - 1, at + 1))
        matter = _written(section.text)
        before_filter = matter.find(FILTERED) if FILTERED in matter else len(matter)
        files[page] = site.page(
            "section.html", page, section.title, section=section, before=before, after=after,
            section_page=section_page, matter=Markup(matter[:before_filter]),  # noqa: S704 - escaped there
            filtered=Markup(matter[before_filter:]),  # noqa: S704 - escaped there
            years=_years(section), places=_places(section), linked=_linked(section, page, site))
    for source in sources:
        page = source_page(source.key)
        files[page] = site.page("source.html", page, source.title, source=source,
                                seen=_seen(site.addresses, page), item=_item(registers.sources[source.key]))
    return files


def _first(site: Site) -> str:
    """Where the reading begins: at the first chapter."""
    entries = [entry for part in site.parts for entry in part]
    return next((entry.page for entry in entries if entry.number == "1"), entries[0].page)


def _page_of(template: str, sections: Sequence[Flowing]) -> str:
    """The page of the section in a template, empty where the book has none."""
    return next((section_page(section.id) for section in sections if section.template == template), "")


def _seen(places: Addresses, page: str) -> Callable[[str], str]:
    """The addresses of names as one page writes them, empty for what stands on none."""
    return lambda name: places.seen_from(page, name) if places.page(name) else ""


def _item(source: Any) -> str:
    """A source as an item of CSL-JSON, to be taken along."""
    return json.dumps(csl(source), ensure_ascii=False, indent=1)


def _linked(section: Flowing, page: str, site: Site) -> list[dict[str, Any]]:
    """The claims and the events that a section has."""
    registers, names = site.book.registers, set(section.names())
    return [*claim_things((claim for claim in registers.claims.values() if f"claim-{claim.id}" in names), page,
                          site.addresses),
            *event_things((event for event in registers.events.values() if f"event-{event.id}" in names), registers)]


def _parts(sections: Sequence[Flowing]) -> tuple[tuple[Entry, ...], ...]:
    parts = ([section for section in sections if section.matter is matter and section.template not in UNLISTED]
             for matter in Matter)
    return tuple(tuple(_entry(section) for section in part) for part in parts if part)


def _entry(section: Flowing) -> Entry:
    heads = ((head.get("id", ""), "".join(head.itertext())) for head in section.text.iter("h2"))
    listed = tuple(heads) if section.template == "chapter" else ()
    return Entry(section.number, section.title, section_page(section.id), listed)


def _years(section: Flowing) -> list[str]:
    years = {year for row in section.text.iter("tr") for year in row.get("data-years", "").split()[:1]}
    return sorted(years)


def _places(section: Flowing) -> list[str]:
    return sorted({place for row in section.text.iter("tr") if (place := row.get("data-place", ""))})


def _written(text: Element) -> str:
    """The HTML of a section's matter; what may be too broad for a small screen can be moved sideways."""
    return ElementTree.tostring(text, encoding="unicode", method="html")


def _characters(book: Book, sections: Sequence[Flowing], sources: Sequence[SourcePage]) -> Iterator[str]:
    """Every character that the pages print."""
    for section in sections:
        for element in section.elements():
            yield from element.text or ""
            yield from element.tail or ""
    for source in sources:
        for stretch in source.form:
            yield from stretch.text
    for _, forms in book.title.names:
        yield from "".join(forms)
    yield from "§†←→↑↓·×–—‘’“”…\u00a0\u202f✓"


def _assets(styles: Path, templates: Path, fonts: WebFonts) -> dict[str, bytes]:
    """The styles, the script and the fonts."""
    return {"web.css": (fonts.css + (styles / "web.css").read_text(encoding="utf-8")).encode(),
            "web.js": (templates / "web" / "web.js").read_bytes(),
            "search/LICENSE.txt": (templates / "web" / "search-licence.txt").read_bytes(),
            **{f"fonts/{name}": data for name, data in fonts.files.items()}}
