"""The faces of the web edition have every character of the book, by script, and nothing else."""

import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont

from press.publish.web import fonts
from press.publish.web.fonts import cut, stand_in, web_fonts
from tests.books.making import ROOT

SHEET = ROOT / "styles" / "fonts.css"
REGULAR = ROOT / "styles" / "fonts" / "EBGaramond-Regular.ttf"


def characters(data: bytes) -> set[str]:
    return {chr(code) for code in TTFont(io.BytesIO(data)).getBestCmap()}


def test_a_font_is_cut_to_what_is_asked_for():
    assert characters(cut(REGULAR, frozenset("aəЖ"))) == set("aəЖ")


def test_what_a_font_does_not_have_makes_no_file():
    assert cut(REGULAR, frozenset("փ")) == b""


def test_the_same_characters_make_the_same_file():
    assert cut(REGULAR, frozenset("abcdefg")) == cut(REGULAR, frozenset("gfedcba"))


def test_a_cut_font_keeps_the_figures_of_notes_and_text():
    features = {record.FeatureTag for record in
                TTFont(io.BytesIO(cut(REGULAR, frozenset("0123456789fi"))))["GSUB"].table.FeatureList.FeatureRecord}

    assert {"sups", "onum", "lnum", "tnum", "liga"} <= features


def within(css: str, family: str, weight: str, style: str) -> list[set[str]]:
    """The characters of the faces that stand in the rules themselves."""
    rules = re.findall(rf"font-family: {family}; font-weight: {weight}; font-style: {style};.*?base64,([^)]*)", css)
    return [characters(base64.b64decode(data)) for data in rules]


def test_every_face_has_the_characters_of_its_script_alone():
    made = web_fonts(SHEET, "Жж փարոս ə")

    latin, cyrillic = within(made.css, "Text", "400", "normal")
    assert cyrillic == set("Жж")
    assert within(made.css, "Armenian", "400", "normal") == [set("փարոս")]
    assert {"ə", "a"} <= latin
    assert not latin & set("Жժփ")
    assert not any("cyrillic" in name for name in web_fonts(SHEET, "plain").files)


def test_a_face_is_there_from_the_first_or_in_a_file_that_never_comes_late():
    made = web_fonts(SHEET, "Ж փ")
    rules = [rule for rule in made.css.splitlines() if "unicode-range" in rule]

    assert all(("data:font/woff2" in rule) == ("font-display: block" in rule) for rule in rules)
    assert all(("url(fonts/" in rule) == ("font-display: optional" in rule) for rule in rules)
    assert set(re.findall(r"fonts/([\w-]+\.woff2)", made.css)) == {name for name in made.files if "OFL" not in name}


def test_the_licences_go_with_the_fonts_and_no_part_of_one_bears_its_name():
    made = web_fonts(SHEET, "Ж փ")

    assert {"OFL-EBGaramond.txt", "OFL-NotoArmenian.txt", "OFL-SourceSans3.txt"} <= set(made.files)
    for data in (content for name, content in made.files.items() if name.endswith(".woff2")):
        assert {record.nameID for record in TTFont(io.BytesIO(data))["name"].names} <= {0, 13, 14}


def test_the_face_that_stands_in_has_the_measures_of_the_house_s_own():
    rule = stand_in("Text", REGULAR)
    size, above, below = (float(re.search(rf"{name}: ([\d.]+)%", rule)[1]) / 100
                          for name in ("size-adjust", "ascent-override", "descent-override"))
    with TTFont(REGULAR) as font:
        assert size * above == pytest.approx(font["hhea"].ascent / font["head"].unitsPerEm, abs=.001)
        assert size * below == pytest.approx(-font["hhea"].descent / font["head"].unitsPerEm, abs=.001)
    assert .8 < size < 1.1


def test_a_font_that_was_cut_before_is_not_cut_again_and_another_text_is_another_font(tmp_path, monkeypatch):
    first = web_fonts(SHEET, "abc", tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(fonts, "cut", lambda *_: pytest.fail("a font was cut again"))
        assert web_fonts(SHEET, "abc", tmp_path) == first == web_fonts(SHEET, "cab", tmp_path)

    assert web_fonts(SHEET, "abcж", tmp_path) == web_fonts(SHEET, "abcж") != first
