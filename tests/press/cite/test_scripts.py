"""Words in another script: their stretches, faces and tags; punctuation beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.cite.lines import closed, joined
from press.cite.numbers import locator, ordinal, page_runs
from press.cite.scripts import said
from press.model.inline import Inline, plain


@pytest.mark.parametrize(("text", "lang", "stretches"), [
    ("Azerbaijan Diary", "en", [("Azerbaijan Diary", "")]),
    ("Xocalı abidələri", "az", [("Xocalı abidələri", "az")]),
    ("A report of 1992", "ru", [("A report of 1992", "")]),
    ("Бои 1992 года, часть 2", "ru", [("Бои 1992 года, часть", "ru"), (" 2", "")]),
    ("Кто стрелял?", "ru", [("Кто стрелял?", "ru")]),
    ("The word «погром» again", "en", [("The word «", ""), ("погром", "ru"), ("» again", "")]),
    ("Війна", "uk", [("Війна", "uk")]),
    ("Պատերազմ, war", "hy", [("Պատերազմ", "hy"), (", war", "")]),
])
def test_every_stretch_has_its_language(text: str, lang: str, stretches: list[tuple[str, str]]):
    assert [(s.text, s.lang) for s in said(text, lang)] == stretches


def test_other_scripts_stand_upright_within_an_italic_title():
    assert [(s.text, s.italic) for s in said("Pogrom (погром)", italic=True)] == [
        ("Pogrom (", True), ("погром", False), (")", True)]


@given(st.text(alphabet="abəж Սш ,.?!1«»()-", max_size=30))
def test_no_character_is_lost_between_scripts(text: str):
    assert plain(said(text)) == text.replace("...", "…")


def line(text: str) -> tuple[Inline, ...]:
    return (Inline(text),)


@pytest.mark.parametrize(("text", "mark", "printed"), [
    ("a title", ",", "a title,"), ("“a title”", ",", "“a title,”"), ("“It is ‘so’”", ".", "“It is ‘so.’”"),
    ("“Who goes?”", ",", "“Who goes?”"), ("Who goes?", ".", "Who goes?"), ("n.d.", ".", "n.d."),
    ("n.d.", ",", "n.d.,"), ("“The refugees’”", ",", "“The refugees’,”"), ("(1992)", ".", "(1992)."),
    ("", ",", ""), ("“and so on …”", ".", "“and so on ….”"),
])
def test_commas_and_stops_go_inside_quotation_marks_once(text: str, mark: str, printed: str):
    assert plain(closed(line(text), mark)) == printed


def test_the_comma_after_an_italic_title_is_roman():
    assert joined([(Inline("A Title", italic=True),), line("5")], ",") == (
        Inline("A Title", italic=True), Inline(", 5"))


def test_ordinals_end_as_they_are_spoken():
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "103rd", "111th"]


@pytest.mark.parametrize(("written", "printed"), [
    ("p. 5", "5"), ("pp. 119-128", "119–28"), ("pp. 71–72, 101–108", "71–72, 101–8"), ("pages 5-6", "5–6"),
    ("5-6", "5–6"), ("pp. E361-E362", "E361–E362"), ("pp. xi–xiv", "xi–xiv"), ("para. 76", "para. 76"),
    ("paras 7-10", "paras 7–10"), ("p. 6, n. 3", "p. 6, n. 3"), ("Map, pp. 19-24", "Map, pp. 19–24"),
    ("chap. 3", "chap. 3"), ("§§ 3-4", "§§ 3–4"), ("pp. five", "pp. five"), ("1992-03-02", "1992-03-02"),
])
def test_pages_lose_their_label_and_other_locators_keep_it(written: str, printed: str):
    assert locator(written) == printed


def test_pages_of_a_source_are_folded_as_chicago_folds_them():
    written = ("3-10", "100-104", "107-108", "321-328", "1496-1500", "E361-E362", "28-9")

    assert [page_runs(pages) for pages in written] == [
        "3–10", "100–104", "107–8", "321–28", "1496–500", "E361–E362", "28–9"]
