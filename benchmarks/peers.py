"""Peers: the press timed beside other engines that are installed, on one book, in one run.

    python3 benchmarks/peers.py [--pages 100 400] [--rounds 3] [--python PYTHON]

The rounds are interleaved, so that what else the machine does falls on all alike; read
the ratios, not the seconds.  CPU is of all processes of a run, memory of the largest.
PYTHON is a Python that has Typst (`pip install typst`); a peer that is not there is left
out, and said so.  Writes `docs/speed.json` and draws `docs/speed.svg`; prints a table.
"""

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from corpus import write
from corpus_book import make_book
from peer_books import FONTS, one_document, typst

ROOT = Path(__file__).resolve().parent.parent
SHOP = ROOT / ".cache" / "peers"
BASE = "Typst, cold"
TYPST = "import sys, typst; typst.compile('book.typ', output='typst.pdf', font_paths=[sys.argv[1]])"
WEASYPRINT = ("import weasyprint; weasyprint.HTML('book.html').write_pdf("
              "'one.pdf', pdf_variant='pdf/ua-1', pdf_tags=True)")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: CPU and wall seconds, and the megabytes of its largest process."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True, slots=True)
class Contender:
    """Something that makes the book: its command, and what is done before, outside the clock."""

    name: str
    command: tuple[str, ...]
    before: Callable[[], object] = lambda: None


def run(contender: Contender, folder: Path) -> Cost:
    """Make the book once."""
    contender.before()
    begun = time.monotonic()
    with subprocess.Popen(contender.command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{contender.name} left with {child.returncode}")
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - begun, used.ru_maxrss / 1024)


def contenders(folder: Path, pages: int, python: str) -> list[Contender]:
    """The press three times, and every peer that is here."""
    press = (sys.executable, str(ROOT / "build.py"), "--content", str(folder / "content"),
             "--out", str(folder / "dist"))
    edits = [0]

    def edit() -> None:
        """Another word at the end of a note in the middle chapter: no folio moves."""
        edits[0] += 1
        chapter = sorted((folder / "content" / "body").glob("*.md"))[max(1, round(pages / 20)) // 2]
        text = chapter.read_text(encoding="utf-8").split(" Edit ", 1)[0].rstrip()
        chapter.write_text(f"{text} Edit {edits[0]}.\n", encoding="utf-8")

    found = [Contender("press, cold", (*press, "--no-cache")),
             Contender("press, one paragraph edited", press, edit), Contender("press, nothing changed", press)]
    if shutil.which(python) and not subprocess.call([python, "-c", "import typst"], stderr=subprocess.DEVNULL):
        found.append(Contender(BASE, (python, "-c", TYPST, str(FONTS))))
    else:
        print(f"{BASE}: not installed, left out")
    if importlib.util.find_spec("weasyprint") and pages <= 100:
        found.append(Contender("WeasyPrint, one document", (sys.executable, "-c", WEASYPRINT)))
    return found


def timed(pages: int, rounds: int, python: str) -> dict[str, Cost]:
    """The medians of some interleaved rounds, by contender."""
    folder = SHOP / str(pages)
    shutil.rmtree(folder, ignore_errors=True)
    book = make_book(pages)
    write(book, folder / "content")
    shutil.copytree(folder / "content" / "pictures", folder / "pictures")
    (folder / "book.typ").write_text(typst(book), encoding="utf-8")
    (folder / "book.html").write_text(one_document(book), encoding="utf-8")
    here = contenders(folder, pages, python)
    run(here[1], folder)  # fill the cache
    costs: dict[str, list[Cost]] = {one.name: [] for one in here}
    for _ in range(rounds):
        for one in here:
            costs[one.name].append(run(one, folder))
            print(f"{pages:5} pages  {one.name:30} {costs[one.name][-1]}", file=sys.stderr)
    return {name: Cost(*(round(median(getattr(one, part) for one in all_), 2) for part in ("cpu", "wall", "memory")))
            for name, all_ in costs.items()}


def table(results: dict[int, dict[str, Cost]]) -> str:
    """The results in Markdown, with the ratios to Typst's cold run where it was there."""
    lines = ["| pages | | wall s | ÷ Typst | CPU s | ÷ Typst | MB |", "|--:|---|--:|--:|--:|--:|--:|"]
    for pages, costs in results.items():
        base = costs.get(BASE)
        for name, cost in costs.items():
            wall, cpu = (f"{value:.2f}" if base else "" for value in (
                cost.wall / base.wall if base else 0, cost.cpu / base.cpu if base else 0))
            seconds = f"{cost.wall:.1f} | {wall} | {cost.cpu:.1f} | {cpu}"
            lines.append(f"| {pages} | {name} | {seconds} | {cost.memory:.0f} |")
    return "\n".join(lines)


def plot(results: dict[int, dict[str, Cost]]) -> str:
    """Bars of wall seconds, a group for each size, as SVG."""
    rows = [(pages, name, cost.wall) for pages, costs in results.items() for name, cost in costs.items()]
    longest = max(wall for *_, wall in rows)
    made = ['<svg xmlns="http://www.w3.org/2000/svg" font-family="serif" font-size="13" role="img" '  # noqa: ISC004
            f'aria-label="Wall seconds by engine and pages" width="720" height="{24 * len(rows) + 10}">']
    for at, (pages, name, wall) in enumerate(rows):
        y, width = 24 * at + 8, max(1, round(360 * wall / longest))
        colour = "#333" if name.startswith("press") else "#999"
        made.append(f'<text x="260" y="{y + 12}" text-anchor="end">{pages} pages, {name}</text>'
                    f'<rect x="268" y="{y}" width="{width}" height="16" fill="{colour}"/>'
                    f'<text x="{274 + width}" y="{y + 12}">{wall:.1f} s</text>')
    return "\n".join([*made, "</svg>\n"])


def main(words: Sequence[str] | None = None) -> None:
    """Time all, write the figures and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 400])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--python", default=sys.executable)
    order = parser.parse_args(words)
    results = {pages: timed(pages, order.rounds, order.python) for pages in order.pages}
    docs = ROOT / "docs"
    written = {str(pages): {name: asdict(cost) for name, cost in costs.items()} for pages, costs in results.items()}
    (docs / "speed.json").write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
    (docs / "speed.svg").write_text(plot(results), encoding="utf-8")
    print(table(results))


if __name__ == "__main__":
    main()
