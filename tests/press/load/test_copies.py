"""Copies: a text is read once; when it changes, or a picture in it, it is read anew."""

from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest

from press.findings import Report
from press.load import copies
from press.load.copies import Script, fair_copy
from press.publish.kept import shelves

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
TEXT = "A word.^[A note.]\n\n![A seal](seal.svg)\n\nAnother word.\n"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are read while the test runs."""
    texts: list[str] = []
    own = copies.read_markdown
    monkeypatch.setattr(copies, "read_markdown", lambda text, *others: texts.append(text) or own(text, *others))
    return texts


def tree(text: str, folder: Path, section: str = "one") -> tuple[bytes, list[str]]:
    """The tree of a text and what was found in it."""
    report, memories = Report(), shelves(folder / "kept", Path("content"))
    made = fair_copy(Script(text, "a.md", 3, section), folder, report, memories)
    found = tostring(made.tree), list(map(str, report.findings))
    memories.keep()
    return found


def test_a_text_is_read_once(tmp_path: Path, read: list[str]) -> None:
    (tmp_path / "seal.svg").write_bytes(PICTURE)
    first, second = tree(TEXT, tmp_path), tree(TEXT, tmp_path)

    assert first == second
    assert b'id="one-p3"' in first[0]
    assert first[1] == []
    assert read == [TEXT]


def test_another_text_and_another_section_are_other_copies(tmp_path: Path, read: list[str]) -> None:
    (tmp_path / "seal.svg").write_bytes(PICTURE)
    tree(TEXT, tmp_path)

    assert b"wood" in tree(TEXT.replace("word", "wood"), tmp_path)[0]
    assert b'id="two-p3"' in tree(TEXT, tmp_path, "two")[0]


def test_another_picture_is_taken_in(tmp_path: Path, read: list[str]) -> None:
    made = []
    for width in (b"4", b"5"):
        (tmp_path / "seal.svg").write_bytes(PICTURE.replace(b"/>", b' width="' + width + b'"/>'))
        made.append(tree(TEXT, tmp_path)[0])

    assert made[0] != made[1]
    assert read == [TEXT]  # the text is what it was


def test_a_picture_that_is_gone_or_spoilt_is_told_of_as_often_as_it_is_so(tmp_path: Path) -> None:
    told = []
    for content in (PICTURE, b"<svg>", b"<svg>", None, PICTURE):
        (tmp_path / "seal.svg").unlink(missing_ok=True)
        if content:
            (tmp_path / "seal.svg").write_bytes(content)
        told.append([finding.split()[1] for finding in tree(TEXT, tmp_path)[1]])

    assert told == [[], ["I-03"], ["I-03"], ["I-01"], []]


def test_a_text_with_a_fault_is_read_and_told_every_time(tmp_path: Path, read: list[str]) -> None:
    (tmp_path / "seal.svg").write_bytes(PICTURE)
    text = "A word.^[A note.\n"
    first, second = tree(text, tmp_path), tree(text, tmp_path)

    assert first == second
    assert len(first[1]) == 1
    assert read == [text, text]


def test_a_tree_that_was_lost_is_read_again(tmp_path: Path, read: list[str]) -> None:
    (tmp_path / "seal.svg").write_bytes(PICTURE)
    first = tree(TEXT, tmp_path)
    trees = max((tmp_path / "kept").iterdir(), key=lambda path: path.stat().st_size)
    trees.write_bytes(b"torn")

    assert tree(TEXT, tmp_path) == first
    assert read == [TEXT, TEXT]
