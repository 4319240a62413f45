"""Edits: what the edit of a paragraph takes in books of growing size, and how much of it grows with the book.

    python3 benchmarks/edits.py [--pages 400 1600] [--rounds 7]

Each edit is another, in a new run of `build.py`; the sizes take turns, so that what else the machine does falls on
all alike.  `until bound` are the seconds until all sections stand as they will be bound: what follows is linear
in the pages, since the whole file is written, proved and delivered.
"""

import argparse
import json
import runpy
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

import corpus_parts as parts
from corpus import write
from corpus_book import make_book

ROOT = Path(__file__).resolve().parent.parent
SHOP = ROOT / ".cache" / "edits"
BINDING = "assemble screen"  # the stage that begins when all sections are laid out
STAMPS = "stamps.json"


class Book:
    """A book of the corpus in a folder of its own, edited again and again in the middle."""

    def __init__(self, pages: int) -> None:
        self.pages, self.folder = pages, SHOP / str(pages)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.book = make_book(pages)
        blocks = self.book.chapters[len(self.book.chapters) // 2].blocks
        self.words = [block for block in blocks if isinstance(block, parts.Paragraph)][-1].words
        self.words.append("")

    def edit(self) -> tuple[float, float]:
        """Edit a paragraph and make the book: the seconds until its sections can be bound, and until it is there."""
        self.words[-1] = f" Edit {time.time_ns() % 10**8}."
        write(self.book, self.folder / "content")
        begun = time.time()
        subprocess.run([sys.executable, __file__, "--make", str(self.folder)], check=True, capture_output=True)
        ended = time.time()
        stamps = json.loads((self.folder / STAMPS).read_text(encoding="utf-8"))
        return stamps[BINDING] - begun, ended - begun


def make(folder: Path) -> None:
    """Make the book in a folder as `build.py` does, and leave beside it when each stage began."""
    sys.path.insert(0, str(ROOT))
    from press.workshop import console

    stamps: dict[str, float] = {}
    console.plain_progress = lambda: lambda stage, *_: stamps.setdefault(stage, time.time()) and None
    sys.argv = ["build.py", "--content", str(folder / "content"), "--out", str(folder / "dist")]
    try:
        runpy.run_path(str(ROOT / "build.py"), run_name="__main__")
    finally:
        (folder / STAMPS).write_text(json.dumps(stamps), encoding="utf-8")


def table(taken: dict[int, list[tuple[float, float]]]) -> str:
    """What the edits took, in the median of the rounds, each size beside the one before."""
    lines = ["| pages | seconds | until bound | ÷ the size before |", "|--:|--:|--:|--:|"]
    sizes = sorted(taken)
    ratios = {larger: median(two[0] / one[0] for one, two in zip(taken[smaller], taken[larger], strict=True))
              for smaller, larger in pairwise(sizes)}
    for size in sizes:
        bound, ended = (median(each) for each in zip(*taken[size], strict=True))
        ratio = f"{ratios[size]:.2f}" if size in ratios else ""
        lines.append(f"| {size:,} | {ended:.2f} | {bound:.2f} | {ratio} |")
    return "\n".join(lines)


def main(words: Sequence[str] | None = None) -> None:
    """Edit books of the sizes that are asked for, in turns, and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[400, 1600])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    order = parser.parse_args(words)
    if order.make:
        make(order.make)
        return
    books = [Book(pages) for pages in order.pages]
    for book in books:
        book.edit()  # all that is remembered from now on
    rounds = [[book.edit() for book in books] for _ in range(order.rounds)]
    print(table({book.pages: [each[at] for each in rounds] for at, book in enumerate(books)}))


if __name__ == "__main__":
    main()
