"""Lines are filled: none but the last leaves room for the word that begins the next one."""

from itertools import pairwise
from typing import Any

import pytest
import weasyprint
from hypothesis import given, settings
from hypothesis import strategies as st
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from press.layout import hanging_space, texts
from tests.press.layout.paper import FACES, letters, lines, pressed

# All words are of tabular figures, so that every width can be counted in figures and spaces.
FIGURES = FACES + """
@page { size: 500px 2000px; margin: 10px } p { margin: 0; text-align: left } i { font-style: normal }
html { font: 10px/12px Text; font-variant-numeric: lining-nums tabular-nums; font-kerning: none }
.nc, .nm { white-space: nowrap }
"""
Word = tuple[str, tuple[str, ...]]  # as it is written, and the parts that no line break parts


@pytest.fixture(scope="module")
def sizes():
    """The widths of a figure and of a space, in px."""
    page, = pressed("<p><span>0000000000</span> <span>0 0</span>", FIGURES).pages
    ten, _, two = [box.width for line in lines(page) for box in line.descendants()
                   if isinstance(box, boxes.TextBox)]
    return ten / 10, two - ten / 5


def filled(words: list[Word], sizes: tuple[float, float], width: float) -> list[str]:
    """The lines of words when each takes what it can hold."""
    figure, space = sizes
    found: list[list[str]] = []
    used = 0.0
    for _, parts in words:
        needed = sum(map(len, parts)) * figure + (len(parts) - 1) * space
        if found and used + space + needed <= width + 1e-6:
            found[-1] += parts
            used += space + needed
        else:
            found.append([*parts])
            used = needed
    return [" ".join(line) for line in found]


def set_in(words: list[Word], widths: list[float]) -> list[list[str]]:
    """The lines of words as the engine sets them, width by width."""
    text = " ".join(written for written, _ in words)
    document = pressed("".join(f'<p style="width: {width}px">{text}</p>' for width in widths), FIGURES)
    found: dict[Any, list[str]] = {}
    for page in document.pages:
        for line in lines(page):
            found.setdefault(line.element, []).append(letters(line).replace("\u2060", "").strip())
    return list(found.values())


figures = st.integers(1, 9).map(lambda length: "1234567890"[-length:])
several = st.lists(figures, min_size=1, max_size=3).map(tuple)


def alone(form: str) -> st.SearchStrategy[list[Word]]:
    """One word in inline elements."""
    return figures.map(lambda word: [(form.format(word), (word,))])


def between(start: str, end: str) -> st.SearchStrategy[list[Word]]:
    """Several words in an inline element, where lines may break."""
    return several.map(lambda words: [
        ((start if at == 0 else "") + word + (end if at == len(words) - 1 else ""), (word,))
        for at, word in enumerate(words)])


text_words = alone("{}")
inline_words = st.one_of(
    between("<i>", "</i>"), between('<a href="xref:z">', "</a>"), between("<i><a href='xref:z'>", "</a></i>"),
    between("<i>", " </i>"), alone("<span id='m'>{}</span>"), alone("{}<span id='m'></span>"),
    figures.map(lambda word: [(f"1<i>{word}</i>2", (f"1{word}2",))]),
    several.map(lambda words: [(f'<span class="nm">{" ".join(words)}</span>', words)]),
    figures.map(lambda word: [(f'{word}<span class="nc">\u2060<a class="call">7</a></span>', (f"{word}7",))]),
)
running = st.lists(st.one_of(text_words, text_words, inline_words), min_size=8, max_size=30).map(
    lambda groups: [word for group in groups for word in group])
widths_px = st.lists(st.floats(60, 300).map(lambda width: round(width, 2)), min_size=6, max_size=6)
COSTLY = settings(max_examples=25, deadline=None, derandomize=True)


@COSTLY
@given(running, widths_px)
def test_every_line_takes_all_that_it_can_hold(sizes, words, widths):
    assert set_in(words, widths) == [filled(words, sizes, width) for width in widths]


SHORT: list[Word] = [
    ("1234", ("1234",)), ("56789", ("56789",)), ('<span class="nm">12 3</span>', ("12", "3")),
    ("45", ("45",)), ("<i>678</i>", ("678",)), ("9", ("9",))]


def test_a_text_before_a_word_in_another_element_keeps_its_line_at_every_width(sizes):
    widths = [40 + at / 2 for at in range(120)]

    assert set_in(SHORT, widths) == [filled(SHORT, sizes, width) for width in widths]


def test_the_engine_alone_leaves_a_word_alone_on_its_line(sizes, monkeypatch):
    monkeypatch.setattr(inline, "split_text_box", texts._split_text_box)
    figure, space = sizes
    just = 9 * figure + space + space / 2  # “1234 56789” fits, and half the space after it
    by_us, = set_in(SHORT, [just])
    monkeypatch.setattr(hanging_space, "split_first_line", hanging_space._split_first_line)
    by_the_engine, = set_in(SHORT, [just])

    assert by_us[0] == "1234 56789"
    assert by_the_engine[0] == "1234"


@settings(COSTLY, max_examples=5)
@given(running, st.lists(st.integers(200, 300), min_size=4, max_size=4, unique=True))
def test_justified_lines_fill_the_measure(words, widths):
    text = " ".join(written for written, _ in words)
    document = pressed("".join(
        f'<p style="text-align: justify; width: {width}px" id="p{width}">{text}</p>'
        for width in widths), FIGURES)
    for page in document.pages:
        for line, after in pairwise(lines(page)):
            if after.element is line.element and " " in letters(line).strip():
                end = max(box.position_x + box.width for box in line.descendants()
                          if isinstance(box, boxes.TextBox))
                assert end - line.position_x == pytest.approx(int(line.element.get("id")[1:]), abs=0.05)


def test_the_wrapper_is_put_in_place_under_its_own_version_only(monkeypatch):
    stock = object()
    monkeypatch.setattr(inline, "split_first_line", stock)
    monkeypatch.setattr(weasyprint, "__version__", "71.0")

    assert hanging_space.install() is False
    assert inline.split_first_line is stock

    monkeypatch.setattr(weasyprint, "__version__", hanging_space.ENGINE)
    assert hanging_space.install() is True
    assert inline.split_first_line is hanging_space.split_first_line
