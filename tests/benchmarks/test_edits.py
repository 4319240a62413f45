"""Edits: an edit is really made, and its times are told beside those of the size before."""

import subprocess

import pytest

from tests.benchmarks.conftest import benchmark


@pytest.fixture(scope="module")
def edits():
    with benchmark("edits") as module:
        yield module


def test_a_size_is_compared_with_the_one_before_round_by_round(edits):
    taken = {1600: [(1.2, 2.0), (1.1, 1.9), (2.4, 3.0)], 400: [(1.0, 1.2), (1.0, 1.3), (2.0, 2.2)]}

    assert edits.table(taken).splitlines()[2:] == [
        "| 400 | 1.30 | 1.00 |  |", "| 1,600 | 2.00 | 1.20 | 1.20 |"]


def test_an_edit_is_in_the_book_that_is_made(edits, monkeypatch, tmp_path):
    monkeypatch.setattr(edits, "SHOP", tmp_path)
    book = edits.Book(10)
    bound, ended = book.edit()
    pdf = tmp_path / "10" / "dist" / "1st" / "1st-screen.pdf"
    words = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout

    assert 0 < bound < ended
    assert book.words[-1].split()[-1] in words
