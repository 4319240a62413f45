"""Pool: sections laid out side by side, by any `concurrent.futures` executor.

Workers are spawned, not forked, so that the engine's libraries start clean on
every system; they are started when there is work and kept for the later rounds.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from press.layout.cache import Cache, key
from press.layout.laid import Job, LaidSection

Given = TypeVar("Given")
Made = TypeVar("Made")


def lay_out(job: Job) -> LaidSection:
    """Lay out one section; the engine is loaded only where that is done."""
    from press.layout import section

    return section.lay_out(job)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Pool:
    """Lays out jobs, from the cache where it can; counts what it had to lay out."""

    def __init__(self, jobs: int, fonts: Path, cache: Cache | None) -> None:
        self.jobs = jobs or cores()
        self.fonts = fonts
        self.cache = cache
        self.laid: list[str] = []
        self._executor: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        if self._executor:
            self._executor.shutdown(cancel_futures=True)
        if self.cache:
            self.cache.trim()

    def lay_out(self, jobs: Sequence[Job], done: Callable[[str], None]) -> dict[str, LaidSection]:
        """The sections of the jobs by id; `done` is told each id as it is ready."""
        found: dict[str, LaidSection] = {}
        names = {job.id: key(job, self.fonts) for job in jobs}
        missing = []
        for job in jobs:
            kept = self.cache.get(names[job.id]) if self.cache else None
            if kept:
                found[job.id] = kept
                done(job.id)
            else:
                missing.append(job)
        for section in self._run(missing):
            self.laid.append(section.id)
            found[section.id] = section
            if self.cache:
                self.cache.put(names[section.id], section)
            done(section.id)
        return found

    def _run(self, jobs: list[Job]) -> Iterator[LaidSection]:
        """Lay out the longest first, so that no core waits long for the last."""
        ordered = sorted(jobs, key=lambda job: len(job.html), reverse=True)
        if self.jobs == 1 or (len(ordered) == 1 and not self._executor):
            yield from map(lay_out, ordered)
        elif ordered:
            self._executor = self._executor or ProcessPoolExecutor(
                self.jobs, mp_context=multiprocessing.get_context("spawn"))
            for future in as_completed([self._executor.submit(lay_out, job) for job in ordered]):
                yield future.result()


def side_by_side(work: Callable[[Given], Made], items: Sequence[Given], jobs: int) -> Iterator[Made]:
    """What comes of each item, in their order, worked on side by side; `jobs` 0 is a job a core."""
    jobs = jobs or cores()
    if jobs == 1 or len(items) < 2:
        yield from map(work, items)
        return
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as executor:
        yield from executor.map(work, items)
