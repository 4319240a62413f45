"""Recalling: which Python another press runs with."""

import sys
from pathlib import Path

import pytest

from press.desk.recalling import python_for
from press.workshop import environment
from tests.books.making import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / environment.LOCK).write_bytes((ROOT / environment.LOCK).read_bytes())
    return tmp_path / "press"


def test_this_environment_serves_where_it_has_all_that_the_lock_names(folder: Path, tmp_path: Path) -> None:
    assert python_for(tmp_path, folder) == sys.executable
    assert not (tmp_path / ".cache").exists()


@pytest.mark.parametrize(("state", "filled"), [
    (environment.State.READY, []), (environment.State.SHORT, [False]), (environment.State.SPOILT, [True])])
def test_another_lock_has_an_environment_that_is_filled_once_and_kept_under_its_name(
        folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, state: environment.State,
        filled: list[bool]) -> None:
    with (folder / environment.LOCK).open("a", encoding="utf-8") as lock:
        lock.write("another-package==1.0 \\\n    --hash=sha256:" + "0" * 64 + "\n")
    done = []
    monkeypatch.setattr(environment, "state", lambda root, for_tests: state)
    monkeypatch.setattr(environment, "fill", lambda root, lock, say, anew: done.append(anew))
    python = Path(python_for(tmp_path, folder))

    assert done == filled
    kept = python.parents[2]
    assert kept.parent == tmp_path / ".cache" / "environments"
    assert (kept / environment.LOCK).read_bytes() == (folder / environment.LOCK).read_bytes()
