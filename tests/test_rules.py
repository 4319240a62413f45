"""Every rule that a finding may name is registered, kept by the press, and has a book that breaks it.

A folder of `tests/rules/` is named after a rule.  Its `bad.yaml` says what is changed in
the tiny book, which is healthy; `findings.txt` has the findings of the book so changed,
word for word.  `pytest --update` writes them anew: read the diff.  A rule that no book
can break by itself is broken elsewhere: `elsewhere.yaml` says in which test, and why.

    edits:
      - {file: content/people.yaml, old: living, new: lving}      once, in its place
      - {file: content/people.yaml, delete: yes}
      - {file: content/people.yaml, write: whole text}
      - {file: content/people.yaml, bytes: ff fe}
      - {file: content/people.yaml, folder: yes}
    make: yes                    the book is made and not only checked
    edition: 2nd                 an edition is asked for
"""

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from press.findings import Report, Severity
from press.publish import driver
from press.publish.request import Request
from press.rules import RULES
from tests.books.making import LIGHTHOUSE, ROOT, Making, silent

PRESS = ROOT / "press"
FOLDERS = ROOT / "tests" / "rules"
CODE = re.compile("[A-Z]-[0-9]{2}")
OF_LINES = {rule for rule in RULES if rule.startswith("Q-")} - {"Q-11"}  # a word more anywhere makes or mends one
BOOKS = sorted(path.parent.name for path in FOLDERS.glob("*/bad.yaml"))


def codes(module: Path) -> Iterator[str]:
    """The codes of rules that a module names."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value


def test_the_rules_are_those_that_the_press_keeps() -> None:
    kept = {code for module in PRESS.rglob("*.py") if module.name != "rules.py" for code in codes(module)}

    assert sorted(kept - set(RULES)) == []
    assert sorted(set(RULES) - kept) == []


def test_a_rule_is_named_as_the_healthy_state() -> None:
    for code, meaning in RULES.items():
        assert CODE.fullmatch(code)
        assert re.fullmatch(r"\S.*[^.\s]", meaning)
        assert len(meaning) < 100


def test_every_rule_has_a_book_that_breaks_it_or_a_test_elsewhere() -> None:
    elsewhere = read(FOLDERS / "elsewhere.yaml")

    assert sorted(set(RULES) - set(BOOKS) - set(elsewhere)) == []
    assert sorted(set(BOOKS) & set(elsewhere)) == []
    assert sorted({*BOOKS, *elsewhere} - set(RULES)) == []
    for rule, told in elsewhere.items():
        assert rule in (ROOT / told["test"]).read_text(encoding="utf-8"), rule
        assert told["reason"], rule


def read(file: Path) -> Any:
    """A file of the tests, of any shape, every value as text."""
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def workshop(root: Path, cache: Path, edits: list[dict[str, str]]) -> Request:
    """The tiny book with its edits, and the house's templates and styles, copied where they are edited."""
    shutil.copytree(LIGHTHOUSE, root / "content")
    for name in ("templates", "styles"):
        if any(edit["file"].startswith(name) for edit in edits):
            shutil.copytree(ROOT / name, root / name)
        else:
            (root / name).symlink_to(ROOT / name, target_is_directory=True)
    (root / ".cache").symlink_to(cache, target_is_directory=True)
    for edit in edits:
        change(root / edit["file"], edit)
    return Request(root=root, content=root / "content", out=root / "dist", jobs=1)


def change(file: Path, edit: dict[str, str]) -> None:
    """Make one edit."""
    if "old" in edit:
        text = file.read_text(encoding="utf-8")
        assert text.count(edit["old"]) == 1, edit
        file.write_text(text.replace(edit["old"], edit["new"]), encoding="utf-8")
    elif "write" in edit or "bytes" in edit:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes.fromhex(edit["bytes"]) if "bytes" in edit else edit["write"].encode())
    else:
        shutil.rmtree(file) if file.is_dir() else file.unlink(missing_ok=True)
        if "folder" in edit:
            file.mkdir()


def findings(report: Report, root: Path) -> str:
    """Every finding with its hint, but for those of single lines; those that ask for an eye say so."""
    return "".join(f"{'review: ' if finding.severity is Severity.REVIEW else ''}{finding}\n"
                   for finding in report.sorted() if finding.rule not in OF_LINES).replace(f"{root}/", "")


@pytest.fixture
def broken(tmp_path: Path, lighthouse: Making) -> Callable[[str], Report]:
    """The findings of the tiny book after what a folder's `bad.yaml` does to it."""
    def run(rule: str) -> Report:
        bad = read(FOLDERS / rule / "bad.yaml")
        asked = workshop(tmp_path, lighthouse.request.root / ".cache", bad["edits"])
        asked = replace(asked, edition=bad.get("edition", ""))
        return (driver.make if "make" in bad else driver.check)(asked, silent).report

    return run


@pytest.mark.parametrize("rule", BOOKS)
def test_a_book_that_breaks_a_rule_is_told_of_it(rule: str, broken: Callable[[str], Report], tmp_path: Path,
                                                 request: pytest.FixtureRequest) -> None:
    report = broken(rule)
    told, file = findings(report, tmp_path), FOLDERS / rule / "findings.txt"
    if request.config.getoption("--update"):
        file.write_text(told, encoding="utf-8")

    assert told == file.read_text(encoding="utf-8")
    assert rule in {finding.rule for finding in report.findings}
    for finding in report.findings:
        assert finding.rule in RULES
        assert finding.place.file
        assert finding.hint, finding


def test_the_tiny_book_is_healthy(lighthouse: Making) -> None:
    assert findings(lighthouse.outcome.report, lighthouse.request.root) == ""
