"""Making: a recorded edition is made from what it was made from, or the reader is told that it is not."""

import json
from pathlib import Path

import pytest

from press.desk import making
from press.findings import Report
from press.load.editions import manifest_file
from press.publish.request import Outcome, Request
from press.workshop.logbook import Hindrance
from tests.books.making import silent, workshop

COMMIT = "0123456789" * 4


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Request:
    """A book of a recorded edition, in a folder that is no repository; what is made is only noted down."""
    root = workshop(tmp_path / "book")
    keep(root / "content", {})
    monkeypatch.setattr(making, "made", lambda request, edition, progress: Outcome(Report(), (Path(edition),)))
    return Request(root, root / "content", root / "dist")


def keep(content: Path, other: dict[str, object]) -> None:
    kept = {"commit": COMMIT, "content": "content", "formats": ["screen"], "sources": "0" * 64, "machine": {},
            "files": {"1st-screen.pdf": {"sha256": "0" * 64, "size": 1}}}
    manifest_file(content, "1st").write_text(json.dumps({**kept, **other}), encoding="utf-8")


def test_without_its_commit_the_last_edition_is_made_of_the_files_at_hand_and_that_is_told(asked: Request) -> None:
    outcome = making.make(asked, silent)

    assert outcome.made == (Path("1st"),)
    assert [str(finding.rule) for finding in outcome.report.findings] == ["H-09"]
    assert outcome.report.errors == []
    assert COMMIT[:12] in outcome.report.findings[0].message


def test_without_its_commit_an_edition_that_is_asked_for_is_not_made(asked: Request) -> None:
    with pytest.raises(Hindrance, match=f"made from the commit {COMMIT[:12]}, which is not in this copy"):
        making.make(Request(asked.root, asked.content, asked.out, edition="1st"), silent)


@pytest.mark.parametrize("other", [
    {"content": "../elsewhere"}, {"content": "/etc"},
    {"commit": "--upload-pack=evil"}, {"commit": "HEAD"}, {"commit": None}, {"files": [1]}, {"formats": 3}])
def test_a_damaged_manifest_is_told_and_nothing_is_made(asked: Request, other: dict[str, object]) -> None:
    keep(asked.content, other)
    outcome = making.make(asked, silent)

    assert outcome.made == ()
    assert [(finding.rule, str(finding.place)) for finding in outcome.report.errors] == [
        ("F-02", "content/editions/1st.manifest.json")]
