"""Manifest: a folder agrees with it, or the file that does not is named."""

import json

import pytest

from press.findings import Report
from press.model.book import Edition
from press.prove.manifest import NAME, manifest, verify

EDITION = Edition.model_validate({
    "id": "1st", "statement": "First edition", "date": "2026-11-22", "state-of-knowledge": "2026-11-22",
    "imprint": "The Press", "identifier": "urn:test:1", "corrections-to": "an address"})
FILES = {"b.txt": b"two", "a.txt": b"one"}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "1st"
    folder.mkdir()
    for name, content in {**FILES, NAME: manifest(EDITION, FILES)}.items():
        (folder / name).write_bytes(content)
    return folder


def rules(folder) -> list[str]:
    report = Report()
    verify(folder, report)
    return [finding.rule for finding in report.findings]


def test_a_folder_as_it_was_made_agrees(folder):
    report = Report()

    assert verify(folder, report) == ["a.txt", "b.txt"]
    assert report.findings == []


def test_a_changed_file_is_named(folder):
    (folder / "a.txt").write_bytes(b"ona")

    assert rules(folder) == ["F-04"]


def test_a_file_that_is_gone_is_named(folder):
    (folder / "b.txt").unlink()

    assert rules(folder) == ["F-03"]


@pytest.mark.parametrize("text", [b"", b"[]", b"{", b"\xff", b'{"files": {"a.txt": {}}}'])
def test_a_manifest_that_is_none_is_a_finding(folder, text):
    (folder / NAME).write_bytes(text)

    assert rules(folder) == ["F-02"]


def test_a_folder_without_a_manifest_is_a_finding(tmp_path):
    assert rules(tmp_path) == ["F-02"]


def test_the_manifest_tells_sizes_and_digests_and_no_time_but_the_edition(folder):
    told = json.loads(manifest(EDITION, FILES))

    assert list(told["files"]) == ["a.txt", "b.txt"]
    assert told["files"]["a.txt"]["size"] == 3
    assert told["edition"]["date"] == "2026-11-22"
    assert manifest(EDITION, FILES) == manifest(EDITION, dict(reversed(FILES.items())))


def test_files_of_other_formats_made_from_the_same_keep_their_lines(folder):
    (folder / NAME).write_bytes(manifest(EDITION, FILES, "one"))
    (folder / "b.txt").write_bytes(b"changed")
    again = json.loads(manifest(EDITION, {"c.txt": b"three"}, "one", folder))
    other = json.loads(manifest(EDITION, {"c.txt": b"three"}, "another", folder))

    assert list(again["files"]) == ["a.txt", "c.txt"]
    assert list(other["files"]) == ["c.txt"]
    assert manifest(EDITION, {"c.txt": b"three"}, "one", folder / "nowhere") == manifest(
        EDITION, {"c.txt": b"three"}, "one")


def test_what_the_machine_brought_is_told_where_a_file_differs(folder):
    written = json.loads((folder / NAME).read_text(encoding="utf-8"))
    written["machine"]["pango"] = "0.1"
    (folder / NAME).write_text(json.dumps(written), encoding="utf-8")
    (folder / "a.txt").write_bytes(b"ona")
    report = Report()
    verify(folder, report)

    assert [finding.rule for finding in report.findings] == ["F-04"]
    assert "pango 0.1 there, " in report.findings[0].hint
