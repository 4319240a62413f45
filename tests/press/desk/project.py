"""Project: a whole copy of the press with the tiny book in a repository of its own."""

import os
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

from press.publish.archive import gather
from press.publish.request import Outcome, Request
from tests.books.making import LIGHTHOUSE, ROOT

WHO = {"GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada",
       "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


@dataclass(frozen=True, slots=True)
class Project:
    """A project in a folder, under git."""

    root: Path

    @property
    def request(self) -> Request:
        return Request(self.root, self.root / "content", self.root / "dist", jobs=1)

    def asks(self, **what: object) -> Request:
        """A request for an edition or another folder."""
        return replace(self.request, **what)

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file of the book at one spot."""
        file = self.root / "content" / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old)
        file.write_text(text.replace(old, new), encoding="utf-8")

    def commit(self, message: str) -> str:
        """Commit everything; the commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)
        return self.git("rev-parse", "HEAD").strip()

    def git(self, *words: str) -> str:
        done = subprocess.run(("git", *words), cwd=self.root, env={**os.environ, **WHO}, capture_output=True,
                              encoding="utf-8", check=True)
        return done.stdout


def project(root: Path, sections: Path) -> Project:
    """A new project; laid-out sections are taken from a cache and kept there."""
    for name, content in gather(ROOT, LIGHTHOUSE, "").items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    (root / ".gitignore").write_text(".cache/\ndist/\n__pycache__/\n", encoding="utf-8")
    (root / ".cache").mkdir()
    (root / ".cache" / "sections").symlink_to(sections, target_is_directory=True)
    made = Project(root)
    made.git("init", "-q")
    made.commit("The first edition")
    return made


def told(outcome: Outcome) -> list[str]:
    """The rules of what is to be mended."""
    return [finding.rule for finding in outcome.report.errors]
