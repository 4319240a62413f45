"""Clerk: who does, while sections are laid out, what nobody waits for but the last.

The sources are gathered, named and packed, and what writes files is loaded; not before
somebody has nothing to lay out any more, so that nobody waits for a clerk.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from types import TracebackType
from typing import Self, TypeVar

from press.model.book import Kind
from press.publish.archive import OWN, digest, gather, pack
from press.publish.kept import with_press
from press.publish.request import Request

Done = TypeVar("Done")


class Clerk:
    """The clerk of one run, as a context: `kinds` are those of the formats, `carried` says whether one has the archive.

    `named` comes to the sha256 of the sources, `packing` to the archive; `resting` is set when somebody rests.
    What is put into `first` before that is done before the sources are gathered and packed.
    """

    def __init__(self, request: Request, edition: str, kinds: Iterable[Kind], *, carried: bool) -> None:
        self.resting = Event()
        self._desk = ThreadPoolExecutor(1)
        self._desk.submit(self.resting.wait)
        self._loaded = self.do(lambda: _load(kinds))
        self.first: list[Callable[[], object]] = []
        self.do(lambda: [work() for work in self.first])
        sources = self.do(lambda: gather(request.root, request.content, edition))
        self.named = self.do(lambda: digest(sources.result()))
        self.packing = self.do(
            lambda: pack(sources.result(), request.kept("archives"), with_press(OWN))) if carried else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.resting.set()
        self._desk.shutdown(wait=False)

    def wait_until_loaded(self) -> None:
        """Have what writes files loaded, by one thread alone."""
        self.resting.set()
        self._loaded.result()

    def wait_until_done(self) -> None:
        """Wait for all that was asked."""
        self.do(int).result()

    def do(self, work: Callable[[], Done]) -> Future[Done]:
        """Do something more, after all that was asked before."""
        return self._desk.submit(work)


def _load(kinds: Iterable[Kind]) -> None:
    """Load what makes the files of some kinds of formats."""
    from press.publish.makers import maker

    for kind in kinds:
        maker(kind)
