"""Growth: what a page costs in books of growing size, each made without a cache.

    python3 benchmarks/growth.py [--pages 100 400 1600 6400]

CPU is of all processes of a run, memory of the largest.  Writes the sizes that were asked
for into `docs/growth.json`, and prints a table of all that stand there.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus import write
from corpus_book import make_book
from process_tree import run

ROOT = Path(__file__).resolve().parent.parent
SHOP = ROOT / ".cache" / "growth"
FIGURES = ROOT / "docs" / "growth.json"
BASE = 400  # pages, with whose cost that of a page of other books is compared
TOLD = "made.json"  # what a run says of itself


@dataclass(frozen=True, slots=True)
class Growth:
    """A book that was made: its pages, its sections and how many were laid out, CPU seconds, and megabytes.

    `load` is the machine's, since others that use it make caches cold and seconds long.
    """

    extent: int
    sections: int
    laid: int
    cpu: float
    largest: float
    load: float

    @property
    def a_page(self) -> float:
        """CPU milliseconds a page."""
        return 1000 * self.cpu / self.extent


def table(books: Mapping[int, Growth]) -> str:
    """The books in Markdown, the cost of a page beside that in the book of `BASE` pages."""
    base = books.get(BASE)
    lines = [f"| pages | sections | laid out | CPU s | CPU ms a page | ÷ {BASE} pages | MB, largest process |",
             "|--:|--:|--:|--:|--:|--:|--:|"]
    for _, one in sorted(books.items()):
        ratio = f"{one.a_page / base.a_page:.2f}" if base else ""
        lines.append(f"| {one.extent:,} | {one.sections} | {one.laid} | {one.cpu:.1f} | {one.a_page:.1f} | {ratio} "
                     f"| {one.largest:.0f} |")
    return "\n".join(lines)


def made(pages: int) -> Growth:
    """Make the book of a size in processes of its own."""
    folder = SHOP / str(pages)
    shutil.rmtree(folder, ignore_errors=True)
    write(make_book(pages), folder / "content")
    load = os.getloadavg()[0]
    cost = run([sys.executable, __file__, "--make", str(folder)], folder, patience=7200)
    told = json.loads((folder / TOLD).read_text(encoding="utf-8"))
    shutil.rmtree(folder)
    return Growth(**told, cpu=round(cost.cpu, 1), largest=round(cost.largest), load=round(load, 1))


def make(folder: Path) -> None:
    """Make the book in a folder without a cache, and leave beside it what came of it."""
    sys.path.insert(0, str(ROOT))
    from press.publish.driver import make as make_edition
    from press.publish.request import Request

    sections = [0]

    def progress(stage: str, _done: int, total: int) -> None:
        sections[0] = total if stage.startswith("lay out") else sections[0]

    outcome = make_edition(Request(ROOT, folder / "content", folder / "dist", cache=False), progress)
    if not outcome.made:
        raise SystemExit("\n".join(map(str, outcome.report.errors)))
    told = {"extent": outcome.extents["screen"], "sections": sections[0], "laid": len(outcome.laid)}
    (folder / TOLD).write_text(json.dumps(told), encoding="utf-8")


def known() -> dict[int, Growth]:
    """The books of earlier runs, by the pages that were asked for."""
    if not FIGURES.is_file():
        return {}
    return {int(pages): Growth(**one) for pages, one in json.loads(FIGURES.read_text(encoding="utf-8")).items()}


def main(words: Sequence[str] | None = None) -> None:
    """Make the books that are asked for, keep what they took, and print all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 400, 1600, 6400])
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    order = parser.parse_args(words)
    if order.make:
        make(order.make)
        return
    for pages in order.pages:
        books = known() | {pages: made(pages)}
        FIGURES.write_text(json.dumps({str(size): asdict(one) for size, one in sorted(books.items())}, indent=2) + "\n",
                           encoding="utf-8")
        print(f"{pages} pages: {books[pages]}", file=sys.stderr)
    print(table(known()))


if __name__ == "__main__":
    main()
