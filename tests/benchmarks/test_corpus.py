"""The corpus: a book of any size to time the press with."""

import subprocess
import sys
from pathlib import Path

from press.findings import Report
from press.load.book import load_book
from tests.books.making import ROOT

PAGES = 30


def written(folder: Path, *words: str) -> dict[str, str]:
    """The files of a corpus."""
    subprocess.run([sys.executable, ROOT / "benchmarks" / "corpus.py", folder, "--pages", str(PAGES), *words],
                   check=True, capture_output=True)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_writes_the_same_book_and_another_seed_another(tmp_path: Path) -> None:
    book = written(tmp_path / "one")

    assert written(tmp_path / "two") == book
    assert written(tmp_path / "other", "--seed", "8")["body/001.md"] != book["body/001.md"]


def test_an_edit_adds_one_sentence_to_one_chapter(tmp_path: Path) -> None:
    book, edited = written(tmp_path / "book"), written(tmp_path / "edited", "--edit")

    (changed,) = (name for name in book if book[name] != edited[name])
    lines = zip(book[changed].split("\n"), edited[changed].split("\n"), strict=True)
    ((before, after),) = ((old, new) for old, new in lines if old != new)
    assert changed.startswith("body/")
    assert after.startswith(before)
    assert after.count("added by the editor") == 1


def test_an_editor_of_the_press_could_have_written_the_corpus(tmp_path: Path) -> None:
    written(tmp_path / "book")
    report = Report()

    book = load_book(tmp_path / "book", "", report)

    assert book is not None
    assert [str(finding) for finding in report.findings] == []
    notes = sum(1 for section in book.sections for _ in section.body.iter("note"))
    assert notes / PAGES > 2.5
    marked = {heading.strip() for section in book.sections for part in section.body.iter()
              for heading in part.get("ix", "").split(";")}
    assert len(marked - {""}) == 200
