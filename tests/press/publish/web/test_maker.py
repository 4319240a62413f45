"""The web edition is the same to the byte every time, and shows what else was made."""

from dataclasses import replace
from pathlib import Path

from press.publish.driver import make
from tests.books.making import Making, silent


def test_the_web_edition_is_the_same_bytes_every_time(lighthouse_web: Making, tmp_path: Path):
    again = make(replace(lighthouse_web.request, out=tmp_path, jobs=1), silent)
    first = lighthouse_web.request.out

    assert len(again.made) > 50
    assert [file for file in again.made if file.read_bytes() != (first / file.relative_to(tmp_path)).read_bytes()] == []


def test_the_web_edition_alone_says_that_nothing_was_made_beside_it(lighthouse_web: Making, tmp_path: Path):
    outcome = make(replace(lighthouse_web.request, out=tmp_path, formats=("web",)), silent)

    assert outcome.report.errors == []
    assert "These pages were made alone." in (tmp_path / "1st" / "web" / "index.html").read_text(encoding="utf-8")


def test_nothing_of_the_press_s_own_addresses_is_left_in_the_pages(lighthouse_web: Making):
    for page in (lighthouse_web.request.out / "1st" / "web").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert [word for word in ("xref:", "late:", "\u00ad", "##", ">None<") if word in text] == [], page
