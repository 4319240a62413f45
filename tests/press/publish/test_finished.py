"""Finished: a run with nothing to do says so at once, and one with something to do does it."""

import json
import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from press.findings import Place, Report, Severity
from press.publish import finished
from press.publish.archive import digest, gather
from press.publish.request import Outcome, Request
from tests.books.making import workshop


@pytest.fixture
def asked(tmp_path: Path) -> Request:
    root = workshop(tmp_path / "book")
    return Request(root, root / "content", root / "dist")


def contents(asked: Request, outcome: Outcome) -> dict[str, bytes]:
    """The files of a run, by their names in the folder of the edition."""
    return {file.relative_to(asked.out / "1st").as_posix(): file.read_bytes() for file in outcome.made}


@pytest.fixture
def outcome(asked: Request) -> Outcome:
    """What a run came to: two files and something to look at."""
    files = asked.out / "1st" / "1st.pdf", asked.out / "1st" / "data" / "a.csv"
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(file.name, encoding="utf-8")
    report = Report()
    report.add("Q-01", Place("content/a.md", 3, 4), "three lines end in a hyphen", "mend it", Severity.REVIEW)
    made = Outcome(report, files, ("a",), {"screen": 26})
    finished.keep(asked, "1st", digest(gather(asked.root, asked.content, "1st")), made, contents(asked, made))
    return made


def test_what_was_made_of_the_same_is_not_made_again(asked: Request, outcome: Outcome) -> None:
    again = finished.finished(asked, "1st")

    assert again
    assert (again.made, again.extents, again.laid) == (outcome.made, outcome.extents, ())
    assert again.report.findings == outcome.report.findings


@pytest.mark.parametrize("name", ["content/people.yaml", "styles/page.css", "templates/section.html"])
def test_what_was_made_of_something_else_is_made_again(asked: Request, outcome: Outcome, name: str) -> None:
    file = asked.root / name
    file.write_bytes(file.read_bytes() + b"\n")

    assert finished.finished(asked, "1st") is None


def test_another_wish_is_another_run(asked: Request, outcome: Outcome) -> None:
    assert finished.finished(Request(asked.root, asked.content, asked.out, formats=("print",)), "1st") is None
    assert finished.finished(asked, "2nd") is None
    assert finished.finished(Request(asked.root, asked.content, asked.out, cache=False), "1st") is None


def test_the_order_in_which_formats_are_asked_for_is_no_other_wish(asked: Request, outcome: Outcome) -> None:
    one, other = (replace(asked, formats=formats) for formats in (("print", "screen"), ("screen", "print")))
    finished.keep(one, "1st", digest(gather(asked.root, asked.content, "1st")), outcome, contents(asked, outcome))

    assert finished.finished(other, "1st")


def test_another_machine_makes_it_again(asked: Request, outcome: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finished, "machine", lambda: {"pango": "0.1"})

    assert finished.finished(asked, "1st") is None


def test_a_file_that_is_gone_or_was_changed_is_made_again(asked: Request, outcome: Outcome) -> None:
    outcome.made[1].write_text("changed", encoding="utf-8")
    assert finished.finished(asked, "1st") is None
    outcome.made[1].unlink()
    assert finished.finished(asked, "1st") is None


def test_a_run_with_something_to_mend_is_not_kept(asked: Request, outcome: Outcome) -> None:
    report = Report()
    report.add("F-01", Place("dist"), "the folder cannot be written")
    sources = digest(gather(asked.root, asked.content, "1st"))
    finished.keep(asked, "2nd", sources, Outcome(report, outcome.made), contents(asked, outcome))
    finished.keep(asked, "3rd", sources, Outcome(Report()), {})

    assert finished.finished(asked, "2nd") is None
    assert finished.finished(asked, "3rd") is None


def test_what_the_manifest_tells_of_a_file_is_not_found_out_again(asked: Request, outcome: Outcome) -> None:
    written = contents(asked, outcome)
    sources = digest(gather(asked.root, asked.content, "1st"))
    for told, stands in ((sha256(written["1st.pdf"]).hexdigest(), True), ("0" * 64, False)):
        manifest = json.dumps({"files": {"1st.pdf": {"sha256": told}}}).encode()
        (asked.out / "1st" / "manifest.json").write_bytes(manifest)
        finished.keep(asked, "1st", sources, outcome, written | {"manifest.json": manifest})
        assert bool(finished.finished(asked, "1st")) is stands


def test_at_a_glance_a_file_that_was_saved_later_shows_that_the_edition_is_behind(
        asked: Request, outcome: Outcome) -> None:
    made = (asked.out / "1st").stat().st_mtime
    for file in asked.content.rglob("*"):
        os.utime(file, (made - 9, made - 9))
    assert not finished.is_behind(asked, "1st")

    os.utime(asked.content / "body" / "01-the-tower.md", (made + 1, made + 1))
    assert finished.is_behind(asked, "1st")
    assert finished.is_behind(asked, "2nd")  # which was never made
