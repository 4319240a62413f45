"""All spreads of a book on one picture."""

import pikepdf
import pytest
from PIL import Image

from press.publish.contact_sheet import GAP_PX, GROUND, columns, make_contact_sheet, spreads


@pytest.fixture
def book(tmp_path):
    """Five A5 pages, the third of them all black."""
    pdf = pikepdf.new()
    for number in range(1, 6):
        page = pdf.add_blank_page(page_size=(419.5, 595.3))
        if number == 3:
            page.Contents = pdf.make_stream(b"0 0 420 596 re f")
    pdf.save(tmp_path / "book.pdf")
    return tmp_path / "book.pdf"


def test_the_first_page_is_a_recto_and_stands_alone():
    assert spreads([1, 2, 3, 4, 5]) == [(None, 1), (2, 3), (4, 5)]
    assert spreads([1, 2]) == [(None, 1), (2, None)]


def test_a_longer_book_has_longer_rows():
    assert [columns(count) for count in (1, 16, 71, 200)] == [4, 4, 8, 14]


def test_pages_stand_on_grey_ground_in_their_order(book, tmp_path):
    target = tmp_path / "docs" / "sheet.png"
    make_contact_sheet(book, target)
    sheet = Image.open(target).convert("RGB")
    leaf = (sheet.width - 5 * GAP_PX) // 8
    sides = [GAP_PX + n // 2 * (2 * leaf + GAP_PX) + n % 2 * leaf + leaf // 2 for n in range(8)]
    ground, white, black = GROUND, (255, 255, 255), (0, 0, 0)

    assert [sheet.getpixel((x, sheet.height // 2)) for x in sides] == [
        ground, white, white, black, white, white, ground, ground]


def test_the_picture_is_at_most_2000_wide_and_a_megabyte(tmp_path):
    noise = Image.effect_noise((240, 340), 80)
    pages = [noise.rotate(turn) for turn in range(60)]
    pages[0].save(tmp_path / "book.pdf", save_all=True, append_images=pages[1:])
    make_contact_sheet(tmp_path / "book.pdf", tmp_path / "sheet.png")

    assert (tmp_path / "sheet.png").stat().st_size <= 1_000_000
    assert Image.open(tmp_path / "sheet.png").width <= 2000
