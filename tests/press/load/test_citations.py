"""Citations in an editor's text: what is read, where, and what is said about mistakes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.findings import Place, Report
from press.load.citations import parse_group, written
from press.model.section import Citation

HERE = Place("06-the-corridor.md", 41, 17)


def read(text: str) -> tuple[Citation, ...]:
    report = Report()
    citations = parse_group(text, HERE, report)
    assert report.findings == []
    return citations


def parts(text: str) -> list[tuple[str, str, str, str]]:
    return [(c.prefix, c.key, c.locator, c.suffix) for c in read(text)]


def findings(text: str) -> list[str]:
    report = Report()
    parse_group(text, HERE, report)
    return [str(finding).split("\n")[0] for finding in report.sorted()]


def test_a_group_is_read_with_prefixes_keys_locators_and_suffixes():
    assert parts("see @hrw-1994, p. 6, and note 3; @memorial-1992; also @{key.with:odd.}, pp. 19–24") == [
        ("see", "hrw-1994", "p. 6", ", and note 3"),
        ("", "memorial-1992", "", ""),
        ("also", "key.with:odd.", "pp. 19–24", ""),
    ]


@pytest.mark.parametrize(("rest", "locator", "suffix"), [
    (", p. 6", "p. 6", ""),
    (", pp. 33-35, 38-39 and nowhere else", "pp. 33-35, 38-39", "and nowhere else"),
    (", pp. iv, vi–xi", "pp. iv, vi–xi", ""),
    (", paras 7, 10", "paras 7, 10", ""),
    (", paras. 7 and 10", "paras. 7 and 10", ""),
    (", §§ 3–4", "§§ 3–4", ""),
    (", ¶ 12", "¶ 12", ""),
    (", chap. 3, n. 4", "chap. 3, n. 4", ""),
    (", fol. 12v", "fol. 12v", ""),
    (", no. 5", "no. 5", ""),
    (", pp. E361–E362", "pp. E361–E362", ""),
    (" p. 6", "p. 6", ""),
    (", 6", "6", ""),
    (", footnote 28", "footnote 28", ""),
    (", Khojaly section", "Khojaly section", ""),
    (", Khojaly section, pp. 19–24, with a map", "Khojaly section, pp. 19–24", ", with a map"),
    (", Russian translation of the section", "Russian translation of the section", ""),
    (", and elsewhere", "", ", and elsewhere"),
    (", read in translations by Armenian outlets that differ", "",
     ", read in translations by Armenian outlets that differ"),
    (" and elsewhere", "", "and elsewhere"),
    (", {part two, after the map}, a draft", "part two, after the map", ", a draft"),
    ("{}, a draft", "", ", a draft"),
    (", 12,000 words", "12,000", "words"),
])
def test_what_follows_a_key_is_parted_into_locator_and_suffix(rest: str, locator: str, suffix: str):
    assert parts(f"@hrw-1992{rest}") == [("", "hrw-1992", locator, suffix)]


def test_a_key_ends_before_punctuation_that_ends_a_sentence():
    assert parts("@hrw-1992.") == [("", "hrw-1992", "", ".")]


def test_an_address_of_mail_is_not_a_key():
    assert parts("editors@example.org in @hrw-1992") == [("editors@example.org in", "hrw-1992", "", "")]


def test_every_citation_has_its_own_place_on_the_line_where_it_stands():
    places = [str(c.place) for c in read("see @hrw-1994, p. 6;\n@memorial-1992; also\n@svoboda-1992")]

    assert places == ["06-the-corridor.md:41:21", "06-the-corridor.md:42:1", "06-the-corridor.md:43:1"]


@pytest.mark.parametrize(("text", "finding"), [
    ("", "06-the-corridor.md:41:17: C-01 the brackets hold no citation"),
    ("@hrw-1992 [sic", "06-the-corridor.md:41:27: C-02 “[” has no partner"),
    ("@{hrw-1992", "06-the-corridor.md:41:18: C-02 “{” has no partner"),
    ("@hrw-1992; ; @hrw-1994", "06-the-corridor.md:41:27: C-03 a semicolon has no citation on one side"),
    ("@hrw-1992;", "06-the-corridor.md:41:27: C-03 a semicolon has no citation on one side"),
    ("@hrw-1992; p. 6", "06-the-corridor.md:41:28: C-04 no source is named in “p. 6”"),
    ("see @{}", "06-the-corridor.md:41:17: C-04 no source is named in “see @{}”"),
    ("see -@hrw-1992", "06-the-corridor.md:41:21: C-05 “-@hrw-1992” asks for a note without the author"),
    ("@hrw-1992, @hrw-1994",
     "06-the-corridor.md:41:28: C-06 “@hrw-1994” follows “@hrw-1992” without a semicolon"),
    ("@hrw-1992,, p. 6", "06-the-corridor.md:41:26: C-07 two commas stand together"),
    ("@hrw-1992,", "06-the-corridor.md:41:26: C-08 nothing follows the comma"),
    ("@hrw-1992;\nsee p. 6", "06-the-corridor.md:42:1: C-04 no source is named in “see p. 6”"),
])
def test_a_mistake_is_a_finding_at_its_line_and_column(text: str, finding: str):
    assert finding in findings(text)


def test_a_mistake_does_not_lose_the_citations_around_it():
    keys = [c.key for c in parse_group("@a,, p. 6; p. 7; -@b", HERE, Report())]

    assert keys == ["a", "b"]


def test_every_finding_tells_what_to_do():
    report = Report()
    for text in ("", "@a [", "@a;", "p. 6", "-@a", "@a, @b", "@a,, p. 1", "@a,"):
        parse_group(text, HERE, report)

    assert len({f.rule for f in report.findings}) == 8
    assert all(f.hint for f in report.findings)


def bare(citations: tuple[Citation, ...]) -> list[tuple[str, str, str, str]]:
    return [(c.prefix, c.key, c.locator, c.suffix) for c in citations]


PIECES = st.sampled_from([
    "@hrw-1994", "@{a b}", "@x.y", "see ", "also ", ", ", "; ", " ", "p. 6", "pp. 19–24", "paras 7, 10",
    "§ 4", "Khojaly section", "footnote 28", "and note 3", "{p. 4}", "{}", "[sic]", "with a map", "xiv",
    "1992", ".", "-", "(a draft)", "\n", "quoting him", "e@mail"])


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text("@;,[]{}- .ap6§\n", max_size=24)))
def test_a_group_printed_and_read_again_is_the_same(text: str):
    report = Report()
    first = parse_group(text, HERE, report)
    if report.findings or not first:
        return
    again = Report()

    assert bare(parse_group(written(first), HERE, again)) == bare(first)
    assert again.findings == []


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40))
def test_no_text_stops_the_reader(text: str):
    report = Report()
    citations = parse_group(text, HERE, report)

    assert citations or report.findings
