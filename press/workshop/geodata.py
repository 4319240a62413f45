"""Geodata: the lines of a region, cut once out of an atlas and kept beside the maps that draw them.

    python -m press.workshop.geodata countries-10m.json 38.5 36.5 52 45 content/maps/region.geojson

The atlas is TopoJSON with a collection `countries`, as in the package world-atlas;
the numbers are west, south, east and north in degrees.  An arc that two countries
share is a boundary, an arc of one country alone a coast.  Numbers in docstrings are
those of the TopoJSON specification.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from pathlib import Path
from typing import Any

DECIMALS = 3  # about 100 m, finer than the atlas itself

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the globe, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, spot: Spot) -> bool:
        """Whether a spot lies in it."""
        return self.west <= spot[0] <= self.east and self.south <= spot[1] <= self.north


def region(atlas: Mapping[str, Any], box: Box) -> str:
    """The lines of a region as GeoJSON, a feature a line of the text."""
    features = sorted(_features(atlas, box), key=json.dumps)
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    bounds = json.dumps([box.west, box.south, box.east, box.north])
    return f'{{"type":"FeatureCollection","bbox":{bounds},"features":[\n{lines}\n]}}\n'


def _features(atlas: Mapping[str, Any], box: Box) -> Iterator[dict[str, Any]]:
    """Every stretch of an arc that lies in the box, with the countries on either side of it."""
    owners = _owners(atlas["objects"]["countries"]["geometries"])
    for number, arc in enumerate(atlas["arcs"]):
        of = sorted(owners.get(number, ()))
        for stretch in _within(_spots(arc, atlas["transform"]), box) if of else ():
            yield {"type": "Feature",
                   "properties": {"kind": "boundary" if len(of) > 1 else "coast", "of": of},
                   "geometry": {"type": "LineString", "coordinates": stretch}}


def _owners(countries: Iterable[Mapping[str, Any]]) -> dict[int, set[str]]:
    """The names of the countries that each arc belongs to; a reversed arc has its complement (2.1.4)."""
    found: dict[int, set[str]] = {}
    for country in countries:
        for arc in _flat(country.get("arcs", ())):
            found.setdefault(~arc if arc < 0 else arc, set()).add(country["properties"]["name"])
    return found


def _flat(nested: int | Sequence[Any]) -> Iterator[int]:
    """The numbers of lists within lists."""
    if isinstance(nested, int):
        yield nested
    else:
        for inner in nested:
            yield from _flat(inner)


def _spots(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> list[Spot]:
    """The degrees of a quantized arc, of which each position is a step from the one before (2.1.3)."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    columns, rows = zip(*arc, strict=True)
    return [(round(x * across + west, DECIMALS), round(y * up + south, DECIMALS))
            for x, y in zip(accumulate(columns), accumulate(rows), strict=True)]


def _within(spots: Sequence[Spot], box: Box) -> Iterator[list[Spot]]:
    """The stretches of a line in the box, each with one spot more at the end where it leaves."""
    steps = [(start, end) for start, end in pairwise(spots) if start != end]
    for inside, run in groupby(steps, key=lambda step: box.holds(step[0]) or box.holds(step[1])):
        if inside:
            kept = list(run)
            yield [kept[0][0], *(end for _, end in kept)]


def main(words: Sequence[str]) -> None:
    """Read the atlas, write the region."""
    atlas, *bounds, target = words
    read = json.loads(Path(atlas).read_text(encoding="utf-8"))
    Path(target).write_text(region(read, Box(*map(float, bounds))), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
