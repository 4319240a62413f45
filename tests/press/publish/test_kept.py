"""Kept trees: a text is read and set once; what changes, or is damaged, is made again."""

from pathlib import Path
from xml.etree.ElementTree import fromstring, tostring

import pytest

from press.findings import Report
from press.load.markdown import read_markdown
from press.publish import kept
from press.publish.kept import Shelf

CONTENT = Path("content")


def put(folder: Path | None, *names: str) -> None:
    with Shelf(folder, "read", CONTENT) as shelf:
        for name in names:
            shelf.remember(name, fromstring(f"<p>{name}</p>"))


def recalled(folder: Path, *names: str) -> list[str]:
    with Shelf(folder, "read", CONTENT) as shelf:
        return [tostring(tree, "unicode") for name in names if (tree := shelf.recall(name)) is not None]


def test_what_one_run_kept_the_next_recalls(tmp_path):
    put(tmp_path, "a", "b")

    assert recalled(tmp_path, "a", "b", "c") == ["<p>a</p>", "<p>b</p>"]


def test_what_a_run_did_not_ask_for_is_dropped(tmp_path):
    put(tmp_path, "a", "b")
    recalled(tmp_path, "b")

    assert recalled(tmp_path, "a", "b") == ["<p>b</p>"]


def test_without_a_folder_nothing_is_kept():
    put(None, "a")
    with Shelf(None, "read", CONTENT) as shelf:
        assert shelf.recall("a") is None


def test_a_damaged_file_counts_as_missing(tmp_path):
    put(tmp_path, "a")
    file, = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-2])

    assert recalled(tmp_path, "a") == []


def test_other_books_other_stages_and_other_code_keep_apart(tmp_path, monkeypatch):
    put(tmp_path, "a")

    with Shelf(tmp_path, "set", CONTENT) as set_alone, Shelf(tmp_path, "read", Path("other")) as other:
        assert set_alone.recall("a") is None
        assert other.recall("a") is None
    monkeypatch.setattr(kept, "_makers", lambda: "other")
    assert recalled(tmp_path, "a") == []


@pytest.mark.parametrize(("text", "read"), [("A word.^[A note.]\n", 1), ("A word.^[A note.\n", 2)],
                         ids=["a text without faults is read once", "a text with a fault is read and told every time"])
def test_texts_are_read_from_memory(tmp_path, monkeypatch, text, read):
    from press.load import markdown

    count, own = [0], markdown._read
    monkeypatch.setattr(markdown, "_read", lambda *given: count.__setitem__(0, count[0] + 1) or own(*given))
    made = []
    for _ in range(2):
        report = Report()
        with Shelf(tmp_path, "read", CONTENT) as shelf:
            made.append((tostring(read_markdown(text, "a.md", 1, report, memory=shelf)), report.findings))

    assert made[0] == made[1]
    assert count == [read]
    assert bool(made[0][1]) is (read == 2)
