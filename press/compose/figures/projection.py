"""Projection: the globe on a sheet, as Lambert's conformal conic does it.

The projection keeps angles, so that a coast keeps its shape, and is true to scale
on two parallels; these lie a sixth of the height within the map, as is usual for a
country or region.  The earth counts as a sphere: on the page of a book the
flattening is thinner than a line.
"""

import math
from dataclasses import dataclass
from functools import cached_property

RADIUS_KM = 6371.0088  # the earth's mean radius (IUGG)
WITHIN = 6  # the standard parallels stand a sixth of the height from the ends
STEP = 0.5  # degrees to which they and the meridian are rounded

Spot = tuple[float, float]


@dataclass(frozen=True)
class Conic:
    """Lambert's conformal conic, by its standard parallels and its upright meridian, in degrees."""

    south: float
    north: float
    meridian: float

    @cached_property
    def cone(self) -> float:
        """The constant of the cone: how far round it a whole turn of the globe goes."""
        low, high = math.radians(self.south), math.radians(self.north)
        if math.isclose(low, high):
            return math.sin(low)
        shrinking = math.log(math.cos(low) / math.cos(high))
        return shrinking / math.log(_stretch(self.north) / _stretch(self.south))

    @cached_property
    def apex_km(self) -> float:
        """The distance from the apex of the cone to the equator."""
        across = RADIUS_KM * math.cos(math.radians(self.south)) / self.cone
        return across * math.pow(_stretch(self.south), self.cone)

    def forward(self, lat: float, lon: float) -> Spot:
        """Kilometres to the right of the meridian and above the equator of the sheet."""
        distance = self.apex_km / math.pow(_stretch(lat), self.cone)
        turn = self.cone * math.radians(lon - self.meridian)
        return distance * math.sin(turn), self.apex_km - distance * math.cos(turn)

    def inverse(self, x: float, y: float) -> Spot:
        """The latitude and longitude of a spot on the sheet."""
        sign = math.copysign(1, self.cone)
        down = self.apex_km - y
        turn = math.atan2(sign * x, sign * down)
        stretch = math.pow(self.apex_km / (sign * math.hypot(x, down)), 1 / self.cone)
        lat, lon = 2 * math.atan(stretch) - math.pi / 2, turn / self.cone
        return math.degrees(lat), self.meridian + math.degrees(lon)

    def scale(self, lat: float) -> float:
        """How much longer a small distance is on the sheet; 1 on the standard parallels."""
        distance = self.apex_km / math.pow(_stretch(lat), self.cone)
        return self.cone * distance / (RADIUS_KM * math.cos(math.radians(lat)))


def conic(west: float, south: float, east: float, north: float) -> Conic:
    """The projection that suits a part of the globe."""
    if south >= north or west >= east:
        raise ValueError("its extent holds nothing")
    inset = (north - south) / WITHIN
    low, high = _rounded(south + inset), _rounded(north - inset)
    if math.isclose(low, -high):
        raise ValueError("a conic cannot show a part of the globe that the equator halves")
    return Conic(low, high, _rounded((west + east) / 2))


@dataclass(frozen=True)
class Sheet:
    """A projection on paper, in a frame of points whose top left corner is the `origin`."""

    projection: Conic
    west: float
    top: float
    points_per_km: float
    width: float
    height: float
    origin: Spot

    def place(self, lat: float, lon: float) -> Spot:
        """Where a spot of the globe stands on the page."""
        x, y = self.projection.forward(lat, lon)
        return (self.origin[0] + (x - self.west) * self.points_per_km,
                self.origin[1] + (self.top - y) * self.points_per_km)

    def globe(self, x: float, y: float) -> Spot:
        """The latitude and longitude of a spot on the page."""
        return self.projection.inverse(self.west + (x - self.origin[0]) / self.points_per_km,
                                       self.top - (y - self.origin[1]) / self.points_per_km)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the frame on the page."""
        left, top = self.origin
        return left, top, left + self.width, top + self.height


def sheet(west: float, south: float, east: float, north: float, width: float,
          origin: Spot = (0.0, 0.0)) -> Sheet:
    """The sheet on which an extent, measured along its middle parallel and meridian, fills the width."""
    projection = conic(west, south, east, north)
    middle = (south + north) / 2
    left, right = (projection.forward(middle, lon)[0] for lon in (west, east))
    bottom, top = (projection.forward(lat, (west + east) / 2)[1] for lat in (south, north))
    per_km = width / (right - left)
    return Sheet(projection, left, top, per_km, width, (top - bottom) * per_km, origin)


def _stretch(lat: float) -> float:
    """How far a parallel lies from the pole, in the measure of conformal maps."""
    return math.tan(math.pi / 4 + math.radians(lat) / 2)


def _rounded(degrees: float) -> float:
    """To the nearest half degree."""
    return round(degrees / STEP) * STEP
