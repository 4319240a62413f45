"""Bad input through the real command: every mistake told at its place at once, exit 1, and `dist/` as it was."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from press.rules import RULES
from tests.books.making import ROOT, Making, workshop

PLACED = re.compile(r"^(?P<file>[^:\s]+)(?::\d+)*: (?P<rule>[A-Z]-\d\d) (?P<message>.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Bench:
    """A whole copy of the press with the tiny book in it, made once; and what its command says."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    def run(self, *words: str) -> tuple[int, str]:
        """The exit status and the findings of `build.py`, run by the Python that runs the tests."""
        command = (sys.executable, str(self.root / "build.py"), *words)
        done = subprocess.run(command, cwd=self.root, capture_output=True, encoding="utf-8", check=False)
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, done.stdout

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (self.root / name).write_text(text.replace(old, new), encoding="utf-8")

    def shelf(self) -> dict[str, bytes]:
        """Every file below `dist/` with its bytes; folders have none."""
        return {str(path.relative_to(self.root)): path.read_bytes() if path.is_file() else b""
                for path in sorted((self.root / "dist").rglob("*"))}


@pytest.fixture
def bench(tmp_path: Path, lighthouse: Making) -> Bench:
    root = workshop(tmp_path / "bench")
    for name in ("build.py", "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    (root / "press").symlink_to(ROOT / "press", target_is_directory=True)
    (root / ".cache").symlink_to(lighthouse.request.root / ".cache", target_is_directory=True)
    shutil.copytree(lighthouse.request.out, root / "dist")
    return Bench(root)


def told(output: str) -> list[tuple[str, str]]:
    """The rule and the file of every finding that is to be mended; each has a hint."""
    review = {"V-01", "V-07", "V-08"} | {rule for rule in RULES if rule.startswith("Q-")}  # the galley is for an eye
    findings = list(PLACED.finditer(output))
    for finding in findings:
        assert output[finding.end():].startswith("\n    hint: "), finding[0]
    return [(finding["rule"], finding["file"]) for finding in findings if finding["rule"] not in review]


def refused(bench: Bench, *words: str) -> list[tuple[str, str]]:
    """What is told when a book cannot be made: exit 1, and nothing in `dist/` has changed."""
    before = bench.shelf()
    status, output = bench.run("make", *words)

    assert status == 1, output
    assert bench.shelf() == before
    assert before
    return told(output)


def test_the_tiny_book_is_made_by_the_command(bench: Bench) -> None:
    shutil.rmtree(bench.root / "dist")
    status, output = bench.run()

    assert status == 0
    assert f"made {Path('dist', '1st', '1st-screen.pdf')}\n" in output
    assert {Path(name).name for name in bench.shelf()} == {"1st", "1st-screen.pdf", "manifest.json"}


def test_every_mistake_of_thirteen_files_is_told_in_one_run(bench: Bench) -> None:
    bench.edit("content/people.yaml", "    living: no\n    sources: [feld-1860]", "    livng: no\n    living: no\n"
               "    sources: [feld-1860]")
    bench.edit("content/gazetteer.yaml", "kind: harbour", "kind: harbour\n    kind: port")
    bench.edit("content/body/01-the-tower.md", "[Skarholm Feneri]{lang=tr}", "[Skarholm Feneri{lang=tr}")
    bench.edit("content/chronology.yaml", "date: 1957-04", "date: April 1957")
    bench.edit("content/book.yaml", "front/how-to-use.md", "front/how-to-use-it.md")
    bench.edit("content/back/colophon.md", "template: colophon", "template: colofon")
    bench.edit("content/body/02-the-wreck.md", "[@orr-1990, p. 200]", "[@orr-1900, p. 200]")
    bench.edit("content/front/preliminaries.md", "(#how-to-use)", "(#how-to-see)")
    bench.edit("content/back/general-index.md", "Persons, places", "Persons ☂, places")
    bench.edit("styles/notes.css", "Text, Armenian", "Txet, Armenian")
    bench.edit("content/back/source-index.md", "Every source", "![A shelf](shelf.png) Every source")
    bench.edit("content/claims.yaml", "statement: The bell was not rung.", "statement: The bell: not rung.")
    (bench.content / "films.yaml").write_bytes("films: []  # für später\n".encode("latin-1"))

    assert refused(bench) == [
        ("T-01", "content/back/colophon.md"),
        ("G-01", "content/back/general-index.md"),
        ("I-01", "content/back/source-index.md"),
        ("M-02", "content/body/01-the-tower.md"),
        ("R-01", "content/body/02-the-wreck.md"),
        ("B-03", "content/book.yaml"),
        ("D-05", "content/chronology.yaml"),
        ("Y-04", "content/claims.yaml"),
        ("Y-02", "content/films.yaml"),
        ("R-10", "content/front/preliminaries.md"),
        ("Y-05", "content/gazetteer.yaml"),
        ("D-01", "content/people.yaml"),
        ("G-03", "styles/notes.css"),
    ]


def test_a_check_tells_the_same_as_making(bench: Bench) -> None:
    bench.edit("content/back/general-index.md", "Persons, places", "Persons ☂, places")
    bench.edit("content/index.yaml", "Fog bell", "Fog bel")

    assert refused(bench) == told(bench.run("check")[1]) == [
        ("G-01", "content/back/general-index.md"), ("X-01", "content/index.yaml")]


def test_an_empty_folder_is_told_file_by_file(bench: Bench) -> None:
    (bench.root / "nothing").mkdir()
    found = refused(bench, "--content", "nothing")

    assert ("Y-01", "nothing/book.yaml") in found
    assert ("B-01", "nothing/editions") in found
    assert ("Y-01", "nothing/sources") in found
    assert ("Y-01", "nothing/people.yaml") in found


@pytest.mark.parametrize("name", ["nowhere", "build.py"])
def test_a_folder_that_is_none_is_told(bench: Bench, name: str) -> None:
    found = refused(bench, "--content", name)

    assert ("Y-01", f"{name}/book.yaml") in found
    assert ("B-01", f"{name}/editions") in found


def lock(folder: Path) -> None:
    """Make a folder unreadable: by its rights or, for one whom rights do not bind, by leading nowhere."""
    folder.chmod(0)
    if os.access(folder, os.R_OK):
        folder.chmod(0o700)
        folder.rename(folder.with_name("moved"))
        folder.symlink_to(folder, target_is_directory=True)


@pytest.mark.parametrize(("folder", "files"), [
    ("content/body", {"content/book.yaml"} | {f"content/body/{name}.md" for name in ("01-the-tower", "02-the-wreck")}),
    ("content/sources", {"content/sources"}),
    ("content/editions", {"content/editions"}),
    ("content", {"content/book.yaml"}),
])
def test_a_folder_that_cannot_be_read_is_told(bench: Bench, folder: str, files: set[str]) -> None:
    lock(bench.root / folder)
    try:
        found = refused(bench)
    finally:
        if not (bench.root / folder).is_symlink():
            (bench.root / folder).chmod(0o700)

    assert files & {file for _, file in found}
    assert {rule for rule, file in found if file in files} <= {"B-01", "B-03", "Y-01"}


def test_a_shelf_that_cannot_be_written_is_told(bench: Bench) -> None:
    (bench.root / "full").write_text("a file where the folder of editions should be", encoding="utf-8")
    status, output = bench.run("--out", "full")

    assert status == 1
    assert [rule for rule, _ in told(output)] == ["F-01"]
    assert (bench.root / "full").read_text(encoding="utf-8").startswith("a file")
    assert [path.name for path in bench.root.glob(".making-*")] == []


def test_an_edition_that_is_not_there_is_told(bench: Bench) -> None:
    assert refused(bench, "--edition", "2nd") == [("B-02", "content/editions")]


def test_a_mistake_found_when_the_pages_are_laid_out_leaves_dist_as_it_was(bench: Bench) -> None:
    bench.edit("styles/tables.css", "figure { margin: 14pt 0;", "figure { colour: red; margin: 14pt 0;")

    assert refused(bench, "--jobs", "1") == [("E-02", "styles")]
