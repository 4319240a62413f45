"""Request: what is asked of the press, where its things stand for it, and what a run came to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from press.findings import Report

if TYPE_CHECKING:
    from press.layout.pool import Pool

Progress = Callable[[str, int, int], None]  # how far a stage has come: its name, what is done, how many there are


@dataclass(frozen=True, slots=True)
class Shop:
    """Where the press's own things stand, and how it is to work: `jobs` 0 is a job a core."""

    styles: Path
    templates: Path
    cache: Path | None
    jobs: int
    executor: str = ""

    def pool(self) -> "Pool":
        """Those who lay sections out, to be opened for a run."""
        from press.layout.cache import Cache
        from press.layout.pool import Pool

        return Pool(self.jobs, self.styles / "fonts", Cache(self.cache) if self.cache else None, self.executor)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of the press: `edition` empty means the last, `formats` empty the edition's own.

    `executor` is the address of a cluster, `dask://host:port`; empty, this machine's processes lay out.
    """

    root: Path
    content: Path
    out: Path
    edition: str = ""
    formats: tuple[str, ...] = ()
    jobs: int = 0
    cache: bool = True
    executor: str = ""

    def kept(self, name: str) -> Path | None:
        """The folder of the cache for one sort of thing; None when nothing is to be kept."""
        return self.root / ".cache" / name if self.cache else None

    @property
    def shop(self) -> Shop:
        """Where the press's own things stand for it."""
        return Shop(self.root / "styles", self.root / "templates", self.kept("sections"), self.jobs, self.executor)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: its findings, the files it made, the sections it laid out, the extent by format.

    `said` is what else it has to tell, a line each.
    """

    report: Report
    made: tuple[Path, ...] = ()
    laid: tuple[str, ...] = ()
    extents: dict[str, int] = field(default_factory=dict)
    said: tuple[str, ...] = ()
