"""YAML keeps its words and their places, and is refused where it is not plain records."""

import json
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.findings import Place, Report
from press.load.nodes import Mapping, Node, Scalar, Sequence, read_yaml


def findings(text: str) -> str:
    report = Report()
    read_yaml(text, "people.yaml", report)
    return "\n".join(map(str, report.sorted()))


def plain(node: Node | None) -> object:
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.pairs}
    return None


def scalars(node: Node | None) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence():
            return [leaf for item in node.items for leaf in scalars(item)]
        case Mapping():
            return [leaf for key, value in node.pairs for leaf in (key, *scalars(value))]
    return []


WORDS = "no yes on 1.10 1_000 0x1F 012 12:30 1992-02 1992-02-26 1e3 .inf << =".split()


@pytest.mark.parametrize("word", WORDS)
def test_a_word_that_yaml_would_change_stays_as_typed(word: str) -> None:
    assert plain(read_yaml(f"value: {word}", "a.yaml", Report())) == {"value": word}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_no_value_only_without_quotation_marks(nothing: str) -> None:
    assert plain(read_yaml(f"value: {nothing}", "a.yaml", Report())) == {"value": None}
    assert plain(read_yaml(f"value: '{nothing}'", "a.yaml", Report())) == {"value": nothing}


def test_places_count_characters_from_one() -> None:
    tree = read_yaml("é: ü\n😀: [ñ, 'ö']\n", "a.yaml", Report())

    assert [(leaf.text, leaf.place.line, leaf.place.column) for leaf in scalars(tree)] == [
        ("é", 1, 1), ("ü", 1, 4), ("😀", 2, 1), ("ñ", 2, 5), ("ö", 2, 8),
    ]


def test_a_text_inside_a_file_keeps_the_lines_of_the_file() -> None:
    tree = read_yaml("id: one\ntitle: two\n", "a.md", Report(), first_line=2)

    assert scalars(tree)[2].place == Place("a.md", 3, 1)


BAD = {
    "an open bracket": ("people:\n  - id: [a\n    name: b\n", """\
        people.yaml:3:9: Y-04 this is not YAML: did not find expected ',' or ']'
            hint: while parsing a flow sequence that begins at people.yaml:2:9
    """),
    "a tab": ("people:\n\t- id: a\n", """\
        people.yaml:2:1: Y-04 this is not YAML: found character that cannot start any token
            hint: use spaces to indent, not tabs
    """),
    "a colon in a value": ("name: Black Garden: a book\n", """\
        people.yaml:1:19: Y-04 this is not YAML: mapping values are not allowed in this context
            hint: put a value with a colon in it between quotation marks
    """),
    "a sign at the beginning": ("name: @x\n", """\
        people.yaml:1:7: Y-04 this is not YAML: found character that cannot start any token
            hint: put a value that begins with this sign between quotation marks
    """),
    "an open quotation mark": ("id: a\nname: 'b\n", """\
        people.yaml:3:1: Y-04 this is not YAML: found unexpected end of stream
            hint: while scanning a quoted scalar that begins at people.yaml:2:7
    """),
    "a control character": ("id: é\x07\n", """\
        people.yaml:1:6: Y-04 the control character U+0007 stands here
            hint: delete it; it cannot be printed
    """),
    "a second document": ("id: a\n---\nid: b\n", """\
        people.yaml:2:1: Y-04 a second document begins here
            hint: delete the line `---`
    """),
    "deep nesting": ("a: " + "[" * 100_000, """\
        people.yaml:1:19: Y-04 this is nested more than 16 deep
            hint: records are flat lists
    """),
    "a key that is given twice": ("- id: a\n  name: b\n  id: c\n", """\
        people.yaml:3:3: Y-05 “id” is given twice
            hint: the first stands at people.yaml:1:3; keep one of them
    """),
    "anchors and aliases": ("a: &x [1]\nb: [*x, *x]\nc: *y\n", """\
        people.yaml:1:4: Y-06 “&x” stands for a value written elsewhere
            hint: write the value out; text that begins with * or & needs quotation marks
        people.yaml:2:5: Y-06 “*x” stands for a value written elsewhere
            hint: write the value out; text that begins with * or & needs quotation marks
        people.yaml:2:9: Y-06 “*x” stands for a value written elsewhere
            hint: write the value out; text that begins with * or & needs quotation marks
        people.yaml:3:4: Y-06 “*y” stands for a value written elsewhere
            hint: write the value out; text that begins with * or & needs quotation marks
    """),
    "a tag": ("a: !!python/object:os.system x\n", """\
        people.yaml:1:4: Y-07 the value has the tag “tag:yaml.org,2002:python/object:os.system”
            hint: delete it: every value is text
    """),
    "a key that is a list": ("? [a]\n: b\nc: d\n", """\
        people.yaml:1:3: Y-08 this key is no text
            hint: write a word and a colon
    """),
    "nothing": ("# not yet\n", """\
        people.yaml: Y-03 nothing is written here
            hint: write the records, or `[]` for none
    """),
}


@pytest.mark.parametrize(("text", "expected"), BAD.values(), ids=BAD.keys())
def test_what_is_not_a_plain_record_is_told_at_its_place(text: str, expected: str) -> None:
    assert findings(text) == dedent(expected).strip()


def test_a_bomb_of_aliases_stays_small() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30))
    report = Report()

    assert len(scalars(read_yaml(bomb, "a.yaml", report))) == 30 + 1 + 29 * 9
    assert {finding.rule for finding in report.findings} == {"Y-06"}


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufffe\uffff"))
TREES = st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS | st.dictionaries(TEXTS, TEXTS)), min_size=1)


@given(TREES, st.sampled_from([None, 0, 2]))
def test_any_text_comes_back_as_it_was_written_from_where_it_was_written(
    tree: dict[str, object], indent: int | None,
) -> None:
    written = json.dumps(tree, ensure_ascii=False, indent=indent)  # YAML, every text in quotation marks
    report = Report()
    read = read_yaml(written, "a.yaml", report)
    lines = written.split("\n")

    assert plain(read) == tree
    assert report.findings == []
    for leaf in scalars(read):
        there = lines[leaf.place.line - 1][leaf.place.column - 1:]
        assert json.JSONDecoder().raw_decode(there)[0] == leaf.text


@given(st.text())
def test_no_text_raises(text: str) -> None:
    report = Report()

    assert (read_yaml(text, "a.yaml", report) is not None) or report.findings
