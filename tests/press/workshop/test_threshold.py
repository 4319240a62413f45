"""The threshold: an environment that looks ready is gone into before anything else is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from press.workshop import environment, threshold

OURS = f"python = {sys.implementation.cache_tag} linux\n"


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[str, ...], str]]:
    """Where the threshold was crossed to."""
    crossed: list[tuple[str, tuple[str, ...], str]] = []
    monkeypatch.setattr(threshold, "is_outside", lambda: True)
    monkeypatch.delenv(threshold.RERUN, raising=False)
    monkeypatch.setattr(os, "execve", lambda python, words, settings: crossed.append(
        (python, words, settings[threshold.RERUN])))
    return crossed


def stamped(root: Path, stamp: str | bytes) -> str:
    (root / ".venv").mkdir()
    (root / ".venv" / environment.STAMP).write_bytes(stamp if isinstance(stamp, bytes) else stamp.encode())
    return str(root)


def test_an_environment_that_looks_ready_is_gone_into_with_the_same_words(gone, tmp_path):
    threshold.cross(["check", "--no-cache"], stamped(tmp_path, OURS))

    python = f"{tmp_path}/.venv/bin/python"
    assert gone == [(python, (python, f"{tmp_path}/build.py", "check", "--no-cache"), threshold.UNSEEN)]


@pytest.mark.parametrize("stamp", ["", "python = cpython-27 linux\n", b"\xff\xfe\n"], ids=[
    "one that was not filled to its end", "one for another Python", "one with a stamp of nonsense"])
def test_others_are_looked_at_outside(gone, tmp_path, stamp):
    threshold.cross([], stamped(tmp_path, stamp))

    assert gone == []


def test_where_there_is_none_nothing_is_gone_into(gone, tmp_path):
    threshold.cross([], str(tmp_path))

    assert gone == []


def test_who_was_sent_out_and_who_speaks_of_the_machine_stays_out(gone, tmp_path, monkeypatch):
    root = stamped(tmp_path, OURS)
    threshold.cross(["doctor"], root)
    monkeypatch.setenv(threshold.RERUN, threshold.SENT_OUT)
    threshold.cross([], root)

    assert gone == []


def test_an_environment_without_a_python_is_looked_at_outside(gone, tmp_path, monkeypatch):
    def missing(*_: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(os, "execve", missing)
    threshold.cross([], stamped(tmp_path, OURS))


def test_the_stamp_that_is_looked_for_is_that_of_the_environment(tmp_path):
    wanted = environment.wanted(Path(threshold.ROOT), environment.LOCK)
    stamped(tmp_path, "".join(f"{key} = {value}\n" for key, value in wanted.items()))

    assert threshold.is_filled(f"{tmp_path}/.venv/{environment.STAMP}")
    assert threshold.is_outside() is (sys.prefix == sys.base_prefix)


def test_it_loads_nothing_that_is_long_in_coming():
    told = "import sys; known = set(sys.modules); import press.workshop.threshold; print(set(sys.modules) - known)"
    done = subprocess.run([sys.executable, "-c", told], cwd=threshold.ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.count("'") // 2 == 3
