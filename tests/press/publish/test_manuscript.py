"""Manuscript: a book that is prepared from memory is the book that is read anew, whatever has changed in it."""

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest

from press.compose import composer as composer_module
from press.compose.composer import Composer
from press.compose.templates import environment
from press.findings import Report
from press.load import copies
from press.load.house import template_names
from press.model.memory import NOTHING, Memories
from press.model.pages import Extent, PageMap
from press.publish.kept import shelves
from press.publish.manuscript import Prepared, prepare
from press.publish.request import Request
from tests.books.making import LIGHTHOUSE, ROOT, request, silent, workshop

BOOKS = {"the lighthouse": LIGHTHOUSE, "the first book": ROOT / "content"}


def written(prepared: Prepared, report: Report) -> dict[str, object]:
    """All that the rest of the press knows of a prepared book."""
    material, formats = prepared
    composer = Composer(material, environment(ROOT / "templates"), template_names(ROOT / "templates"))
    return {"findings": list(map(str, report.findings)), "cited": material.cited, "marks": material.marks,
            "facts": material.facts, "told": material.told, "styles": [css for _, css in formats],
            "levels": [composer.level(section) for section in material.sections],
            "weights": [composer.weight(section) for section in material.sections],
            "extents": [composer.extent(section, 2000) for section in material.sections],
            "documents": [composer.compose(section, PageMap()) for section in material.sections],
            "trees": [tostring(section.body) for section in material.sections],
            "read": [tostring(section.body) for section in material.book.sections]}


def seen(asked: Request, memories: Memories) -> dict[str, object]:
    """What comes of a book that is prepared with some memories."""
    report = Report()
    prepared = prepare(asked, report, silent, memories)
    memories.keep()
    assert prepared is not None
    return written(prepared, report)


@pytest.mark.parametrize("book", BOOKS)
def test_a_book_from_memory_is_the_book_read_anew(book: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = BOOKS[book]
    asked = Request(ROOT, content, tmp_path / "dist", cache=False)
    anew = seen(asked, NOTHING)
    first = seen(asked, shelves(tmp_path / "kept", content))
    monkeypatch.setattr(copies, "read_markdown", lambda *_: pytest.fail("a text was read again"))
    again = seen(asked, shelves(tmp_path / "kept", content))

    for name, said in anew.items():
        assert first[name] == said, name
        assert again[name] == said, name


def in_file(name: str, old: str, new: str) -> Callable[[Path], object]:
    """What changes some words of a file."""
    def change(content: Path) -> None:
        text = (content / name).read_text(encoding="utf-8")
        assert old in text
        (content / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


EDITS = {
    "a word of a text": (in_file("body/01-the-tower.md", "bare rock", "bare cliff"), ""),
    "a source": (in_file("sources/books.yaml", "A Rock and Its Light", "The Rock and Its Light"), ""),
    "a name": (in_file("people.yaml", "name: Ida Brandt", "name: Ida Maria Brandt"), ""),
    "a name that is given twice": (in_file("body/01-the-tower.md", "{#the-building}", "{#the-wreck}"), "B-07"),
    "a link to nowhere": (in_file("body/01-the-tower.md", "Feld kept", "[Feld](#nowhere) kept"), "R-10"),
    "a claim that is not filed": (in_file("body/01-the-tower.md", 'claims="c001"', 'claims="c001 c999"'), "R-08"),
    "a claim without its source": (in_file("claims.yaml", "sources: [orr-1990]", "sources: [kaya-1853]"), "V-02"),
    "a letter that no font has": (in_file("body/01-the-tower.md", "bare rock", "bare \U0001f600"), "G-01"),
    "a number out of order": (in_file("body/01-the-tower.md", "§1.3", "§1.9"), "N-02"),
    "a template that is not there": (in_file("body/01-the-tower.md", "title:", "template: no\ntitle:"), "T-01"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_all_is_as_if_nothing_had_been_remembered(edit: str, tmp_path: Path) -> None:
    root = workshop(tmp_path)
    kept, content, (change, rule) = tmp_path / "kept", root / "content", EDITS[edit]
    before = seen(request(root), shelves(kept, content))
    change(content)
    reports = [Report(), Report()]
    anew, remembered = (prepare(request(root), report, silent, memories) for report, memories in zip(
        reports, (NOTHING, shelves(kept, content)), strict=True))

    assert reports[0].findings == reports[1].findings
    assert {finding.rule for finding in reports[0].findings} == ({rule} if rule else set())
    assert anew
    assert remembered
    if not rule:
        assert written(remembered, Report()) == written(anew, Report()) != before


def test_each_format_has_its_own_guess_of_the_extents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def extents() -> list[list[Extent]]:
        memories = shelves(tmp_path / "kept", LIGHTHOUSE)
        prepared = prepare(Request(ROOT, LIGHTHOUSE, tmp_path, cache=False), Report(), silent, memories)
        assert prepared is not None
        composer = Composer(prepared[0], environment(ROOT / "templates"), template_names(ROOT / "templates"))
        found = [[composer.extent(section, letters) for section in prepared[0].sections] for letters in (2000, 900)]
        memories.keep()
        return found

    first = extents()
    monkeypatch.setattr(composer_module, "extent", lambda *_: pytest.fail("an extent was guessed again"))

    assert extents() == first
    assert sum(one.pages for one in first[0]) < sum(one.pages for one in first[1])
