"""Notes as an editor reads them: every file of `golden/` is the notes of one section.

A line in brackets is what the editor writes; the line after it is what is printed, with
*italics*, {ru: words in another language} and <addresses>.  Findings stand below it.
"""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from press.cite.clarity import check_short_forms
from press.cite.forms import KINDS, bibliography_form, full, short
from press.cite.notes import note_text, word_group
from press.cite.scripts import Line
from press.findings import Place, Report
from press.load.citations import parse_group
from press.model.inline import plain
from press.model.section import Citation
from press.model.source import Name, Source, Verification

HERE = Path(__file__).parent
MADE = {"provenance-class": "made", "verification": "text-consulted"}
FILES = [HERE / "oracle" / "sources.yaml", HERE / "golden" / "sources.yaml"]
SOURCES = {record["id"]: Source.model_validate(MADE | record) for file in FILES
           for record in yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)["sources"]}
NOTHING = "(nothing is printed)"
DOUBLED = re.compile(
    r"(?<!\.)\.\.(?!\.)|,,|;;|,\.|,”,|\.”\.|[?!]”?[.,]|  | [,.;)]|“\s|\(\s|\(\)")
GOLDEN = sorted((HERE / "golden").glob("*.txt"))


def seen_by_eye(line: Line) -> str:
    """A line with its faces, languages and addresses made visible."""
    words = ""
    for stretch in line:
        piece = f"<{stretch.text}>" if stretch.url else stretch.text
        piece = f"{{{stretch.lang}: {piece}}}" if stretch.lang else piece
        words += f"*{piece}*" if stretch.italic else piece
    return words.replace("**", "")


def printed_again(text: str) -> str:
    """The file with everything printed anew."""
    lines, seen = [], set()
    for line in text.splitlines():
        if group := re.fullmatch(r"\[(.*)\]", line):
            report = Report()
            citations = parse_group(group[1], Place("notes.md", 1, 2), report)
            lines += [line, seen_by_eye(note_text(citations, SOURCES, seen, report)) or NOTHING]
            lines += [f"    ! {line}" for finding in report.sorted() for line in str(finding).splitlines()]
        elif entry := re.fullmatch(r"\((\S+)\)", line):
            lines += [line, seen_by_eye(bibliography_form(SOURCES[entry[1]]))]
        elif line.startswith("#") or not line:
            lines.append(line)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_notes_are_printed_as_editors_read_them(golden: Path):
    text = golden.read_text(encoding="utf-8")

    assert printed_again(text) == text


def citation(key: str, **parts: str) -> Citation:
    return Citation(key, place=Place("notes.md", 1, 1), **parts)


keys = st.sampled_from(sorted(SOURCES))
locators = st.sampled_from(["", "p. 6", "pp. 19–24", "para. 76", "Opening section"])
citations = st.builds(citation, key=keys, locator=locators, prefix=st.sampled_from(["", "see", "see also"]),
                      suffix=st.sampled_from(["", ", with a map", "and elsewhere"]))


@settings(max_examples=300, deadline=None)
@given(st.lists(citations, min_size=1, max_size=5))
def test_a_note_ends_with_one_stop_and_doubles_no_mark(group: list[Citation]):
    text = plain(note_text(group, SOURCES, set(), Report()))

    assert re.search(r"[.?!…][”’]*$", text)
    assert not DOUBLED.search(text), text


@settings(max_examples=200, deadline=None)
@given(st.lists(keys, min_size=1, max_size=6))
def test_a_source_is_given_in_full_once_and_short_after(group: list[str]):
    seen: set[str] = set()
    worded = word_group([citation(key) for key in group], SOURCES, seen, Report())
    fulls = [mention.key for mention in worded.mentions if mention.full]

    assert [stretch.source for stretch in worded.line if stretch.source] == [m.key for m in worded.mentions]
    assert len(fulls) == len(set(fulls))
    assert set(group) <= seen == set(fulls)


@settings(max_examples=200, deadline=None)
@given(keys, locators)
def test_every_form_says_the_title_and_keeps_quotation_marks_even(key: str, locator: str):
    source = SOURCES[key]
    for form in (full(source, locator), short(source, locator), bibliography_form(source)):
        assert plain(form).count("“") == plain(form).count("”")
        assert plain(form).count("(") == plain(form).count(")")
        assert all(stretch.text for stretch in form)
    assert source.title.split("“")[0].rstrip("?.!") in plain(full(source))
    assert source.title.split("“")[0].rstrip("?.!") in plain(bibliography_form(source))


families = st.sampled_from(["Orr", "de Waal", "Əliyeva"])
names = st.lists(st.builds(Name, family=families, given=st.sampled_from(["", "Lee"])), max_size=5).map(tuple)
words = st.sampled_from(["", "Baku", "A Town: Notes", "Who?", "“So?” He Said", "Ответ", "U.S."])


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(KINDS)), names, names, words, words, words, words)
def test_any_record_of_any_kind_can_be_printed(kind, author, editor, container, publisher, place, url):
    source = Source(id="x", type=kind, title="T", author=author, editor=editor, director=editor,
                    recipient=editor, volume=place, container_title=container,
                    publisher=publisher, publisher_place=place, url=url, provenance_class="made",
                    verification=Verification.TEXT_CONSULTED)
    for form in (full(source, "p. 6"), full(source), short(source), bibliography_form(source)):
        assert "T" in plain(form)
        assert not re.search(r",,|  |\(\)|\( | ,", plain(form)), plain(form)


def test_two_sources_with_one_short_note_are_found():
    twin = SOURCES["book-one-author"].model_copy(update={"id": "twin", "place": Place("books.yaml", 7, 5)})
    report = Report()
    check_short_forms({key: SOURCES[key] for key in ("book-one-author", "thesis")} | {"twin": twin}, report)

    assert [str(finding).split("\n")[0] for finding in report.findings] == [
        "books.yaml:7:5: C-09 “Aliyeva, Ruined Town” is the short note for “book-one-author” and for “twin”"]


def test_a_source_that_begins_a_citation_is_named_on_its_first_stretch():
    line = note_text([citation("cited-story", prefix="see")], SOURCES, set(), Report())

    assert [(s.source, s.text[:12]) for s in line if s.source] == [
        ("cited-story", "Lee Orr, “Hu"), ("press-book", "Town Library")]


def test_an_address_is_a_link():
    line = full(SOURCES["page-signed"])

    assert [(s.url, s.text) for s in line if s.url] == [("https://example.org/w", "https://example.org/w")]
