"""A face of a screen edition has what the edition prints and no more."""

import io

import pytest
from fontTools.ttLib import TTFont

from press.publish.faces import subset
from tests.books.making import ROOT

FONTS = sorted((ROOT / "styles" / "fonts").glob("*.ttf"))
TEXT = "Skarholm 0123456789 Ağdam Баку Խոջալու"


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_a_face_keeps_the_characters_it_has_of_the_text(file):
    with TTFont(file) as whole, TTFont(io.BytesIO(subset(file, TEXT))) as part:
        had, kept = set(whole.getBestCmap()), set(part.getBestCmap())
        assert kept == had & set(map(ord, TEXT))


def test_figures_of_every_style_can_still_be_set():
    with TTFont(io.BytesIO(subset(FONTS[0], TEXT))) as part:
        features = {record.FeatureTag for record in part["GSUB"].table.FeatureList.FeatureRecord}
    assert {"lnum", "onum", "pnum", "tnum"} <= features


def test_a_part_of_a_font_bears_its_copyright_and_not_its_name():
    source = ROOT / "styles" / "fonts" / "SourceSans3-Regular.ttf"
    with TTFont(io.BytesIO(subset(source, TEXT))) as part:
        names = {record.nameID for record in part["name"].names}
    assert 0 in names
    assert not names & {1, 4, 6, 16}


def test_the_same_characters_make_the_same_face_in_any_order():
    assert subset(FONTS[0], TEXT) == subset(FONTS[0], reversed(TEXT))
