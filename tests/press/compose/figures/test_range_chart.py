"""The range chart: one scale from nought, a shape a kind, every value in print."""

import logging
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weasyprint import HTML

from press.compose.figures.range_chart import Bar, Kind, Panel, range_chart, range_description
from press.compose.figures.scale import scale
from press.model.dates import UncertainDate
from tests.press.compose.figures.seen import clashes, colours, lettering, marks, root

STYLES = Path(__file__).parents[4] / "styles" / "fonts.css"
WIDTH = 300.5
MARCH = UncertainDate.parse("1992-03-05")

sizes = st.integers(0, 3000) | st.integers(0, 3_000_000)
rows = st.tuples(sizes, st.none() | sizes, st.sampled_from(Kind))


def bar(low: int, high: int | None, kind: Kind, who: str = "A reporter") -> Bar:
    return Bar(who, MARCH, low, high, kind)


PANELS = (
    Panel("Bodies counted", (
        bar(31, 31, Kind.COUNT), bar(181, 181, Kind.COUNT, "Forensic examination, by report"),
    )),
    Panel("Totals", (
        bar(1000, 1000, Kind.STATEMENT), bar(1000, None, Kind.STATEMENT), bar(1324, 1324, Kind.STATEMENT),
        bar(485, 485, Kind.OFFICIAL), bar(161, None, Kind.FLOOR), bar(200, 1000, Kind.RANGE),
        Bar("*Time*", None, 40, 900, Kind.RANGE),
    )),
)


def chart(*bars: Bar) -> str:
    return range_chart((Panel("Totals", bars),), WIDTH)


def test_a_value_stands_at_its_place_on_one_scale_from_nought() -> None:
    found = scale(100, 240, 1324)
    assert (found.x(0), found.x(700), found.x(1400)) == (100, 170, 240)
    svg = chart(bar(500, 500, Kind.COUNT), bar(1000, 1000, Kind.COUNT), bar(1400, 1400, Kind.COUNT))
    first, second, third = (float(disc.get("cx", "")) for disc in marks(svg, "circle")[:3])
    nought = next(float(line.get("x1", "")) for line in marks(svg, "line"))
    assert (second - nought) / (first - nought) == pytest.approx(2, abs=0.01)
    assert (third - nought) / (first - nought) == pytest.approx(2.8, abs=0.01)


@pytest.mark.parametrize(("greatest", "step", "most", "figures"), [
    (1324, 100, 1400, [0, 500, 1000]),
    (613, 50, 650, [0, 250, 500]),
    (31, 5, 35, [0, 25]),
    (10, 1, 10, [0, 5, 10]),
    (0, 1, 1, [0]),
    (48_000, 5000, 50_000, [0, 25_000, 50_000]),
])
def test_the_scale_has_as_many_ticks_as_can_be_read(
    greatest: int, step: int, most: int, figures: list[int],
) -> None:
    found = scale(0, 100, greatest)
    assert (found.step, found.most, list(found.figures)) == (step, most, figures)


def test_uprights_stand_at_five_hundred_and_a_thousand_only() -> None:
    svg = range_chart(PANELS, WIDTH)
    dotted = {line.get("x1") for line in marks(svg, "line") if line.get("stroke-dasharray")}
    figures = {letters.words for letters in lettering(svg)}
    assert len(dotted) == 2
    assert {"0", "500", "1,000"} <= figures


def test_an_upright_breaks_off_where_lettering_meets_it() -> None:
    svg = range_chart(PANELS, WIDTH)
    for upright in (line for line in marks(svg, "line") if line.get("stroke-dasharray")):
        x, top, bottom = (float(upright.get(name, "")) for name in ("x1", "y1", "y2"))
        for letters in lettering(svg):
            covered = letters.left < x < letters.right and top < letters.y - 2.4 < bottom
            assert not covered, letters.words


@pytest.mark.parametrize(("kind", "name", "fill"), [
    (Kind.COUNT, "circle", None), (Kind.STATEMENT, "circle", "none"), (Kind.OFFICIAL, "rect", None),
])
def test_a_kind_has_a_shape_in_the_row_and_in_the_legend(kind: Kind, name: str, fill: str | None) -> None:
    shapes = marks(chart(bar(485, 485, kind)), name)
    assert [shape.get("fill") for shape in shapes] == [fill, fill]


def test_a_figure_that_may_be_exceeded_ends_in_an_arrow() -> None:
    assert len(marks(chart(bar(161, None, Kind.FLOOR)), "path")) == 2  # one in the legend
    assert len(marks(chart(bar(1000, None, Kind.STATEMENT)), "path")) == 1
    assert marks(chart(bar(161, 613, Kind.RANGE)), "path") == []


@pytest.mark.parametrize(("low", "high", "kind", "values"), [
    (31, 31, Kind.COUNT, ["31"]),
    (200, 1000, Kind.RANGE, ["200", "1,000"]),
    (10, 1000, Kind.RANGE, ["10–1,000"]),
    (400, None, Kind.FLOOR, ["400"]),
    (10, None, Kind.FLOOR, ["10"]),
])
def test_every_value_is_printed_at_its_mark(
    low: int, high: int | None, kind: Kind, values: list[str],
) -> None:
    svg = range_chart((Panel("", (bar(low, high, kind), bar(1399, 1399, Kind.COUNT))),), WIDTH)
    row = next(letters.y for letters in lettering(svg) if letters.words == "Mar. 1992")
    printed = [letters.words for letters in lettering(svg) if letters.y == row]
    assert sorted(printed[2:]) == sorted(values)


def test_the_legend_names_the_kinds_that_occur_and_no_others() -> None:
    svg = chart(bar(485, 485, Kind.OFFICIAL), bar(9, None, Kind.FLOOR))
    named = {letters.words for letters in lettering(svg)}
    assert named & {kind.value for kind in Kind} == {"official total", "floor"}


def test_a_long_name_is_broken_and_its_row_is_higher() -> None:
    charts = [chart(bar(5, 5, Kind.COUNT, who)) for who in ("A name", "A long name of somebody or other")]
    heights = [float(root(svg).get("height", "").removesuffix("pt")) for svg in charts]
    assert heights[1] - heights[0] == 8.75


def test_a_figure_without_a_date_says_so() -> None:
    words = {letters.words for letters in lettering(range_chart(PANELS, WIDTH))}
    assert {"n.d.", "Time"} <= words


def test_nothing_overlaps_or_leaves_the_chart() -> None:
    letters = lettering(range_chart(PANELS, WIDTH))
    assert clashes(letters) == []
    assert all(letter.left >= 0 and letter.right <= WIDTH for letter in letters)


@settings(max_examples=25)
@given(st.lists(rows, min_size=1))
def test_values_of_any_size_stay_within_the_chart(rows: list[tuple[int, int | None, Kind]]) -> None:
    bars = [bar(low, None if more is None else low + more, kind) for low, more, kind in rows]
    letters = lettering(chart(*bars))
    assert clashes(letters) == []
    assert all(letter.left >= 0 and letter.right <= WIDTH for letter in letters)


def test_the_words_carry_every_row() -> None:
    assert range_description(PANELS) == (
        "Bodies counted: A reporter, 5 March 1992, 31 (count); "
        "Forensic examination, by report, 5 March 1992, 181 (count). "
        "Totals: A reporter, 5 March 1992, 1,000 (statement); "
        "A reporter, 5 March 1992, at least 1,000 (statement); "
        "A reporter, 5 March 1992, 1,324 (statement); A reporter, 5 March 1992, 485 (official total); "
        "A reporter, 5 March 1992, at least 161 (floor); "
        "A reporter, 5 March 1992, 200 to 1,000 (estimated range); "
        "Time, no date, 40 to 900 (estimated range)."
    )


def test_the_chart_has_a_title_and_a_description_one_black_and_no_ids() -> None:
    svg = range_chart(PANELS, WIDTH)
    assert (root(svg)[0].text, root(svg)[1].text) == (
        "Published figures on one scale from 0", range_description(PANELS))
    assert colours(svg) == {"#000", "none"}
    assert all(element.get("id") is None for element in root(svg).iter())
    assert svg == range_chart(PANELS, WIDTH)


def test_the_engine_lays_it_out_without_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    svg = range_chart(PANELS, WIDTH)
    page = f'<html lang="en"><link rel="stylesheet" href="{STYLES.as_uri()}">{svg}</html>'
    with caplog.at_level(logging.WARNING):
        HTML(string=page).write_pdf(tmp_path / "page.pdf")
    assert caplog.messages == []
