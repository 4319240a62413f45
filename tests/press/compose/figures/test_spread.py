"""Labels along an axis do not overlap, keep their order and stand as near to their places as may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.compose.figures.spread import OverfullError, spread

LOW, HIGH = 0.0, 400.0
places = st.floats(-50, 450)
heights = st.floats(5, 30)
wanted = st.lists(st.tuples(places, heights), max_size=13).map(lambda rows: sorted(rows, key=lambda r: r[0]))


def shift(wanted: list[float], found: list[float]) -> float:
    return sum((a - b) ** 2 for a, b in zip(wanted, found, strict=True))


@given(wanted)
def test_labels_neither_overlap_nor_leave_the_axis_nor_change_places(rows: list[tuple[float, float]]) -> None:
    found = spread([want for want, _ in rows], [height for _, height in rows], LOW, HIGH)
    edge = LOW
    for middle, (_, height) in zip(found, rows, strict=True):
        assert middle - height / 2 >= edge - 1e-6
        edge = middle + height / 2
    assert edge <= HIGH + 1e-6


@given(wanted, st.data())
def test_no_other_arrangement_is_nearer_to_the_true_places(
    rows: list[tuple[float, float]], data: st.DataObject,
) -> None:
    wants, tall = [want for want, _ in rows], [height for _, height in rows]
    free = HIGH - LOW - sum(tall)
    spaces = sorted(data.draw(st.floats(0, free)) for _ in rows)
    other, below = [], 0.0
    for space, height in zip(spaces, tall, strict=True):
        other.append(LOW + space + below + height / 2)
        below += height
    assert shift(wants, list(spread(wants, tall, LOW, HIGH))) <= shift(wants, other) + 1e-6


@given(wanted)
def test_labels_with_room_stand_at_their_true_places(rows: list[tuple[float, float]]) -> None:
    apart = [40.0 * at + 20 for at in range(min(len(rows), 10))]
    assert spread(apart, [20.0] * len(apart), LOW, HIGH) == pytest.approx(apart)


def test_two_labels_at_one_place_stand_evenly_about_it() -> None:
    assert spread([100, 100], [10, 10], LOW, HIGH) == pytest.approx((95, 105))


def test_no_labels_take_no_room() -> None:
    assert spread([], [], LOW, HIGH) == ()


def test_more_labels_than_the_axis_holds_are_refused() -> None:
    with pytest.raises(OverfullError, match="the labels need 410 pt and have 400 pt"):
        spread([10.0] * 41, [10.0] * 41, LOW, HIGH)
