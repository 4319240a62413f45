"""Growth: what a page costs in books of growing size, told by the pages that they have."""

import json

import pytest

from tests.benchmarks.conftest import benchmark


@pytest.fixture(scope="module")
def growth():
    with benchmark("growth") as module:
        yield module


def test_a_page_costs_the_seconds_of_the_book_by_its_own_extent(growth):
    assert growth.Growth(extent=450, sections=23, laid=23, cpu=27.0, largest=150, load=1.0).a_page == pytest.approx(60)


def test_every_book_stands_beside_the_book_of_four_hundred_pages(growth):
    books = {1600: growth.Growth(1800, 83, 84, 118.8, 300, 2.0), 400: growth.Growth(450, 23, 23, 27.0, 150, 1.0)}

    assert growth.table(books).splitlines()[2:] == [
        "| 450 | 23 | 23 | 27.0 | 60.0 | 1.00 | 150 |", "| 1,800 | 83 | 84 | 118.8 | 66.0 | 1.10 | 300 |"]


def test_without_that_book_nothing_is_compared(growth):
    row = growth.table({100: growth.Growth(110, 8, 8, 11.0, 120, 1.0)}).splitlines()[-1]

    assert row == "| 110 | 8 | 8 | 11.0 | 100.0 |  | 120 |"


def test_the_figures_that_stand_are_those_of_books_that_grow(growth):
    books = {int(pages): growth.Growth(**one) for pages, one in json.loads(growth.FIGURES.read_text()).items()}
    extents = [one.extent for _, one in sorted(books.items())]

    assert extents == sorted(extents)
    assert all(pages <= one.extent < 1.3 * pages and one.sections <= one.laid for pages, one in books.items())
