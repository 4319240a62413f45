"""Machine: the computer the press stands on, and how what it lacks is installed.

Nothing outside the project's folder is touched but by `mend`, and that is
called only when the user said `--setup`.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from press.workshop.logbook import Hindrance, enter, overhear
from press.workshop.needs import Need, lacking, package


@dataclass(frozen=True, slots=True)
class Manager:
    """A package manager, the words it is called with, and whether it must be root."""

    name: str
    program: str
    refresh: tuple[str, ...]
    install: tuple[str, ...]
    quiet: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    wants_root: bool = True


# In the order in which they are looked for.
MANAGERS = (
    # Another apt may hold the lock, on Ubuntu after every start.
    Manager("apt", "apt-get", refresh=("update",), install=("install", "-y", "--no-install-recommends"),
            quiet=("-qq", "-o", "DPkg::Lock::Timeout=600"), settings=("DEBIAN_FRONTEND=noninteractive",)),
    Manager("dnf", "dnf", refresh=(), install=("install", "-y"), quiet=("-q",)),
    Manager("pacman", "pacman", refresh=("-Sy",), install=("-S", "--needed", "--noconfirm")),
    Manager("brew", "brew", refresh=(), install=("install",), wants_root=False),
)
LOCKED = "Could not get lock"


@dataclass(frozen=True, slots=True)
class Machine:
    """What decides how something is installed: the manager, the rights, the release, the Python."""

    manager: Manager | None
    is_root: bool = False
    has_sudo: bool = False
    release: str = ""
    python: str = "python3"

    def packages(self, needs: tuple[Need, ...]) -> tuple[str, ...]:
        """The names of `needs` as this machine's packages have them, each once."""
        if self.manager is None:
            return tuple(need.name for need in needs)
        names = (package(need, self.manager.name, self.release, self.python) for need in needs)
        return tuple(dict.fromkeys(names))


def survey() -> Machine:
    """The machine that the press runs on."""
    return Machine(
        manager=next((manager for manager in MANAGERS if shutil.which(manager.program)), None),
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
        has_sudo=shutil.which("sudo") is not None,
        release=release(Path("/etc/os-release")),
        python=python_name(Path("/usr/bin/python3"), Path(getattr(sys, "_base_executable", sys.executable))),
    )


def release(os_release: Path) -> str:
    """The system and its release, such as `debian 12`, or nothing where no file tells."""
    try:
        lines = os_release.read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    told = dict(line.split("=", 1) for line in lines if "=" in line)
    return " ".join(told.get(key, "").strip('"') for key in ("ID", "VERSION_ID")).strip()


def python_name(of_system: Path, running: Path) -> str:
    """The name packages give the running Python: `python3` for the system's own, else `python3.12`."""
    own = not of_system.exists() or of_system.resolve() == running.resolve()
    return "python3" if own else f"python3.{sys.version_info.minor}"


def missing_line(needs: tuple[Need, ...], machine: Machine) -> str:
    """One line that names what is missing and what mends it."""
    names = machine.packages(needs)
    missing = f"missing: {', '.join(names)}"
    if machine.manager is None:
        known = ", ".join(manager.program for manager in MANAGERS)
        return f"{missing}: install by hand (none of {known} is on this machine)"
    words = (machine.manager.refresh, (*machine.manager.install, *names))
    steps = [" ".join((machine.manager.program, *step)) for step in words if step]
    if machine.manager.wants_root and not machine.is_root:
        if not machine.has_sudo:
            return f"{missing}: run as root: {' && '.join(steps)}"
        steps = [f"sudo {step}" for step in steps]
    return f"{missing}: run: {' && '.join(steps)}  or run again with --setup"


def mend(needs: tuple[Need, ...], machine: Machine, root: Path, say: Callable[[str], None]) -> None:
    """Install what is missing, or say in one line why that cannot be done."""
    manager = machine.manager
    if manager is None or (manager.wants_root and not machine.is_root and not machine.has_sudo):
        raise Hindrance(missing_line(needs, machine))
    names = machine.packages(needs)
    say(f"installing with {manager.program}: {', '.join(names)}")
    spoken = ""
    if manager.refresh:
        # A list that cannot be fetched need not be the one wanted: installing shows it.
        spoken += _patiently(command(manager, manager.refresh, as_root=machine.is_root))[1]
    status, talk = _patiently(command(manager, (*manager.install, *names), as_root=machine.is_root))
    log = enter(root, "setup", spoken + talk)
    if status:
        raise Hindrance(f"{manager.program} could not install {', '.join(names)}: see {log}")
    if still := lacking(needs):
        raise Hindrance(f"installed, but not found: {', '.join(need.name for need in still)}: see {log}")


def command(manager: Manager, words: tuple[str, ...], *, as_root: bool) -> tuple[str, ...]:
    """The whole command for a package manager, with sudo for a user where it is needed."""
    settings = ("env", *manager.settings) if manager.settings else ()
    ask = () if sys.stdin is not None and sys.stdin.isatty() else ("-n",)
    sudo = ("sudo", *ask) if manager.wants_root and not as_root else ()
    return (*sudo, *settings, manager.program, *manager.quiet, *words)


def _patiently(words: tuple[str, ...], pauses: int = 60) -> tuple[int, str]:
    """Run a command, and again every five seconds while another holds its lock."""
    environment: Mapping[str, str] = {**os.environ, "LC_ALL": "C"}
    status, talk = overhear(words, environment)
    while status and LOCKED in talk and pauses:
        time.sleep(5)
        pauses -= 1
        status, talk = overhear(words, environment)
    return status, talk
