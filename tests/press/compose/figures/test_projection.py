"""The projection keeps angles, is true to scale on two parallels, and can be taken back."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from press.compose.figures.projection import RADIUS_KM, Conic, Sheet, conic, sheet

Extent = tuple[float, float, float, float]


@st.composite
def extents(draw: st.DrawFn) -> Extent:
    """Parts of the globe of the size of a country or a region, on either side of the equator."""
    south, west = draw(st.floats(-70, 60)), draw(st.floats(-170, 150))
    height, width = draw(st.floats(1.5, 12)), draw(st.floats(1.5, 20))
    assume(abs(south + height / 2) > 3)
    return west, south, west + width, south + height


@st.composite
def spots(draw: st.DrawFn) -> tuple[Extent, float, float]:
    """An extent and a spot in it."""
    west, south, east, north = draw(extents())
    return ((west, south, east, north),
            south + (north - south) * draw(st.floats(0, 1)), west + (east - west) * draw(st.floats(0, 1)))


def moved(shown: Conic, lat: float, lon: float, north: float, east: float) -> tuple[float, float]:
    """Where a small step on the globe leads on the sheet, as a step."""
    x, y = shown.forward(lat, lon)
    further = shown.forward(lat + north, lon + east)
    return further[0] - x, further[1] - y


@given(spots())
def test_a_spot_comes_back_from_the_sheet(spot: tuple[Extent, float, float]) -> None:
    extent, lat, lon = spot
    shown = conic(*extent)

    assert shown.inverse(*shown.forward(lat, lon)) == pytest.approx((lat, lon), abs=1e-7)


@given(spots())
def test_angles_are_kept(spot: tuple[Extent, float, float]) -> None:
    """A step north and a step east of one length stay of one length, and at a right angle."""
    extent, lat, lon = spot
    shown, step = conic(*extent), 1e-4
    north = moved(shown, lat, lon, step, 0)
    east = moved(shown, lat, lon, 0, step / math.cos(math.radians(lat)))

    assert math.hypot(*north) == pytest.approx(math.hypot(*east), rel=1e-4)
    assert abs(north[0] * east[0] + north[1] * east[1]) < 1e-4 * math.hypot(*north) * math.hypot(*east)
    assert north[0] * east[1] - north[1] * east[0] < 0  # east is to the right of north


@given(spots())
def test_the_scale_told_is_the_scale_drawn(spot: tuple[Extent, float, float]) -> None:
    extent, lat, lon = spot
    shown, step = conic(*extent), 1e-4
    drawn = math.hypot(*moved(shown, lat, lon, step, 0))

    assert drawn / (math.radians(step) * RADIUS_KM) == pytest.approx(shown.scale(lat), rel=1e-4)


@given(extents())
def test_distances_are_true_on_the_standard_parallels(extent: Extent) -> None:
    shown = conic(*extent)

    assert shown.scale(shown.south) == pytest.approx(1)
    assert shown.scale(shown.north) == pytest.approx(1)


@given(extents())
def test_distances_are_nearly_true_everywhere_else(extent: Extent) -> None:
    shown = conic(*extent)

    lats = (extent[1], (extent[1] + extent[3]) / 2, extent[3])
    assert all(abs(shown.scale(lat) - 1) < 0.02 for lat in lats)


@given(extents(), st.floats(-80, 80))
def test_the_upright_meridian_is_straight_and_north_is_up_on_it(extent: Extent, lat: float) -> None:
    shown = conic(*extent)
    lower, upper = shown.forward(lat, shown.meridian), shown.forward(lat + 1, shown.meridian)

    assert lower[0] == pytest.approx(0, abs=1e-6)
    assert upper[0] == pytest.approx(0, abs=1e-6)
    assert upper[1] > lower[1]


def test_a_sheet_agrees_with_distances_on_the_globe() -> None:
    """Between 39 and 43° N, a degree of latitude is 111.2 km, whatever the projection."""
    paper = sheet(40, 38, 51, 44, 280)
    low, high = paper.place(40.5, 45.5), paper.place(41.5, 45.5)

    assert (low[1] - high[1]) / paper.points_per_km == pytest.approx(math.radians(1) * RADIUS_KM, rel=1e-3)


@given(spots(), st.floats(50, 500))
def test_a_sheet_fills_its_width_and_goes_both_ways(spot: tuple[Extent, float, float], width: float) -> None:
    extent, lat, lon = spot
    paper: Sheet = sheet(*extent, width, (7, 11))
    left, top, right, bottom = paper.box

    assert (left, top, right) == pytest.approx((7, 11, 7 + width))
    assert bottom > top
    assert paper.globe(*paper.place(lat, lon)) == pytest.approx((lat, lon), abs=1e-6)


@pytest.mark.parametrize(("extent", "said"), [
    ((40, 44, 51, 38), "holds nothing"), ((51, 38, 40, 44), "holds nothing"),
    ((40, -5, 51, 5), "the equator halves"),
])
def test_an_extent_that_a_conic_cannot_show_is_refused(extent: Extent, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        conic(*extent)
