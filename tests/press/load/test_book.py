"""A content folder becomes a book: its title, an edition, its sections in the order of the leaves, its records."""

import shutil
from pathlib import Path

import pytest

from press.findings import Place, Report
from press.load.book import load_book
from press.load.house import load_format, read_stylesheets
from press.model.book import Book, Edition, Format
from press.model.section import Matter
from tests.books.making import LIGHTHOUSE, ROOT

STYLES = ROOT / "styles"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LIGHTHOUSE, tmp_path / "content"))


def loaded(content: Path, edition: str = "") -> Book:
    report = Report()
    book = load_book(content, edition, report)
    assert list(map(str, report.findings)) == []
    assert book is not None
    return book


def findings(content: Path, edition: str = "") -> list[str]:
    report = Report()
    load_book(content, edition, report)
    return [str(finding).split("\n", maxsplit=1)[0] for finding in report.sorted()]


def edit(content: Path, name: str, old: str, new: str) -> None:
    text = (content / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (content / name).write_text(text.replace(old, new), encoding="utf-8")


def test_sections_stand_in_the_order_of_the_leaves_with_their_numbers_and_templates(content: Path) -> None:
    book = loaded(content)

    assert [(section.id, section.matter, section.number, section.template) for section in book.sections] == [
        ("preliminaries", Matter.FRONT, "", "preliminaries"), ("contents", Matter.FRONT, "", "contents"),
        ("how-to-use", Matter.FRONT, "", "prose"), ("the-tower", Matter.BODY, "1", "chapter"),
        ("the-wreck", Matter.BODY, "2", "chapter"), ("chronology", Matter.BACK, "A", "chronology"),
        ("source-index", Matter.BACK, "", "source-index"), ("general-index", Matter.BACK, "", "general-index"),
        ("colophon", Matter.BACK, "", "colophon")]
    assert book.whole


def test_a_running_head_is_the_title_unless_one_is_given(content: Path) -> None:
    heads = {section.id: section.running_head for section in loaded(content).sections}

    assert heads["the-tower"] == "The tower on the rock"
    assert heads["the-wreck"] == "The wreck"


def test_a_section_and_its_passages_know_where_they_stand(content: Path) -> None:
    tower = loaded(content).sections[3]

    assert tower.place == Place("content/body/01-the-tower.md", 2, 1)
    assert tower.body[0].get("place") == "content/body/01-the-tower.md:7:3"
    assert tower.body[0].get("line") == "6"
    assert tower.body.find(".//cite-one").get("place") == "content/body/01-the-tower.md:6:213"  # type: ignore[union-attr]


@pytest.mark.parametrize(("line_end", "mark"), [("\n", ""), ("\r\n", ""), ("\r\n", "\ufeff"), ("\r", "")])
def test_every_editor_program_may_be_used(content: Path, line_end: str, mark: str) -> None:
    """Lines end as they do on any system, and a file may begin with a byte order mark."""
    wanted = loaded(content)
    for file in (file for file in content.rglob("*") if file.suffix in (".md", ".yaml")):
        text = file.read_text(encoding="utf-8")
        file.write_bytes((mark + text.replace("\n", line_end)).encode())
    book = loaded(content)

    assert [(s.id, s.place, [e.attrib for e in s.body.iter()], "".join(s.body.itertext())) for s in book.sections] == [
        (s.id, s.place, [e.attrib for e in s.body.iter()], "".join(s.body.itertext())) for s in wanted.sections]
    assert book.registers.events == wanted.registers.events


def test_the_last_edition_is_chosen_or_the_one_that_is_asked_for(content: Path) -> None:
    first = (content / "editions/1st.yaml").read_text(encoding="utf-8")
    (content / "editions/2nd.yaml").write_text(first.replace("id: 1st", "id: 2nd"), encoding="utf-8")

    assert loaded(content).edition.id == "2nd"
    assert loaded(content, "1st").edition.id == "1st"


def test_mistakes_of_all_files_are_told_though_the_frame_of_the_book_is_not_whole(content: Path) -> None:
    edit(content, "book.yaml", "subtitle: An Invented Reference Book\n", "")
    edit(content, "editions/1st.yaml", "date: 2024-05-01", "date: May 2024")
    edit(content, "body/01-the-tower.md", "harbour masters", "harbour ] masters")
    edit(content, "people.yaml", "living: no\n    sources: [feld-1860]", "living: now\n    sources: [feld-1860]")

    assert findings(content) == [
        "content/body/01-the-tower.md:6:116: M-02 the bracket ] was never opened",
        "content/book.yaml:1:1: D-02 “subtitle” is missing",
        "content/editions/1st.yaml:3:7: D-05 “May 2024” is not a date: “M” has no place in a date",
        "content/people.yaml:14:13: D-04 “now” is not a word for “living”",
    ]


def test_the_text_of_a_section_is_read_though_its_opening_is_not_whole(content: Path) -> None:
    edit(content, "body/01-the-tower.md", "title: The tower on the rock\n", "")
    edit(content, "body/01-the-tower.md", "harbour masters", "harbour ] masters")

    assert findings(content) == [
        "content/body/01-the-tower.md:2:1: D-02 “title” is missing",
        "content/body/01-the-tower.md:5:116: M-02 the bracket ] was never opened",
    ]


def test_a_book_of_which_a_section_could_not_be_read_is_not_whole(content: Path) -> None:
    (content / "body/02-the-wreck.md").unlink()
    book = load_book(content, "", Report())

    assert book is not None
    assert not book.whole
    assert "the-wreck" not in [section.id for section in book.sections]


@pytest.mark.parametrize("name", [
    "/etc/passwd", "../book.md", "body/../../x.md", "body", "b" * 300 + ".md", "nothing.md"])
def test_a_file_is_looked_for_in_the_folder_of_the_book_alone(content: Path, name: str) -> None:
    edit(content, "book.yaml", "body/02-the-wreck.md", name)
    told, = findings(content)

    assert told.startswith(("content/book.yaml:23:5: B-03 there is no file",
                            f"content/{name}: Y-01 File name too long"))


@pytest.mark.parametrize("text", [
    "", "Words.\n", "---\nid: a\ntitle: B\n", " ---\nid: a\n---\n", "---\n---\nWords.\n"])
def test_a_text_without_its_opening_is_told(content: Path, text: str) -> None:
    (content / "front/how-to-use.md").write_text(text, encoding="utf-8")

    assert findings(content) == ["content/front/how-to-use.md:1:1: B-05 the file does not begin with its id and title"]


def test_a_text_may_end_with_its_opening(content: Path) -> None:
    (content / "front/how-to-use.md").write_text("---\nid: how-to-use\ntitle: How\n---", encoding="utf-8")

    assert list(loaded(content).sections[2].body) == []


def edition(**changes: str) -> Edition:
    return Edition.model_validate({
        "id": "1st", "statement": "First", "date": "2024-05-01", "state-of-knowledge": "2024-05-01", "imprint": "P",
        "identifier": "urn:1", "corrections-to": "us", **changes}).model_copy(update={"place": Place("e.yaml", 1, 1)})


def test_the_formats_and_trims_of_the_house_are_read_without_a_finding() -> None:
    report = Report()
    for file in sorted((STYLES / "formats").glob("*.yaml")):
        chosen = load_format(STYLES, file.stem, edition(), report)
        assert isinstance(chosen, Format)
        for trim in sorted((STYLES / "trims").glob("*.css")):
            sheets = read_stylesheets(STYLES, chosen, edition(trim=trim.stem), report)
            assert len(sheets) == len(chosen.stylesheets) + 1
    assert report.findings == []


def test_an_unknown_format_or_trim_is_told_at_the_edition() -> None:
    report = Report()
    assert load_format(STYLES, "scren", edition(), report) is None
    screen = load_format(STYLES, "screen", edition(), report)
    assert screen is not None
    read_stylesheets(STYLES, screen, edition(trim="a55"), report)

    assert [str(finding) for finding in report.findings] == [
        "e.yaml:1:1: B-04 there is no format “scren”\n    hint: did you mean “screen”?",
        "e.yaml:1:1: B-06 there is no trim “a55”\n    hint: did you mean “a5”?"]
