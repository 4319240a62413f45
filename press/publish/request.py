"""Request: what is asked of the press, and what a run came to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from press.findings import Report

Progress = Callable[[str, int, int], None]  # how far a stage has come: its name, what is done, how many there are


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
