"""Kept trees: a text is read and set once; what changes, or is damaged, is made again."""

from pathlib import Path
from xml.etree.ElementTree import fromstring, tostring

import pytest

from press.publish import kept
from press.publish.kept import Shelf

CONTENT = Path("content")


def put(folder: Path | None, *names: str) -> None:
    shelf = Shelf(folder, "read", CONTENT)
    for name in names:
        shelf.remember(name, fromstring(f"<p>{name}</p>"))
    shelf.keep()


def recalled(folder: Path, *names: str) -> list[str]:
    shelf = Shelf(folder, "read", CONTENT)
    return [tostring(tree, "unicode") for name in names if (tree := shelf.recall(name)) is not None]


def test_what_one_run_kept_the_next_recalls(tmp_path):
    put(tmp_path, "a", "b")

    assert recalled(tmp_path, "a", "b", "c") == ["<p>a</p>", "<p>b</p>"]


def test_what_a_run_had_no_use_for_is_dropped_when_something_new_is_kept(tmp_path):
    put(tmp_path, "a", "b", "c")
    shelf = Shelf(tmp_path, "read", CONTENT)
    shelf.want("b")
    shelf.remember("d", fromstring("<p>d</p>"))
    assert shelf.recall("c") is not None
    shelf.keep()

    assert recalled(tmp_path, "a", "b", "c", "d") == ["<p>b</p>", "<p>c</p>", "<p>d</p>"]


def test_what_is_not_asked_for_is_not_read(tmp_path, monkeypatch):
    put(tmp_path, "a")
    monkeypatch.setattr(kept, "get", lambda *_: pytest.fail("the file was read"))
    shelf = Shelf(tmp_path, "read", CONTENT)
    shelf.want("a")
    shelf.keep()


def test_notes_stand_beside_each_other_and_what_is_noted_anew_is_kept(tmp_path):
    for sort, said in (("letters", "abc"), ("pages", [1.5, {"a": 0}]), ("letters", "abd")):
        shelf = Shelf(tmp_path, "seen", CONTENT)
        shelf.note("one", sort, said)
        shelf.keep()
    shelf.keep()  # of which there is nothing new

    assert Shelf(tmp_path, "seen", CONTENT).noted("one") == {"letters": "abd", "pages": [1.5, {"a": 0}]}
    assert Shelf(tmp_path, "seen", CONTENT).noted("other") == {}


def test_what_is_told_anew_under_the_same_name_is_kept(tmp_path):
    for said in ({"a": "1"}, {"a": "2"}):
        shelf = Shelf(tmp_path, "set", CONTENT)
        shelf.tell("jobs", said)
        shelf.keep()

    assert Shelf(tmp_path, "set", CONTENT).told("jobs") == {"a": "2"}


def test_without_a_folder_nothing_is_kept():
    put(None, "a")
    assert Shelf(None, "read", CONTENT).recall("a") is None


def test_a_damaged_file_counts_as_missing(tmp_path):
    put(tmp_path, "a")
    file, = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-2])

    assert recalled(tmp_path, "a") == []


def test_other_books_other_stages_and_other_code_keep_apart(tmp_path, monkeypatch):
    put(tmp_path, "a")

    assert Shelf(tmp_path, "set", CONTENT).recall("a") is None
    assert Shelf(tmp_path, "read", Path("other")).recall("a") is None
    monkeypatch.setattr(kept, "_makers", lambda: "other")
    assert recalled(tmp_path, "a") == []
