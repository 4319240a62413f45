"""A map stands in the text as a figure of its own sort, with a key that names its sources."""

import base64
import json
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from press.check.maps import check_maps
from press.compose.contents import listed
from press.compose.views import expand
from press.findings import Place, Report
from press.load.registers import load_registers
from press.model.fair_copy import FairCopy
from press.model.maps import SketchMap
from press.model.pages import PageMap
from press.model.registers import Registers
from press.model.section import Matter, Section
from tests.press.compose.figures.seen import clashes, lettering
from tests.press.load.test_maps import GEODATA, REGION, SKETCH
from tests.press.load.tiny_content import write_content

CONTENT = Path(__file__).parents[3] / "content"
KEY = """\
  key:
    - words: The valley stands where *Smith* has it.
      sources: [smith-1995, jones-2001]
    - words: The lines are the editors’.
"""


@pytest.fixture
def registers(tmp_path: Path) -> Registers:
    folder = write_content(tmp_path)
    (folder / "maps").mkdir()
    (folder / "maps" / "valley.yaml").write_text(REGION + KEY, encoding="utf-8")
    (folder / "maps" / "sketch.yaml").write_text(SKETCH, encoding="utf-8")
    (folder / "maps" / "valley.geojson").write_text(json.dumps(GEODATA), encoding="utf-8")
    return load_registers(folder, Report())


def section(*names: str, number: str = "") -> Section:
    body = Element("section")
    for name in names:
        body.append(Element("view", {"kind": "figure", "name": name, "caption": f"The {name}",
                                     "id": f"the-{name}", "place": "content/front/map.md:9:1"}))
    return Section("maps", "Maps", Matter.FRONT, "prose", Place("content/front/map.md", 2, 1), FairCopy(body), number)


def expanded(registers: Registers, *names: str, number: str = "") -> tuple[Section, Report]:
    report = Report()
    return expand(section(*names, number=number), registers, report), report


def svg_of(figure: Element) -> str:
    return base64.b64decode(figure[0].get("src", "").partition(",")[2]).decode()


def test_maps_are_numbered_and_listed_by_themselves(registers: Registers) -> None:
    made, report = expanded(registers, "valley-map", "sketch")
    first, second = made.body

    assert report.findings == []
    assert [figure.get("data-number") for figure in (first, second)] == ["Map 1", "Map 2"]
    assert [figure.get("class") for figure in (first, second)] == ["map", "map"]
    assert [[line.title for line in each.lines] for each in listed([made], PageMap())
            if each.title == "Maps"] == [["The valley-map", "The sketch"]]
    assert expanded(registers, "sketch", number="3")[0].body[0].get("data-number") == "Map 3.1"


def test_a_map_stands_above_its_caption_and_the_caption_above_the_key(registers: Registers) -> None:
    figure = expanded(registers, "valley-map")[0].body[0]

    assert [part.tag for part in figure] == ["img", "figcaption", "p", "p", "p"]
    assert figure[0].get("alt", "").startswith("The valley. A valley. Countries named: Ruritania.")
    assert "".join(figure[4].itertext()).startswith("Lambert’s conformal conic projection")


def test_a_line_of_the_key_names_its_sources_for_the_source_index(registers: Registers) -> None:
    line = expanded(registers, "valley-map")[0].body[0][2]
    cited = [(one.get("key"), group.get("at"), group.get("form"))
             for group in line.iter("cites") for one in group]

    assert (line.text, line[0].tag, line[0].text) == ("The valley stands where ", "em", "Smith")
    assert cited == [("smith-1995", "the-valley-map", "named"), ("jones-2001", "the-valley-map", "named")]
    assert list(expanded(registers, "valley-map")[0].body[0][3].iter("cites")) == []


def test_the_key_of_a_sketch_is_what_was_reported(registers: Registers) -> None:
    figure = expanded(registers, "sketch")[0].body[0]

    assert figure[2][0].text == "1"
    assert "".join(figure[2].itertext()).startswith("1They went north. (")
    assert figure[0].get("alt") == (
        "The roads. A sketch, north at the top, not to scale. Route 1: They went north.")


def test_a_map_that_cannot_be_drawn_is_a_finding_at_the_text(registers: Registers) -> None:
    broken = Registers(maps=registers.maps, gazetteer=registers.gazetteer)

    assert [(str(finding.place), finding.rule, finding.message)
            for finding in expanded(broken, "valley-map")[1].findings] == [
        ("content/front/map.md:9:1", "R-11",
         "the figure “valley-map” cannot be made: the geodata “valley.geojson” cannot be read")]


def test_a_map_that_nobody_filed_is_a_finding(registers: Registers) -> None:
    finding = expanded(registers, "skech")[1].findings[0]

    assert (finding.rule, finding.hint) == ("R-07", "did you mean “sketch”?")


def test_the_maps_of_the_book_are_drawn_from_its_records_with_room_for_every_name() -> None:
    report = Report()
    registers = load_registers(CONTENT, report)
    check_maps(registers, report)
    made, told = expanded(registers, *registers.maps)

    findings = [*report.findings, *told.findings]
    assert [str(finding) for finding in findings if finding.rule.startswith(("K", "R"))] == []
    assert len(made.body) == len(registers.maps) > 0
    for figure, drawn in zip(made.body, registers.maps.values(), strict=True):
        letters = lettering(svg_of(figure))
        assert clashes(letters) == [], drawn.id
        assert all(letter.left >= 0 and letter.right <= 300.5 for letter in letters), drawn.id
        places = drawn.places if isinstance(drawn, SketchMap) else drawn.points
        names = {registers.gazetteer[place.id].name for place in places}
        assert names <= {letter.words for letter in letters}
