"""Pythons: the environment is made of the fastest Python of the machine that would serve."""

import os
import sys
from pathlib import Path

import pytest

from press.workshop import pythons
from press.workshop.environment import python_outside
from press.workshop.pythons import Tried, chosen, others, swiftest, trial

NAME = f"python{sys.version_info[0]}.{sys.version_info[1]}"
ON_UNIX = pytest.mark.skipif(os.name == "nt", reason="only the Python that was called is asked there")


@pytest.mark.parametrize(("tried", "best"), [
    ({"called": 1.0, "other": 0.8}, "other"),
    ({"called": 1.0, "other": 0.95}, "called"),
    ({"called": 1.0, "other": 0.8, "third": 0.7}, "third"),
    ({"called": 1.0}, "called"),
    ({"other": 0.8}, "called"),
    ({}, "called"),
])
def test_the_one_that_was_called_makes_way_only_for_one_that_is_plainly_faster(tried, best):
    assert chosen("called", [Tried(path, seconds) for path, seconds in tried.items()]) == best


def program(folder: Path, said: bytes, mode: int = 0o755) -> Path:
    folder.mkdir()
    path = folder / NAME
    path.write_bytes(said)
    path.chmod(mode)
    return path


@ON_UNIX
def test_programs_of_the_same_version_are_asked_once_each(tmp_path):
    called = program(tmp_path / "a", b"\x7fELF")
    other = program(tmp_path / "b", b"\x7fELF")
    program(tmp_path / "script", b"#!/bin/sh\nexec python\n")
    program(tmp_path / "locked", b"\x7fELF", 0o644)
    (tmp_path / "link").mkdir()
    (tmp_path / "link" / NAME).symlink_to(other)
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / NAME).symlink_to(called)
    folders = [str(tmp_path / name) for name in ("a", "script", "locked", "b", "link", "again", "not there")]

    assert list(others(str(called), folders)) == [str(other)]


def test_a_python_is_tried():
    found = trial(python_outside())

    assert found
    assert found.path == python_outside()
    assert 0 < found.seconds < 60


def test_the_python_of_an_environment_is_none_to_make_one_of():
    assert sys.prefix == sys.base_prefix or trial(sys.executable) is None


@ON_UNIX
@pytest.mark.parametrize("script", [
    "exit 1", "true", "echo hello", """echo '{"kind": "another", "own": true, "seconds": 1}'"""])
def test_what_is_no_such_python_is_none(tmp_path, script):
    assert trial(str(program(tmp_path / "bin", f"#!/bin/sh\n{script}\n".encode()))) is None


def test_a_program_that_is_not_there_is_none(tmp_path):
    assert trial(str(tmp_path / NAME)) is None


def test_who_fails_to_answer_is_left_alone(monkeypatch, tmp_path):
    monkeypatch.setattr(pythons, "_folders", lambda: [str(tmp_path)])
    assert swiftest("/nowhere/python") == "/nowhere/python"
