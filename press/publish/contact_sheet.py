"""Contact sheet: all spreads of a book on one picture, to be judged side by side.

The first page is a recto and stands alone at the right of the gutter; after it
every picture is an opening, verso and recto, as a reader holds the book.
"""

import subprocess
import tempfile
from collections.abc import Sequence
from math import ceil, sqrt
from pathlib import Path

from PIL import Image

WIDTHS_PX = (2000, 1800, 1600, 1400, 1200, 1000)
PAGE_PX = 240
GAP_PX = 10
GROUND = (0x8A, 0x8A, 0x8A)
GREYS = 16
MOST_BYTES = 1_000_000

Spread = tuple[Image.Image | None, Image.Image | None]


def make_contact_sheet(pdf: Path, target: Path) -> None:
    """Draw the spreads of `pdf` into the PNG `target`, as wide as a megabyte allows."""
    target.parent.mkdir(parents=True, exist_ok=True)
    book = spreads(rasterise(pdf))
    for width in WIDTHS_PX:
        sheet = arrange(book, width).quantize(GREYS, dither=Image.Dither.NONE)
        sheet.save(target, format="PNG", optimize=True)
        if target.stat().st_size <= MOST_BYTES:
            break


def rasterise(pdf: Path) -> list[Image.Image]:
    """Every page of a PDF as a small picture."""
    with tempfile.TemporaryDirectory() as folder:
        size = ("-scale-to-x", str(PAGE_PX), "-scale-to-y", "-1")
        subprocess.run(("pdftoppm", *size, str(pdf), f"{folder}/page"), check=True, capture_output=True)
        return [Image.open(file).copy() for file in sorted(Path(folder).iterdir())]


def spreads(pages: Sequence[Image.Image]) -> list[Spread]:
    """The openings of a book: nothing and page 1, pages 2 and 3, and so on."""
    sides = [None, *pages, *([] if len(pages) % 2 else [None])]
    return list(zip(sides[::2], sides[1::2], strict=True))


def columns(count: int) -> int:
    """How many spreads stand in a row: four, and more when the book is long."""
    return max(4, round(sqrt(count)))


def arrange(book: Sequence[Spread], width: int) -> Image.Image:
    """The spreads in rows on a grey ground, on a picture of at most `width`."""
    across = columns(len(book))
    leaf = (width - GAP_PX * (across + 1)) // (2 * across)
    tallest = max((page.height / page.width for pair in book for page in pair if page), default=1)
    height = ceil(leaf * tallest)
    down = ceil(len(book) / across)
    sheet = Image.new("RGB", (width, GAP_PX + down * (height + GAP_PX)), GROUND)
    for n, pair in enumerate(book):
        corner = GAP_PX + n % across * (2 * leaf + GAP_PX), GAP_PX + n // across * (height + GAP_PX)
        for side, page in enumerate(pair):
            if page:
                size = leaf, round(leaf * page.height / page.width)
                sheet.paste(page.resize(size, Image.Resampling.LANCZOS), (corner[0] + side * leaf, corner[1]))
    return sheet
