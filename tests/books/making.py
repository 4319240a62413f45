"""Whole books made for the tests: the tiny one, with what a test changes in it, and the first book itself."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from press.publish import driver
from press.publish.request import Outcome, Request

ROOT = Path(__file__).resolve().parents[2]
LIGHTHOUSE = Path(__file__).with_name("lighthouse")
PATIENCE = 600  # seconds that a worker waits for another to make a book


@dataclass(frozen=True, slots=True)
class Making:
    """A book that was made, or was to be made: what was asked, and what came of it."""

    request: Request
    outcome: Outcome

    @property
    def pdf(self) -> Path:
        """The finished PDF."""
        return next(file for file in self.outcome.made if file.name.endswith("-screen.pdf"))


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody how far it has come."""


def workshop(folder: Path, content: Path = LIGHTHOUSE) -> Path:
    """A folder with copies of the press's templates and styles and of a book, as `content`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("templates", "styles"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(content, folder / "content")
    return folder


def request(root: Path) -> Request:
    """What is asked for the book of a workshop."""
    return Request(root=root, content=root / "content", out=root / "dist")


def make(asked: Request) -> Making:
    """Make a book."""
    return Making(asked, driver.make(asked, silent))


def once(folder: Path, work: Callable[[], object]) -> None:
    """Do the work for all workers of a test run: the first one does it and the others wait for it."""
    done, failed = folder.with_suffix(".done"), folder.with_suffix(".failed")
    try:
        folder.with_suffix(".begun").mkdir(parents=True)
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not done.exists():
            if failed.exists() or time.monotonic() > end:
                raise RuntimeError(f"another worker did not come to an end with {folder}") from None
            time.sleep(0.1)
        return
    try:
        work()
    except BaseException:
        failed.touch()
        raise
    done.touch()
