"""Maps: what a map draws, as its record in `content/maps/` says it.

A `RegionMap` places its points by the coordinates of the gazetteer, over geodata.  A
`SketchMap` has no coordinates: it sets places by what was reported of them, and each
report says who gave it; what is drawn is held against what is reported.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from press.model.records import Id, Sources, Text
from press.model.source import Record


class Compass(StrEnum):
    """The eight directions in which sources tell where something lies."""

    N = "north"
    NE = "north-east"
    E = "east"
    SE = "south-east"
    S = "south"
    SW = "south-west"
    W = "west"
    NW = "north-west"

    @property
    def bearing(self) -> float:
        """Degrees from north, clockwise."""
        return 45.0 * list(Compass).index(self)

    @property
    def step(self) -> tuple[float, float]:
        """How far east and how far north one goes in it."""
        return math.sin(math.radians(self.bearing)), math.cos(math.radians(self.bearing))


class Side(StrEnum):
    """Where lettering stands by its sign."""

    RIGHT = "right"
    LEFT = "left"
    ABOVE = "above"
    BELOW = "below"
    ABOVE_RIGHT = "above right"
    BELOW_RIGHT = "below right"
    ABOVE_LEFT = "above left"
    BELOW_LEFT = "below left"


class KeyLine(Record):
    """A line of the key below a map; `mark` is the sign in the drawing that it explains."""

    mark: str = ""
    words: Text
    sources: tuple[Id, ...] = ()


class Extent(Record):
    """The part of the globe that a region map shows, in degrees."""

    west: float = Field(ge=-180, le=180, allow_inf_nan=False)
    south: float = Field(gt=-90, lt=90, allow_inf_nan=False)
    east: float = Field(ge=-180, le=180, allow_inf_nan=False)
    north: float = Field(gt=-90, lt=90, allow_inf_nan=False)

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a spot lies in it."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


class AreaName(Record):
    """The name of a country or sea; `lat` and `lon` are where the word is set."""

    name: Text
    lat: float = Field(ge=-90, le=90, allow_inf_nan=False)
    lon: float = Field(ge=-180, le=180, allow_inf_nan=False)
    water: bool = False


class Point(Record):
    """A place of the gazetteer that a region map marks; the `main` one stands out."""

    id: Id
    main: bool = False


class RegionMap(Record):
    """A map over geodata: `title` and `description` are for those who do not see it."""

    id: Id
    title: Text
    description: Text
    geodata: Text
    extent: Extent
    names: tuple[AreaName, ...] = ()
    points: tuple[Point, ...]
    key: tuple[KeyLine, ...] = ()


class Spot(Record):
    """Where a place stands in a sketch, in points from any zero; no distance is meant.

    `wide` draws its outline large, for what begins at its edges.
    """

    id: Id
    east: float = Field(allow_inf_nan=False)
    north: float = Field(allow_inf_nan=False)
    label: Side = Side.RIGHT
    wide: bool = False


class Reported(Record):
    """What somebody reported, in the words of the key."""

    words: Text
    sources: Sources


class Bearing(Reported):
    """A report of where a place lies from another; `short` stands beside the line between them."""

    id: Id
    of: Id
    direction: Compass | None = None
    short: Text


class Road(Reported):
    """A road, and the places on it in order."""

    through: tuple[Id, ...] = Field(min_length=2)


class Route(Reported):
    """A way that people took: it leaves a place at an edge, keeps places on a hand, and ends in the open."""

    mark: Text
    leaves: Id
    edge: Compass
    heads: Compass
    east: float = Field(allow_inf_nan=False)
    north: float = Field(allow_inf_nan=False)
    left: tuple[Id, ...] = ()
    right: tuple[Id, ...] = ()
    along: str = ""


class Unplaced(Reported):
    """A place that accounts name, and of whose position nothing is reported."""

    id: Id


class SketchMap(Record):
    """A diagram of places as reported, not to scale; north is at the top."""

    id: Id
    title: Text
    places: tuple[Spot, ...]
    bearings: tuple[Bearing, ...] = ()
    roads: tuple[Road, ...] = ()
    routes: tuple[Route, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    key: tuple[KeyLine, ...] = ()

    def spot(self, place: str) -> Spot | None:
        """Where a place stands, if it is drawn."""
        return next((spot for spot in self.places if spot.id == place), None)

    @property
    def reports(self) -> tuple[Reported, ...]:
        """Everything reported, in the order of the key."""
        return (*self.routes, *self.bearings, *self.roads, *self.unplaced)


Map = RegionMap | SketchMap


@dataclass(frozen=True, slots=True)
class GeoLine:
    """A line of geodata, as latitudes and longitudes: the boundary of two countries or the coast of one."""

    of: tuple[str, ...]
    spots: tuple[tuple[float, float], ...]

    @property
    def is_boundary(self) -> bool:
        """Whether land lies on both sides."""
        return len(self.of) > 1


@dataclass(frozen=True, slots=True)
class Geodata:
    """The lines of a region, whole within its bounds: west, south, east, north."""

    bounds: tuple[float, float, float, float]
    lines: tuple[GeoLine, ...]
