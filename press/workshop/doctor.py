"""Doctor: what this machine has of all that the press and its tests use, and what each part is for."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from press.workshop import environment, needs
from press.workshop.machine import Machine, missing_line

USES = (
    (needs.PANGO, "lays out every line"),
    (needs.SUBSETTER, "makes fonts small, the same everywhere"),
    (needs.VENV, "makes the environment that the press runs in"),
    (needs.POPPLER, "draws the contact sheet; reads finished files in the tests"),
    (needs.JDK, "runs veraPDF, which holds the screen file against PDF/A and PDF/UA in the tests"),
    (needs.CHROMIUM, "shows the web edition in the tests"),
    (needs.ATOMIC, "lets the tests drive the browser"),
    (needs.XZ, "unpacks in the tests what a book carries"),
    (needs.MINISIGN, "signs an edition’s manifest"),
    (needs.GIT, "fetches a recorded edition from its commit"),
)
FILES = (
    ("styles/fonts", "*.ttf", "the declared fonts"),
    ("styles/icc", "*.icc", "the colour profiles of screen and print"),
    ("styles/printers", "*.yaml", "what printers take"),
    ("content/editions", "*.yaml", "the editions of the book"),
)
TO_MAKE = (needs.PANGO, needs.SUBSETTER)


@dataclass(frozen=True, slots=True)
class Sign:
    """One part of a machine: whether it is there, what it is for, and what mends it when it is not."""

    name: str
    well: bool
    use: str
    cure: str = ""

    def __str__(self) -> str:
        cure = f"\n         {self.cure}" if self.cure else ""
        return f"{'ok' if self.well else 'missing':<8} {self.name}: {self.use}{cure}"


def examine(root: Path, here: Machine) -> Iterator[Sign]:
    """Every part that the press uses, present or not; nothing is changed."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Sign(f"Python {version}", well=True, use="runs the press; 3.11 or newer")
    for need, use in USES:
        well = needs.present(need)
        yield Sign(need.name, well, use, "" if well else missing_line((need,), here))
    for tests, lock in ((False, environment.LOCK), (True, environment.TEST_LOCK)):
        well = (environment.is_home(root, for_tests=tests)
                or environment.state(root, for_tests=tests) is environment.State.READY)
        use = "the packages of the tests" if tests else "the packages of the press"
        yield Sign(f".venv with {lock}", well, use, "" if well else "it is made by the next command that needs it")
    for folder, pattern, use in FILES:
        count = sum(1 for _ in (root / folder).glob(pattern))
        yield Sign(f"{folder} ({count})", count > 0, use, "" if count else "fetch the project anew")


def can_make() -> bool:
    """Whether the machine has what the book is made with."""
    return not needs.lacking(TO_MAKE)
