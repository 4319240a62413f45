"""Watching: the book is made again when a file of it has been saved, and only then."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from press.desk.commands import watching
from press.desk.commands.watching import changed, differences, look
from press.workshop.order import Order, Status
from tests.books.making import LIGHTHOUSE, ROOT


@pytest.fixture
def order(tmp_path) -> Order:
    for name in ("content/body", "content/.hidden", "styles/fonts", "templates", "press/__pycache__"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "content/body/one.md").write_text("one")
    return SimpleNamespace(root=tmp_path, content=tmp_path / "content")  # type: ignore[return-value]


@pytest.mark.parametrize("name", ["content/body/one.md", "content/two.yaml", "styles/page.css", "templates/a.html",
                                  "press/a.py", "styles/fonts/A.ttf"])
def test_a_file_that_is_written_is_another(order, name):
    before = look(order)
    (order.root / name).write_text("something else")

    assert differences(before, look(order)) == {order.root / name}


def test_a_file_that_goes_is_a_change_and_what_nobody_prints_is_none(order):
    before = look(order)
    for name in ("content/.hidden/a", "content/body/.one.md.swp", "content/body/one.md~", "press/__pycache__/a.pyc"):
        (order.root / name).write_text("x")
    assert look(order) == before

    (order.root / "content/body/one.md").unlink()
    assert differences(before, look(order)) == {order.root / "content/body/one.md"}


def test_a_file_counts_as_saved_once_it_is_still(order, monkeypatch):
    one, written = order.root / "content/body/one.md", iter(["", "a", "ab", "abc"])
    before = look(order)

    def sleep(_: float) -> None:
        if (text := next(written, None)) is not None:
            one.write_text(text)
            os.utime(one, ns=(len(text), len(text)))

    monkeypatch.setattr(watching.time, "sleep", sleep)
    assert next(changed(order, before)) == look(order)
    assert one.read_text() == "abc"
    assert list(written) == []


def test_a_press_that_is_another_is_told_and_not_used(order, monkeypatch, capsys):
    made, code = [], order.root / "press/a.py"
    monkeypatch.setattr(watching, "make", made.append)
    monkeypatch.setattr(watching.time, "sleep", lambda _: code.exists() or code.write_text("x = 1"))

    assert watching.watch(order) is Status.MADE
    assert made == [order]
    assert "press/a.py is another: watch anew" in capsys.readouterr().out


def test_a_saved_chapter_is_printed_and_a_mistake_in_it_told(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(LIGHTHOUSE, content)
    chapter = min((content / "body").glob("*.md"))
    command = (sys.executable, "build.py", "watch", "--content", str(content), "--out", str(tmp_path / "out"),
               "--format", "screen")
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as watched:
        try:
            book = Path(made(watched)[0])
            before = book.read_bytes()
            chapter.write_text(chapter.read_text(encoding="utf-8") + "\nA last word.\n", encoding="utf-8")
            made(watched)
            after = book.read_bytes()
            assert after != before

            chapter.write_text(chapter.read_text(encoding="utf-8") + "\nSee [@nobody-1900].\n", encoding="utf-8")
            assert any("nobody-1900" in line for line in told(watched))
            assert book.read_bytes() == after
        finally:
            watched.send_signal(signal.SIGINT)
    assert watched.returncode == 130


def told(watched: subprocess.Popen[str]) -> list[str]:
    """What is printed until the press watches again."""
    assert watched.stdout
    lines = []
    for line in watched.stdout:
        if line.startswith("watching "):
            break
        lines.append(line)
    return lines


def made(watched: subprocess.Popen[str]) -> list[str]:
    """The PDFs that are made until the press watches again."""
    return [line.removeprefix("made ").strip() for line in told(watched) if line.strip().endswith(".pdf")]
