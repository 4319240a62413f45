"""Diagram: places, a road and ways of flight or travel as they were reported, not to scale.

North is at the top and directions are those of the reports; lengths mean nothing.
A road is a double hairline, a route a row of dashes with its number and without an
arrow.  A place of which no position is reported is named at the side, unset.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise

from press.compose.figures.clipping import Box, Line, Spot, without
from press.compose.figures.frame import GAP, SAMPLE, north_mark
from press.compose.figures.lettering import plain
from press.compose.figures.lettering import width as length
from press.compose.figures.placing import RIGHT_FIRST, Lettering, Room, beside, covered
from press.compose.figures.spread import OverfullError
from press.compose.figures.svg import HAIR, RISE, SIZE, drawing, polyline, ring, text
from press.model.maps import Route, SketchMap
from press.model.maps import Spot as PlaceSpot
from press.model.records import GazetteerEntry

ROUTE, ROUTE_WEIGHT = "5 3", 1.0
ROAD_HALF = 1.1  # from the middle of a road to each of its hairlines
SMALL, WIDE = 2.6, 9.0
AWAY = (2.0, 5.0, 8.0, 12.0)  # how far from the middle of a line its words may stand
NORTH_ROOM, FOOT = 14.0, 18.0
UNPLACED = "Position not reported:"
ANYWHERE = Box(-1e6, -1e6, 1e6, 1e6)

Gazetteer = Mapping[str, GazetteerEntry]


@dataclass(frozen=True, slots=True)
class Laid:
    """What is drawn around a zero: lines by weight and dash, signs, lettering, and the room it takes."""

    strokes: tuple[tuple[Line, float, str], ...]
    rings: tuple[tuple[Spot, float], ...]
    lettering: tuple[Lettering, ...]

    @property
    def bounds(self) -> Box:
        """The rectangle around everything."""
        boxes = [letters.box for letters in self.lettering]
        boxes += [Box(*spot, *spot).wider(radius) for spot, radius in self.rings]
        boxes += [Box(*spot, *spot) for stroke, _, _ in self.strokes for spot in stroke]
        return Box(min(box.left for box in boxes), min(box.top for box in boxes),
                   max(box.right for box in boxes), max(box.bottom for box in boxes))


def diagram(drawn: SketchMap, gazetteer: Gazetteer, width: float) -> str:
    """The drawing; its height follows from its places.

    Raises `ValueError` where there are no places, or they or their names have no room.
    """
    if not drawn.places:
        raise ValueError("it has no places")
    bounds = _laid(drawn, gazetteer, (0, 0)).bounds
    if bounds.right - bounds.left > width:
        raise OverfullError(f"it is {bounds.right - bounds.left:.0f} pt wide and the measure {width:.0f} pt")
    left = (width - bounds.right - bounds.left) / 2
    laid = _laid(drawn, gazetteer, (left, NORTH_ROOM - bounds.top))
    bottom = laid.bounds.bottom
    marks = [*_marks(laid), *north_mark(HAIR + 2.2, NORTH_ROOM), *_unplaced(drawn, gazetteer, laid, width)]
    return drawing(width, bottom + FOOT, drawn.title, sketch_description(drawn),
                   [*marks, *_foot(drawn, bottom + FOOT - GAP, width)])


def sketch_description(drawn: SketchMap) -> str:
    """The content of the drawing in words."""
    told = [f"Route {each.mark}: {each.words}" if isinstance(each, Route) else each.words
            for each in drawn.reports]
    return f"{drawn.title}. A sketch, north at the top, not to scale. {plain(' '.join(told))}"


def _laid(drawn: SketchMap, gazetteer: Gazetteer, zero: Spot) -> Laid:
    """Everything in its place around a zero."""
    spots = {spot.id: (zero[0] + spot.east, zero[1] - spot.north) for spot in drawn.places}
    radii = {spot.id: _radius(spot) for spot in drawn.places}
    legs = [leg for road in drawn.roads for leg in _legs(road.through, spots, radii)]
    routes = [(route, _way(route, spots, radii, zero)) for route in drawn.routes]
    room = Room(ANYWHERE, [box for name, radius in radii.items() for box in covered(spots[name], radius)])
    lines = [*legs, *(way for _, way in routes)]
    names = [room.take(beside([_name(spot.id, gazetteer)], spots[spot.id], radii[spot.id], spot.label,
                              600 if spot.wide else 400)) for spot in drawn.places]
    others = [room.take_best(_round(words, at, weight), lines)
              for words, at, weight in (*_numbers(routes), *_shorts(drawn, spots))]
    strokes = [(side, HAIR, "") for leg in legs for side in _sides(leg)]
    strokes += [(way, ROUTE_WEIGHT, ROUTE) for _, way in routes]
    return Laid(tuple(strokes), tuple((spots[name], radius) for name, radius in radii.items()),
                (*names, *others))


def _round(words: list[str], at: Spot, weight: int) -> list[Lettering]:
    """Lettering on all sides of a spot, near it first."""
    return [beside(words, at, away, side, weight) for away in AWAY for side in RIGHT_FIRST]


def _name(place: str, gazetteer: Gazetteer) -> str:
    """The name of a place; one that is not filed is a finding elsewhere."""
    return gazetteer[place].name if place in gazetteer else place


def _radius(spot: PlaceSpot) -> float:
    """How large the circle of a place is."""
    return WIDE if spot.wide else SMALL


def _legs(through: Iterable[str], spots: Mapping[str, Spot], radii: Mapping[str, float]) -> Iterator[Line]:
    """The stretches of a road from place to place."""
    for start, end in pairwise(place for place in through if place in spots):
        yield (_towards(spots[start], spots[end], radii[start] + GAP),
               _towards(spots[end], spots[start], radii[end] + GAP))


def _way(route: Route, spots: Mapping[str, Spot], radii: Mapping[str, float], zero: Spot) -> Line:
    """A route from the edge of its place to its end."""
    end = (zero[0] + route.east, zero[1] - route.north)
    if route.leaves not in spots:
        return (end,)
    (x, y), (east, north), radius = spots[route.leaves], route.edge.step, radii[route.leaves] + GAP
    return (x + east * radius, y - north * radius), end


def _towards(start: Spot, end: Spot, far: float) -> Spot:
    """The spot that far from one spot on the way to another."""
    long = _long(start, end)
    return start[0] + (end[0] - start[0]) * far / long, start[1] + (end[1] - start[1]) * far / long


def _sides(leg: Line) -> Iterator[Line]:
    """The two hairlines of a road."""
    start, end = leg
    long = _long(start, end)
    across, down = (end[1] - start[1]) / long * ROAD_HALF, (start[0] - end[0]) / long * ROAD_HALF
    for way in (1, -1):
        yield tuple((x + way * across, y + way * down) for x, y in leg)


def _long(start: Spot, end: Spot) -> float:
    """The distance of two spots, never nought."""
    return max(float(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5), 1e-6)


def _numbers(routes: Iterable[tuple[Route, Line]]) -> Iterator[tuple[list[str], Spot, int]]:
    """The number of each route at its end, and at its middle what it goes along."""
    for route, way in routes:
        yield [route.mark], way[-1], 600
        if route.along:
            yield [f"*{route.along}*"], _middle(way[0], way[-1]), 400


def _shorts(drawn: SketchMap, spots: Mapping[str, Spot]) -> Iterator[tuple[list[str], Spot, int]]:
    """What is reported of one place from another, all beside the middle between them."""
    for (one, other), bearings in groupby(drawn.bearings, key=lambda bearing: (bearing.id, bearing.of)):
        if one in spots and other in spots:
            yield [bearing.short for bearing in bearings], _middle(spots[one], spots[other]), 400


def _middle(start: Spot, end: Spot) -> Spot:
    """The spot half-way."""
    return (start[0] + end[0]) / 2, (start[1] + end[1]) / 2


def _marks(laid: Laid) -> list[str]:
    """Lines broken off at lettering, signs, and lettering."""
    boxes = [letters.box.wider(1) for letters in laid.lettering]
    marks = [polyline(*part, weight=weight, dash=dash)
             for stroke, weight, dash in laid.strokes for part in without(stroke, boxes)]
    marks += [ring(*spot, radius) for spot, radius in laid.rings]
    return [*marks, *(mark for letters in laid.lettering for mark in letters.marks)]


def _unplaced(drawn: SketchMap, gazetteer: Gazetteer, laid: Laid, width: float) -> list[str]:
    """The places that have no position, in the lower corner on the right."""
    if not drawn.unplaced:
        return []
    lines = [UNPLACED, *(_name(each.id, gazetteer) for each in drawn.unplaced)]
    wide = max(length(line, SIZE) for line in lines)
    block = beside(lines, (width - wide, 0), -1.5, RIGHT_FIRST[0])
    down = laid.bounds.bottom - block.box.bottom
    block = beside(lines, (width - wide, down), -1.5, RIGHT_FIRST[0])
    if any(block.box.wider(GAP).meets(letters.box) for letters in laid.lettering):
        raise OverfullError("the places without a position have no room in the lower corner on the right")
    return block.marks


def _foot(drawn: SketchMap, y: float, width: float) -> list[str]:
    """That the sketch has no scale, and what its lines are."""
    marks = [text(0, y, "Not to scale")]
    x = width
    sorts = [("route as reported", drawn.routes), ("road as reported", drawn.roads)]
    for words in (words for words, lines in sorts if lines):
        begin = x - length(words, SIZE) - 2 * GAP
        way = ((begin - SAMPLE, y - RISE), (begin, y - RISE))
        marks.append(text(x, y, words, "end"))
        marks += ([polyline(*way, weight=ROUTE_WEIGHT, dash=ROUTE)] if words.startswith("route")
                  else [polyline(*side) for side in _sides(way)])
        x = begin - SAMPLE - 6 * GAP
    return marks
