"""Cover: as wide as the book is thick, with words on the spine only where they have room."""

from pathlib import Path

import pytest

from press.compose.cover import compose_cover, sheet, spine_size
from press.compose.templates import environment
from press.findings import Place, Report
from press.load.book import load_book
from press.load.printing import load_printer
from press.model.book import Book
from press.model.printing import Printer
from tests.books.making import LIGHTHOUSE, ROOT

A5 = 148.0, 210.0


def printer(name: str) -> Printer:
    found = load_printer(ROOT / "styles", name, Place("edition"), Report())
    assert found
    return found


@pytest.fixture(scope="module")
def book() -> Book:
    found = load_book(LIGHTHOUSE, "", Report())
    assert found
    return found


@pytest.mark.parametrize(("name", "paper", "extent", "spine"), [
    ("kdp", "cream", 384, 24.38), ("kdp", "white", 384, 21.97), ("kdp", "colour", 100, 5.96),
    ("offset", "cream", 400, 21.4)])
def test_the_spine_is_as_wide_as_the_leaves_are_thick(name, paper, extent, spine):
    of = sheet(A5, printer(name), printer(name).paper(paper), extent)

    assert of.spine_mm == spine
    assert of.width_mm == pytest.approx(2 * 148 + spine)


@pytest.mark.parametrize(("extent", "size"), [(78, 0), (79, 0), (384, 15), (110, 7.0)])
def test_a_spine_has_words_where_they_have_room(extent, size):
    kdp = printer("kdp")
    of = sheet(A5, kdp, kdp.paper("cream"), extent)

    assert spine_size(of, kdp, extent) == pytest.approx(size, abs=3 if extent == 110 else 0.01)


def html(book: Book, extent: int, isbn: str = "") -> str:
    kdp = printer("kdp")
    return compose_cover(book, sheet(A5, kdp, kdp.paper("cream"), extent), kdp, extent, isbn,
                         environment(ROOT / "templates"))


def test_the_cover_says_what_the_title_file_says(book: Book):
    made = html(book, 384)

    assert "Skarholm<br/>Light" in made
    assert "Every name in it is invented." in made
    assert "Skarholm Light<i>An invented reference book</i>" in made
    assert '<span lang="hy">Սկարհոլմ</span>' in made


def test_a_thin_book_s_spine_is_bare(book: Book):
    assert '<div class="spine">' not in html(book, 60)


def test_without_an_isbn_the_box_is_clear(book: Book):
    assert '<div class="code"></div>' in html(book, 384)
    assert "ISBN 978-0-306-40615-7" in html(book, 384, "978-0-306-40615-7")


def test_the_strip_marks_its_days_among_its_years(book: Book):
    made = html(book, 384)

    assert [year for year in ("1860", "1863", "1866") if f">{year}</text>" in made] == ["1860", "1863", "1866"]
    assert 'y="2" width="3.52" height="18"' in made  # November 1863, thirty days of seven years on 300 pt


def test_no_word_of_a_book_stands_in_the_template():
    template = Path(ROOT / "templates" / "cover.html").read_text(encoding="utf-8")

    assert "Khojaly" not in template
    assert "reference" not in template.lower()
