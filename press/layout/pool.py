"""Pool: sections laid out by a crew, from the cache where it has them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from press.layout.cache import Cache, key
from press.layout.crew import Crew, Failure, cores
from press.layout.laid import Job, LaidSection
from press.layout.roomy import roomy, undisturbed
from press.layout.workers import Workers

Given = TypeVar("Given")
Made = TypeVar("Made")
EMPTY = '<!DOCTYPE html><html lang="en"><head><title>{id}</title></head><body><p>{id}</p></body></html>'


def lay_out(job: Job) -> LaidSection:
    """Lay out one section; the engine is loaded only where that is done."""
    from press.layout.start import start

    undisturbed()
    start()
    from press.layout import section

    return roomy(section.lay_out, job)


class Pool:
    """Lays out jobs, from the cache where it can; counts what it had to lay out.

    `at_rest` is called, while sections are laid out, whenever one of those who do has nothing to do.
    """

    def __init__(self, jobs: int, fonts: Path, cache: Cache | None, executor: str = "") -> None:
        self.crew = Crew(jobs or cores(), executor)
        self.fonts = fonts
        self.cache = cache
        self.laid: list[str] = []
        self.at_hand: dict[str, LaidSection] = {}
        self.at_rest: Callable[[], object] = int

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.crew.close()

    def trim(self) -> None:
        """Have the cache keep within its limit; a long look at a large one, for which somebody else may have time."""
        if self.cache:
            self.cache.trim()

    def warm(self) -> None:
        """Make ready for workers while there is other work to do."""
        self.crew.warm()

    def dismiss(self) -> None:
        """Send the workers home while there is other work to do: there is none for them any more."""
        self.crew.close(wait=False)

    def kept(self, name: str) -> LaidSection | None:
        """What was laid out in another run, under the name of its job; it is at hand for who asks again."""
        if name not in self.at_hand and self.cache and name and (found := self.cache.get(name)):
            self.at_hand[name] = replace(found, job=name)
        return self.at_hand.get(name)

    @property
    def hands(self) -> int:
        """How many can work side by side."""
        return self.crew.hands

    @property
    def busy(self) -> bool:
        """Whether sections are laid out at this moment by others than who asks."""
        return bool(self.crew.running)

    def deal(self, work: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
        """What comes of each item; the workers that stand ready take all but the last."""
        return self.crew.deal(work, items)

    def beside(self, work: Callable[[Given], Made], item: Given) -> Callable[[], Made]:
        """Have something done while there is other work to do; who calls what is given has what it made."""
        return self.crew.beside(work, item)

    def lay_out(self, jobs: Iterable[Job | None], done: Callable[[str], None],
                found: dict[str, LaidSection] | None = None) -> dict[str, LaidSection]:
        """The sections of the jobs by id, begun as the jobs come; `done` is told each id as it is ready.

        Each is put into `found` as it is ready; where there is no job, one more section is to be ready first.
        """
        found = {} if found is None else found
        for job in jobs:
            if job is None:
                self._rest()
                self._put_down(islice(self.crew.done(lay_out), 1), found, done)
                continue
            name = key(job, self.fonts) if self.cache else ""
            if kept := self.kept(name):
                found[job.id] = kept
                done(job.id)
            else:
                self.crew.take(job, lay_out)
        self._rest()
        self._put_down(self.crew.done(lay_out), found, done)
        return found

    def _put_down(self, sections: Iterable[tuple[Job, LaidSection | Failure]], found: dict[str, LaidSection],
                  done: Callable[[str], None]) -> None:
        """Keep what was laid out, and lay out a page that stands for what could not be."""
        for job, made in sections:
            self.laid.append(job.id)
            if isinstance(made, Failure):
                found[job.id] = replace(lay_out(replace(job, html=EMPTY.format(id=job.id))), failure=made.reason)
            else:
                found[job.id] = replace(made, job=key(job, self.fonts))
                if self.cache:
                    self.cache.put(found[job.id].job, made)
            done(job.id)
            self._rest()

    def _rest(self) -> None:
        if len(self.crew.running) < self.crew.hands:
            self.at_rest()


def side_by_side(work: Callable[[Given], Made], items: Sequence[Given], jobs: int) -> Iterator[Made]:
    """What comes of each item, in their order, worked on side by side; `jobs` 0 is a job a core."""
    jobs = jobs or cores()
    if jobs == 1 or len(items) < 2:
        yield from map(work, items)
        return
    with Workers(jobs) as executor:
        yield from executor.map(work, items)
