"""Maps: the records of `content/maps/`, one a file, and the geodata that lies beside them.

A record of a map says what it is by its first key, `region:` or `sketch:`.  Geodata
is GeoJSON, cut by `press.workshop.geodata`.
"""

import json
import math
from pathlib import Path
from typing import Any

from press.findings import Place, Report, did_you_mean
from press.load import nodes
from press.load.files import display_name, is_within, read_text
from press.load.records import read_record
from press.load.registers import MAPS
from press.model.maps import Geodata, GeoLine, Map, RegionMap, SketchMap

KINDS: dict[str, type[RegionMap] | type[SketchMap]] = {"region": RegionMap, "sketch": SketchMap}
HOW_CUT = "cut it anew with python -m press.workshop.geodata"


def load_maps(content: Path, report: Report) -> tuple[dict[str, Map], dict[str, Geodata], bool]:
    """The maps by id, their geodata by name of file, and whether all could be read."""
    maps: dict[str, Map] = {}
    complete = True
    for path in sorted((content / MAPS).glob("*.yaml")):
        found = _read_map(path, display_name(path, content), report)
        complete = complete and found is not None
        if found is None:
            continue
        first = maps.setdefault(found.id, found)
        if first is not found:
            report.add("D-09", found.place, f"the id “{found.id}” is taken",
                       f"the first stands at {first.place}; give this one another")
    geodata: dict[str, Geodata] = {}
    for drawn in maps.values():
        if isinstance(drawn, RegionMap):
            geodata |= {} if drawn.geodata in geodata else _geodata(drawn, content, report)
            complete = complete and drawn.geodata in geodata
    return maps, geodata, complete


def _read_map(path: Path, name: str, report: Report) -> Map | None:
    """The record of one file."""
    text = read_text(path, name, report)
    tree = None if text is None else nodes.read_yaml(text, name, report)
    if tree is None:
        return None
    if not isinstance(tree, nodes.Mapping) or len(tree.pairs) != 1 or tree.pairs[0][0].text not in KINDS:
        word = tree.pairs[0][0].text if isinstance(tree, nodes.Mapping) and tree.pairs else ""
        report.add("D-03", tree.place, "the file does not begin with “region:” or “sketch:”",
                   did_you_mean(word, KINDS) or "write one map a file, and indent what it holds")
        return None
    key, node = tree.pairs[0]
    return read_record(node, KINDS[key.text], report)


def _geodata(drawn: RegionMap, content: Path, report: Report) -> dict[str, Geodata]:
    """The lines that a map is drawn over, by name of file; nothing when they cannot be read."""
    path = content / MAPS / drawn.geodata
    if not is_within(path, content) or not path.is_file():
        known = sorted(file.name for file in (content / MAPS).glob("*.geojson"))
        report.add("K-02", drawn.place, f"the geodata “{drawn.geodata}” is not there",
                   did_you_mean(drawn.geodata, known) or f"geodata lies in {content.name}/{MAPS}/")
        return {}
    name = display_name(path, content)
    text = read_text(path, name, report)
    if text is None:
        return {}
    try:
        return {drawn.geodata: _read_geojson(json.loads(text))}
    except json.JSONDecodeError as error:
        place = Place(name, error.lineno, error.colno)
        report.add("K-02", place, f"the geodata is not JSON: {error.msg.lower()}", HOW_CUT)
    except (KeyError, TypeError, ValueError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        report.add("K-02", Place(name), f"the geodata is not of the house’s form: {reason}", HOW_CUT)
    return {}


def _read_geojson(read: Any) -> Geodata:
    """The lines of a collection of features; anything else raises."""
    west, south, east, north = map(_degrees, read["bbox"])
    lines = tuple(GeoLine(tuple(str(name) for name in feature["properties"]["of"]),
                          tuple((_degrees(lat), _degrees(lon))
                                for lon, lat in feature["geometry"]["coordinates"]))
                  for feature in read["features"])
    return Geodata((west, south, east, north), lines)


def _degrees(value: Any) -> float:
    """A number of degrees."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"“{value}” is no number of degrees")
    if abs(value) > 180:
        raise ValueError(f"{value} lies beyond the globe")
    return float(value)
