"""Maps are read from their folder, one a file, with the geodata that they are drawn over."""

import json
from pathlib import Path
from textwrap import dedent

import pytest

from press.findings import Place, Report
from press.load.registers import load_registers
from press.model.maps import Compass, RegionMap, Side, SketchMap
from press.model.registers import Registers
from tests.press.load.tiny_content import write_content

REGION = """\
region:
  id: valley-map
  title: The valley
  description: A valley.
  geodata: valley.geojson
  extent: {west: 20, south: 10, east: 21, north: 11}
  names:
    - {name: Ruritania, lat: 10.7, lon: 20.5}
  points:
    - {id: valley, main: true}
"""
SKETCH = """\
sketch:
  id: sketch
  title: The roads
  places:
    - {id: valley, east: 0, north: 0, label: below right, wide: true}
  routes:
    - mark: '1'
      leaves: valley
      edge: north
      heads: north-east
      east: 60
      north: 60
      words: They went north.
      sources: [smith-1995]
"""
GEODATA = {"bbox": [19, 9, 22, 12], "features": [
    {"properties": {"of": ["A", "B"]}, "geometry": {"coordinates": [[20, 10], [20.5, 10.5]]}},
    {"properties": {"of": ["A"]}, "geometry": {"coordinates": [[21, 10], [21, 11]]}}]}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = write_content(tmp_path)
    (folder / "maps").mkdir()
    (folder / "maps" / "valley.yaml").write_text(REGION, encoding="utf-8")
    (folder / "maps" / "sketch.yaml").write_text(SKETCH, encoding="utf-8")
    (folder / "maps" / "valley.geojson").write_text(json.dumps(GEODATA), encoding="utf-8")
    return folder


def read(content: Path) -> tuple[Registers, str]:
    report = Report()
    registers = load_registers(content, report)
    return registers, "\n".join(map(str, report.sorted()))


def test_maps_and_their_geodata_are_read(content: Path) -> None:
    registers, findings = read(content)
    region, sketch = registers.maps["valley-map"], registers.maps["sketch"]

    assert findings == ""
    assert list(registers.maps) == ["sketch", "valley-map"]
    assert isinstance(region, RegionMap)
    assert isinstance(sketch, SketchMap)
    assert (region.points[0].main, region.place) == (True, Place("content/maps/valley.yaml", 2, 3))
    assert (sketch.places[0].label, sketch.routes[0].heads) == (Side.BELOW_RIGHT, Compass.NE)
    assert registers.geodata["valley.geojson"].bounds == (19, 9, 22, 12)
    assert [line.is_boundary for line in registers.geodata["valley.geojson"].lines] == [True, False]
    assert registers.geodata["valley.geojson"].lines[0].spots == ((10, 20), (10.5, 20.5))


def test_a_book_needs_no_maps(tmp_path: Path) -> None:
    registers, findings = read(write_content(tmp_path))

    assert (dict(registers.maps), findings) == ({}, "")


def test_mistakes_in_a_map_are_told_at_their_places(content: Path) -> None:
    (content / "maps" / "sketch.yaml").write_text(
        SKETCH.replace("north-east", "nort-east").replace("east: 0", "east: far").replace("title", "titel"),
        encoding="utf-8")
    registers, findings = read(content)

    assert registers.incomplete == {"maps"}
    assert findings == dedent("""\
        content/maps/sketch.yaml:2:3: D-02 “title” is missing
            hint: add a line that begins with “title:”
        content/maps/sketch.yaml:3:3: D-01 there is no key “titel”
            hint: did you mean “title”?
        content/maps/sketch.yaml:5:26: D-06 “far” is not a number
            hint: write figures, with a point before decimals
        content/maps/sketch.yaml:10:14: D-04 “nort-east” is not a word for “heads”
            hint: did you mean “north-east”?""")


@pytest.mark.parametrize(("text", "hint"), [
    (REGION.replace("region:", "regoin:"), "did you mean “region”?"),
    ("- one\n", "write one map a file, and indent what it holds"),
])
def test_a_map_says_first_what_it_is(content: Path, text: str, hint: str) -> None:
    (content / "maps" / "valley.yaml").write_text(text, encoding="utf-8")
    registers, findings = read(content)

    assert "maps" in registers.incomplete
    assert findings == (
        "content/maps/valley.yaml:1:1: D-03 the file does not begin with “region:” or “sketch:”\n"
        f"    hint: {hint}")


def test_an_id_stands_once_among_the_maps(content: Path) -> None:
    (content / "maps" / "other.yaml").write_text(SKETCH, encoding="utf-8")

    assert read(content)[1].splitlines()[0] == "content/maps/sketch.yaml:2:3: D-09 the id “sketch” is taken"


def test_geodata_that_is_not_there_is_told(content: Path) -> None:
    (content / "maps" / "valley.geojson").rename(content / "maps" / "vale.geojson")
    registers, findings = read(content)

    assert registers.incomplete == {"maps"}
    assert findings == ("content/maps/valley.yaml:2:3: K-02 the geodata “valley.geojson” is not there\n"
                        "    hint: did you mean “vale.geojson”?")


@pytest.mark.parametrize(("text", "said"), [
    ('{"bbox": [1, 2', "geojson:1:15: K-02 the geodata is not JSON: expecting ',' delimiter"),
    ("[]", "K-02 the geodata is not of the house’s form"),
    ('{"bbox": [1, 2, 3, 4]}', "K-02 the geodata is not of the house’s form: 'features' is missing"),
    ('{"bbox": [1, 2, 3], "features": []}', "K-02 the geodata is not of the house’s form"),
    ('{"bbox": [1, 2, 3, "x"], "features": []}', "form: “x” is no number of degrees"),
    ('{"bbox": [1, 2, 3, 400], "features": []}', "form: 400 lies beyond the globe"),
    ('{"bbox": [1, 2, 3, NaN], "features": []}', "form: “nan” is no number of degrees"),
])
def test_geodata_that_cannot_be_read_is_told(content: Path, text: str, said: str) -> None:
    (content / "maps" / "valley.geojson").write_text(text, encoding="utf-8")
    registers, findings = read(content)

    assert said in findings
    assert registers.incomplete == {"maps"}
