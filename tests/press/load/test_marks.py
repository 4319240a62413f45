"""The marks of the house are found at their exact places, and every one that is not whole is told."""

from textwrap import dedent

import pytest

from press.findings import Place, Report
from press.load.marks import TOKEN, Kind, Mark, Scanner, attributes, matching_bracket

KNOWN = frozenset({"id", "ix", "lang", "class", "claims"})


def scanned(text: str, line: int = 1) -> list[Mark]:
    """The marks of a text that has no mistake, but for the lines it begins."""
    report = Report()
    scanner = Scanner("a.md", report)
    scanner.scan(text, line)
    assert report.findings == []
    return [mark for mark in scanner.marks if mark.kind is not Kind.LINE]


def places(text: str) -> list[str]:
    return [f"{mark.kind.name} {mark.place}" for mark in scanned(text)]


def findings(text: str, line: int = 1) -> str:
    report = Report()
    Scanner("a.md", report).scan(text, line)
    return "\n".join(map(str, report.sorted()))


def test_a_mark_is_found_where_it_stands() -> None:
    assert places("Two [words]{lang=az} of a [link](#there).[@a, p. 6; @b]") == [
        "SPAN a.md:1:13", "SPAN_END a.md:1:13", "SPAN a.md:1:27", "SPAN_END a.md:1:27", "CITES a.md:1:43"]


def test_marks_nest_and_each_keeps_its_place() -> None:
    assert places("Said.^[So *she*: see [@a] and [words [within]{lang=tr}]{ix=Rain}, by @b.]") == [
        "CITES a.md:1:23", "SPAN a.md:1:57", "SPAN a.md:1:47", "SPAN_END a.md:1:47", "SPAN_END a.md:1:57",
        "CITES a.md:1:70", "NOTE a.md:1:6"]


def test_a_mark_may_go_on_over_lines_and_what_follows_keeps_its_place() -> None:
    assert places("First line\nsays^[a note\nthat ends [@a] here] and\n[more]{lang=az\nix=Rain} [@b]") == [
        "CITES a.md:3:12", "NOTE a.md:2:5", "SPAN a.md:4:8", "SPAN_END a.md:4:8", "CITES a.md:5:11"]


def test_lines_are_counted_from_the_line_of_the_file() -> None:
    assert [str(mark.place) for mark in scanned("## A heading[@a]\n\n- item [@b]", line=7)] == [
        "a.md:7:14", "a.md:9:9"]


def test_what_stands_below_a_block_is_its_attributes() -> None:
    marks = scanned('Words.\n{: claims="c1"\n   ix="Rain" }')

    assert marks == [Mark(Kind.BLOCK, ' claims="c1"\n   ix="Rain" ', Place("a.md", 2, 3))]


def test_a_sign_after_a_backslash_is_no_mark() -> None:
    assert scanned(r"\[no span\]{lang=az} \@nobody \^\[no note\] a@b.org https://example.org/@c") == []


def test_a_picture_is_no_bracket_and_keeps_its_place() -> None:
    assert places("See ![a [plan] of @it](plan.png).[@a]") == ["PICTURE a.md:1:5", "CITES a.md:1:35"]


@pytest.mark.parametrize(("text", "found"), [
    ("A [two three\nand more so.", "a.md:1:3: M-02 the bracket before “two three and more” is never closed"),
    ("One ^[two\n\nthree.", "a.md:1:5: M-02 the bracket before “two” is never closed"),
    ("One\ntwo] three.", "a.md:2:4: M-02 the bracket ] was never opened"),
    ("A [word]{lang=az of it.", "a.md:1:10: M-02 the brace after “word” is never closed"),
    ("[" * 20 + "]" * 20, "a.md:1:17: M-02 brackets stand more than 16 deep"),
    ("A text @a says.", "a.md:1:8: M-09 “@a” stands outside brackets"),
    ("Words. {: ix=Rain }", "a.md:1:8: M-10 the attributes “{: ix=Rain }” stand in the text"),
    ("Words.\n{: ix=Rain\n\nMore.", "a.md:2:1: M-10 the attributes “{: ix=Rain” stand in the text"),
    ("As [[table: bodies]] shows.", "a.md:1:4: M-07 “[[table: bodies]]” stands in the text"),
    ("Ring\x07 it.", "a.md:1:5: M-01 the character U+0007 cannot be printed"),
    ("A \ue000sign.", "a.md:1:3: M-01 the character U+E000 cannot be printed"),
    ("A [@a\n\ufffe]", "a.md:2:1: M-01 the character U+FFFE cannot be printed"),
    ("A \U000f0000sign.", "a.md:1:3: M-01 the character U+F0000 cannot be printed"),
])
def test_a_mark_that_is_not_whole_is_told_at_its_place(text: str, found: str) -> None:
    told = findings(text).split("\n    hint: ")

    assert told[0] == found
    assert len(told) == 2
    assert told[1]


def test_every_mistake_of_a_text_is_told() -> None:
    assert findings("A ] and [b.\n\n\ue001 and \ue002\n\nC @d, E @f.", line=3) == dedent(r"""
        a.md:3:3: M-02 the bracket ] was never opened
            hint: delete it, or write \] for the sign itself
        a.md:3:9: M-02 the bracket before “b.” is never closed
            hint: close it with ] in the same paragraph
        a.md:5:1: M-01 the character U+E001 cannot be printed
            hint: delete it
        a.md:5:7: M-01 the character U+E002 cannot be printed
            hint: delete it
        a.md:7:3: M-09 “@d” stands outside brackets
            hint: write [@d] for a note, or \@ for the sign itself
        a.md:7:9: M-09 “@f” stands outside brackets
            hint: write [@f] for a note, or \@ for the sign itself
    """).strip()


def test_the_letters_of_tokens_cannot_be_smuggled_in() -> None:
    report = Report()
    text = Scanner("a.md", report).scan("Words \ue000n0\ue001 more")

    assert [match[1] for match in TOKEN.finditer(text)] == [Kind.LINE.value]
    assert text.endswith("Words  n0  more")


def read(written: str) -> tuple[dict[str, str], str]:
    report = Report()
    found = attributes(Mark(Kind.BLOCK, written, Place("a.md", 4, 3)), KNOWN, report)
    return found, "\n".join(map(str, report.sorted()))


def test_attributes_are_names_with_values_an_id_and_classes() -> None:
    assert read('#here .plate .wide claims="c1\n  c2" lang=az ix="Rain!in May; @a"') == ({
        "id": "here", "class": "plate wide", "claims": "c1 c2", "lang": "az", "ix": "Rain!in May; @a"}, "")
    assert read(" ") == ({}, "")


@pytest.mark.parametrize(("written", "found"), [
    ('ix="a" claim="c1"', "a.md:4:10: M-04 there is no attribute “claim”\n    hint: did you mean “claims”?"),
    ("xyz=1", "a.md:4:3: M-04 there is no attribute “xyz”\n    hint: known: claims, class, id, ix, lang"),
    ('lang=az\nix = "a"',
     'a.md:5:1: M-03 “ix = "a"” is not an attribute\n    hint: write name="value", #id or .class'),
    ('ix="a', 'a.md:4:3: M-03 “ix="a” is not an attribute\n    hint: write name="value", #id or .class'),
    ('ix="a" lang=az\n ix="b"', "a.md:5:2: M-11 “ix” is given twice\n    hint: keep one of them"),
])
def test_an_attribute_that_is_not_understood_is_told_at_its_place(written: str, found: str) -> None:
    assert read(written)[1] == found


@pytest.mark.parametrize(("text", "end"), [
    ("a]", 1), ("a[b]c]", 5), (r"a\]b]", 4), ("a[b]", -1), ("", -1), ("\\", -1)])
def test_a_bracket_closes_where_its_partner_stands(text: str, end: int) -> None:
    assert matching_bracket(text, 0) == end
