"""Pagination: rounds of layout until the folios that are printed are the folios found.

A section that prints folios (contents, chronology, indexes) says so by its level
and is laid out after the sections whose folios it prints; in the end every
section is composed again with the whole page map, and what changed is laid out
again, until the map repeats.  Until then folios are guessed from the length of the text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from press.findings import Place, Report
from press.layout.laid import Job, LaidSection
from press.model.folio import Folio
from press.model.pages import Extent, PageMap

ROUNDS = 5
BLANK = 0.5  # pages that a section of unknown extent is likely to want to its next recto


@dataclass(frozen=True, slots=True)
class Plan:
    """A section that is to be laid out: `level` 0 prints no folios, 1 those of level 0, and so on.

    `weight` tells roughly how long it is: the longest is begun first, so that no core waits long for the last; before
    them an index, of which nobody knows that yet, and after them what is `known` from another run, since its pages
    are likely to be known, too.
    `likely` is the guess of its extent.
    """

    id: str
    body: bool
    level: int
    compose: Callable[[PageMap], Job]
    place: Place = Place("")
    weight: int = 0
    known: bool = False
    likely: Extent = field(default_factory=Extent)


Known = dict[str, tuple[LaidSection | None, int, dict[str, tuple[Folio, ...]]]]
Lay = Callable[[Iterable[Job]], dict[str, LaidSection]]
Settled = Callable[[Sequence[tuple[LaidSection, bool]], PageMap], None]
"""What may be begun with the first sections, each with whether it is of the body, while those behind are laid out."""


def paginate(plans: Sequence[Plan], lay: Lay, report: Report,
             settled: Settled = lambda *_: None) -> tuple[list[LaidSection], PageMap]:
    """The sections in the order of the plans, and where every name came to stand.

    `settled` is told, whenever some are laid out, of those before them, which are likely to stay as they are.
    """
    jobs: dict[str, Job] = {}
    laid: dict[str, LaidSection] = {}
    known: Known = {}
    found = page_map(plans, laid, known)

    def beside(changed: Sequence[Job]) -> None:
        anew = {job.id for job in changed}
        first = list(takewhile(lambda plan: plan.id in laid and plan.id not in anew, plans))
        settled([(laid[plan.id], plan.body) for plan in first], found)

    for level in sorted({plan.level for plan in plans}):
        # The contents stand before what they list: their extent is wanted from the start, their folios later.
        # What was laid out for a folio of other figures than the one found is laid out again beside what comes next.
        ready = [plan for plan in plans if plan.level <= level or (not level and not plan.body)]
        _lay_changed(ready, found, jobs, laid, lay, beside)
        found = page_map(plans, laid, known)
    for _ in range(ROUNDS):
        if not _lay_changed(plans, found, jobs, laid, lay, beside):
            return [laid[plan.id] for plan in plans], found
        found = page_map(plans, laid, known)
    report.add("P-01", plans[0].place, f"the folios do not settle in {ROUNDS} rounds",
               "a folio printed in the text moves the text that it names; reword the passage")
    return [laid[plan.id] for plan in plans], found


def _lay_changed(plans: Sequence[Plan], found: PageMap, jobs: dict[str, Job], laid: dict[str, LaidSection],
                 lay: Lay, beside: Callable[[Sequence[Job]], None]) -> bool:
    """Lay out the sections whose document differs from the one laid out; False when none does."""
    changed: list[Job] = []

    def composed() -> Iterator[Job]:
        for plan in sorted(plans, key=lambda plan: (plan.known, -plan.level, -plan.weight)):
            job = plan.compose(found)
            if jobs.get(job.id) != job:
                changed.append(job)
                yield job
        if changed:
            beside(changed)

    laid.update(lay(composed()))
    jobs.update({job.id: job for job in changed})
    return bool(changed)


def page_map(plans: Sequence[Plan], laid: Mapping[str, LaidSection], known: Known | None = None) -> PageMap:
    """The folios of every name; a section begins on a recto, so each takes an even number of pages.

    In `known` are those of each section from another time, which hold while it begins where it did.
    """
    folios: dict[str, tuple[Folio, ...]] = {}
    first, known = {False: 1.0, True: 1.0}, {} if known is None else known
    for plan in plans:
        section, start = laid.get(plan.id), int(first[plan.body])
        kept = known.get(plan.id)
        if kept is None or kept[0] is not section or kept[1] != start:
            kept = known[plan.id] = section, start, {
                plan.id: (Folio(plan.body, start),), **(_folios(section, plan.body, start) if section else {
                    name: (Folio(plan.body, start + page),) for name, page in plan.likely.names.items()})}
        folios.update(kept[2])
        first[plan.body] += len(section.pages) + len(section.pages) % 2 if section else plan.likely.pages + BLANK
    return PageMap(folios)


def _folios(section: LaidSection, body: bool, start: int) -> dict[str, tuple[Folio, ...]]:
    """The folios of the names of a section that begins there."""
    folios = [Folio(body, start + page) for page in range(len(section.pages))]
    return {name: tuple([folios[page] for page in dict.fromkeys([spot.page for spot in spots])])
            for name, spots in section.names.items()}
