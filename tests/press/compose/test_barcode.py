"""Barcode: the bars of an ISBN, read back as a till reads them."""

import re

import pytest

from press.compose.barcode import drawing, modules
from press.prove.bars import read_bars
from press.prove.painted import Box

ISBNS = ["978-0-306-40615-7", "978-3-16-148410-0", "979-10-90636-07-1", "978-1-86197-876-9", "978-0-00-000000-2"]


def bars(code: str, module: float = 0.9) -> list[Box]:
    return [(found.start() * module, 0, found.end() * module, 60) for found in re.finditer("1+", code)]


def test_a_code_is_written_as_the_standard_tells():
    code = modules("9780306406157")

    assert len(code) == 95
    assert code.startswith("101" + "0111011" + "0001001" + "0100111")  # 7 odd, 8 even, 0 even
    assert code[45:50] == "01010"
    assert code.endswith("1000100" + "101")  # 7 in the right half


@pytest.mark.parametrize("isbn", ISBNS)
def test_a_code_says_its_isbn(isbn):
    assert read_bars(bars(modules(isbn))) == isbn.replace("-", "")


@pytest.mark.parametrize("first", range(10))
def test_each_first_figure_is_told_by_the_order_of_the_next_six(first):
    code = f"{first}123456789012"[:13]

    assert read_bars(bars(modules(code))) == code


def test_a_code_with_a_bar_more_or_less_says_nothing():
    whole = bars(modules(ISBNS[0]))

    assert read_bars(whole[1:]) == read_bars([*whole, (90, 0, 91, 60)]) == read_bars([]) == ""


def test_a_code_one_of_whose_bars_is_too_wide_says_nothing():
    code = modules(ISBNS[0])

    assert read_bars(bars(code.replace("1010", "1110", 1))) == ""


def test_the_bars_stand_as_wide_as_the_standard_asks_with_their_figures():
    svg = str(drawing(ISBNS[0]))
    edges = [(float(x), float(width)) for x, width in re.findall(r'<rect x="([\d.]+)" y="0" width="([\d.]+)"', svg)]

    assert len(edges) == 30
    assert edges[-1][0] + edges[-1][1] - edges[0][0] == pytest.approx(31.35 / 25.4 * 72, abs=0.01)
    assert edges[0][0] == pytest.approx(11 * 0.33 / 25.4 * 72, abs=0.01)
    assert "".join(re.findall(r">(\d)</text>", svg)) == "9780306406157"
