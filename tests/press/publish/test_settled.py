"""What was once found out about the house's own things is not looked for again, and is the same."""

import pytest

from press.check import styles
from press.compose import glyphs
from press.findings import Report
from press.publish import kept, settled
from press.publish.settled import check_faces, letters
from tests.books.making import ROOT

FONT = ROOT / "styles" / "fonts" / "EBGaramond-Regular.ttf"
SOUND = {"page.css": 'p { font-family: "Text" }'}
UNSOUND = {"page.css": 'p { font-family: "Arial" }'}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "with_press", lambda name: tmp_path / name)
    letters.cache_clear()
    yield tmp_path / settled.FOLDER
    letters.cache_clear()


def found(sheets: dict[str, str]) -> list[str]:
    report = Report()
    check_faces(sheets, {"Text": ()}, report)
    return [str(finding) for finding in report.findings]


def test_the_letters_of_a_font_are_read_once(monkeypatch):
    first = letters(FONT)
    letters.cache_clear()
    with monkeypatch.context() as shut:
        shut.setattr(glyphs, "letters", lambda font: pytest.fail(f"{font} was read again"))
        again = letters(FONT)

    assert first == again == glyphs.letters(FONT)
    assert {"ə", "…"} <= again


def test_the_letters_of_a_font_are_read_again_where_what_was_kept_is_damaged(folder):
    letters(FONT)
    letters.cache_clear()
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes()[:-1])

    assert letters(FONT) == glyphs.letters(FONT)


def test_sound_styles_are_read_once_and_others_told_every_time(monkeypatch):
    assert found(SOUND) == []
    assert len(found(UNSOUND)) == len(found(UNSOUND)) == 1
    monkeypatch.setattr(styles, "check_styles", lambda *_: pytest.fail("they were read again"))

    assert found(SOUND) == []


def test_sound_styles_are_read_again_when_another_face_is_declared(monkeypatch):
    found(SOUND)
    report = Report()
    check_faces(SOUND, {"Other": ()}, report)

    assert len(report.findings) == 1


def test_where_nothing_can_be_kept_everything_is_found_out_anew(monkeypatch):
    monkeypatch.setattr(kept, "with_press", lambda _: None)

    assert found(SOUND) == found(SOUND) == []
    assert letters(FONT) == glyphs.letters(FONT)
