"""A region is cut out of an atlas once: boundaries and coasts with whose they are, inside a box."""

import json
from pathlib import Path
from typing import Any

from press.load.maps import _read_geojson
from press.workshop.geodata import Box, main, region

# Two squares side by side, three degrees wide each, that share the arc 0; the second is drawn backwards.
ATLAS = {
    "transform": {"scale": [0.5, 0.5], "translate": [10, 40]},
    "arcs": [[[6, 0], [0, 2], [0, 4]],
             [[6, 6], [-6, 0], [0, -6], [6, 0]],
             [[6, 6], [6, 0], [0, -6], [-6, 0]],
             [[40, 40], [1, 0]]],
    "objects": {"countries": {"geometries": [
        {"properties": {"name": "West"}, "arcs": [[0, 1]]},
        {"properties": {"name": "East"}, "arcs": [[[-1, 2]]]},
        {"properties": {"name": "Nowhere"}}]}},
}


def cut(west: float, south: float, east: float, north: float) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(region(ATLAS, Box(west, south, east, north)))["features"]
    return found


def test_an_arc_of_two_countries_is_a_boundary_and_an_arc_of_one_a_coast() -> None:
    assert [feature["properties"] for feature in cut(0, 30, 20, 50)] == [
        {"kind": "boundary", "of": ["East", "West"]},
        {"kind": "coast", "of": ["East"]}, {"kind": "coast", "of": ["West"]}]


def test_steps_become_degrees() -> None:
    assert cut(0, 30, 20, 50)[0]["geometry"]["coordinates"] == [[13, 40], [13, 41], [13, 43]]


def test_a_line_is_kept_to_the_first_spot_outside_the_box() -> None:
    assert cut(12, 39, 14, 40.5)[0]["geometry"]["coordinates"] == [[13, 40], [13, 41]]


def test_a_line_that_leaves_the_box_and_comes_back_is_two() -> None:
    west = [feature for feature in cut(11, 39, 20, 50) if feature["properties"]["of"] == ["West"]]

    assert [feature["geometry"]["coordinates"] for feature in west] == [
        [[10, 40], [13, 40]], [[13, 43], [10, 43]]]


def test_the_press_reads_what_was_cut(tmp_path: Path) -> None:
    (tmp_path / "atlas.json").write_text(json.dumps(ATLAS), encoding="utf-8")
    main([str(tmp_path / "atlas.json"), "9", "39", "17", "44", str(tmp_path / "region.geojson")])
    read = _read_geojson(json.loads((tmp_path / "region.geojson").read_text(encoding="utf-8")))

    assert read.bounds == (9, 39, 17, 44)
    assert [(line.of, line.is_boundary) for line in read.lines] == [
        (("East", "West"), True), (("East",), False), (("West",), False)]
    assert read.lines[0].spots[0] == (40, 13)
