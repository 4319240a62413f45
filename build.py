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

import argparse
import os
import subprocess
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from press.workshop import console, environment, logbook, machine, needs

if TYPE_CHECKING:
    from press.publish.driver import Outcome, Request

ROOT = Path(__file__).resolve().parent
FORMATS = ("screen", "print", "large-print")
MADE, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130
COMMANDS_HELP = """commands:
  make           the book (when no command is given)
  check          the editor's files, without printing
  galley         what a proof-reader sees on the pages; --mend fits paragraphs and writes content/copyfitting.yaml
  verify         folders of editions against their manifests: verify dist/1st
  test           the tests; further words go to pytest
  lint           ruff and mypy
  contact-sheet  the book, and all its spreads on docs/contact-sheet.png
"""
RERUN = "PRESS_RERUN"  # set for the run inside the environment, so that it is the last


def main(words: Sequence[str]) -> int:
    """Do what the command line says; the exit status."""
    console.open_console()
    try:
        order = parse(words)
        make_ready(order)
        return COMMANDS[order.command](order)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except logbook.Hindrance as hindrance:
        console.murmur(f"build.py: {hindrance}")
    except Exception as error:  # noqa: BLE001 - whatever it is, the reader gets one line
        console.murmur(f"build.py: {failure(error)}")
    return FAILED


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The command and its options; what is left over belongs to pytest."""
    parser = argparse.ArgumentParser(
        prog="build.py", description=__doc__, allow_abbrev=False, epilog=COMMANDS_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("command", nargs="?", choices=list(COMMANDS), default="make", help="make when none is given")
    add("--setup", action="store_true", help="install what this machine lacks, as root or with sudo")
    add("--content", type=Path, metavar="DIR", default=ROOT / "content", help="the editor's files")
    add("--out", type=Path, metavar="DIR", default=ROOT / "dist", help="where editions land")
    add("--edition", metavar="ID", default="", help="default: the last")
    add("--format", action="append", choices=FORMATS, dest="formats", help="default: the edition's own")
    add("--jobs", type=positive, metavar="N", default=0, help="default: a job a core")
    add("--no-cache", action="store_false", dest="cache", help="lay out every section anew")
    add("--mend", action="store_true", help="galley: set paragraphs tighter or looser where it mends")
    order, rest = parser.parse_known_args(words)
    if rest and order.command not in {"test", "verify"}:
        parser.error(f"unknown: {' '.join(rest)}")
    order.rest, order.words = tuple(rest), tuple(words)
    order.formats = tuple(dict.fromkeys(order.formats or ()))
    return order


def positive(word: str) -> int:
    """A whole number from 1."""
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"not a number from 1: {word}")
    return int(word)


def make_ready(order: argparse.Namespace) -> None:
    """See to the machine and to the environment, and go on inside it."""
    rerun = os.environ.pop(RERUN, "")
    for_tests = order.command in {"test", "lint"}
    at_home = environment.is_home(ROOT, for_tests=for_tests)
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
    if rerun:
        raise logbook.Hindrance(".venv does not work as an environment: remove it and run again")
    if state is not environment.State.READY:
        lock = environment.TEST_LOCK if for_tests else environment.LOCK
        environment.fill(ROOT, lock, console.murmur, anew=anew)
    python = environment.python_in(ROOT / ".venv")
    become((str(python), str(ROOT / "build.py"), *order.words), {RERUN: "1"})


def become(command: tuple[str, ...], settings: Mapping[str, str] | None = None) -> NoReturn:
    """Go on as another program; on Windows, which cannot, run it and leave with its exit status."""
    surroundings = {**os.environ, **(settings or {})}
    if os.name == "nt":
        sys.exit(subprocess.call(command, env=surroundings))
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(command[0], command, surroundings)


def make(order: argparse.Namespace) -> int:
    """Make the book."""
    from press.publish import driver

    with console.progress() as progress:
        outcome = driver.make(request(order), progress)
    return report(outcome)


def check(order: argparse.Namespace) -> int:
    """Check the editor's files."""
    from press.publish import driver

    with console.progress() as progress:
        outcome = driver.check(request(order), progress)
    return report(outcome)


def galley(order: argparse.Namespace) -> int:
    """Show what a proof-reader would; with --mend fit paragraphs anew."""
    from press.publish import galley as seen

    with console.progress() as progress:
        outcome = (seen.mend if order.mend else seen.galley)(request(order), progress)
    return report(outcome)


def verify(order: argparse.Namespace) -> int:
    """Hold made editions against their manifests."""
    from press.findings import Report
    from press.prove.manifest import verify as hold

    findings = Report()
    folders = [Path(word) for word in order.rest] or sorted(
        folder for folder in order.out.glob("[!.]*") if folder.is_dir())
    if not folders:
        raise logbook.Hindrance(f"no edition stands in {shown(order.out)}: make one first")
    for folder in folders:
        for name in hold(folder.resolve(), findings):
            console.say(f"agrees {shown(folder)}/{name}")
    console.show(findings)
    return FINDINGS if findings.errors else MADE


def contact_sheet(order: argparse.Namespace) -> int:
    """Make the book and draw all its spreads on one picture."""
    from press.publish import driver
    from press.publish.contact_sheet import make_contact_sheet

    order.formats = order.formats or FORMATS[:1]
    with console.progress() as progress:
        outcome = driver.make(request(order), progress)
    status = report(outcome)
    if status == MADE:
        book = next(file for file in outcome.made if file.suffix == ".pdf")
        target = ROOT / "docs" / "contact-sheet.png"
        make_contact_sheet(book, target)
        console.say(f"made {shown(target)}")
    return status


def test(order: argparse.Namespace) -> int:
    """Run the tests; the exit status is pytest's."""
    os.chdir(ROOT)
    become((sys.executable, "-m", "pytest", "-n", "auto", "--dist", "loadfile", *order.rest))


def lint(_order: argparse.Namespace) -> int:
    """Run the linters."""
    runs = (("ruff", "check", "."), ("mypy",))
    found = [subprocess.call((sys.executable, "-m", *words), cwd=ROOT) for words in runs]
    return FINDINGS if any(found) else MADE


def request(order: argparse.Namespace) -> "Request":
    """The order in the words of the press."""
    from press.publish.driver import Request

    return Request(root=ROOT, content=order.content.absolute(), out=order.out.absolute(), edition=order.edition,
                   formats=order.formats, jobs=order.jobs, cache=order.cache)


def report(outcome: "Outcome") -> int:
    """Print the findings and the files made; the exit status."""
    console.show(outcome.report)
    for file in outcome.made:
        console.say(f"made {shown(file)}")
    return FINDINGS if outcome.report.errors else MADE


def shown(file: Path) -> Path:
    """A file as it is named from where the reader stands."""
    with suppress(ValueError):
        return file.relative_to(Path.cwd())
    return file


def failure(error: Exception) -> str:
    """One line about a failure of the press, which names the log with the rest."""
    log = logbook.enter(ROOT, "failure", "".join(traceback.format_exception(error)))
    said = " ".join(str(error).split())[:200]
    return f"the press failed: {type(error).__name__}{': ' if said else ''}{said}: see {shown(log)}"


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "make": make, "check": check, "galley": galley, "verify": verify, "contact-sheet": contact_sheet,
    "test": test, "lint": lint,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
