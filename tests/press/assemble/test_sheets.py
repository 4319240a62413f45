"""Sheets: where the leaf is cut, what lies beyond the cut, and how the pages stand to the fold."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from press.assemble.inks import Inks
from press.assemble.sheets import Sheet, edges, set_sheets
from press.model.printing import Colour
from tests.press.assemble.seen import words_by_page
from tests.press.assemble.shop import Made

INKS = Inks(Colour.CMYK)


def leaf(*, bleed: float = 0) -> Pdf:
    """A file of one page of 100 by 200 pt, with so much of paper outside its trim."""
    pdf = Pdf.new()
    page = Dictionary(Type=Name.Page, MediaBox=Array([-bleed, -bleed, 100 + bleed, 200 + bleed]),
                      TrimBox=Array([0, 0, 100, 200]), Resources=Dictionary(),
                      Contents=pdf.make_stream(b"0 0 9 9 re f"))
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf


def boxes(pdf: Pdf, page: int = 0) -> dict[str, tuple[float, ...]]:
    return {name[1:-3].lower(): edges(pdf.pages[page].obj[name]) for name in ("/MediaBox", "/BleedBox", "/TrimBox")}


def test_a_page_on_which_nothing_bleeds_ends_at_its_trim():
    pdf = leaf()
    set_sheets(pdf, Sheet(bleed=9), INKS)

    assert boxes(pdf) == dict.fromkeys(("media", "bleed", "trim"), (0, 0, 100, 200))


def test_a_page_with_room_for_it_bleeds_as_far_as_the_printer_asks():
    pdf = leaf(bleed=20)
    set_sheets(pdf, Sheet(bleed=9), INKS)

    assert boxes(pdf) == {"media": (-9, -9, 109, 209), "bleed": (-9, -9, 109, 209), "trim": (0, 0, 100, 200)}


def test_crop_marks_stand_outside_the_bleed_and_point_at_the_trim():
    pdf = leaf(bleed=20)
    set_sheets(pdf, Sheet(bleed=9, marks=True), INKS)
    found = boxes(pdf)
    lines = [[float(edge) for edge in step.operands] for step in pikepdf.parse_content_stream(pdf.pages[0], "m l")]

    assert len(lines) == 16
    for (x, y), (to_x, to_y) in zip(lines[::2], lines[1::2], strict=True):
        assert x == to_x in (0, 100) or y == to_y in (0, 200)
        for at_x, at_y in ((x, y), (to_x, to_y)):
            assert not (-9 <= at_x <= 109 and -9 <= at_y <= 209)
            assert found["media"][0] <= at_x <= found["media"][2]
            assert found["media"][1] <= at_y <= found["media"][3]


def test_blanks_fill_the_extent():
    pdf = leaf()
    set_sheets(pdf, Sheet(extent=4), INKS)

    assert len(pdf.pages) == 4
    assert ["/Contents" in page.obj for page in pdf.pages] == [True, False, False, False]
    assert boxes(pdf, 3) == boxes(pdf, 0)


@pytest.mark.parametrize("shift", [0.0, 8.5])
def test_in_a_thick_book_all_that_is_printed_moves_away_from_the_fold(book: Made, shift):
    before = words_by_page(book.again(live=False))
    with pikepdf.open(io.BytesIO(book.again(live=False))) as pdf:
        for page in pdf.pages:
            if "/Contents" in page.obj:  # as `set_inks` leaves them, in one stream
                page.contents_coalesce()
        set_sheets(pdf, Sheet(shift=shift), INKS)
        target = io.BytesIO()
        pdf.save(target)
    after = words_by_page(target.getvalue())

    assert len(before) == len(after)
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        away = shift if number % 2 == 0 else -shift
        assert [(word.text, round(word.left + away, 2), round(word.foot, 2)) for word in old] == [
            (word.text, round(word.left, 2), round(word.foot, 2)) for word in new]
