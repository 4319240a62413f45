"""Build: the one command of the press; it starts on Python alone and fetches the rest.

    python3 build.py --setup         make the book on a bare machine
    python3 build.py test --setup    pass its tests

Exit status: 0 the book was made, 1 the editor's files have findings, 2 the
press itself could not do it, 130 interrupted.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is to get a line, not a traceback
    sys.stderr.write("build.py: needs Python 3.11 or newer, and this is %d.%d\n" % sys.version_info[:2])  # noqa: UP031
    sys.exit(2)

from press.workshop import threshold

if __name__ == "__main__":
    threshold.cross(sys.argv[1:])
    from press.layout import ready_code
    from press.layout.roomy import roomy, undisturbed

    undisturbed()
    ready_code.install()

import argparse
import atexit
import os
import re
import subprocess
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from press.desk.commands import editions, house, printing, watching
from press.desk.commands.answer import shown
from press.workshop import console, environment, logbook, machine, needs
from press.workshop.order import Order, Status

ROOT = Path(__file__).resolve().parent
FORMATS = tuple(sorted(file.stem for file in (ROOT / "styles" / "formats").glob("*.yaml")))
COMMANDS_HELP = """commands:
  make           the book (when no command is given)
  all            the book in every format
  watch          the book, and again whenever a file of it is saved, until Ctrl-C
  check          the editor's files, without printing
  galley         what a proof-reader sees on the pages; --mend fits paragraphs and writes content/copyfitting.yaml
  serve          the made pages of the web edition, on this machine alone
  verify         made editions against their manifests: verify 1st, verify dist/1st
  editions       the list of editions
  changes        what changed since the edition before
  edition new    the file of the next edition
  edition record closes the last one: keeps its manifest and what it says
  rebuild        a book from its own screen PDF: rebuild FILE.pdf --out DIR
  sign           the manifest of an edition, with --key FILE of minisign
  prove          finished files, whoever made them: prove dist/1st/1st-print.pdf
  doctor         what this machine has and lacks, and what each part is for
  test           the tests; further words go to pytest
  lint           ruff and mypy
  contact-sheet  the book, and all its spreads on docs/contact-sheet.png
"""
TAKE_WORDS = frozenset({"test", "verify", "prove", "edition", "rebuild", "sign"})


def main(words: Sequence[str]) -> int:
    """Do what the command line says; the exit status."""
    console.open_console()
    try:
        order = parse(words)
        if order.command != "doctor":  # which also speaks of a machine that cannot be made ready
            make_ready(order)
        return COMMANDS[order.command](order)
    except KeyboardInterrupt:
        return Status.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.FAILED
    except logbook.Hindrance as hindrance:
        console.murmur(f"build.py: {hindrance}")
    except Exception as error:  # noqa: BLE001 - whatever it is, the reader gets one line
        console.murmur(f"build.py: {failure(error)}")
    return Status.FAILED


def parse(words: Sequence[str]) -> Order:
    """The command and its options; what is left over belongs to the command itself."""
    parser = options()
    asked, rest = parser.parse_known_args(words)
    if rest and asked.command not in TAKE_WORDS:
        parser.error(f"unknown: {' '.join(rest)}")
    asked.formats = tuple(dict.fromkeys(asked.formats or ()))
    asked.out_given, asked.out = bool(asked.out), asked.out or ROOT / "dist"
    asked.executor = asked.executor or ""
    return Order(root=ROOT, house=FORMATS, rest=tuple(rest), words=tuple(words), **vars(asked))


def options() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="build.py", description=__doc__, allow_abbrev=False, epilog=COMMANDS_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("command", nargs="?", choices=list(COMMANDS), default="make", help="make when none is given")
    add("--setup", action="store_true", help="install what this machine lacks, as root or with sudo")
    add("--content", type=Path, metavar="DIR", default=ROOT / "content", help="the editor's files")
    add("--out", type=Path, metavar="DIR", help="where editions land; default: dist")
    add("--edition", metavar="ID", default="", help="default: the last")
    add("--format", action="append", choices=FORMATS, dest="formats", help="default: the edition's own")
    add("--jobs", type=positive, metavar="N", default=0, help="default: a job a core")
    add("--executor", type=cluster, metavar="dask://HOST:PORT", help="lay out on a Dask cluster")
    add("--no-cache", action="store_false", dest="cache", help="lay out every section anew")
    add("--port", type=positive, metavar="N", default=0, help="serve: default: any that is free")
    add("--key", type=Path, metavar="FILE", help="sign: the secret key; verify: the public one")
    add("--yes", action="store_true", help="rebuild: run what the book brings along without asking")
    add("--mend", action="store_true", help="galley: set paragraphs tighter or looser where it mends")
    return parser


def cluster(word: str) -> str:
    """The address of a Dask cluster."""
    if not re.fullmatch(r"dask://[^\s/:]+:\d+", word):
        raise argparse.ArgumentTypeError(f"not an address such as dask://127.0.0.1:8786: {word}")
    return word


def positive(word: str) -> int:
    """A whole number from 1."""
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"not a number from 1: {word}")
    return int(word)


def make_ready(order: Order) -> None:
    """See to the machine and to the environment, and go on inside it."""
    rerun = os.environ.pop(threshold.RERUN, "")
    for_tests = order.command in {"test", "lint"}
    at_home = environment.is_home(ROOT, for_tests=for_tests)
    if rerun == threshold.UNSEEN and not at_home:
        go_on(environment.python_outside(), order, threshold.SENT_OUT)
    state = environment.State.READY if at_home else environment.state(ROOT, for_tests=for_tests)
    anew = state is environment.State.SPOILT
    lacking = needs.lacking((*([needs.VENV] if anew else []), *needs.OF_COMMAND[order.command]))
    if lacking:
        here = machine.survey()
        if not order.setup:
            raise logbook.Hindrance(machine.missing_line(lacking, here))
        machine.mend(lacking, here, ROOT, console.murmur)
    if at_home:
        return
    if rerun == threshold.SEEN:
        raise logbook.Hindrance(".venv does not work as an environment: remove it and run again")
    if state is not environment.State.READY:
        lock = environment.TEST_LOCK if for_tests else environment.LOCK
        environment.fill(ROOT, lock, console.murmur, anew=anew)
    go_on(str(environment.python_in(ROOT / ".venv")), order, threshold.SEEN)


def go_on(python: str, order: Order, rerun: str) -> None:
    """Begin again with another Python."""
    become((python, str(ROOT / "build.py"), *order.words), {threshold.RERUN: rerun})


def become(command: tuple[str, ...], settings: Mapping[str, str] | None = None) -> NoReturn:
    """Go on as another program; on Windows, which cannot, run it and leave with its exit status."""
    surroundings = {**os.environ, **(settings or {})}
    if os.name == "nt":
        sys.exit(subprocess.call(command, env=surroundings))
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(command[0], command, surroundings)


def test(order: Order) -> int:
    """Run the tests; the exit status is pytest's."""
    os.chdir(ROOT)
    become((sys.executable, "-m", "pytest", "-n", "auto", "--dist", "loadfile", *order.rest))


def lint(_order: Order) -> int:
    """Run the linters."""
    runs = (("ruff", "check", "."), ("mypy",))
    found = [subprocess.call((sys.executable, "-m", *words), cwd=ROOT) for words in runs]
    return Status.FINDINGS if any(found) else Status.MADE


def failure(error: Exception) -> str:
    """One line about a failure of the press, which names the log with the rest."""
    log = logbook.enter(ROOT, "failure", "".join(traceback.format_exception(error)))
    said = " ".join(str(error).split())[:200]
    return f"the press failed: {type(error).__name__}{': ' if said else ''}{said}: see {shown(log)}"


COMMANDS: Mapping[str, Callable[[Order], int]] = {
    "make": printing.make, "all": printing.make_all, "watch": watching.watch, "check": printing.check,
    "galley": printing.galley, "verify": editions.verify, "prove": editions.prove, "doctor": house.doctor,
    "editions": editions.editions, "changes": editions.changes, "edition": editions.edition,
    "rebuild": editions.rebuild, "serve": house.serve, "sign": editions.sign, "contact-sheet": printing.contact_sheet,
    "test": test, "lint": lint,
}

def leave(statuses: Sequence[int]) -> None:
    """Leave with the status of a run that came to its end, and do not wait until Python has put all away."""
    for status in statuses:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    ended: list[int] = []
    atexit.register(leave, ended)  # after whatever else is to be done at the end, which is asked for later
    ended.append(roomy(main, sys.argv[1:]))
    sys.exit(ended[0])
