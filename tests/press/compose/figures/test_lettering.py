"""Labels are measured and broken as the font will set them."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from press.compose.figures.lettering import ADVANCE, broken, plain, width, words

FONT = Path(__file__).parents[4] / "styles" / "fonts" / "SourceSans3-Regular.ttf"
LETTERS = "".join(sorted(ADVANCE)) + "ÀÇĞİŞÖÜçğşöüéčžâ"

labels = st.text("abcdefgilmnoprst XYZ*", max_size=60)


def test_labels_run_as_wide_as_in_the_font() -> None:
    with TTFont(FONT) as font:
        glyphs, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        in_font = {letter: advances[glyphs[ord(letter)]][0] / em for letter in LETTERS}
    assert {letter: round(width(letter, 1), 3) for letter in LETTERS} == in_font


def test_a_letter_without_a_listed_width_counts_as_a_wide_one() -> None:
    assert width("Խ", 10) == width("ж", 10) == 8.5


def test_titles_in_a_label_are_italic() -> None:
    assert [(word.text, word.italic) for word in words("*Sunday Times*: a report in *Time*")] == [
        ("Sunday ", True), ("Times", True), (": ", False), ("a ", False), ("report ", False), ("in ", False),
        ("Time", True),
    ]
    assert plain("*Time* reports") == "Time reports"


def test_a_label_is_broken_at_spaces_and_not_within_a_title_s_punctuation() -> None:
    lines = broken("*Time*: bodies brought in", 7.25, 50)
    assert ["".join(word.text for word in line) for line in lines] == ["Time: bodies ", "brought in"]


@given(labels, st.floats(20, 200))
def test_no_line_is_longer_than_its_room_unless_it_is_one_word(label: str, room: float) -> None:
    for line in broken(label, 7.25, room):
        text = "".join(word.text for word in line).rstrip()
        assert width(text, 7.25) <= room or " " not in text


@given(labels)
def test_breaking_loses_no_word(label: str) -> None:
    lines = broken(label, 7.25, 60)
    assert " ".join("".join(word.text for word in line) for line in lines).split() == plain(label).split()


@pytest.mark.parametrize("label", ["", "   ", "**"])
def test_an_empty_label_has_one_empty_line(label: str) -> None:
    assert broken(label, 7.25, 60) == ((),)
