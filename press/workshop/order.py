"""Order: what a command line asks of the press, and the status that a command leaves with."""

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path


class Status(IntEnum):
    """The exit status of a run."""

    MADE = 0
    FINDINGS = 1
    FAILED = 2
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Order:
    """A command line as it was understood.

    `house` names every format of the house and `formats` those that are asked for, empty the
    edition's own; `rest` is what the command itself understands, `words` the whole line.
    `out_given` is false where editions land in the usual place.
    """

    command: str
    root: Path
    house: tuple[str, ...]
    content: Path
    out: Path
    out_given: bool
    setup: bool
    edition: str
    formats: tuple[str, ...]
    jobs: int
    executor: str
    cache: bool
    port: int
    key: Path | None
    yes: bool
    mend: bool
    rest: tuple[str, ...]
    words: tuple[str, ...]
