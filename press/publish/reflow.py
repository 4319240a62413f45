"""Reflow: an edition as flowing matter, with a mark wherever a page of its forme begins."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from press.compose.flowing import Flowing, FlowingCompositor
from press.compose.page_marks import PageStart, mark_pages
from press.layout.laid import LaidSection
from press.load.house import load_format
from press.model.book import Format, Kind
from press.model.folio import Folio
from press.model.pages import PageMap
from press.publish.forme import Run
from press.publish.manuscript import checked_css


@dataclass(frozen=True, slots=True)
class Reflowed:
    """The sections of an edition, the pages that are marked in them, and the format that has these pages.

    `homes` has the section of every name that a link may lead to, the marks of pages among them.
    """

    sections: tuple[Flowing, ...]
    pages: tuple[PageStart, ...]
    paged: Format
    found: PageMap
    homes: Mapping[str, str]


def reflow(chosen: Format, run: Run, compositors: type[FlowingCompositor] = FlowingCompositor) -> Reflowed | None:
    """The edition as flowing matter with the folios that a format names; nothing when they are not to be had."""
    paged = load_format(run.shop.styles, chosen.folios, run.book.edition, run.report)
    if paged is not None and paged.kind is not Kind.PAGES:
        run.report.add("B-04", paged.place, f"the format “{paged.id}” has no folios that “{chosen.id}” could name",
                       "name a format of pages after folios:, as screen")
        return None
    if paged is None:
        return None
    forme = run.forme(paged, checked_css(run.material, paged, run.shop, run.report))
    sections: list[Flowing] = []
    pages: list[PageStart] = []
    for source, laid in zip(run.material.sections, forme.sections, strict=True):
        flowing = forme.composer.flowing(source, forme.found, compositors)
        starts = tuple(_starts(laid, forme.found.folios[source.id][0]))
        lost = mark_pages(flowing, starts)
        for page in lost:
            run.report.add("P-03", source.place, f"no mark tells where page {page.folio} begins",
                           f"the press does not find “{page.opening[:30]}” in the text that flows; report it")
        sections.append(flowing)
        pages += [page for page in starts if page not in lost]
    homes = {name: section.id for section in sections for name in section.names()}
    return Reflowed(tuple(sections), tuple(pages), paged, forme.found, homes)


def _starts(section: LaidSection, first: Folio) -> Iterator[PageStart]:
    """The pages of a section but for the blank ones."""
    for at, page in enumerate(section.pages):
        if not page.blank:
            yield PageStart(str(Folio(first.body, first.number + at)), page.opening)
