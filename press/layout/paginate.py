"""Pagination: rounds of layout until the folios that are printed are the folios found.

A section that prints folios (contents, chronology, indexes) says so by its level
and is laid out after the sections whose folios it prints; in the end every
section is composed again with the whole page map, and what changed is laid out
again, until the map repeats.  Until then folios are guessed from the length of the text;
where a guess may be wrong by a figure, who prints it waits until the folio is known.
"""

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile
from operator import attrgetter, itemgetter

from press.findings import Report
from press.layout.laid import Job, LaidSection
from press.layout.page_maps import Known, Plan, doubts, page_map
from press.model.pages import Asked, PageMap

ROUNDS = 5
FEW = 2  # sections that are laid out, for which it pays to foresee how they come out

Lay = Callable[[Iterable[Job | None], dict[str, LaidSection]], object]
"""Who lays out jobs, each into the dictionary as it is ready; None among them asks that one more be ready."""
Settled = Callable[[Sequence[tuple[LaidSection, bool]], PageMap], None]
"""What may be begun with the first sections, each with whether it is of the body, while those behind are laid out."""


def paginate(plans: Sequence[Plan], lay: Lay, report: Report,
             settled: Settled = lambda *_: None) -> tuple[list[LaidSection], PageMap]:
    """The sections in the order of the plans, and where every name came to stand.

    `settled` is told, whenever some are laid out, of those before them, which are likely to stay as they are.
    """
    work = _Work(plans, lay, settled)
    for level in sorted({plan.level for plan in plans}):
        # The contents stand before what they list: their extent is wanted from the start, their folios later.
        # What was laid out for a folio of other figures than the one found is laid out again beside what comes next.
        work.lay_changed([plan for plan in plans if plan.level <= level or (not level and not plan.body)])
    for _ in range(ROUNDS):
        if not work.lay_changed(plans):
            return work.sections(), work.found
    report.add("P-01", plans[0].place, f"the folios do not settle in {ROUNDS} rounds",
               "a folio printed in the text moves the text that it names; reword the passage")
    return work.sections(), work.found


@dataclass(slots=True)
class _Work:
    """The sections laid out so far, of which documents, and where every name stands; the `places` of the plans."""

    plans: Sequence[Plan]
    lay: Lay
    settled: Settled
    jobs: dict[str, Job] = field(default_factory=dict)
    laid: dict[str, LaidSection] = field(default_factory=dict)
    known: Known = field(default_factory=dict)
    found: PageMap = field(default_factory=PageMap)
    places: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = {plan.id: at for at, plan in enumerate(self.plans)}
        self.found = page_map(self.plans, self.laid, self.known)

    def sections(self) -> list[LaidSection]:
        """What was laid out, in the order of the book."""
        return [self.laid[plan.id] for plan in self.plans]

    def lay_changed(self, plans: Sequence[Plan]) -> bool:
        """Lay out the sections whose document differs from the one laid out; False when none does."""
        changed: list[Job] = []
        self.lay(self._changed(plans, changed), self.laid)
        self.jobs.update({job.id: job for job in changed})
        if changed:
            self.found = page_map(self.plans, self.laid, self.known)
        return bool(changed)

    def _changed(self, plans: Sequence[Plan], changed: list[Job]) -> Iterator[Job | None]:
        """The jobs that are another than before; in the end those that waited for folios of sections before them."""
        doubtful, waiting = doubts(self.plans, self.laid, self.found), list[tuple[Plan, int]]()
        for plan in self._in_order(plans, doubtful):
            asked = Asked(self.found)
            job = plan.compose(PageMap(asked))
            if self.jobs.get(job.id) == job:
                continue
            if awaited := self._awaited(plan, asked, doubtful):
                waiting.append((plan, awaited))
            else:
                changed.append(job)
                yield job
        if changed:
            self._begin_beside({job.id for job in changed} | {plan.id for plan, _ in waiting})
            self._foresee(sum(job.id not in self.laid for job in changed))
        for awaited, some in groupby(sorted(waiting, key=itemgetter(1)), itemgetter(1)):
            yield from self._until_laid([plan.id for plan in self.plans[:awaited] if plan.body and plan in plans])
            known = self._known_up_to(awaited)
            for plan, _ in some:
                job = plan.compose(known)
                if self.jobs.get(job.id) != job:
                    changed.append(job)
                    yield job

    def _foresee(self, begun: int) -> None:
        """Compose, while a few sections are laid out, all that prints folios, as if they came out as the last time.

        After an edit they mostly do; then nothing is left to compose, and else it is composed anew.
        """
        if not 0 < begun <= FEW:
            return
        likely = dict(self.laid)
        for _, level in groupby(sorted(self.plans, key=attrgetter("level")), attrgetter("level")):
            for plan in level:
                before = self.laid.get(plan.id) or plan.before()
                if not before:
                    return
                likely[plan.id] = before
            found = page_map(self.plans, likely)
            for plan in self.plans:
                plan.compose(found)

    def _in_order(self, plans: Sequence[Plan], doubtful: Mapping[str, int]) -> list[Plan]:
        """What is begun first: what others may wait for, and then what takes longest."""
        waited_for = sorted(set(doubtful.values()))
        return sorted(plans, key=lambda plan: (
            plan.known, bisect_left(waited_for, self.places[plan.id]), -plan.level, -plan.weight))

    def _awaited(self, plan: Plan, asked: Asked, doubtful: Mapping[str, int]) -> int:
        """How many sections of the book are laid out before one that prints a folio in doubt; 0 where it prints none.

        What stands in it or behind it cannot be known sooner.
        """
        owners = (doubtful[name] for name in asked.stood_in if name in doubtful)
        return max((1 + at for at in owners if at < self.places[plan.id]), default=0)

    def _until_laid(self, awaited: Sequence[str]) -> Iterator[None]:
        """Wait for some sections, as long as any is laid out meanwhile."""
        before = -1
        while before < len(self.laid) and not self.laid.keys() >= set(awaited):
            before = len(self.laid)
            yield None

    def _known_up_to(self, awaited: int) -> PageMap:
        """The page map as the first sections have it, and as was guessed behind them, whatever else is ready by now."""
        first = page_map(self.plans[:awaited], self.laid, self.known)
        return PageMap({**self.found.folios, **first.folios})

    def _begin_beside(self, anew: Container[str]) -> None:
        first = list(takewhile(lambda plan: plan.id in self.laid and plan.id not in anew, self.plans))
        self.settled([(self.laid[plan.id], plan.body) for plan in first], self.found)
