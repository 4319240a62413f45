"""What the fonts of the house can print."""

import hashlib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from press.compose.glyphs import families, missing

STYLES = Path(__file__).parents[3] / "styles"
FACES = families(STYLES / "fonts.css")
FONTS = sorted((STYLES / "fonts").glob("*.ttf"))
OPEN_FONT_LICENCE = {
    "https://openfontlicense.org",
    "https://scripts.sil.org/OFL",
    "http://scripts.sil.org/OFL",
}

LETTERS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?()[]/&%*-–—“”‘’«»„…§¶°′″½№−×©"
    "çğıöşüâîûÇĞİÖŞÜəƏáäčéíñóøžšťýĀāḤḥʿʾʻ"
    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяҐґІіЇїЄє"
    "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև՛՜՝՞։֊"
    "\u00a0\u2009\u2060"
)


@pytest.mark.parametrize(("text", "armenian"), [("Text", "Armenian"), ("Label", "LabelArmenian")])
def test_text_and_labels_have_every_letter_of_the_languages_of_the_book(text: str, armenian: str) -> None:
    assert missing(LETTERS, (FACES[text][0], FACES[armenian][0])) == set()


@pytest.mark.parametrize("family", ["Text", "Display", "Label"])
def test_every_face_of_a_family_has_what_its_first_face_has(family: str) -> None:
    latin = [letter for letter in LETTERS if not "\u0530" <= letter <= "\u058f"]

    assert [missing(latin, (font,)) for font in FACES[family]] == [set() for _ in FACES[family]]


def test_a_letter_in_no_font_is_missing() -> None:
    assert missing("Xocalı 漢字", FONTS) == {"漢", "字"}
    assert missing("Խոջալու", FACES["Text"]) == set("Խոջալու")


def test_a_joiner_needs_no_glyph() -> None:
    assert missing("a\u00adb\u2060c\n", FACES["Armenian"]) == {"a", "b", "c"}


def test_every_declared_font_is_there_and_every_font_is_declared() -> None:
    declared = {path for paths in FACES.values() for path in paths}

    assert declared == set(FONTS)


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_a_font_may_be_embedded_and_is_of_one_weight(font: Path) -> None:
    with TTFont(font) as opened:
        assert opened["OS/2"].fsType == 0
        assert "fvar" not in opened
        assert opened["name"].getDebugName(14) in OPEN_FONT_LICENCE


@pytest.mark.parametrize("font", FACES["Text"] + FACES["Display"], ids=lambda font: font.stem)
def test_the_text_faces_have_the_figures_and_capitals_that_the_pages_ask_for(font: Path) -> None:
    with TTFont(font) as opened:
        features = {record.FeatureTag for record in opened["GSUB"].table.FeatureList.FeatureRecord}

    assert {"onum", "pnum", "lnum", "tnum", "sups", "smcp", "liga", "locl"} <= features


def test_every_font_has_its_checksum_in_the_list() -> None:
    listed = (STYLES / "fonts" / "README.md").read_text(encoding="utf-8")
    there = [f"{hashlib.sha256(font.read_bytes()).hexdigest()}  {font.name}" for font in FONTS]

    assert [line for line in there if line not in listed] == []
