"""Numbers: what is set when the book is put together.

Folios are set on finished pages as artifacts, at the outer edge of the head line,
on an opening at the foot and centred.  A page number inside the text was laid out
as zeros of the width of any digit, in whatever face; here the zeros become the digits.
At the end of a line of the contents they may be of any number: the digits end where they end.
"""

import re
from dataclasses import dataclass

from press.assemble.fonts import FontSet, Shaped
from press.layout.laid import LaidPage

FOLIO_FACE, LABEL_FACE = "Text", "Label"
OLD_STYLE = ("onum", "pnum")
TABULAR_OLD_STYLE = ("onum", "tnum")
PT = 0.75  # of the engine's pixels
BARE = frozenset({"bare", "plate"})  # counted, not shown
RUN = re.compile(
    rb"1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm\n/(\w+) ([\d.]+) Tf\n\[((?:<(?:[0-9a-f]{4})+>-?\d*)+)\] TJ")
GLYPH = re.compile(rb"[0-9a-f]{4}(?=[0-9a-f]*>)")


@dataclass(frozen=True, slots=True)
class FolioStyle:
    """Sizes in pt of folios and of the line that says a note goes on; `scale` 1 is the A5 page."""

    size: float = 10.0
    head: float = 13.6   # from the head of the text up to the base line of the running head
    drop: float = 31.3   # from the foot of the text down to the base line of a drop folio
    label: float = 7.25


@dataclass(frozen=True, slots=True)
class LateNumber:
    """A page number printed in the text: where its zeros stand, in pt, and the folio that replaces them.

    One that is `flush` ends where its zeros end, whatever its width, and is set in proportional figures.
    """

    x: float
    low: float
    high: float
    folio: str
    right: float = 0.0
    flush: bool = False


def folio_stream(fonts: FontSet, page: LaidPage, folio: str, opening: bool, recto: bool,
                 style: FolioStyle) -> bytes:
    """The operators that print a page's folio; none on a blank page or where the page shows none."""
    if page.blank or page.name in BARE:
        return b""
    font = fonts.key(FOLIO_FACE)
    shaped = fonts.shape(font, folio, *OLD_STYLE)
    width = shaped.width * style.size / 1000
    left, foot, right, head = page.text
    if opening:
        x, y = (left + right - width) / 2, foot - style.drop
    else:
        x, y = (right - width if recto else left), head + style.head
    return _artifact(font, style.size, x, y, shaped, "Footer" if opening else "Header")


def carried_stream(fonts: FontSet, page: LaidPage, style: FolioStyle) -> bytes:
    """The operators that say, beside the rule, which note goes on from the page before."""
    if not page.carried or not page.notes_top:
        return b""
    number = page.carried[0].rsplit("-n", 1)[-1]
    font = fonts.key(LABEL_FACE)
    shaped = fonts.shape(font, f"note {number}, continued")
    return _artifact(font, style.label, page.text[0] + 42, page.notes_top - 2.4, shaped, "Footer")


def _artifact(font: str, size: float, x: float, y: float, shaped: Shaped, kind: str) -> bytes:
    """Text outside the structure tree (ISO 32000-1, 14.8.2.2)."""
    return (f"/Artifact <</Type/Pagination/Subtype/{kind}>> BDC q 0 0 0 rg BT {font} {size:g} Tf "
            f"{x:.2f} {y:.2f} Td [{shaped.array}] TJ ET Q EMC\n").encode()


def set_late_numbers(content: bytes, height: float, numbers: list[LateNumber],
                     fonts: FontSet) -> tuple[bytes, int]:
    """The page's operators with the numbers for their zeros, and how many numbers were set."""
    done = 0

    def written(run: re.Match[bytes]) -> bytes:
        nonlocal done
        font = f"/{run[3].decode()}"
        zero = fonts.glyphs(font, "0", *TABULAR_OLD_STYLE)
        if {int(glyph, 16) for glyph in GLYPH.findall(run[5])} != {*zero}:
            return run[0]
        x, y = float(run[1]) * PT, height - float(run[2]) * PT
        for number in numbers:
            if abs(x - number.x) < 0.05 and number.low - 4 <= y <= number.high + 4:
                done += 1
                return _replaced(run, number, fonts.shape(font, number.folio, *(
                    OLD_STYLE if number.flush else TABULAR_OLD_STYLE)))
        return run[0]

    return RUN.sub(written, content), done


def _replaced(run: re.Match[bytes], number: LateNumber, shaped: Shaped) -> bytes:
    """The operators of a run with the glyphs of a number, moved when it is flush."""
    begins = b"%.3f" % (number.right / PT - shaped.width * float(run[4]) / 1000) if number.flush else run[1]
    return (run[0][:run.start(1) - run.start()] + begins + run[0][run.end(1) - run.start():run.start(5) - run.start()]
            + shaped.array.encode() + run[0][run.end(5) - run.start():])
