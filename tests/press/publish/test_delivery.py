"""The files of an edition reach their folder whole, and no page of an earlier making is left among them."""

import json
from pathlib import Path

from press.findings import Report
from press.publish.delivery import deliver


def manifest(*names: str) -> bytes:
    """A manifest that names files."""
    return json.dumps({"files": {name: {} for name in names}}).encode()


def made(folder: Path) -> set[str]:
    """What stands in a folder, but for its manifest."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"manifest.json"}


def test_a_page_that_is_no_longer_made_goes_away_and_what_a_reader_put_there_stays(tmp_path: Path) -> None:
    folder, report = tmp_path / "1st", Report()
    first = {"web/a.html": b"a", "web/sources/b.html": b"b", "1st-print.pdf": b"p"}
    deliver({**first, "manifest.json": manifest(*first)}, folder, report)
    (folder / "web" / "note.txt").write_text("mine")
    again = {"web/a.html": b"A"}
    deliver({**again, "manifest.json": manifest(*again)}, folder, report)

    assert made(folder) == {"web/a.html", "web/note.txt", "1st-print.pdf"}
    assert (folder / "web/a.html").read_bytes() == b"A"
    assert report.findings == []


def test_a_manifest_that_names_what_lies_elsewhere_takes_nothing_away(tmp_path: Path) -> None:
    folder, kept = tmp_path / "1st", tmp_path / "kept.html"
    kept.write_text("good")
    folder.mkdir()
    (folder / "manifest.json").write_bytes(manifest("web/../../kept.html", "/kept.html"))
    deliver({"web/a.html": b"a", "manifest.json": manifest("web/a.html")}, folder, Report())

    assert kept.read_text() == "good"


def test_a_file_that_is_there_as_it_was_made_stays_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "1st"
    first = {"web/a.html": b"a", "web/b.html": b"b", "web/c.html": b"c"}
    deliver({**first, "manifest.json": manifest(*first)}, folder, Report())
    (folder / "web/b.html").write_bytes(b"x")  # by somebody else
    (folder / "web/c.html").unlink()
    (folder / "web/c.html").symlink_to(folder / "web/a.html")
    before = (folder / "web/a.html").stat().st_ino
    told = deliver({**first, "manifest.json": manifest(*first)}, folder, Report())

    assert (folder / "web/a.html").stat().st_ino == before
    assert [(folder / name).read_bytes() for name in first] == [b"a", b"b", b"c"]
    assert not (folder / "web/c.html").is_symlink()
    assert told == tuple(folder / name for name in (*first, "manifest.json"))
