"""A map shows what the records give: coordinates, directions and sides as reported, and no more."""

from typing import Any

import pytest

from press.check.maps import check_maps
from press.findings import Report
from press.model.maps import RegionMap, SketchMap
from press.model.records import GazetteerEntry
from press.model.registers import Registers
from press.model.source import Source


def town(name: str, **more: Any) -> GazetteerEntry:
    return GazetteerEntry.model_validate(
        {"id": name, "name": name.title(), "kind": "town", "sources": ("hrw",), **more})


SPOT = {"lat": 40, "lon": 46, "as-given": "40°N 46°E", "status": "given"}
FILED = Registers(
    sources={"hrw": Source.model_validate({
        "id": "hrw", "type": "book", "title": "A book", "provenance-class": "x",
        "verification": "cited-by"})},
    gazetteer={"here": town("here", coordinates=SPOT), "there": town("there"), "beyond": town("beyond")})


def findings(drawn: RegionMap | SketchMap, registers: Registers = FILED) -> list[str]:
    report = Report()
    check_maps(Registers(sources=registers.sources, gazetteer=registers.gazetteer, maps={"m": drawn},
                         incomplete=registers.incomplete), report)
    return [f"{finding.rule} {finding.message}" for finding in report.findings]


def region(**more: Any) -> RegionMap:
    return RegionMap.model_validate({
        "id": "m", "title": "A map", "description": "It shows it.", "geodata": "x.geojson",
        "extent": {"west": 40, "south": 38, "east": 51, "north": 44}, "points": ({"id": "here"},), **more})


def sketch(**more: Any) -> SketchMap:
    return SketchMap.model_validate({
        "id": "m", "title": "A sketch",
        "places": ({"id": "here", "east": 0, "north": 0}, {"id": "there", "east": 50, "north": 50}),
        "bearings": (bearing(direction="north-east"),), **more})


def bearing(**more: Any) -> dict[str, Any]:
    return {"id": "there", "of": "here", "short": "near", "words": "It is near.", "sources": ("hrw",), **more}


def route(**more: Any) -> dict[str, Any]:
    return {"mark": "1", "leaves": "here", "edge": "east", "heads": "north-east", "east": 60, "north": 40,
            "words": "They went.", "sources": ("hrw",), **more}


def test_maps_that_keep_to_the_records_have_no_findings() -> None:
    assert findings(region()) == []
    assert findings(sketch(routes=(route(left=("there",)),), unplaced=(
        {"id": "beyond", "words": "It is not known where.", "sources": ("hrw",)},))) == []


def test_a_point_without_coordinates_is_a_finding() -> None:
    assert findings(region(points=({"id": "there"},))) == ["K-01 the gazetteer has no coordinates of “there”"]


def test_a_point_that_nobody_filed_is_a_finding_unless_the_gazetteer_is_incomplete() -> None:
    drawn = region(points=({"id": "herre"},))

    assert findings(drawn) == ["R-02 no place is filed under “herre”"]
    assert findings(drawn, Registers(incomplete=frozenset({"places"}))) == []


def test_points_and_names_lie_within_the_map() -> None:
    narrow = {"west": 40, "south": 38, "east": 45, "north": 44}

    assert findings(region(extent=narrow)) == ["K-03 “here” lies outside the map"]
    assert findings(region(names=({"name": "Sea", "lat": 10, "lon": 45},))) == [
        "K-03 the name “Sea” stands outside the map"]
    assert "K-03 the extent of the map holds nothing" in findings(
        region(extent={"west": 45, "south": 38, "east": 45, "north": 44}))


def test_what_a_key_or_a_report_rests_on_is_filed() -> None:
    line = {"words": "So it is.", "sources": ("nobody",)}
    told = ["R-01 no source is filed under “nobody”"]

    assert findings(region(key=(line,))) == told
    assert findings(sketch(key=(line,))) == told
    assert findings(sketch(bearings=(bearing(sources=("nobody",)),))) == told


def test_a_place_of_a_sketch_is_set_by_a_report() -> None:
    places = ({"id": "here", "east": 0, "north": 0}, {"id": "there", "east": 50, "north": 50},
              {"id": "beyond", "east": 90, "north": 0})

    assert findings(sketch(places=places)) == ["K-04 nothing reported sets “beyond” where it stands"]
    assert findings(sketch(places=places, roads=(
        {"through": ("here", "beyond"), "words": "A road.", "sources": ("hrw",)},))) == []


def test_a_report_sets_no_place_that_is_not_drawn() -> None:
    assert findings(sketch(routes=(route(right=("beyond",)),))) == ["K-05 the map does not draw “beyond”"]


def test_a_place_is_drawn_or_said_to_have_no_place() -> None:
    assert findings(sketch(unplaced=({"id": "there", "words": "Where is it?", "sources": ("hrw",)},))) == [
        "K-05 the map draws “there”, which is said to have no place"]


@pytest.mark.parametrize(("east", "north", "good"), [
    (50, 50, True), (21, 50, True), (20, 50, False), (50, 21, True), (50, 20, False), (-50, -50, False),
])
def test_a_place_is_drawn_within_half_a_step_of_its_direction(east: int, north: int, good: bool) -> None:
    places = ({"id": "here", "east": 0, "north": 0}, {"id": "there", "east": east, "north": north})
    found = findings(sketch(places=places))

    assert [one.split()[0] for one in found] == ([] if good else ["K-06"])


def test_two_reports_that_differ_by_a_step_meet_between_them() -> None:
    places = ({"id": "here", "east": 0, "north": 0}, {"id": "there", "east": 24, "north": 58})
    both = (bearing(direction="north-east"), bearing(direction="north"))

    assert findings(sketch(places=places, bearings=both)) == []


def test_a_report_without_a_direction_binds_none() -> None:
    places = ({"id": "here", "east": 0, "north": 0}, {"id": "there", "east": -50, "north": -50})

    assert findings(sketch(places=places, bearings=(bearing(),))) == []


def test_a_route_heads_where_it_is_reported_to() -> None:
    assert findings(sketch(routes=(route(east=60, north=-40),))) == [
        "K-06 route 1 is drawn at 124°, not to the north-east"]


@pytest.mark.parametrize(("hand", "other"), [("left", "right"), ("right", "left")])
def test_a_route_keeps_a_place_on_the_hand_reported(hand: str, other: str) -> None:
    end = {"left": {"east": 60, "north": 40}, "right": {"east": 40, "north": 60}}

    assert findings(sketch(routes=(route(**end[hand], **{hand: ("there",)}),))) == []
    assert findings(sketch(routes=(route(**end[other], **{hand: ("there",)}),))) == [
        f"K-06 route 1 does not keep “there” on the {hand}"]
