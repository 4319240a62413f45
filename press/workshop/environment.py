"""Environment: the project's own `.venv`, filled from a lock with hashes.

A stamp in the `.venv` names the Python and the locks it was filled from, and
the versions on its shelves are held against the lock: that is a look into one
folder, so a ready environment costs nothing.  An environment that somebody
else keeps, such as uv's, serves too when it has what `pyproject.toml` asks for.
"""

import hashlib
import os
import re
import sys
import sysconfig
import tomllib
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from press.versions import described, plain
from press.workshop import pythons
from press.workshop.logbook import Hindrance, enter, overhear

STAMP = "press.stamp"
LOCK = "requirements.lock"
TEST_LOCK = "requirements-test.lock"
FILLERS = "press.publish.archive", "press.layout.ready_code"  # pack, and compile, what is the press's own


class State(StrEnum):
    """What is to be done about a `.venv`."""

    READY = "nothing"
    SHORT = "add what another lock asks for"
    SPOILT = "make it anew"


def is_home(root: Path, *, for_tests: bool) -> bool:
    """Whether the Python that runs is in an environment that serves: the `.venv`, or somebody else's."""
    if sys.prefix == sys.base_prefix:
        return False
    home = root / ".venv"
    if Path(sys.prefix).resolve() == home.resolve() and stamp(home):
        return state(root, for_tests=for_tests) is State.READY
    return serves(root, for_tests=for_tests)


def state(root: Path, *, for_tests: bool) -> State:
    """The state of the project's `.venv`."""
    home = root / ".venv"
    lock = TEST_LOCK if for_tests else LOCK
    if not python_in(home).exists():
        return State.SPOILT
    shelves = (*home.glob("lib/python*/site-packages"), home / "Lib" / "site-packages")
    return verdict(stamp(home), wanted(root, lock), installed(shelves), _locked(root / lock))


def holds(root: Path) -> bool:
    """Whether the running environment has the very packages of a project's lock."""
    here = installed(Path(folder) for folder in sys.path if folder)
    return sys.prefix != sys.base_prefix and _locked(root / LOCK).items() <= here.items()


def fill(root: Path, lock: str, say: Callable[[str], None], *, anew: bool) -> None:
    """Make `.venv` where it has to be made, install the lock into it, and stamp it last."""
    home = root / ".venv"
    python = str(python_in(home))
    (home / STAMP).unlink(missing_ok=True)
    if anew:
        called = python_outside()
        swift = pythons.swiftest(called)
        say("making .venv" if swift == called else f"making .venv of {swift}, the fastest Python here")
        _run(root, "venv", (swift, "-m", "venv", "--clear", str(home)))
    say(f"installing the packages of {lock}")
    _run(root, "pip", (python, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check",
                       "--require-hashes", "--requirement", str(root / lock)))
    stamped = "".join(f"{key} = {value}\n" for key, value in wanted(root, lock).items())
    (home / STAMP).write_text(stamped, encoding="utf-8")
    if state(root, for_tests=lock == TEST_LOCK) is not State.READY:
        raise Hindrance(f".venv does not hold what {lock} asks for: remove it and run again")
    for filler in FILLERS:  # else every book, or the first, does it
        overhear((python, "-m", filler), {**os.environ, "PYTHONPATH": str(root)})


def verdict(stamped: Mapping[str, str], wanted: Mapping[str, str],
            installed: Mapping[str, str], locked: Mapping[str, str]) -> State:
    """What a stamp and the shelves say of an environment, when `wanted` is to be its stamp."""
    if not stamped or any(stamped.get(key, value) != value for key, value in wanted.items()):
        return State.SPOILT
    if wanted.keys() - stamped.keys():
        return State.SHORT
    return State.READY if locked.items() <= installed.items() else State.SPOILT


def wanted(root: Path, lock: str) -> dict[str, str]:
    """The stamp of an environment filled from `lock`; the lock for tests holds the other one."""
    locks = (LOCK,) if lock == LOCK else (LOCK, TEST_LOCK)
    python = f"{sys.implementation.cache_tag} {sysconfig.get_platform()}"
    return {"python": python, **{name: _digest(root / name) for name in locks}}


def stamp(home: Path) -> dict[str, str]:
    """The stamp of an environment, empty when it was not filled to the end, or by somebody else."""
    try:
        lines = (home / STAMP).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return dict(line.split(" = ", 1) for line in lines if " = " in line)


def serves(root: Path, *, for_tests: bool) -> bool:
    """Whether the running environment, whoever made it, has what `pyproject.toml` asks for."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + (project["dependency-groups"]["dev"] if for_tests else [])
    shelves = installed(Path(folder) for folder in sys.path if folder)
    return all(meets(shelves, requirement) for requirement in asked)


def installed(folders: Iterable[Path]) -> dict[str, str]:
    """The packages on the shelves of some folders, with their versions, without importing anything."""
    return {name: version for folder in folders for name, version in described(str(folder)).items()}


def locked(lock: str) -> dict[str, str]:
    """The packages of a lock with their versions, but for those that only some machines need."""
    found = re.finditer(r"^([A-Za-z0-9._-]+)==([^\s;]+) *(;|\\?$)", lock, re.MULTILINE)
    return {plain(match[1]): match[2] for match in found if match[3] != ";"}


def meets(shelves: Mapping[str, str], requirement: str) -> bool:
    """Whether a requirement such as `jinja2` or `weasyprint==70.0` is met."""
    name, _, version = requirement.partition("==")
    return shelves.get(plain(name)) in ({version} if version else shelves.values())


def python_in(home: Path) -> Path:
    """The Python of an environment."""
    return home / "Scripts" / "python.exe" if os.name == "nt" else home / "bin" / "python"


def python_outside() -> str:
    """The Python that the running environment was made by, or the one that runs."""
    return str(getattr(sys, "_base_executable", sys.executable))


def _run(root: Path, name: str, command: tuple[str, ...]) -> None:
    """Run a command of the workshop; where it fails, its last word and the log are the hindrance."""
    status, talk = overhear(command)
    log = enter(root, name, talk)
    if status:
        last = next((line for line in reversed(talk.splitlines()) if line.strip()), "")
        raise Hindrance(f"{name} failed: {last.strip()}: see {log}")


def _locked(lock: Path) -> dict[str, str]:
    """The packages of a lock file."""
    return locked(lock.read_text(encoding="utf-8"))


def _digest(file: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
