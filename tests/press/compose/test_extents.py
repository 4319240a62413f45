"""Extents: the pages that a section will fill are guessed from its letters, near enough for its folios' digits."""

from xml.etree.ElementTree import fromstring

from press.compose.extents import extent

LETTERS = 1000
PAGE = "x" * LETTERS


def test_a_name_stands_after_the_letters_before_it():
    text = f'<p id="a">{PAGE}</p><p id="b">{PAGE}<i id="c">x</i>{PAGE}</p><p id="d"/>'
    found = extent(fromstring(f"<div>{text}</div>"), LETTERS)

    assert found.names == {"a": 0, "b": 1, "c": 2, "d": 3}
    assert 3 < found.pages < 4


def test_notes_take_less_room_than_text_and_tables_more_and_drawings_none():
    def pages(text: str) -> float:
        return extent(fromstring(f"<div>{text}</div>"), LETTERS).pages

    assert (pages(f"<p><note>{PAGE}</note></p>") < pages(f"<p>{PAGE}</p>")
            < pages(f"<table><td>{PAGE}</td></table>"))
    assert pages(f"<svg><text>{PAGE}</text></svg>") == pages("")
    assert pages(f"<table><td><note>{PAGE}</note></td></table>") == pages(f"<p><note>{PAGE}</note></p>")
