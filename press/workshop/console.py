"""Console: what a run shows, as bars on a terminal and as plain lines elsewhere.

Findings and the files made go to standard output, so that they can be kept in
a file; progress and the press's own complaints go to standard error.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from press.findings import Finding, Report, Severity

Progress = Callable[[str, int, int], None]
BOLD, DIM, RED, YELLOW, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[0m"


def open_console() -> None:
    """Let every letter of a book through, also where the machine has no locale."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def say(line: str) -> None:
    """Print a line about the book."""
    print(line, flush=True)


def murmur(line: str) -> None:
    """Print a line about the press at work."""
    print(line, file=sys.stderr, flush=True)


def agrees(question: str) -> bool:
    """Whether the reader says yes; nobody there to ask says no."""
    if sys.stdin is None or not sys.stdin.isatty():
        say(f"{question}nobody is there to ask: say --yes")
        return False
    try:
        return input(question).strip().lower() in {"y", "yes"}
    except EOFError:
        return False


def show(report: Report) -> None:
    """Print every finding by its place, and how many there are."""
    for finding in report.sorted():
        say(_coloured(finding) if is_coloured(sys.stdout) else str(finding))
    if report.findings:
        say(tally(report))


def table(rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows in columns; a cell that is the one above it is left blank in the first column."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))] if rows else []
    before = ""
    for row in rows:
        cells = ("" if row[0] == before else row[0], *row[1:])
        say("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())
        before = row[0]


def tally(report: Report) -> str:
    """How many findings stop the printing, and how many ask for an eye."""
    errors = len(report.errors)
    review = len(report.findings) - errors
    parts = ([f"{errors} to mend"] if errors else []) + ([f"{review} to look at"] if review else [])
    return f"{_count(len(report.findings), 'finding')}: {', '.join(parts)}"


@contextmanager
def progress() -> Iterator[Progress]:
    """A callback that shows how far each stage has come."""
    if not is_terminal(sys.stderr):
        yield plain_progress()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(),
               TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        tasks = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield advance


def plain_progress() -> Progress:
    """A callback that prints a line when a long stage begins, and one when a stage is done."""
    begun: set[str] = set()

    def advance(stage: str, done: int, total: int) -> None:
        if done >= total:
            murmur(f"{stage}: {total} done" if total > 1 else f"{stage}: done")
            begun.discard(stage)
        elif stage not in begun and total > 1:
            murmur(f"{stage}: {total - done} to do")
            begun.add(stage)

    return advance


def is_terminal(stream: TextIO) -> bool:
    """Whether a person watches a stream on a terminal that can redraw a line."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def is_coloured(stream: TextIO) -> bool:
    """Whether a stream may be coloured."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR")


def _coloured(finding: Finding) -> str:
    """A finding as the terminal shows it."""
    ink = RED if finding.severity is Severity.ERROR else YELLOW
    hint = f"\n    {DIM}hint: {finding.hint}{PLAIN}" if finding.hint else ""
    return f"{BOLD}{finding.place}{PLAIN}: {ink}{finding.rule}{PLAIN} {finding.message}{hint}"


def _count(number: int, noun: str) -> str:
    """A number with its noun: `1 finding`, `2 findings`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
