"""Rebuilding: what a book's own press made is held against the book."""

from pathlib import Path

import pytest
from pikepdf import AttachedFileSpec, Pdf

from press.desk.rebuilding import rebuild
from press.publish.archive import pack
from press.publish.request import Request
from press.workshop.logbook import Hindrance

MAKER = b"""import sys
from pathlib import Path
made = Path(sys.argv[sys.argv.index("--out") + 1], "1st")
made.mkdir(parents=True)
(made / "1st-screen.pdf").write_bytes(b"another book")
"""


def book(path: Path, maker: bytes) -> Path:
    """A PDF that carries a press which makes something else."""
    packed, name = pack({"build.py": maker, "requirements.lock": b""}, None), "1st-sources.tar.xz"
    with Pdf.new() as made:
        made.add_blank_page()
        made.attachments[name] = AttachedFileSpec(made, packed, filename=name)
        made.save(path)
    return path


@pytest.fixture
def asked(tmp_path: Path) -> Request:
    return Request(tmp_path, tmp_path / "content", tmp_path / "out")


def test_a_book_that_comes_out_otherwise_is_told(asked: Request, tmp_path: Path) -> None:
    outcome = rebuild(book(tmp_path / "a.pdf", MAKER), asked, lambda plan: True)

    assert [finding.rule for finding in outcome.report.findings] == ["F-07"]
    assert [file.name for file in outcome.made] == ["1st-screen.pdf"]


def test_a_press_that_fails_is_one_line(asked: Request, tmp_path: Path) -> None:
    with pytest.raises(Hindrance, match="did not make it: exit status 3"):
        rebuild(book(tmp_path / "a.pdf", b"raise SystemExit(3)"), asked, lambda plan: True)


def test_a_folder_in_use_is_left_alone(asked: Request, tmp_path: Path) -> None:
    (tmp_path / "out" / "1st").mkdir(parents=True)
    with pytest.raises(Hindrance, match="is there already"):
        rebuild(book(tmp_path / "a.pdf", MAKER), asked, lambda plan: True)

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["1st"]


def test_the_packages_of_an_unknown_lock_are_fetched_only_when_somebody_says_so(
        asked: Request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from press.workshop import environment

    monkeypatch.setattr(environment, "holds", lambda root: False)
    monkeypatch.setattr(environment, "fill", lambda *_, **__: pytest.fail("fetched"))
    plans = []
    with pytest.raises(Hindrance, match="nothing was run"):
        rebuild(book(tmp_path / "a.pdf", MAKER), asked, plans.append)

    assert "fetched as its lock names them" in "\n".join(plans[0].lines)
