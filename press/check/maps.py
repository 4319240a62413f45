"""Maps check: a map shows what the records give, and no more.

A point of a region map has coordinates in the gazetteer.  A place of a sketch is
set by a report, and stands where the reports have it: in the direction that they
name, within half the step of an eight-point compass, and on the hand of each
route on which they put it.
"""

import math
from collections.abc import Iterable, Iterator

from press.findings import Report, did_you_mean
from press.model.maps import Bearing, Compass, RegionMap, Reported, Road, Route, SketchMap, Spot, Unplaced
from press.model.registers import Registers
from press.model.source import Record

HALF_STEP = 22.5
CLOSE_ENOUGH = 0.5  # degrees: positions are written in whole points


def check_maps(registers: Registers, report: Report) -> None:
    """Every rule of the maps."""
    for drawn in registers.maps.values():
        if isinstance(drawn, RegionMap):
            _check_region(drawn, registers, report)
        else:
            _check_sketch(drawn, registers, report)


def _check_region(drawn: RegionMap, registers: Registers, report: Report) -> None:
    """Points have coordinates, which lie in the map."""
    extent = drawn.extent
    if extent.west >= extent.east or extent.south >= extent.north:
        report.add("K-03", extent.place, "the extent of the map holds nothing",
                   "its west is less than its east, its south less than its north")
    for point in drawn.points:
        _seek(point.id, point, registers, report)
        place = registers.gazetteer.get(point.id)
        if place and place.coordinates is None:
            report.add("K-01", point.place, f"the gazetteer has no coordinates of “{point.id}”",
                       "enter them there with the text that gives them, or take the point off the map")
        elif place and place.coordinates and not extent.holds(place.coordinates.lat, place.coordinates.lon):
            report.add("K-03", point.place, f"“{point.id}” lies outside the map",
                       "make the extent wider, or take the point off the map")
    for name in drawn.names:
        if not extent.holds(name.lat, name.lon):
            report.add("K-03", name.place, f"the name “{name.name}” stands outside the map",
                       "set it at a latitude and longitude within the extent")
    for line in drawn.key:
        _seek_sources(line.sources, line, registers, report)


def _check_sketch(drawn: SketchMap, registers: Registers, report: Report) -> None:
    """Places are filed and set by a report, and reports agree with the drawing."""
    for spot in drawn.places:
        _seek(spot.id, spot, registers, report)
        if spot.id not in set(_set_by_reports(drawn)):
            report.add("K-04", spot.place, f"nothing reported sets “{spot.id}” where it stands",
                       "give the report under bearings, roads or routes, or list the place under unplaced")
    for each in drawn.reports:
        _seek_sources(each.sources, each, registers, report)
        _check_named(drawn, each, registers, report)
    for line in drawn.key:
        _seek_sources(line.sources, line, registers, report)
    for bearing in drawn.bearings:
        _check_bearing(drawn, bearing, report)
    for route in drawn.routes:
        _check_route(drawn, route, report)


def _set_by_reports(drawn: SketchMap) -> Iterator[str]:
    """The places that bearings, roads and routes speak of."""
    for each in drawn.reports:
        yield from _named(each)


def _named(each: Reported) -> tuple[str, ...]:
    """The places that a report sets."""
    match each:
        case Bearing():
            return each.id, each.of
        case Road():
            return each.through
        case Route():
            return each.leaves, *each.left, *each.right
        case _:
            return ()


def _check_named(drawn: SketchMap, each: Reported, registers: Registers, report: Report) -> None:
    """What a report sets is drawn; what is unplaced is filed and not drawn."""
    spots = [spot.id for spot in drawn.places]
    for name in _named(each):
        if name not in spots:
            report.add("K-05", each.place, f"the map does not draw “{name}”",
                       did_you_mean(name, spots) or "set it under places")
    if isinstance(each, Unplaced):
        _seek(each.id, each, registers, report)
        if each.id in spots:
            report.add("K-05", each.place, f"the map draws “{each.id}”, which is said to have no place",
                       "list it once, under places or under unplaced")


def _check_bearing(drawn: SketchMap, bearing: Bearing, report: Report) -> None:
    """A place is drawn in the direction in which it is reported."""
    start, end = drawn.spot(bearing.of), drawn.spot(bearing.id)
    if bearing.direction is None or start is None or end is None:
        return
    found = _bearing(end.east - start.east, end.north - start.north)
    if _apart(found, bearing.direction.bearing) > HALF_STEP + CLOSE_ENOUGH:
        report.add("K-06", bearing.place, f"“{bearing.id}” is drawn at {found:.0f}° from “{bearing.of}”, "
                   f"not to the {bearing.direction}", _about(bearing.direction))


def _check_route(drawn: SketchMap, route: Route, report: Report) -> None:
    """A route heads where it is reported to, and keeps places on the hand reported."""
    start = drawn.spot(route.leaves)
    if start is None:
        return
    east, north = route.east - start.east, route.north - start.north
    if _apart(_bearing(east, north), route.heads.bearing) > HALF_STEP + CLOSE_ENOUGH:
        report.add("K-06", route.place, f"route {route.mark} is drawn at {_bearing(east, north):.0f}°, "
                   f"not to the {route.heads}", _about(route.heads))
    for hand, places in (("left", route.left), ("right", route.right)):
        for spot in _spots(drawn, places):
            turn = east * (spot.north - start.north) - north * (spot.east - start.east)
            if (turn > 0) is not (hand == "left"):
                report.add("K-06", route.place, f"route {route.mark} does not keep “{spot.id}” on the {hand}",
                           "move the end of the route or the place")


def _spots(drawn: SketchMap, places: Iterable[str]) -> Iterator[Spot]:
    """The spots of the places that are drawn."""
    for place in places:
        spot = drawn.spot(place)
        if spot:
            yield spot


def _about(direction: Compass) -> str:
    """A hint to draw a direction."""
    return f"draw it at {direction.bearing:g}° clockwise from north, {HALF_STEP:g}° to either side at most"


def _bearing(east: float, north: float) -> float:
    """Degrees from north, clockwise."""
    return math.degrees(math.atan2(east, north)) % 360


def _apart(one: float, other: float) -> float:
    """The angle between two bearings."""
    return abs((one - other + 180) % 360 - 180)


def _seek(place: str, record: Record, registers: Registers, report: Report) -> None:
    """A place that a map names is filed."""
    if place not in registers.gazetteer and "places" not in registers.incomplete:
        report.add("R-02", record.place, f"no place is filed under “{place}”",
                   did_you_mean(place, registers.gazetteer) or "file it among the places")


def _seek_sources(keys: Iterable[str], record: Record, registers: Registers, report: Report) -> None:
    """A source that a map rests on is filed."""
    for key in keys:
        if key not in registers.sources and "sources" not in registers.incomplete:
            report.add("R-01", record.place, f"no source is filed under “{key}”",
                       did_you_mean(key, registers.sources) or "file it among the sources")
