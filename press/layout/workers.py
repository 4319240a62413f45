"""Workers: processes that lay out sections, each come of one that has loaded the engine.

On Linux the engine is loaded once for all workers, by a server that has no threads or files of
its own (`multiprocessing`'s forkserver); elsewhere, where libraries of the system do not bear
that, every worker is started afresh and loads it itself.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from importlib import import_module
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import Thread
from typing import Any

import press
from press.layout.roomy import roomy, undisturbed

HOME = str(Path(press.__file__).resolve().parents[1])
LOADED = "press.layout.loaded"  # what the server imports before the first worker comes of it


class Workers(ProcessPoolExecutor):
    """An executor whose workers are called in one by one, as work for them comes."""

    def __init__(self, jobs: int) -> None:
        make_ready()
        self.jobs = jobs
        super().__init__(jobs, mp_context=_context(), initializer=_begin)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Give out work; a worker that is called in for it knows nothing of the program that calls."""
        with _nameless():
            return super().submit(roomy, fn, *args, **kwargs)


class _Standing:
    """Whether workers stay, and those who do."""

    stay = False
    workers: Workers | None = None


@contextmanager
def standing() -> Iterator[None]:
    """Workers who are sent home meanwhile stay for the next to call them, with all that they have read."""
    _Standing.stay = True
    try:
        yield
    finally:
        _Standing.stay = False
        if _Standing.workers:
            _Standing.workers.shutdown(cancel_futures=True)
        _Standing.workers = None


def called_in(jobs: int) -> Workers:
    """So many workers: those who stayed, if they are as many and well."""
    there, _Standing.workers = _Standing.workers, None
    if there:
        with suppress(BrokenExecutor):
            if there.jobs == jobs and there.submit(int).result() == 0:
                return there
        there.shutdown(wait=False)
    return Workers(jobs)


def sent_home(workers: Workers, *, wait: bool = True) -> None:
    """Send workers home, or have them stay."""
    if _Standing.stay and _Standing.workers is None:
        _Standing.workers = workers
    else:
        workers.shutdown(wait=wait, cancel_futures=True)


def make_ready() -> None:
    """Have the server load the engine, and do not wait for it."""
    if _context().get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running, set_forkserver_preload

        with _nameless(), _found():
            set_forkserver_preload([LOADED])
            ensure_running()


def load(modules: Sequence[str]) -> None:
    """Load some modules into a worker that has nothing else to do, before there is work for which it needs them."""
    for name in modules:
        import_module(name)


def _context() -> BaseContext:
    return multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")


def _begin() -> None:
    """What a worker does first: it looks for garbage rarely, and has one eye on the process that called it."""
    undisturbed()
    if caller := multiprocessing.parent_process():
        Thread(target=_leave_after, args=(caller,), daemon=True).start()


def _leave_after(caller: Any) -> None:
    """Leave when the process that called has ended without sending its workers home, as one that was killed."""
    caller.join()
    os._exit(1)


@contextmanager
def _nameless() -> Iterator[None]:
    """The program has no file meanwhile, so that no worker reads it again."""
    main = sys.modules["__main__"]
    file, spec = main.__dict__.pop("__file__", None), main.__spec__
    main.__spec__ = None
    try:
        yield
    finally:
        main.__spec__ = spec
        if file is not None:
            main.__file__ = file


@contextmanager
def _found() -> Iterator[None]:
    """The press is where a new process looks for modules."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(path for path in (HOME, before) if path)
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
