"""Lines are cut at the frame and broken off at lettering, and nothing of them is lost or made up."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.compose.figures.clipping import FINEST, Box, Line, length_within, thinned, within, without

BOX = Box(10, 10, 30, 20)
numbers = st.integers(-40, 80).map(lambda tenths: tenths / 2)
lines = st.lists(st.tuples(numbers, numbers), min_size=2, max_size=8)


def long(line: list[tuple[float, float]] | Line) -> float:
    return sum(math.dist(*step) for step in pairwise(line))


def test_a_line_is_cut_where_it_crosses_the_frame() -> None:
    assert list(within([(0, 15), (40, 15), (40, 12), (20, 12)], BOX)) == [
        ((10, 15), (30, 15)), ((30, 12), (20, 12))]
    assert list(within([(0, 0), (5, 5)], BOX)) == []


def test_a_line_is_broken_off_at_a_word_and_goes_on_after_it() -> None:
    assert list(without([(0, 15), (40, 15)], [BOX])) == [((0, 15), (10, 15)), ((30, 15), (40, 15))]
    assert list(without([(12, 12), (13, 13)], [BOX])) == []


@given(lines)
def test_what_is_inside_and_what_is_outside_make_the_whole(line: list[tuple[float, float]]) -> None:
    inside, outside = list(within(line, BOX)), list(without(line, [BOX]))

    assert sum(map(long, inside)) + sum(map(long, outside)) == pytest.approx(long(line), abs=1e-6)
    assert length_within(line, BOX) == pytest.approx(sum(map(long, inside)))


@given(lines)
def test_a_line_within_the_frame_never_leaves_it(line: list[tuple[float, float]]) -> None:
    wide = BOX.wider(1e-9)

    assert all(wide.holds(Box(*spot, *spot)) for part in within(line, BOX) for spot in part)


@given(lines)
def test_thinning_keeps_the_ends_and_moves_nothing_that_is_seen(line: list[tuple[float, float]]) -> None:
    thin = thinned(line)

    assert (thin[0], thin[-1]) == (line[0], line[-1])
    assert all(math.dist(*step) >= FINEST for step in pairwise(thin[:-1]))
    assert all(min(math.dist(spot, kept) for kept in thin) < FINEST for spot in line)


def test_rectangles_meet_when_they_overlap_and_not_when_they_touch() -> None:
    assert BOX.meets(Box(29, 19, 40, 40))
    assert not BOX.meets(Box(30, 10, 40, 20))
