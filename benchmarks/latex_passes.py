"""LaTeX passes: what a maker of books with LaTeX does: the passes and the index until nothing moves.

    python3 benchmarks/latex_passes.py BOOK.tex [PANDOC]

Draws each picture of `pictures/` as PDF, which LuaLaTeX can place, where it is not drawn yet;
with PANDOC, the program, makes BOOK.tex from BOOK.md and BOOK.template first; at most five
passes.  Exit status 1 when LuaLaTeX fails.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

MOST_PASSES = 5


def contents(files: Iterable[Path]) -> list[bytes]:
    """What stands in files; nothing in one that is not there."""
    return [file.read_bytes() if file.exists() else b"" for file in files]


def main(book: str, pandoc: str = "") -> int:
    """Set the book."""
    if pandoc:
        text, template = (Path(book).with_suffix(end) for end in (".md", ".template"))
        subprocess.run([pandoc, text, "-o", book, "--template", template, "--top-level-division=chapter"], check=True)
    for picture in sorted(Path("pictures").glob("*.svg")):
        drawn = picture.with_suffix(".pdf")
        if not drawn.exists():
            subprocess.run(["rsvg-convert", "-f", "pdf", "-o", drawn, picture], check=True)
    marks = Path(book).with_suffix(".idx")
    kept = [Path(book).with_suffix(end) for end in (".aux", ".toc", ".ind")]
    for _ in range(MOST_PASSES):
        before, marked = contents(kept), contents([marks])
        if subprocess.call(["lualatex", "-interaction=batchmode", "-halt-on-error", book], stdout=subprocess.DEVNULL):
            return 1
        if contents([marks]) != marked or not kept[2].exists():
            subprocess.run(["makeindex", "-q", marks], check=True, stderr=subprocess.DEVNULL)
        if contents(kept) == before:
            break
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
