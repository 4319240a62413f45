"""Clerk: who does, while sections are laid out, what nobody waits for but the last.

The sources are gathered, named and packed, and what writes files is loaded; not before
the first sections are given to those who lay them out, so that nobody waits for a clerk.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from threading import Event
from types import TracebackType
from typing import Self, TypeVar

from press.publish.archive import OWN, digest, gather, pack
from press.publish.kept import with_press
from press.publish.request import Request

Done = TypeVar("Done")


class Clerk:
    """The clerk of one run, as a context; `carried` says whether the archive is asked for.

    `named` comes to the sha256 of the sources, `packing` to the archive; `given` is set when the first jobs are given.
    """

    def __init__(self, request: Request, edition: str, *, carried: bool) -> None:
        self.given = Event()
        self._desk = ThreadPoolExecutor(1)
        self._desk.submit(self.given.wait)
        self._loaded = self._do(lambda: import_module("press.publish.makers"))
        sources = self._do(lambda: gather(request.root, request.content, edition))
        self.named = self._do(lambda: digest(sources.result()))
        self.packing = self._do(
            lambda: pack(sources.result(), request.kept("archives"), with_press(OWN))) if carried else None

    def __enter__(self) -> Self:
        self._desk.shutdown(wait=False)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.given.set()

    def wait_until_loaded(self) -> None:
        """Have what writes files loaded, by one thread alone."""
        self.given.set()
        self._loaded.result()

    def _do(self, work: Callable[[], Done]) -> Future[Done]:
        return self._desk.submit(work)
