"""The book that the tests of this folder open, made once."""

import io

import pikepdf
import pytest

from tests.press.assemble.shop import Made, full, leaves, make, plan, words


@pytest.fixture(scope="session")
def book() -> Made:
    """Front matter with a bare page, a section of one page, two full sections and a long one between them."""
    return make([
        plan("title", "<p>Bare.</p>", body=False, kind="bare"),
        plan("preface", f'<p id="pre">{words(150)} and <a href="#two">page ##</a></p>', body=False),
        plan("one", full("one", 1, "two")),
        plan("long", f'<p>On <a href="#preface">page ##</a>.</p>{leaves(6)}'
                     '<p style="break-before: right">Last.</p>'),
        plan("two", full("two", 2, "par-1.2")),
    ])


@pytest.fixture
def opened(book: Made):
    with pikepdf.open(io.BytesIO(book.pdf)) as pdf:
        yield pdf
