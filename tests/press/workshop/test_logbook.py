"""What goes to a file, so that the terminal gets one line."""

import sys
from pathlib import Path

import pytest

from press.workshop import logbook
from press.workshop.logbook import Hindrance, enter, overhear


def test_a_log_stands_in_the_project(tmp_path):
    log = enter(tmp_path, "failure", "Traceback …\n")

    assert log == tmp_path / ".cache" / "log" / "failure.log"
    assert log.read_text(encoding="utf-8") == "Traceback …\n"


def test_a_closed_project_has_its_log_elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(logbook.tempfile, "gettempdir", lambda: str(tmp_path / "elsewhere"))
    (tmp_path / ".cache").write_text("a file where the folder would be", encoding="utf-8")

    assert enter(tmp_path, "failure", "") == tmp_path / "elsewhere" / "press-log" / "failure.log"


def test_a_machine_that_can_be_written_nowhere_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setattr(logbook.tempfile, "gettempdir", lambda: str(tmp_path / ".cache"))
    (tmp_path / ".cache").write_text("", encoding="utf-8")

    with pytest.raises(Hindrance, match="can write neither"):
        enter(tmp_path, "failure", "")


def test_a_command_is_overheard_with_its_errors_and_asks_nobody():
    script = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(sys.stdin.read() == '' and 3)"
    status, talk = overhear((sys.executable, "-c", script))

    assert status == 3
    assert "out" in talk
    assert "err" in talk


def test_a_command_that_is_not_there_has_the_status_of_a_shell():
    status, talk = overhear((str(Path("no", "such", "program")),))

    assert status == 127
    assert "No such file" in talk
