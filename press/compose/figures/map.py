"""Map: a part of the globe in line, with the places whose coordinates the gazetteer has.

Coasts are solid and boundaries dashed; there is no tint and no relief.  Names of
countries and seas stand where the record sets them, names of places where there is
room, and lines are broken off at both.  Degrees stand at the frame, a scale bar
below it, and north is marked where the frame's upright runs to it.
"""

from collections.abc import Mapping, Sequence

from press.compose.figures.clipping import Box, Line, Spot, thinned, within, without
from press.compose.figures.frame import (
    ABOVE,
    BELOW,
    GAP,
    STROKES,
    degree_column,
    degrees,
    foot_marked,
    frame_marked,
)
from press.compose.figures.placing import RIGHT_FIRST, Lettering, Room, beside, centred, covered
from press.compose.figures.projection import Sheet, conic, sheet
from press.compose.figures.svg import HAIR, disc, drawing, polyline, ring
from press.model.maps import Geodata, Point, RegionMap
from press.model.records import Coordinates, GazetteerEntry

SIGN, MAIN_SIGN, MAIN_RING = 2.1, 2.1, 4.6

Gazetteer = Mapping[str, GazetteerEntry]


def region_map(drawn: RegionMap, gazetteer: Gazetteer, geodata: Geodata, width: float) -> str:
    """The drawing; its height follows from its extent.

    Raises `ValueError` where the geodata ends inside the frame or lettering has no room.
    """
    paper = _paper(drawn, width)
    frame = Box(*paper.box)
    _check_cover(paper, geodata, frame)
    lines = {kind: _lines(paper, geodata, kind, frame) for kind in STROKES}
    room = Room(frame.wider(-GAP))
    names = [room.take(centred([f"*{name.name}*" if name.water else name.name],
                               paper.place(name.lat, name.lon))) for name in drawn.names]
    signs, labels = _points(drawn, gazetteer, paper, room, [*lines[False], *lines[True]])
    lettering = [*names, *labels]
    marks = [mark for kind, drawn_lines in lines.items() for each in drawn_lines
             for mark in _stroke(each, [letters.box.wider(1) for letters in lettering], kind)]
    marks += [*signs, *(mark for letters in lettering for mark in letters.marks)]
    marks += [*frame_marked(paper), *foot_marked(paper, width)]
    return drawing(width, frame.bottom + BELOW, drawn.title,
                   region_description(drawn, gazetteer), marks)


def region_description(drawn: RegionMap, gazetteer: Gazetteer) -> str:
    """The content of the drawing in words."""
    places = [f"{gazetteer[point.id].name} at {spot.as_given}"
              for point in drawn.points if (spot := _coordinates(point, gazetteer))]
    areas = [f"{kind}: {', '.join(names)}" for kind, names in (
        ("Countries named", [name.name for name in drawn.names if not name.water]),
        ("Waters named", [name.name for name in drawn.names if name.water])) if names]
    return f"{drawn.title}. {drawn.description} {'. '.join([*areas, 'Places marked: ' + '; '.join(places)])}."


def projection_told(drawn: RegionMap) -> str:
    """What the projection is, for the key."""
    extent = drawn.extent
    cone = conic(extent.west, extent.south, extent.east, extent.north)
    lats = (extent.south, (extent.south + extent.north) / 2, extent.north)
    off = max(0.1, *(abs(cone.scale(lat) - 1) * 100 for lat in lats))
    parallels = f"{degrees(cone.south)} and {degrees(cone.north, 'N', 'S')}"
    return (f"Lambert’s conformal conic projection, true to scale on the parallels of {parallels} and within "
            f"{off:.1f} per cent elsewhere; north is straight up on {degrees(cone.meridian, 'E', 'W')}.")


def _paper(drawn: RegionMap, width: float) -> Sheet:
    """The sheet, with room for the degrees on the left and for north above."""
    extent = drawn.extent
    left = degree_column(extent.south, extent.north)
    return sheet(extent.west, extent.south, extent.east, extent.north, width - left - HAIR, (left, ABOVE))


def _check_cover(paper: Sheet, geodata: Geodata, frame: Box) -> None:
    """The geodata reaches to every corner and to the middle of every side."""
    west, south, east, north = geodata.bounds
    middle = (frame.left + frame.right) / 2
    for x in (frame.left, middle, frame.right):
        for y in (frame.top, frame.bottom):
            lat, lon = paper.globe(x, y)
            if not (west <= lon <= east and south <= lat <= north):
                raise ValueError(f"its geodata ends inside the frame, near {lat:.1f}° and {lon:.1f}°")


def _lines(paper: Sheet, geodata: Geodata, boundaries: bool, frame: Box) -> list[Line]:
    """The coasts or the boundaries on the page, cut at the frame."""
    placed = [[paper.place(*spot) for spot in each.spots]
              for each in geodata.lines if each.is_boundary is boundaries]
    return [thinned(part) for each in placed for part in within(each, frame)]


def _stroke(each: Line, boxes: Sequence[Box], boundary: bool) -> list[str]:
    """A line, broken off at lettering."""
    weight, dash = STROKES[boundary]
    return [polyline(*part, weight=weight, dash=dash) for part in without(each, boxes)]


def _points(drawn: RegionMap, gazetteer: Gazetteer, paper: Sheet, room: Room,
            lines: Sequence[Line]) -> tuple[list[str], list[Lettering]]:
    """The signs of the places that have coordinates, and their names."""
    placed = [(point, paper.place(spot.lat, spot.lon))
              for point in drawn.points if (spot := _coordinates(point, gazetteer))]
    room.taken += [box for point, spot in placed for box in covered(spot, _radius(point))]
    signs = [mark for point, spot in placed for mark in _sign(point, spot)]
    labels = [room.take_best([beside([gazetteer[point.id].name], spot, _radius(point), side,
                                     600 if point.main else 400) for side in RIGHT_FIRST], lines)
              for point, spot in placed]
    return signs, labels


def _sign(point: Point, spot: Spot) -> list[str]:
    """An open circle; the main place is a disc in a ring."""
    return [disc(*spot, MAIN_SIGN), ring(*spot, MAIN_RING)] if point.main else [ring(*spot, SIGN)]


def _radius(point: Point) -> float:
    """How far a sign reaches."""
    return (MAIN_RING if point.main else SIGN) + HAIR


def _coordinates(point: Point, gazetteer: Gazetteer) -> Coordinates | None:
    """The coordinates of a place that is filed and has any."""
    return gazetteer[point.id].coordinates if point.id in gazetteer else None
