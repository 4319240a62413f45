"""Forme: an edition laid out in one geometry, from which every format of the same pages prints.

A forme is type locked up and ready for the press.  Formats whose styles are the
same share one; a run lays out each forme when a format first asks for it.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from press.compose.composer import Composer, numbered_matter
from press.compose.general_index import check_rows
from press.compose.material import Material
from press.compose.templates import environment
from press.findings import Finding, Report
from press.layout import last_styles
from press.layout.laid import Job, LaidSection
from press.layout.page_maps import Plan
from press.layout.paginate import Lay, Settled, paginate
from press.layout.pool import Pool
from press.layout.workers import load
from press.load.house import template_names
from press.model.book import Book, Format, Kind
from press.model.memory import FORGETFUL, Memory
from press.model.pages import PageMap
from press.model.section import Section
from press.prove.excuses import Excuses
from press.prove.galley import prove_galley
from press.prove.laid import prove_laid
from press.publish.before import Before
from press.publish.compiled import FOLDER, Compiled
from press.publish.kept import with_press
from press.publish.request import Progress, Request, Shop

TRIERS, FLIERS = ("press.prove.trials",), ("press.prove.flight",)  # what workers need in the end

if TYPE_CHECKING:
    from press.publish.gathered import Gatherer


Given = TypeVar("Given")
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Forme:
    """The laid-out sections of an edition, where every name stands, and what had to be laid out anew."""

    composer: Composer
    sections: tuple[LaidSection, ...]
    found: PageMap
    laid: tuple[str, ...]

    @property
    def extent(self) -> int:
        """Pages, with the blank versos."""
        return sum(len(section.pages) + len(section.pages) % 2 for section in self.sections)


@dataclass(frozen=True, slots=True)
class Made:
    """A format and its files, by their names within the edition's folder."""

    format: Format
    files: dict[str, bytes]


Promise = tuple[Format, str, Callable[[], tuple[bytes, list[Finding]]]]
"""A file of a format by its name, with what comes to it and to all that there is to tell of it."""


@dataclass(slots=True)
class Run:
    """One run of the press over an edition: what it prints from, the formes laid out so far, what was made so far.

    `pool` lays out, where it was opened for the run, and `memory` has the texts as they are set; what else is
    kept is kept for the `request`; `resting` is set when somebody has nothing to lay out;
    `packing` comes to all that the edition is made from, for the formats that carry it.
    """

    material: Material
    shop: Shop
    report: Report
    progress: Progress
    packing: Future[bytes] | None = None
    pool: Pool | None = None
    memory: Memory = FORGETFUL
    request: Request | None = None
    resting: Event = field(default_factory=Event)
    gatherers: "dict[str, Gatherer]" = field(default_factory=dict)
    formes: dict[str, Forme] = field(default_factory=dict)
    made: list[Made] = field(default_factory=list)
    excuses: dict[str, Excuses] = field(default_factory=dict)
    promised: list[Promise] = field(default_factory=list)

    def gatherer(self, chosen: Format) -> "Gatherer | None":
        """Who gathers the sections of a format, where the run has hands of its own: the same, whoever asks."""
        from press.publish.gathered import Gatherer

        if self.pool and self.request:
            self.gatherers.setdefault(chosen.id, Gatherer(
                self.pool, self.request.kept("gatherings"), f"{self.request.content} {chosen.id}"))
        return self.gatherers.get(chosen.id)

    def read_ahead(self, chosen: Format) -> None:
        """Read what was gathered of a format before."""
        if gatherer := self.gatherer(chosen):
            gatherer.read_ahead()

    @property
    def archive(self) -> bytes:
        """All that the edition is made from, in one file; nothing where no format carries it."""
        return self.packing.result() if self.packing else b""

    @property
    def book(self) -> Book:
        """The edition that is made."""
        return self.material.book

    def forme(self, chosen: Format, css: str) -> Forme:
        """The pages in the styles `css`, laid out and held against what they should be, once."""
        if css not in self.formes:
            with nullcontext(self.pool) if self.pool else self.shop.pool() as pool:
                self.formes[css] = forme = self._lay_out(chosen, css, pool)
            excuses = self.excuses.setdefault(chosen.fits, Excuses(
                one for one in self.book.registers.excuses if one.format == chosen.fits))
            for section, source in zip(forme.sections, self.material.sections, strict=True):
                prove_laid(section, source, excuses, self.report)
                prove_galley(section, source, forme.found.folios[section.id][0], excuses, self.report)
            check_rows(forme.composer.index_entries(forme.found), self.report)
        return self.formes[css]

    def _lay_out(self, chosen: Format, css: str, pool: Pool) -> Forme:
        """Every section laid out until the folios settle."""
        shop, sections = self.shop, self.material.sections
        base = shop.styles.resolve().as_uri() + "/"
        before = len(pool.laid)
        if not self.formes:
            last_styles.put_by(last_styles.home(), css, base)
        composer = Composer(self.material, environment(shop.templates, Compiled(with_press(FOLDER))),
                            template_names(shop.templates), self.memory, chosen.fits)
        past = Before(self.memory, chosen.id, pool)
        plans = [replace(plan(section, composer, css, base), likely=composer.extent(section, chosen.page_letters),
                         before=past.of(section.id)) for section in sections]
        told = _telling(pool, chosen, len(plans), self.progress)
        pool.at_rest = self.resting.set
        laid, found = paginate(plans, told, self.report, self._settled(chosen, composer))
        past.tell(laid)
        return Forme(composer, tuple(laid), found, tuple(pool.laid[before:]))

    def _settled(self, chosen: Format, composer: Composer) -> Settled:
        """What is begun with the first sections while those behind them are laid out: they are gathered and proved."""
        def begin(sections: Sequence[tuple[LaidSection, bool]], found: PageMap) -> None:
            if chosen.kind is not Kind.PAGES or self.pool is None:
                return
            # By whoever is the first to have nothing else to do; the other one is in a hurry.
            self.pool.beside(load, TRIERS if sections else (*TRIERS, *FLIERS))
            if not sections:
                return
            from press.publish.gathered import setting_of

            if gatherer := self.gatherer(chosen):
                documents = {source.id: composer.compose(source, found).html for source, _ in zip(
                    self.material.sections, sections, strict=False)}
                gatherer.begin(sections, found, setting_of(self.shop.styles, chosen), documents)

        return begin

    def beside(self, work: Callable[[Given], Done], item: Given) -> Callable[[], Done]:
        """Have something done while there is other work to do; who calls what is given has what it made."""
        return self.pool.beside(work, item) if self.pool else partial(work, item)

    def keep_promises(self) -> None:
        """Have all files that others make for the formats made so far."""
        for chosen, name, told in self.promised:
            content, findings = told()
            for finding in findings:
                self.report.enter(finding)
            next(made for made in self.made if made.format is chosen).files[name] = content
            self.progress(f"preflight {name}", 1, 1)
        self.promised.clear()

    def prove_excuses(self, made: Iterable[str]) -> None:
        """Tell of the excuses for the pages of the formats made that nothing needed."""
        for name in made:
            if name in self.excuses:
                self.excuses[name].prove(self.report)


def plan(section: Section, composer: Composer, css: str, base: str) -> Plan:
    """How one section is composed and when it is laid out."""
    def compose(found: PageMap) -> Job:
        document = composer.compose(section, found)
        return Job(document.id, document.html, css, base, document.css)

    return Plan(section.id, numbered_matter(section), composer.level(section), compose, section.place,
                composer.weight(section), composer.known(section))


def _telling(pool: Pool, chosen: Format, total: int, progress: Progress) -> Lay:
    """The pool's layout, told section by section."""
    ready: set[str] = set()

    def done(name: str) -> None:
        ready.add(name)
        progress(f"lay out {chosen.id}", len(ready), total)

    return lambda jobs, found: pool.lay_out(jobs, done, found)
