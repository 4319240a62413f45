"""A sketch draws places, roads and routes as reported, has no scale, and sets nothing that is unplaced."""

import logging
import math
from pathlib import Path
from typing import Any

import pytest
from weasyprint import HTML

from press.compose.figures.diagram import ROUTE, WIDE, diagram, sketch_description
from press.compose.figures.spread import OverfullError
from press.model.maps import SketchMap
from press.model.records import GazetteerEntry
from tests.press.compose.figures.seen import clashes, colours, lettering, marks, root

STYLES = Path(__file__).parents[4] / "styles" / "fonts.css"
WIDTH = 300.5
FILED = {name: GazetteerEntry.model_validate(
    {"id": name, "name": name.title(), "kind": "town", "sources": ("a",)})
    for name in ("mill", "ford", "market", "lost")}
PLACES: tuple[dict[str, Any], ...] = (
    {"id": "mill", "east": 0, "north": 0, "label": "left", "wide": True},
    {"id": "ford", "east": 70, "north": 50, "label": "above left"},
    {"id": "market", "east": 140, "north": 100})
ROUTES = ({"mark": "1", "leaves": "mill", "edge": "east", "heads": "north-east", "east": 110, "north": 50,
           "left": ("ford",), "along": "by the brook", "words": "Some went by the brook.", "sources": ("a",)},
          {"mark": "2", "leaves": "mill", "edge": "north", "heads": "north-east", "east": 60, "north": 90,
           "words": "Others, wrote *The Gazette*, went over the hill.", "sources": ("a",)})
ROADS = ({"through": ("mill", "ford", "market"), "words": "A road led to the market.", "sources": ("a",)},)
BEARINGS = ({"id": "ford", "of": "mill", "direction": "north-east", "short": "a mile",
             "words": "The ford is near.", "sources": ("a",)},)
UNPLACED = ({"id": "lost", "words": "Nobody says where Lost lies.", "sources": ("a",)},)


def sketch(**more: Any) -> SketchMap:
    return SketchMap.model_validate({"id": "m", "title": "The mill", "places": PLACES, "roads": ROADS,
                                     "routes": ROUTES, "unplaced": UNPLACED, **more})


def drawn(**more: Any) -> str:
    return diagram(sketch(**more), FILED, WIDTH)


def circles(svg: str) -> list[tuple[float, float, float]]:
    return [tuple(float(mark.get(name, "")) for name in ("cx", "cy", "r")) for mark in marks(svg, "circle")]  # type: ignore[misc]


def points(mark: Any) -> list[tuple[float, float]]:
    return [tuple(map(float, spot.split(","))) for spot in mark.get("points", "").split()]  # type: ignore[misc]


def dashed(svg: str) -> list[list[tuple[float, float]]]:
    return [points(mark) for mark in marks(svg, "polyline") if mark.get("stroke-dasharray") == ROUTE]


def test_places_stand_to_each_other_as_they_are_set_with_north_above() -> None:
    mill, ford, market = circles(drawn())

    assert (ford[0] - mill[0], mill[1] - ford[1]) == pytest.approx((70, 50))
    assert (market[0] - mill[0], mill[1] - market[1]) == pytest.approx((140, 100))
    assert (mill[2], ford[2]) == (WIDE, market[2])


def test_a_route_leaves_its_place_at_the_edge_reported_and_ends_in_the_open() -> None:
    svg = drawn()
    (x, y, radius), first, second = circles(svg)[0], dashed(svg)[0], dashed(svg)[-2]

    assert first[0][0] > x + radius
    assert first[0][1] == pytest.approx(y)
    assert second[0][0] == pytest.approx(x)
    assert second[0][1] < y - radius
    assert len(marks(svg, "path")) == 1  # the head of north: a route has no arrow


def test_a_road_is_a_double_hairline_from_sign_to_sign() -> None:
    svg = drawn(routes=(), places=PLACES[:2], roads=({**ROADS[0], "through": ("mill", "ford")},))
    sides = [points(mark) for mark in marks(svg, "polyline")][:2]
    (x, y, radius), (a, b, small) = circles(svg)

    assert math.dist(sides[0][0], sides[1][0]) == pytest.approx(2.2, abs=0.02)
    assert all(math.dist(side[0], (x, y)) > radius for side in sides)
    assert all(math.dist(side[1], (a, b)) > small for side in sides)


def test_each_route_has_its_number_and_what_it_goes_along() -> None:
    words = {letters.words: letters.bold for letters in lettering(drawn())}

    assert words["1"]
    assert words["2"]
    assert not words["by the brook"]


def test_reports_that_differ_stand_together_beside_the_line() -> None:
    svg = drawn(bearings=(*BEARINGS, {**BEARINGS[0], "short": "half a mile"}))
    letters = {one.words: one for one in lettering(svg)}

    assert letters["half a mile"].y - letters["a mile"].y == 8.75
    assert letters["half a mile"].right == pytest.approx(letters["a mile"].right)  # to the left of the line


def test_a_place_without_a_position_is_named_at_the_side_and_has_no_sign() -> None:
    svg = drawn()
    letters = {one.words: one for one in lettering(svg)}

    assert len(circles(svg)) == 3
    assert letters["Lost"].y > letters["Position not reported:"].y
    assert letters["Lost"].left == letters["Position not reported:"].left
    assert "Position not reported:" not in drawn(unplaced=())


def test_the_sketch_says_that_it_has_no_scale_and_what_its_lines_are() -> None:
    words = {letters.words for letters in lettering(drawn())}

    assert {"Not to scale", "N", "road as reported", "route as reported"} <= words
    assert "road as reported" not in drawn(roads=(), bearings=BEARINGS)
    assert "route as reported" not in drawn(routes=())


@pytest.mark.parametrize("more", [{}, {"bearings": BEARINGS}, {"unplaced": ()}, {"routes": ()}])
def test_nothing_overlaps_or_leaves_the_sketch(more: dict[str, Any]) -> None:
    svg = drawn(**more)
    letters = lettering(svg)
    height = float(root(svg).get("height", "").removesuffix("pt"))

    assert clashes(letters) == []
    assert all(letter.left >= -0.01 and letter.right <= WIDTH + 0.01 for letter in letters)
    assert all(7 * 0.7 < letter.y < height for letter in letters)


@pytest.mark.parametrize(("places", "said"), [
    ((), "it has no places"),
    (({**PLACES[0], "east": -100}, {**PLACES[1], "east": 250}), "pt wide and the measure"),
    ((PLACES[0], {**PLACES[1], "east": -10, "north": 1}), "stands over other lettering"),
])
def test_a_sketch_that_has_no_room_is_told(places: tuple[dict[str, Any], ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        drawn(places=places, routes=(), roads=())


def test_places_without_a_position_need_the_lower_corner() -> None:
    places = (*PLACES, {"id": "lost", "east": 150, "north": 0})

    with pytest.raises(OverfullError, match="no room in the lower corner"):
        drawn(places=places)


def test_the_words_carry_every_report() -> None:
    assert sketch_description(sketch(bearings=BEARINGS)) == (
        "The mill. A sketch, north at the top, not to scale. Route 1: Some went by the brook. Route 2: "
        "Others, wrote The Gazette, went over the hill. The ford is near. A road led to the market. "
        "Nobody says where Lost lies.")


def test_the_sketch_is_black_and_the_same_every_time() -> None:
    assert colours(drawn()) == {"#000", "none"}
    assert drawn() == drawn()


def test_the_engine_lays_it_out_without_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    page = f'<html lang="en"><link rel="stylesheet" href="{STYLES.as_uri()}">{drawn()}</html>'
    with caplog.at_level(logging.WARNING):
        HTML(string=page).write_pdf(tmp_path / "page.pdf")
    assert caplog.messages == []
