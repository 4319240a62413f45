"""Planted losses: a word that no reader can see is found, and told where an editor wrote it."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from press.findings import Finding, Severity
from press.publish import driver
from tests.books.making import Making, silent, workshop

TOWER = "content/body/01-the-tower.md"
OPENING = "§1.1 Skarholm is a bare rock"
LONG_WORD = "x" * 90
TABLE = f"| Light | Keeper |\n|---|---|\n| Skarholm | Ida Brandt |\n| {LONG_WORD} | nobody |\n\n"
CUT = '\np[id="par-1.4"] { position: absolute; height: 20pt; overflow: hidden }\n'
SIX_HUNDRED = "The keeper wrote down wind and weather, and the hour of every ship that passed. " * 40


@pytest.fixture
def bench(tmp_path: Path, lighthouse: Making) -> Making:
    """The tiny book, to be spoiled."""
    root = workshop(tmp_path / "bench")
    (root / ".cache").symlink_to(lighthouse.request.root / ".cache", target_is_directory=True)
    return Making(replace(lighthouse.request, root=root, content=root / "content", out=root / "dist", jobs=1),
                  lighthouse.outcome)


def line_of(file: Path, words: str) -> int:
    return next(at for at, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1) if words in line)


def spoil(bench: Making, name: str, old: str, new: str) -> None:
    file = bench.request.root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def found(bench: Making, rule: str) -> list[Finding]:
    return [one for one in driver.make(bench.request, silent).report.findings if one.rule == rule]


def test_a_line_that_cannot_be_broken_is_told_at_its_paragraph(bench: Making) -> None:
    spoil(bench, TOWER, OPENING, f"§1.1 {LONG_WORD} is a bare rock")
    findings = found(bench, "Q-04")

    assert [one.place.file for one in findings] == [TOWER]
    assert findings[0].place.line == line_of(bench.request.root / TOWER, LONG_WORD)


def test_a_cell_that_holds_a_word_too_wide_is_told_at_its_row(bench: Making) -> None:
    spoil(bench, TOWER, "## The building", f"{TABLE}## The building")
    findings = found(bench, "Q-04")

    assert [(one.place.file, one.place.line) for one in findings] == [
        (TOWER, line_of(bench.request.root / TOWER, LONG_WORD))]


def test_a_box_that_is_cut_stops_the_printing_and_is_told_at_its_passage(bench: Making) -> None:
    spoil(bench, "styles/type.css", "a { color", f"{CUT}a {{ color")
    findings = found(bench, "W-03")

    assert findings
    assert {(one.place.file, one.place.line, one.severity) for one in findings} == {
        (TOWER, line_of(bench.request.root / TOWER, "§1.4 The light"), Severity.ERROR)}


WITHOUT_WRAPPERS = """
import sys
from pathlib import Path
from press.layout import engine
from press.publish import driver
engine.install = lambda: False
root = Path(sys.argv[1])
asked = driver.Request(root=root, content=root / "content", out=root / "dist", jobs=1, cache=False)
for one in driver.make(asked, lambda *step: None).report.errors:
    print(one.rule, one.place)
"""


def test_a_note_of_six_hundred_words_is_whole_and_where_the_engine_loses_it_this_is_told(bench: Making) -> None:
    spoil(bench, TOWER, "^[The drawings,", f"^[{SIX_HUNDRED} The drawings,")
    spoil(bench, "styles/trims/a5.css", "--trim-h: 210mm", "--trim-h: 120mm")
    outcome = driver.make(bench.request, silent)
    stock = subprocess.run([sys.executable, "-c", WITHOUT_WRAPPERS, str(bench.request.root)], capture_output=True,
                           encoding="utf-8", check=True, cwd=Path(__file__).parents[2])

    assert [str(one) for one in outcome.report.errors] == []
    told = [line.split() for line in stock.stdout.splitlines()]
    line = line_of(bench.request.root / TOWER, "The keeper wrote down")
    assert [rule for rule, place in told if place.startswith(f"{TOWER}:{line}:") and rule[0] in "LW"] != []
