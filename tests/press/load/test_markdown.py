"""An editor's Markdown becomes a tree: nothing of it is lost, and everything keeps its place."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.findings import Report
from press.load import converter
from press.load.copies import Script, fair_copy
from press.load.markdown import read_markdown

CITED = '<note><cites><cite-one key="a" prefix="" locator="" suffix="" /></cites></note>'
PNG = bytes.fromhex(  # two black dots by two
    "89504e470d0a1a0a0000000d49484452000000020000000201000000005acd3089"
    "0000000c4944415478da63606060000000040001c8eaebf90000000049454e44ae426082")
SPOT = re.compile(r' (?:line|place)="[^"]*"')


def tree(text: str, line: int = 1) -> Element:
    """The tree of a text that has no mistake."""
    report = Report()
    root = read_markdown(text, "a.md", line, report)
    assert list(map(str, report.findings)) == []
    return root


def seen(text: str) -> str:
    """The tree as it is read, without lines and places."""
    written = SPOT.sub("", ElementTree.tostring(tree(text), encoding="unicode"))
    return re.sub(r"\n+(?=<|$)|(?<=>)\n+", "", written).removeprefix("<section>").removesuffix("</section>")


def findings(text: str, folder: Path | None = None) -> list[str]:
    report = Report()
    if folder:
        fair_copy(Script(text, "a.md", 1, "a"), folder, report)
    else:
        read_markdown(text, "a.md", 1, report)
    return list(map(str, report.sorted()))


def places(root: Element, *tags: str) -> list[str]:
    return [f"{element.tag} {element.get('place', '').removeprefix('a.md:')}"
            for element in root.iter() if element.tag in tags]


@pytest.mark.parametrize(("text", "read"), [
    ("Said.[@a, p. 6]", f"<p>Said.{CITED}</p>".replace('locator=""', 'locator="p. 6"')),
    ("Said.^[So *he*: [@a].]", f"<p>Said.<note>So <em>he</em>: {CITED[6:-7]}.</note></p>"),
    ("A [word]{lang=az}.", '<p>A <span lang="az">word</span>.</p>'),
    ("*A [word]{lang=az}*", '<p><em>A <span lang="az">word</span></em></p>'),
    ("See [page ##](#par-1.2).", '<p>See <a href="#par-1.2">page ##</a>.</p>'),
    ("See [there](https://example.org/a&b).", '<p>See <a href="https://example.org/a&amp;b">there</a>.</p>'),
    ('§4.12a *Words*.\n{: claims="c1 c2" ix="A!b; @c" }',
     '<p claims="c1 c2" ix="A!b; @c" n="4.12a" id="par-4.12a"><em>Words</em>.</p>'),
    ("  §4.12 Words.", '<p n="4.12" id="par-4.12">Words.</p>'),
    ("## A *head*[@a] {#the-head}", f'<h2 id="the-head">A <em>head</em>{CITED}</h2>'),
    ("### Another", "<h3>Another</h3>"),
    ('[[table: bodies-counted]]\n{: #tab caption="Bodies" class=wide }',
     '<view id="tab" caption="Bodies" class="wide" kind="table" name="bodies-counted" />'),
    ("[[ figure : timeline ]]", '<view kind="figure" name="timeline" />'),
    ("> One\n> two[@a]", f"<blockquote><p>One\ntwo{CITED}</p></blockquote>"),
    (">One", "<blockquote><p>One</p></blockquote>"),
    ("- One\n- two\n\n1. Three", "<ul><li>One</li><li>two</li></ul><ol><li>Three</li></ol>"),
    ("- One\n\n    Two\n\n- three", "<ul><li><p>One</p><p>Two</p></li><li><p>three</p></li></ul>"),
    ("| a | b |\n|---|---|\n| *c* | d |",
     ("<table><thead><tr><th> a</th><th>b</th></tr></thead>"
      "<tbody><tr><td><em>c</em></td><td>d</td></tr></tbody></table>")),
    ("One\n\n* * *\n\nTwo", "<p>One</p><hr /><p>Two</p>"),
])
def test_markdown_is_read_with_the_marks_of_the_house(text: str, read: str) -> None:
    assert seen(text) == read


@pytest.mark.parametrize("text", [
    "<b>bold</b>, <script>", "&copy; &amp; &nosuch; &#65;", "AT&T < 3 > 2", "<!-- a remark -->", r"a \< b"])
def test_html_prints_as_it_is_typed(text: str) -> None:
    paragraph, = tree(text)

    assert "".join(paragraph.itertext()) == text.replace("\\", "")
    assert list(paragraph) == []


def test_a_sign_after_a_backslash_prints_alone() -> None:
    paragraph, = tree(r"\@a \[b\] \^\[c\] \*d\*")

    assert "".join(paragraph.itertext()) == "@a [b] ^[c] *d*"


def test_every_mark_keeps_its_line_and_column() -> None:
    root = tree(
        "## A head\n\n§1.1 Said[@a; see @b]\nand *so [w]{lang=az}*^[A note, @c\nand [@d].]\n{: ix=Rain }\n\n"
        "- One\n- two [three](#x)\n  {: ix=Snow }\n\n| a |\n|---|\n| b[@e] |\n\n> [@f]", line=11)

    assert places(root, "h2", "note", "cites", "cite-one", "span", "a") == [
        "h2 11:1", "note 13:11", "cites 13:11", "cite-one 13:11", "cite-one 13:19", "span 14:13",
        "note 14:22", "cites 14:32", "cite-one 14:32",
        "cites 15:6", "cite-one 15:6", "a 19:7", "note 24:5", "cites 24:5",
        "cite-one 24:5", "note 26:4", "cites 26:4", "cite-one 26:4"]
    assert places(root, "p", "ul", "li", "table", "blockquote") == [
        "p 16:3", "ul 18:1", "li ", "li 20:5", "table 22:1", "blockquote 26:1", "p "]
    assert [element.get("line") for element in root.iter() if element.get("line")] == [
        "11", "13", "18", "19", "22", "26"]


def test_a_wrapped_paragraph_stands_on_its_first_line() -> None:
    paragraph, = tree("It happened in\n1992. And then\n- so they say -\nit ended.")

    assert paragraph.get("line") == "1"


def test_a_note_may_go_on_over_lines_that_look_like_headings() -> None:
    root = tree("Said^[one\n# two\n- three\n===\nfour] so.")

    assert ["".join(note.itertext()) for note in root.iter("note")] == ["one # two - three === four"]
    assert [block.tag for block in root] == ["p"]


@pytest.mark.parametrize(("text", "found"), [
    ("One ^[two ^[three] four].", "a.md:1:11: M-06 a note stands inside a note"),
    ("*One [two* three]{lang=az}", "a.md:1:19: M-05 the span ends inside other markup"),
    ("One^[ ].", "a.md:1:4: M-12 the note has no words"),
    ("One.\n\n{: ix=Rain }", "a.md:3:3: M-08 these attributes belong to no block"),
    ("One.\n{: clams=c1 }", "a.md:2:4: M-04 there is no attribute “clams”"),
    ("[[figur: timeline]]", "a.md:1:1: M-07 “[[figur: timeline]]” asks for nothing that the press makes"),
    ("[[figure]]", "a.md:1:1: M-07 “[[figure]]” asks for nothing that the press makes"),
    ("One\n[[figure: it]]\ntwo.", "a.md:1:1: M-07 “[[figure: it]]” asks for nothing that the press makes"),
    ("[[figure: timeline]][@a]", "a.md:1:1: M-07 “[[figure: timeline]]” stands in the text"),
    ("§4.12. Words.", "a.md:1:1: N-03 “§4.12.” is no number of a paragraph"),
    ("§4.x Words.", "a.md:1:1: N-03 “§4.x” is no number of a paragraph"),
    ("One[@a; ]", "a.md:1:8: C-03 a semicolon has no citation on one side"),
    ("- " * 2000 + "one", "a.md:1: M-02 lists, extracts or emphasis stand too deep to be read"),
    ("_word __**_\\\\", "a.md:1: M-02 signs of emphasis are so entangled that the text cannot be read"),
])
def test_a_mistake_is_told_at_its_place_with_a_hint(text: str, found: str) -> None:
    told = [finding.split("\n    hint: ") for finding in findings(text)]

    assert [finding[0] for finding in told] == [found]
    assert all(len(finding) == 2 and finding[1] for finding in told)


def test_the_words_of_a_note_within_a_note_are_kept() -> None:
    root = read_markdown("One ^[two ^[three [@a]] four].", "a.md", 1, Report())

    assert ["".join(note.itertext()) for note in root.iter("note")] == ["two three  four"]
    assert [one.get("key") for one in root.iter("cite-one")] == ["a"]


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """A content folder with two pictures."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/bridge.png").write_bytes(PNG)
    (tmp_path / "plans/noise.png").write_bytes(b"no picture")
    (tmp_path / "plans/seal.jpg").write_bytes(PNG)
    (tmp_path / "plans/torn.svg").write_bytes(b"<svg>")
    (tmp_path / "seal.SVG").write_bytes(b"<svg/>")
    return tmp_path


def test_a_picture_is_held_in_the_tree(album: Path) -> None:
    report = Report()
    text = "![The bridge](plans/bridge.png)\n\n![A seal](seal.SVG)"
    root = fair_copy(Script(text, "a.md", 1, "a"), album, report).tree

    assert report.findings == []
    assert [(picture.get("alt"), picture.get("src")) for picture in root.iter("img")] == [
        ("The bridge", f"data:image/png;base64,{b64encode(PNG).decode()}"),
        ("A seal", "data:image/svg+xml;base64,PHN2Zy8+")]


def test_a_file_that_is_no_picture_is_told(album: Path) -> None:
    text = "![a](plans/noise.png) ![b](plans/seal.jpg) ![c](plans/torn.svg)"

    assert findings(text, album) == [
        f"a.md:1:{column}: I-03 “plans/{name}” cannot be read as a picture\n"
        "    hint: save it anew as what its name says"
        for column, name in ((1, "noise.png"), (23, "seal.jpg"), (44, "torn.svg"))]


def test_a_picture_that_cannot_be_printed_is_told_at_its_place(album: Path) -> None:
    (album / "folder.png").mkdir()
    text = ("Words\nand ![](plans/bridge.png).\n\n- ![A bridge](plans/brige.png)\n- ![A seal](seal.gif)\n"
            "- ![A folder](folder.png) and ![far](https://example.org/a.png)")
    told = [finding.split("\n    hint: ") for finding in findings(text, album)]

    assert [finding for finding, _ in told] == [
        "a.md:2:5: I-02 the picture “plans/bridge.png” has no words for those who do not see it",
        "a.md:4:3: I-01 the picture “plans/brige.png” is not there",
        "a.md:5:3: I-03 “seal.gif” is no picture that can be printed",
        "a.md:6:3: I-01 the picture “folder.png” is not there",
        "a.md:6:31: I-01 the picture “https://example.org/a.png” is not there",
    ]
    assert [hint for _, hint in told] == [
        "write them between the brackets: ![what it shows](file)", "did you mean “plans/bridge.png”?",
        "use .png, .jpg, .jpeg, .svg", *2 * ["pictures are named from the content folder"]]


SIGNS = st.sampled_from([
    "[", "]", "^[", "[[", "]]", "{", "}", "{:", "(", ")", "(#", "@", "@a", "; ", "\\", "*", "**", "_", "`",
    "``", "<", ">", "&", "&amp;", "&nosuch;", "#", "## ", "- ", "1. ", "+ ", "> ", "|", "| --- | --- |", "\n",
    "\n\n", "    ", "\t", "===", "---", "* * *", "§4.12 ", "§4", "![", "](", "http://", "<http://", " ",
    "  \n", '="', '"', "ix=", "#id", ".class", "\u00ad", "\u2028", "\x85", "\x00", "\x02", "\x03", "\ue000",
    "\ue001", "\ue000n0\ue001", "\ufffe", "klzzwxh:0", "<!--", "-->", "</", "[[table: x]]", "[[figure:", ": ",
    "^", "\r"])
WORD = re.compile("w[a-j]+w")
words = st.integers(0, 10**6).map(lambda n: f"w{''.join(chr(ord('a') + int(digit)) for digit in str(n))}w")
texts = st.lists(words | SIGNS | st.text(max_size=4), max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(texts)
def test_no_text_stops_the_press_and_no_word_of_it_is_lost(text: str) -> None:
    report = Report()
    root = read_markdown(text, "a.md", 1, report)
    kept = Counter(word for piece in pieces(root) for word in WORD.findall(piece))

    assert all(finding.hint and finding.place.line for finding in report.findings)
    if not {finding.rule for finding in report.findings} & {"M-03", "M-11"}:  # these drop what they tell of
        assert Counter(WORD.findall(text)) - kept == Counter()


def pieces(root: Element) -> Iterator[str]:
    """Every text of a tree, and every value of an attribute."""
    for element in root.iter():
        yield element.text or ""
        yield element.tail or ""
        yield from element.attrib.values()


PIECES = ("word | *|**|a\nb|=|---|1. |    |_|__|`|\\\\|\\*|[a](b)|![a](b)|<|<https://e.org>|&amp;|&|  \n|\n|\n\n|- |"
          "| # |!|>|(|]|]: x|^[a note]|[@a, p. 6]|[c]{lang=az}")
MARKED = st.lists(st.sampled_from(PIECES.split("|")), max_size=12).map("".join)


@given(MARKED)
@settings(max_examples=400)
def test_a_text_reads_as_if_every_mark_of_markdown_had_been_looked_for_everywhere(text: str) -> None:
    told, told_before = Report(), Report()
    root = read_markdown(text, "a.md", 1, told)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(converter, "TELLING", re.compile(""))
        patch.setattr(converter, "WORDS", re.compile("(?!)"))
        patch.setattr(converter, "IN_LINE", dict.fromkeys(converter.IN_LINE, ""))
        before = read_markdown(text, "a.md", 1, told_before)

    assert ElementTree.tostring(root) == ElementTree.tostring(before)
    assert told.findings == told_before.findings


def test_every_mark_of_markdown_within_a_line_is_known_in_its_order() -> None:
    patterns = converter.converter().inlinePatterns

    assert [patterns[name] for name in converter.IN_LINE] == list(patterns)


def test_after_a_text_that_was_too_deep_to_be_read_the_next_one_is_read() -> None:
    assert len(findings("- " * 2000 + "one")) == 1
    assert seen("A *word*.\n") == "<p>A <em>word</em>.</p>"
