"""Repository: what git keeps, asked without changing anything."""

import os
import subprocess
from pathlib import Path

import pytest

from press.workshop import repository
from press.workshop.logbook import Hindrance

WHO = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")


@pytest.fixture
def top(tmp_path: Path) -> Path:
    folder = tmp_path / "repo"
    folder.mkdir()
    git(folder, "init", "-q")
    (folder / "a b.txt").write_text("one", encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, *WHO, "commit", "-q", "-m", "one")
    return folder


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True,
                   env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull})


def test_a_commit_is_copied_out_as_it_was(top: Path, tmp_path: Path) -> None:
    commit = repository.clean_commit(top)
    (top / "a b.txt").write_text("two", encoding="utf-8")
    repository.copy_out(top, commit, tmp_path / "out")

    assert (tmp_path / "out" / "a b.txt").read_text(encoding="utf-8") == "one"
    assert repository.has(top, commit)
    assert not repository.has(top, "f" * 40)


def test_what_is_not_committed_is_named(top: Path) -> None:
    (top / "a b.txt").write_text("two", encoding="utf-8")
    (top / "new.txt").write_text("new", encoding="utf-8")
    with pytest.raises(Hindrance, match=r"not all is committed: a b\.txt and 1 more"):
        repository.clean_commit(top)


def test_where_there_is_no_repository_or_no_git_one_line_says_so(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Hindrance, match=r"git status: .*not a git repository"):
        repository.clean_commit(tmp_path)
    assert not repository.has(tmp_path, "f" * 40)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Hindrance, match="missing: git"):
        repository.clean_commit(tmp_path)
