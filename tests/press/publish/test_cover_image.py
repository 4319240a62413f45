"""The cover image has the words of the title page in the faces of the house, the same every time."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageOps

from press.assemble.fonts import declared_faces
from press.findings import Report
from press.load.book import load_book
from press.model.book import Book
from press.publish.cover_image import HEIGHT, LEFT, RIGHT, WIDTH, Face, _lines, cover_image
from tests.books.making import LIGHTHOUSE, ROOT

FACES = declared_faces(ROOT / "styles" / "fonts.css")


@pytest.fixture(scope="module")
def book() -> Book:
    read = load_book(LIGHTHOUSE, "", Report())
    assert read is not None
    return read


def titled(book: Book, title: str) -> Image.Image:
    named = replace(book, title=book.title.model_copy(update={"title": title}))
    return Image.open(io.BytesIO(cover_image(named, FACES)))


def test_a_cover_is_a_small_picture_of_two_by_three(book: Book):
    made = cover_image(book, FACES)

    assert Image.open(io.BytesIO(made)).size == (WIDTH, HEIGHT)
    assert WIDTH * 3 == HEIGHT * 2
    assert len(made) < 60_000


def test_the_same_book_has_the_same_cover_and_another_title_another(book: Book):
    assert cover_image(book, FACES) == cover_image(book, FACES)
    assert titled(book, "A").tobytes() != titled(book, "B").tobytes()


@pytest.mark.parametrize("title", ["Light", "A lighthouse on a rock in a cold sea and all who kept it there by night"])
def test_what_is_drawn_stands_within_the_margins(book: Book, title: str):
    left, top, right, foot = ImageOps.invert(titled(book, title).convert("L").point(lambda v: 0 if v < 128 else 255)
                                             ).getbbox() or (0, 0, 0, 0)

    assert left > LEFT - 20
    assert right < RIGHT + 50
    assert 0 < top < foot < HEIGHT - 100


def test_lines_of_a_title_are_of_like_length():
    face = Face(FACES["Display-Medium"], 150)

    assert _lines("Skarholm, November 1826", face) == ["Skarholm,", "November 1826"]
    assert _lines("Light", face) == ["Light"]


def test_letters_are_kerned():
    face = Face(FACES["Text"], 100)

    assert face.width("AV") < face.width("A") + face.width("V")
