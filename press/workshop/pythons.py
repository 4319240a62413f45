"""Pythons: which of a machine's Pythons the environment is made of: the one that works fastest.

The same version lays out a book a fifth faster or slower by how it was built (with the compiler's
knowledge of what is called often, or without), and which was built well no version tells.  So each that
would serve is asked to do a little, and the one that was called makes way only for one that is plainly faster.
"""

import json
import os
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from press.workshop.logbook import overhear

PLAINLY = 0.93  # of the time of the Python that was called: who takes less makes it give way
SYSTEM = "/usr/local/bin", "/usr/bin"
TRIAL = """
import sys, sysconfig, time, json, ensurepip, ssl, venv
class Box:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
    def moved(self, by):
        return Box(self.x + by, self.y)
def work(known):
    begun = time.perf_counter()
    for at in range(40_000):
        box = Box(at, "line").moved(1)
        if isinstance(box, Box) and box.x % 7:
            known[at & 1023] = (box, known.get(at & 511))[0]
    return time.perf_counter() - begun
print(json.dumps({"kind": sys.implementation.cache_tag + " " + sysconfig.get_platform(),
                  "own": sys.prefix == sys.base_prefix, "seconds": min(work({}) for _ in range(7))}))
"""


@dataclass(frozen=True, slots=True)
class Tried:
    """A Python, and the seconds that it took."""

    path: str
    seconds: float


def swiftest(called: str) -> str:
    """The Python to make an environment of: the one that was called, or another such that is plainly faster."""
    tried = [one for path in (called, *others(called, _folders())) if (one := trial(path))]
    return chosen(called, tried)


def chosen(called: str, tried: Sequence[Tried]) -> str:
    """The fastest of those tried, if it is plainly faster than the one that was called."""
    own = next((one.seconds for one in tried if one.path == called), 0.0)
    best = min(tried, key=lambda one: one.seconds, default=Tried(called, 0.0))
    return best.path if best.seconds < own * PLAINLY else called


def others(called: str, folders: Sequence[str]) -> Iterator[str]:
    """Programs of the same version in some folders; a script that calls one is none."""
    seen = {_itself(called)}
    for folder in folders:
        path = Path(folder) / f"python{sys.version_info[0]}.{sys.version_info[1]}"
        if _is_program(path) and _itself(str(path)) not in seen:
            seen.add(_itself(str(path)))
            yield str(path)


def trial(path: str) -> Tried | None:
    """A Python that was tried; None where it is of another kind, lacks what an environment is made with, or fails."""
    status, talk = overhear((path, "-I", "-c", TRIAL))
    said = talk.rstrip().rpartition("\n")[2]
    if status or not said.startswith("{"):
        return None
    told = json.loads(said)
    kind = f"{sys.implementation.cache_tag} {sysconfig.get_platform()}"
    return Tried(path, told["seconds"]) if told["own"] and told["kind"] == kind else None


def _folders() -> list[str]:
    """Where a Python may be."""
    return [] if os.name == "nt" else [*os.environ.get("PATH", "").split(os.pathsep), *SYSTEM]


def _is_program(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return os.access(path, os.X_OK) and file.read(2) != b"#!"
    except OSError:
        return False


def _itself(path: str) -> str:
    return os.path.realpath(path)
