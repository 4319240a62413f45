"""A region map marks what has coordinates, names it clear of other names, and says how it is drawn."""

import logging
from pathlib import Path
from string import ascii_letters
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from weasyprint import HTML

from press.compose.figures.frame import bar_km, degrees, round_degrees
from press.compose.figures.map import projection_told, region_description, region_map
from press.compose.figures.placing import BOLD
from press.compose.figures.projection import sheet
from press.compose.figures.spread import OverfullError
from press.model.maps import Geodata, GeoLine, RegionMap
from press.model.records import GazetteerEntry
from tests.press.compose.figures.seen import clashes, colours, lettering, marks, root

FONTS = Path(__file__).parents[4] / "styles"
WIDTH = 300.5
LINES = (GeoLine(("Upland", "Lowland"), tuple((36 + at / 4, 46.0) for at in range(40))),
         GeoLine(("Lowland",), tuple((36 + at / 4, 50.0) for at in range(40))))
GEODATA = Geodata((38, 36, 53, 46), LINES)


def place(name: str, lat: float | None, lon: float) -> GazetteerEntry:
    spot = {"lat": lat, "lon": lon, "as-given": f"{lat}°N {lon}°E", "status": "given"}
    return GazetteerEntry.model_validate({"id": name.lower(), "name": name, "kind": "town", "sources": ("a",),
                                          "coordinates": spot if lat is not None else None})


FILED = {entry.id: entry for entry in (
    place("Market", 40, 47), place("Harbour", 40.2, 49.9), place("Lost", None, 0))}


def region(**more: Any) -> RegionMap:
    return RegionMap.model_validate({
        "id": "m", "title": "Lowland and its neighbours", "description": "Market lies inland.",
        "geodata": "x", "extent": {"west": 40, "south": 38, "east": 51, "north": 44},
        "names": ({"name": "Upland", "lat": 41, "lon": 43},
                  {"name": "Long Sea", "lat": 42, "lon": 50.4, "water": True}),
        "points": ({"id": "market", "main": True}, {"id": "harbour"}), **more})


def drawn(**more: Any) -> str:
    return region_map(region(**more), FILED, GEODATA, WIDTH)


def test_a_point_stands_where_its_coordinates_are() -> None:
    circles = [(float(mark.get("cx", "")), float(mark.get("cy", ""))) for mark in marks(drawn(), "circle")]
    frame = marks(drawn(), "polyline")[-1].get("points", "").split()
    left, top = map(float, frame[0].split(","))
    paper = sheet(40, 38, 51, 44, WIDTH - left - 0.5, (left, top))

    assert circles[0] == circles[1] == pytest.approx(paper.place(40, 47), abs=0.01)
    assert circles[2] == pytest.approx(paper.place(40.2, 49.9), abs=0.01)


def test_a_place_without_coordinates_is_not_drawn() -> None:
    svg = drawn(points=({"id": "market"}, {"id": "lost"}, {"id": "nowhere"}))

    assert len(marks(svg, "circle")) == 1
    assert "Lost" not in svg


def test_names_stand_inside_the_frame_and_clear_of_each_other() -> None:
    svg = drawn()
    letters = lettering(svg)
    frame = marks(svg, "polyline")[-1].get("points", "").split()
    spots = [tuple(map(float, spot.split(","))) for spot in frame]
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    top, bottom = min(y for _, y in spots), max(y for _, y in spots)

    assert clashes(letters) == []
    assert all(letter.left >= 0 and letter.right <= WIDTH for letter in letters)
    for letter in letters:
        if letter.words in {"Market", "Harbour", "Upland", "Long Sea"}:
            assert left < letter.left < letter.right < right
            assert top < letter.y < bottom


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(38.3, 43.7), st.floats(40.5, 50.5)), min_size=1, max_size=8))
def test_names_of_places_anywhere_never_overlap(spots: list[tuple[float, float]]) -> None:
    filed = {f"town-{at}": place(f"Town-{at}", *spot) for at, spot in enumerate(spots)}
    shown = region(points=tuple({"id": name} for name in filed), names=())
    try:
        svg = region_map(shown, filed, GEODATA, WIDTH)
    except OverfullError:
        return  # told, and not drawn over each other
    assert clashes(lettering(svg)) == []


def test_names_that_would_overlap_are_told() -> None:
    names = ({"name": "Upland", "lat": 41, "lon": 43}, {"name": "Highland", "lat": 41.05, "lon": 43.1})

    with pytest.raises(OverfullError, match="“Highland” stands over other lettering"):
        drawn(names=names)


def test_lines_are_broken_off_at_names() -> None:
    """The boundary runs straight down through the name, and is drawn above and below it."""
    whole, broken = drawn(names=()), drawn(names=({"name": "Upland", "lat": 41, "lon": 46},))
    dashed = [[mark for mark in marks(svg, "polyline") if mark.get("stroke-dasharray")]
              for svg in (whole, broken)]

    assert [len(each) for each in dashed] == [1, 2]


def test_boundaries_are_dashed_and_coasts_are_not() -> None:
    lines = marks(drawn(names=(), points=()), "polyline")

    assert [line.get("stroke-dasharray") for line in lines] == [None, "4 2", None]  # the frame comes last


def test_geodata_that_ends_inside_the_frame_is_told() -> None:
    with pytest.raises(ValueError, match="its geodata ends inside the frame"):
        region_map(region(), FILED, Geodata((40, 38, 51, 44), LINES), WIDTH)


def test_the_scale_bar_is_as_long_as_its_kilometres() -> None:
    svg = drawn()
    figures = {letters.words: letters for letters in lettering(svg)}
    middles = [(figures[words].left + figures[words].right) / 2 for words in ("0", "100", "200 km")]
    frame = marks(svg, "polyline")[-1].get("points", "").split()
    left, right = float(frame[0].split(",")[0]), float(frame[1].split(",")[0])
    paper = sheet(40, 38, 51, 44, right - left)

    assert bar_km(paper) == 200
    assert middles[2] - middles[0] == pytest.approx(200 * paper.points_per_km, abs=0.05)
    assert middles[1] - middles[0] == pytest.approx(100 * paper.points_per_km, abs=0.05)


@pytest.mark.parametrize(("low", "high", "found"), [
    (37.8, 43.9, [38, 39, 40, 41, 42, 43]), (40.2, 50.8, [42, 44, 46, 48, 50]),
    (10, 12, [10, 10.5, 11, 11.5, 12]),
    (-30, 30, [-30, -20, -10, 0, 10, 20, 30]),
])
def test_the_frame_has_as_many_degrees_as_can_be_read(low: float, high: float, found: list[float]) -> None:
    assert round_degrees(low, high) == found


@pytest.mark.parametrize(("value", "words"), [
    (38.5, "38° 30′ N"), (-38, "38° S"), (0, "0°"), (46.78917, "46° 47′ N"),
])
def test_degrees_are_printed_with_minutes_and_hand(value: float, words: str) -> None:
    assert degrees(value, "N", "S") == words


def test_the_words_carry_what_the_map_shows() -> None:
    assert region_description(region(), FILED) == (
        "Lowland and its neighbours. Market lies inland. Countries named: Upland. Waters named: Long Sea. "
        "Places marked: Market at 40°N 47°E; Harbour at 40.2°N 49.9°E.")


def test_the_projection_is_told() -> None:
    assert projection_told(region()) == (
        "Lambert’s conformal conic projection, true to scale on the parallels of 39° and 43° N and within "
        "0.1 per cent elsewhere; north is straight up on 45° 30′ E.")


def test_the_map_is_black_and_the_same_every_time() -> None:
    assert colours(drawn()) == {"#000", "none"}
    assert root(drawn())[0].text == "Lowland and its neighbours"
    assert drawn() == drawn()


def test_the_bold_face_runs_no_wider_than_is_reckoned() -> None:
    widths = {}
    for face in ("Regular", "SemiBold"):
        with TTFont(FONTS / "fonts" / f"SourceSans3-{face}.ttf") as font:
            glyphs, advances = font.getBestCmap(), font["hmtx"]
            widths[face] = [advances[glyphs[ord(letter)]][0] for letter in ascii_letters]

    assert sum(widths["SemiBold"]) / sum(widths["Regular"]) < BOLD


def test_the_engine_lays_it_out_without_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    page = f'<html lang="en"><link rel="stylesheet" href="{(FONTS / "fonts.css").as_uri()}">{drawn()}</html>'
    with caplog.at_level(logging.WARNING):
        HTML(string=page).write_pdf(tmp_path / "page.pdf")
    assert caplog.messages == []
