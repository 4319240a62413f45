"""The year chart: a mark a thing, a shape a sort, every year on one even scale."""

import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weasyprint import HTML

from press.compose.figures.year_chart import counted, year_chart, year_description
from tests.press.compose.figures.seen import clashes, colours, lettering, marks
from tests.press.compose.figures.test_range_chart import STYLES

WIDTH = 300.5
SORTS = ["parliament", "committee", "body", "state", "governor", "remarks"]
THINGS = [(1994, "parliament"), (2013, "state"), (2013, "state"), (2013, "parliament"), (2010, "remarks"),
          (2016, "governor"), (2012, "committee"), (2011, "body")]


def chart(things=THINGS) -> str:
    return year_chart(counted(things), SORTS, "Acts by year", WIDTH)


def test_every_year_from_the_first_to_the_last_has_its_place():
    found = counted([(1994, "state"), (1997, "state")])

    assert list(found) == [1994, 1995, 1996, 1997]
    assert [year.total() for year in found.values()] == [1, 0, 0, 1]


def test_years_stand_evenly_and_a_mark_above_its_year():
    svg = chart([(2000, "parliament"), (2001, "parliament"), (2003, "parliament")])
    places = [float(disc.get("cx", "")) for disc in marks(svg, "circle")[:3]]

    assert places == pytest.approx([WIDTH / 8, WIDTH * 3 / 8, WIDTH * 7 / 8], abs=0.01)
    years = {label.words: (label.left + label.right) / 2 for label in lettering(svg) if label.words in ("00", "03")}
    assert years == pytest.approx({"00": places[0], "03": places[2]}, abs=0.01)


def test_the_marks_of_a_year_stand_on_each_other_with_their_number_above():
    svg = chart([(2013, "parliament")] * 3)
    heights = sorted(float(disc.get("cy", "")) for disc in marks(svg, "circle")[:3])
    number = next(label for label in lettering(svg) if label.words == "3")

    assert len(set(heights)) == 3
    assert number.y < heights[0]


def test_each_sort_has_a_shape_of_its_own():
    svg = chart([(2000, sort) for sort in SORTS])
    filled = [circle for circle in marks(svg, "circle") if circle.get("fill") != "none"]
    open_ones = [circle for circle in marks(svg, "circle") if circle.get("fill") == "none"]
    squares = marks(svg, "rect")

    # each once in the stack and once in the legend
    assert (len(filled), len(open_ones), len(squares), len(marks(svg, "path"))) == (2, 2, 4, 2)
    assert [square.get("fill") for square in squares].count("none") == 2


def test_the_legend_names_only_the_sorts_that_occur():
    words = [label.words for label in lettering(chart([(2000, "state"), (2001, "governor")]))]

    assert [word for word in words if word in SORTS] == ["state", "governor"]


def test_there_is_no_colour_and_no_tint():
    assert colours(chart()) == {"#000", "none"}


def test_its_words_give_every_number():
    assert year_description(counted([(2013, "state"), (2013, "state"), (2013, "parliament"), (2015, "body")]),
                            SORTS) == (
        "2013: 3 (1 parliament, 2 state); 2015: 1 (1 body). No other year from 2013 to 2015 has any.")


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(1800, 2050), st.sampled_from(SORTS)), min_size=1, max_size=40))
def test_nothing_leaves_the_drawing_and_no_label_meets_another_whatever_the_years(things):
    years = [year for year, _ in things]
    if max(years) - min(years) > 60:  # beyond that numbers of neighbouring years have no room
        things = [(1990 + year % 60, sort) for year, sort in things]
    letters = lettering(chart(things))

    assert all(letter.left >= -0.01 and letter.right <= WIDTH + 0.01 for letter in letters)
    assert clashes(letters) == []


def test_the_engine_draws_it_without_a_word(caplog):
    with caplog.at_level(logging.WARNING, "weasyprint"):
        HTML(string=chart()).write_pdf(stylesheets=[str(STYLES)])

    assert caplog.messages == []
