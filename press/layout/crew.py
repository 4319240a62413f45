"""Crew: who lays sections out: this process, processes beside it, or the workers of a Dask cluster.

Workers come of a process that has loaded the engine and nothing else, while there was other
work to do (`workers.py`).  One that dies takes its sections with it: they are laid out again, one
by one, so that the section that killed it is known from those that stood beside it.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, TypeVar

from press.layout.laid import Job, LaidSection
from press.layout.workers import Workers, called_in, make_ready, sent_home

DASK = "dask://"
TRIES = 2  # how often a section is laid out alone after its worker died
PATIENCE = 30  # seconds to wait for a cluster

Given = TypeVar("Given")
Made = TypeVar("Made")
LayOut = Callable[[Job], LaidSection]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a section could not be laid out."""

    reason: str


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(slots=True)
class Crew:
    """Lays out jobs as they come; `jobs` is the number of processes, `address` that of a cluster, `dask://host:port`."""

    jobs: int
    address: str = ""
    waiting: list[Job] = field(default_factory=list)
    running: dict[Future[LaidSection], Job] = field(default_factory=dict)
    fallen: list[Job] = field(default_factory=list)
    ended: "SimpleQueue[Future[LaidSection]]" = field(default_factory=SimpleQueue)
    expected: bool = False
    _executor: Executor | None = None
    _client: Any = None

    def warm(self) -> None:
        """Make ready for workers while there is other work to do: from now on they are called in for every job."""
        if self.jobs > 1 and not self.address:
            self.expected = True
            make_ready()

    def take(self, job: Job, lay_out: LayOut) -> None:
        """Take a job: begin it at once where workers are expected, or where it is not the only one."""
        self.waiting.append(job)
        if self.address or (self.jobs > 1 and (self.expected or len(self.waiting) > 1 or self.running)):
            self._begin(lay_out)

    def done(self, lay_out: LayOut) -> Iterator[tuple[Job, LaidSection | Failure]]:
        """Every job that was taken with its section, as they are ready; alone in this process, the longest first.

        Who asks for some of them may ask again, and more may be taken meanwhile.
        """
        while self.waiting or self.running or self.fallen:
            if self.waiting:
                job = max(self.waiting, key=lambda job: len(job.html))
                self.waiting.remove(job)
                yield job, _laid(lambda job=job: lay_out(job))  # type: ignore[misc]
            elif self.running:
                job = self.running.pop(future := self.ended.get())
                try:
                    yield job, _laid(future.result)
                except _Fallen:
                    self.fallen.append(job)
            else:
                self.fallen.sort(key=lambda job: job.id)
                job = self.fallen.pop(0)
                yield job, self._again(job, lay_out)

    @property
    def hands(self) -> int:
        """How many can work side by side: this process alone, or with workers that were called in or are expected."""
        return self.jobs if (self._executor or self.expected) and not self.address else 1

    def deal(self, work: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
        """What comes of each item: this process does the last, and all that a worker died of."""
        if self.hands == 1 or not items:
            return list(map(work, items))
        try:
            given = [self._crew().submit(work, item) for item in items[:-1]]
        except BrokenExecutor:
            return list(map(work, items))
        own = work(items[-1])
        return [*(_done(future, work, item) for future, item in zip(given, items, strict=False)), own]

    def beside(self, work: Callable[[Given], Made], item: Given) -> Callable[[], Made]:
        """Have something done by a worker while there is other work to do; who calls what is given has what it made."""
        if self.hands == 1:
            return lambda: work(item)
        try:
            future = self._crew().submit(work, item)
        except BrokenExecutor:
            return lambda: work(item)
        return lambda: _done(future, work, item)

    def close(self, *, wait: bool = True) -> None:
        """Send the workers home, and wait until they are gone; a cluster stays as it was."""
        if self._client:
            self._client.close()
        elif isinstance(self._executor, Workers):
            sent_home(self._executor, wait=wait)
        self._executor = self._client = None
        self.expected = False

    def _begin(self, lay_out: LayOut) -> None:
        """Give what waits to the workers; where they died meanwhile, it is laid out with what fell with them."""
        for job in self.waiting:
            try:
                future = self._crew().submit(lay_out, job)
            except BrokenExecutor:
                self.fallen.append(job)
                continue
            self.running[future] = job
            future.add_done_callback(self.ended.put)
        self.waiting.clear()

    def _again(self, job: Job, lay_out: LayOut) -> LaidSection | Failure:
        """Lay a section out alone, since a worker died with it."""
        for _ in range(TRIES):
            try:
                return _laid(self._crew(anew=True).submit(lay_out, job).result)
            except _Fallen:
                continue
        return Failure(f"{TRIES + 1} workers died of it")

    def _crew(self, *, anew: bool = False) -> Executor:
        """The executor; a broken one is replaced when asked."""
        if anew and self._executor and not self.address:
            self._executor.shutdown(wait=False)
            self._executor = None
        if self._executor is None:
            self._executor = self._cluster() if self.address else called_in(self.jobs)
        return self._executor

    def _cluster(self) -> Executor:
        from distributed import Client  # only where there is a cluster

        self._client = Client(  # type: ignore[no-untyped-call]
            self.address.replace(DASK, "tcp://", 1), timeout=PATIENCE, set_as_default=False)
        executor: Executor = self._client.get_executor(pure=False)
        return executor


def _done(future: "Future[Made]", work: Callable[[Given], Made], item: Given) -> Made:
    """What a worker made of an item, or what this process makes of it when the worker died."""
    try:
        return future.result()
    except (BrokenExecutor, CancelledError):
        return work(item)


class _Fallen(Exception):  # noqa: N818 - a worker that fell, no error
    """The worker died, whatever the section is."""


def _laid(lay_out: Callable[[], LaidSection]) -> LaidSection | Failure:
    """A section, or why there is none; the death of a worker is not the section's failure yet."""
    try:
        return lay_out()
    except (BrokenExecutor, CancelledError) as error:
        raise _Fallen from error
    except Exception as error:  # whatever it is, it belongs to this section
        if type(error).__name__ == "KilledWorker":
            raise _Fallen from error
        said = " ".join(str(error).split())[:200]
        return Failure(f"{type(error).__name__}{': ' if said else ''}{said}")
