"""Needs: the parts of a machine that the press cannot bring along, and who packages them.

A need is looked for where it is used: a library by loading it, a program on
the path, a module among Python's own.  WeasyPrint is not imported for it.
"""

import ctypes
import ctypes.util
import importlib.util
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """A part of the machine: a library under one of its file names, a module, or programs.

    `packages` names it for each package manager; `{python}` stands for the name
    of the Python that runs, and a key such as `apt debian 12` goes before `apt`
    on that release.
    """

    name: str
    packages: Mapping[str, str]
    library: str = ""
    library_files: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    program_folders: tuple[str, ...] = ()
    module: str = ""


VENV = Need(
    "Python's venv and ensurepip", module="ensurepip",
    packages={"apt": "{python}-venv", "dnf": "python3-libs", "brew": "python", "pacman": "python"},
)
PANGO = Need(
    "Pango (libpangoft2-1.0)",
    library="pangoft2-1.0",
    library_files=("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    packages={"apt": "libpangoft2-1.0-0", "dnf": "pango", "brew": "pango", "pacman": "pango"},
)
# Without it fonts are subset by another program, and the same book has other bytes.
SUBSETTER = Need(
    "HarfBuzz's subsetter (libharfbuzz-subset)",
    library="harfbuzz-subset",
    library_files=("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
    packages={"apt": "libharfbuzz-subset0", "dnf": "harfbuzz", "brew": "harfbuzz", "pacman": "harfbuzz"},
)
JDK = Need(
    "a Java development kit, 17 or newer", programs=("java", "javac"),
    program_folders=("/opt/homebrew/opt/openjdk/bin", "/usr/local/opt/openjdk/bin"),
    packages={"apt": "default-jdk-headless", "apt debian 12": "openjdk-17-jdk-headless",
              "dnf": "java-latest-openjdk-devel", "brew": "openjdk", "pacman": "jdk-openjdk"},
)
POPPLER = Need(
    "poppler's pdftoppm and pdftotext", programs=("pdftoppm", "pdftotext"),
    packages={"apt": "poppler-utils", "dnf": "poppler-utils", "brew": "poppler", "pacman": "poppler"},
)
GIT = Need(
    "git", programs=("git",), packages={"apt": "git", "dnf": "git", "brew": "git", "pacman": "git"},
)
MINISIGN = Need(
    "minisign", programs=("minisign",),
    packages={"apt": "minisign", "dnf": "minisign", "brew": "minisign", "pacman": "minisign"},
)
CHROMIUM = Need(
    "the browser chromium", programs=("chromium",),
    program_folders=("/Applications/Chromium.app/Contents/MacOS",),
    packages={"apt": "chromium", "dnf": "chromium", "brew": "chromium", "pacman": "chromium"},
)
# The driver of the browser is a program that loads it.
ATOMIC = Need(
    "the library libatomic", library="atomic", library_files=("libatomic.so.1",),
    packages={"apt": "libatomic1", "dnf": "libatomic", "brew": "gcc", "pacman": "gcc-libs"},
)
XZ = Need(
    "xz", programs=("xz",), packages={"apt": "xz-utils", "dnf": "xz", "brew": "xz", "pacman": "xz"},
)

# What each command of `build.py` needs beside the environment.
OF_COMMAND: Mapping[str, tuple[Need, ...]] = {
    "make": (PANGO, SUBSETTER),
    "all": (PANGO, SUBSETTER),
    "watch": (PANGO, SUBSETTER),
    "check": (PANGO, SUBSETTER),
    "galley": (PANGO, SUBSETTER),
    "serve": (),
    "verify": (),
    "editions": (),
    "changes": (),
    "edition": (PANGO, SUBSETTER),
    "rebuild": (PANGO, SUBSETTER),
    "sign": (MINISIGN,),
    "prove": (PANGO, SUBSETTER),
    "doctor": (),
    "contact-sheet": (PANGO, SUBSETTER, POPPLER),
    "lint": (),
    "test": (PANGO, SUBSETTER, POPPLER, JDK, CHROMIUM, *([ATOMIC] if sys.platform == "linux" else []), MINISIGN, GIT,
             XZ),
}


def lacking(needs: tuple[Need, ...]) -> tuple[Need, ...]:
    """Those of `needs` that this machine does not have."""
    return tuple(need for need in needs if not present(need))


def present(need: Need) -> bool:
    """Whether the machine has what is needed."""
    if need.module:
        importlib.invalidate_caches()
        return importlib.util.find_spec(need.module) is not None
    if need.library:
        return any(map(_loads, need.library_files)) or _loads(ctypes.util.find_library(need.library))
    return all(program(name, need) for name in need.programs)


def program(name: str, need: Need) -> str:
    """Where a program of a need stands: on the path, or where its packager keeps it off the path."""
    places = (shutil.which(name), *(shutil.which(name, path=folder) for folder in need.program_folders))
    return next(filter(None, places), "")


def package(need: Need, manager: str, release: str, python: str) -> str:
    """The name of a need for a package manager, on a release such as `debian 12`."""
    name = need.packages.get(f"{manager} {release}", need.packages[manager])
    return name.format(python=python)


def _loads(library: str | None) -> bool:
    """Whether a library can be loaded by its file name."""
    if library is None:
        return False
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
