"""Rebuilding: a book made again from the sources that its own PDF carries."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from press.desk.recalling import options, python_for, run
from press.desk.unpacking import sources_in, write
from press.findings import Place, Report
from press.load.editions import closed
from press.publish.archive import digest
from press.publish.request import Outcome, Request
from press.workshop import environment
from press.workshop.logbook import Hindrance


@dataclass(frozen=True, slots=True)
class Plan:
    """What a rebuilding would do: where the sources were written, and the command that makes the book from them."""

    edition: str
    folder: Path
    files: int
    size: int
    sources: str
    known: str
    packages: str
    words: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """What is shown before anything is run."""
        return (f"unpacked {self.files} files, {self.size / 2**20:.1f} MiB, to {self.folder}",
                f"sources  sha256 {self.sources}: {self.known}",
                f"to run   python3 build.py {' '.join(self.words)}",
                "         in that folder: a program that the book brings along, with your rights",
                f"packages {self.packages}")


def rebuild(book: Path, request: Request, ask: Callable[[Plan], bool]) -> Outcome:
    """Unpack the sources of a book and, when `ask` says so, make the book from them and compare."""
    report = Report()
    found = sources_in(book, report)
    if found is None:
        return Outcome(report)
    edition, files = found
    folder = request.out / f"{edition}-sources"
    for taken in (folder, request.out / edition):
        if taken.exists():
            raise Hindrance(f"{taken} is there already: name an empty folder with --out")
    write(files, folder)
    packages = ("those of this environment, which has all that its lock names" if environment.holds(folder)
                else "fetched as its lock names them, with their hashes, into an environment of their own")
    words = ("make", "--edition", edition, "--out", str(request.out), *options(request))
    plan = Plan(edition, folder, len(files), sum(map(len, files.values())), digest(files),
                _known(request, edition, digest(files), report), packages, words)
    if not ask(plan):
        raise Hindrance(f"nothing was run; the sources stand in {folder}")
    run(python_for(request.root, folder), folder, list(words))
    return _compared(book, request.out / edition, report)


def _known(request: Request, edition: str, sources: str, report: Report) -> str:
    """What this copy of the press can say of the sources."""
    record = closed(request.content, edition, report)
    if record is None:
        return "no edition of that name is recorded here"
    return f"{'the' if sources == record.sources else 'NOT the'} sources that the edition {edition} was recorded with"


def _compared(book: Path, folder: Path, report: Report) -> Outcome:
    """What was made, which has the book among it, to the byte."""
    made = tuple(sorted(path for path in folder.rglob("*") if path.is_file()))
    wanted = hashlib.sha256(book.read_bytes()).hexdigest()
    if not any(hashlib.sha256(path.read_bytes()).hexdigest() == wanted for path in made if path.suffix == ".pdf"):
        report.add("F-07", Place(book.name), "none of the files made is this book to the byte",
                   "compare machine and made-with in the manifest with that of the edition")
    return Outcome(report, made)
