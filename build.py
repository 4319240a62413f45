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
import re
import subprocess
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from press.workshop import console, environment, logbook, machine, needs

if TYPE_CHECKING:
    from press.publish.request import Outcome, Request

ROOT = Path(__file__).resolve().parent
FORMATS = tuple(sorted(file.stem for file in (ROOT / "styles" / "formats").glob("*.yaml")))
MADE, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130
COMMANDS_HELP = """commands:
  make           the book (when no command is given)
  all            the book in every format
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
RERUN = "PRESS_RERUN"  # set for the run inside the environment, so that it is the last


def main(words: Sequence[str]) -> int:
    """Do what the command line says; the exit status."""
    console.open_console()
    try:
        order = parse(words)
        if order.command != "doctor":  # which also speaks of a machine that cannot be made ready
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
    order, rest = parser.parse_known_args(words)
    if rest and order.command not in TAKE_WORDS:
        parser.error(f"unknown: {' '.join(rest)}")
    order.rest, order.words = rest, tuple(words)
    order.out_given, order.out = bool(order.out), order.out or ROOT / "dist"
    order.formats = tuple(dict.fromkeys(order.formats or ()))
    return order


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
    from press.desk.making import make as made

    with console.progress() as progress:
        outcome = made(request(order), progress)
    return report(outcome)


def make_all(order: argparse.Namespace) -> int:
    """Make the book in every format of the house."""
    order.formats = FORMATS
    return make(order)


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
    for line in outcome.said:
        console.say(line)
    return report(outcome)


def verify(order: argparse.Namespace) -> int:
    """Hold made editions against their manifests."""
    from press.desk.verifying import verify as hold
    from press.findings import Report

    findings = Report()
    with console.progress() as progress:
        for file in hold(request(order), order.rest, order.key, findings, progress):
            console.say(f"agrees {shown(file)}")
    console.show(findings)
    return FINDINGS if findings.errors else MADE


def prove(order: argparse.Namespace) -> int:
    """Prove finished files, and print what was looked at."""
    from press.findings import Report
    from press.prove import proofs

    if not order.rest:
        raise logbook.Hindrance("name the files to prove: prove dist/1st/1st-screen.pdf")
    findings = Report()
    rows = [row for word in order.rest for row in proofs.prove(Path(word), ROOT / "styles", findings)]
    console.table([(row.file, row.what, row.verdict) for row in rows])
    console.show(findings)
    return FINDINGS if findings.errors else MADE


def doctor(_order: argparse.Namespace) -> int:
    """Say what the machine has and lacks."""
    from press.workshop import doctor as examiner

    for sign in examiner.examine(ROOT, machine.survey()):
        console.say(str(sign))
    return MADE if examiner.can_make() else FAILED


def editions(order: argparse.Namespace) -> int:
    """List the editions."""
    from press.desk.editions import listed
    from press.findings import Report

    findings = Report()
    for edition in listed(request(order).content, findings):
        console.say(str(edition))
    console.show(findings)
    return FINDINGS if findings.errors else MADE


def changes(order: argparse.Namespace) -> int:
    """List what changed since the edition before."""
    from press.desk.comparing import changed
    from press.findings import Report

    findings = Report()
    for line in changed(request(order), findings):
        console.say(line)
    console.show(findings)
    return FINDINGS if findings.errors else MADE


def edition(order: argparse.Namespace) -> int:
    """Open the next edition, or record one."""
    from press.desk import editions as desk
    from press.desk.recording import record
    from press.findings import Report
    from press.publish.request import Outcome

    if order.rest == ["new"]:
        findings = Report()
        file = desk.open_next(request(order).content, findings)
        return report(Outcome(findings, (file,) if file else ()))
    if order.rest[:1] == ["record"] and len(order.rest) < 3:
        order.edition = order.edition or "".join(order.rest[1:])
        with console.progress() as progress:
            outcome = record(request(order), progress)
        return report(outcome)
    raise logbook.Hindrance("say: edition new, or edition record [ID]")


def rebuild(order: argparse.Namespace) -> int:
    """Make a book again from the sources that its PDF carries."""
    from press.desk.rebuilding import Plan
    from press.desk.rebuilding import rebuild as anew

    if len(order.rest) != 1 or not order.out_given:
        raise logbook.Hindrance("say: rebuild FILE.pdf --out DIR")

    def ask(plan: Plan) -> bool:
        for line in plan.lines:
            console.say(line)
        return order.yes or console.agrees("run it? [y/N] ")

    status = report(anew(Path(order.rest[0]), request(order), ask))
    if status == MADE:
        console.say(f"agrees {order.rest[0]}: the same to the byte")
    return status


def sign(order: argparse.Namespace) -> int:
    """Sign the manifest of a made edition."""
    from press.desk.signing import sign as signed
    from press.load.editions import editions as known

    asked = request(order)
    name = "".join(order.rest[:1]) or order.edition or (known(asked.content) or [""])[-1]
    for file in signed(asked.out / name, order.key):
        console.say(f"made {shown(file)}")
    return MADE


def serve(order: argparse.Namespace) -> int:
    """Show the made web edition until interrupted."""
    from press.workshop.serving import serve as show

    pages = sorted(order.out.glob(f"{order.edition or '[!.]*'}/web/index.html"))
    if not pages:
        raise logbook.Hindrance(f"no web edition stands in {shown(order.out)}: make one first with --format web")
    folder = pages[-1].parents[1]
    show(folder, order.port, lambda address: console.say(f"serving {shown(folder)} at {address}web/ until Ctrl-C"))
    return MADE


def contact_sheet(order: argparse.Namespace) -> int:
    """Make the book and draw all its spreads on one picture."""
    from press.desk.making import make as made
    from press.publish.contact_sheet import make_contact_sheet

    order.formats = order.formats or ("screen",)
    with console.progress() as progress:
        outcome = made(request(order), progress)
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
    from press.publish.request import Request

    if order.executor and find_spec("distributed") is None:
        raise logbook.Hindrance("--executor needs Dask: .venv/bin/pip install distributed")
    return Request(root=ROOT, content=order.content.absolute(), out=order.out.absolute(), edition=order.edition,
                   formats=order.formats, jobs=order.jobs, cache=order.cache, executor=order.executor or "")


def report(outcome: "Outcome") -> int:
    """Print the findings and the files made; the exit status."""
    console.show(outcome.report)
    top = min((file.parent for file in outcome.made), key=lambda folder: len(folder.parts), default=ROOT)
    below = [file for file in outcome.made if file.parent != top]
    for file in outcome.made:
        if file.parent == top or file.name == "index.html":
            console.say(f"made {shown(file)}")
    if below:
        console.say(f"made {len(below)} files in folders below {shown(top)}")
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
    "make": make, "all": make_all, "check": check, "galley": galley, "verify": verify, "prove": prove,
    "doctor": doctor, "editions": editions, "changes": changes, "edition": edition, "rebuild": rebuild,
    "serve": serve, "sign": sign,
    "contact-sheet": contact_sheet, "test": test, "lint": lint,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
