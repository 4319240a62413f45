"""An editor's files become registers, and every mistake in them is told at its place, all at once."""

import errno
import re
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from press.findings import Place, Report
from press.load.registers import load_registers
from press.model.evidence import Confidence, Living
from press.rules import RULES
from tests.press.load.tiny_content import FILES, write_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_content(tmp_path)


def findings(content: Path) -> str:
    report = Report()
    load_registers(content, report)
    return "\n".join(map(str, report.sorted()))


def expect(text: str) -> str:
    return dedent(text).strip()


def edit(content: Path, name: str, old: str, new: str) -> None:
    path = content / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_good_folder_has_no_findings_and_every_register(content: Path) -> None:
    report = Report()
    registers = load_registers(content, report)

    assert report.findings == []
    assert registers.incomplete == frozenset()
    assert list(registers.sources) == ["smith-1995", "jones-2001"]
    assert [list(register) for register in (
        registers.claims, registers.events, registers.estimates, registers.positions, registers.acts,
        registers.memorials, registers.films, registers.people, registers.gazetteer, registers.organizations,
    )] == [[name] for name in "c001 t01 dt01 p01 r01 m01 f01 jane-smith valley bridge-company".split()]
    assert [term.term for term in registers.terms] == ["Oblast"]
    assert [name.form for name in registers.event_names] == ["The closing"]


def test_values_are_read_once_into_what_they_mean(content: Path) -> None:
    registers = load_registers(content, Report())
    estimate, event = registers.estimates["dt01"], registers.events["t01"]
    person, memorial = registers.people["jane-smith"], registers.memorials["m01"]

    assert (estimate.low, estimate.high) == (120, None)
    assert estimate.breakdown == (("women", 40), ("children", 12))
    assert str(event.date) == "1991-12-10/1991-12-12"
    assert event.confidence is Confidence.TESTIMONY
    assert (event.where, memorial.where, memorial.date) == ("valley", "Valley, at the bridge", None)
    assert person.living is Living.NO
    assert person.forms("ru") == ("Джейн Смит", "Дж. Смит")
    assert person.forms("en") == ("Jane Smith",)
    assert registers.positions["p01"].when is None
    assert registers.sources["jones-2001"].via == ("smith-1995",)


def test_every_record_knows_the_line_it_begins_on(content: Path) -> None:
    registers = load_registers(content, Report())

    assert registers.events["t01"].place == Place("content/chronology.yaml", 2, 5)
    assert registers.memorials["m01"].place == Place("content/memorials.yaml", 2, 5)
    assert registers.sources["jones-2001"].place == Place("content/sources/reports.yaml", 15, 5)
    assert registers.sources["smith-1995"].author[0].place == Place("content/sources/reports.yaml", 7, 9)
    assert registers.sources["smith-1995"].supports[0].place == Place("content/sources/reports.yaml", 13, 9)
    assert registers.terms[0].place == Place("content/glossary.yaml", 2, 5)
    discrepancy, coordinates = registers.claims["c001"].discrepancy, registers.gazetteer["valley"].coordinates
    assert discrepancy is not None
    assert discrepancy.place == Place("content/claims.yaml", 13, 7)
    assert coordinates is not None
    assert coordinates.place == Place("content/gazetteer.yaml", 8, 7)


def test_all_mistakes_of_all_files_are_told_at_once(content: Path) -> None:
    (content / "chronology.yaml").write_text(dedent("""\
        events:
          - id: t 01
            date: 1991-13
            event: [The bridge, is closed]
            plaice: valley
            sources: []
            confidence: confirmd
          - id: t02
            date: "about 1992"
            event:
            place: {town: valley}
            sources: smith-1995
            confidence: disputd
          - just a line
          - id: t03
            confidence: cited
    """), encoding="utf-8")
    (content / "estimates.yaml").write_text(dedent("""\
        estimates:
          - id: dt01
            by: Commission
            published: null
            low: about 120
            high: 12.5
            breakdown:
              women: forty
              men: -3
            kind: count
            status: consulted
            sources: [smith-1995, Smith 1995]
          - id: dt02
            by: Commission
            published: 1992
            low: 1
            high: null
            breakdown: [women]
            kind: count
            status: consulted
            sources: [smith-1995]
    """), encoding="utf-8")
    edit(content, "sources/reports.yaml", "family: Smith", "familie: Smith")
    edit(content, "sources/reports.yaml", "verification: cited-by", "verification: seen")
    edit(content, "claims.yaml", "in-base-text: true", "in-base-text: perhaps")
    edit(content, "claims.yaml", "      other: December only\n", "")
    edit(content, "gazetteer.yaml", "lat: 10.5", "lat: 95")
    edit(content, "people.yaml", "ru: [Джейн Смит, Дж. Смит]", "ru: {long: Джейн Смит}")

    assert findings(content) == expect("""
        content/chronology.yaml:2:9: D-07 “t 01” is not an id
            hint: write small letters, figures and single hyphens
        content/chronology.yaml:3:16: D-05 “1991-13” is not a date: 13 is not a month
            hint: write 1992, 1992-02 or 1992-02-26; ~ is about, ? uncertain, a slash makes a range
        content/chronology.yaml:4:12: D-03 “event” is a list where text is expected
            hint: write one value, without brackets
        content/chronology.yaml:5:5: D-01 there is no key “plaice”
            hint: did you mean “place”?
        content/chronology.yaml:6:14: D-08 “sources” has no value
            hint: give it one, or leave the key out
        content/chronology.yaml:7:17: D-04 “confirmd” is not a word for “confidence”
            hint: did you mean “confirmed”?
        content/chronology.yaml:9:12: D-05 “about 1992” is not a date: “a” has no place in a date
            hint: write 1992, 1992-02 or 1992-02-26; ~ is about, ? uncertain, a slash makes a range
        content/chronology.yaml:10:11: D-08 “event” has no value
            hint: give it one, or leave the key out
        content/chronology.yaml:11:12: D-03 “place” is a mapping where text is expected
            hint: write one value, without brackets
        content/chronology.yaml:12:14: D-03 “sources” is text where a list is expected
            hint: write [one, two], or lines that begin with a hyphen
        content/chronology.yaml:13:17: D-04 “disputd” is not a word for “confidence”
            hint: did you mean “disputed”?
        content/chronology.yaml:14:5: D-03 a record is expected here, keys and values
            hint: write a key, a colon and a value, a line each
        content/chronology.yaml:15:5: D-02 “date” is missing
            hint: add a line that begins with “date:”
        content/chronology.yaml:15:5: D-02 “event” is missing
            hint: add a line that begins with “event:”
        content/chronology.yaml:15:5: D-02 “sources” is missing
            hint: add a line that begins with “sources:”
        content/claims.yaml:13:7: D-02 “other” is missing
            hint: add a line that begins with “other:”
        content/claims.yaml:14:19: D-06 “perhaps” is neither true nor false
            hint: write true or false
        content/estimates.yaml:5:10: D-06 “about 120” is not a whole number
            hint: write figures alone, as in 1275
        content/estimates.yaml:6:11: D-06 “12.5” is not a whole number
            hint: write figures alone, as in 1275
        content/estimates.yaml:8:14: D-06 “forty” is not a whole number
            hint: write figures alone, as in 1275
        content/estimates.yaml:9:12: D-06 “-3” is not greater than or equal to 0
            hint: write a number within these bounds
        content/estimates.yaml:12:27: D-07 “Smith 1995” is not an id
            hint: write small letters, figures and single hyphens
        content/estimates.yaml:18:16: D-03 “breakdown” is a list where a mapping is expected
            hint: write keys and values below it
        content/gazetteer.yaml:8:12: D-06 “95” is not less than or equal to 90
            hint: write a number within these bounds
        content/people.yaml:7:11: D-03 “name-forms” is a mapping where a list is expected
            hint: write [one, two], or lines that begin with a hyphen
        content/sources/reports.yaml:7:9: D-01 there is no key “familie”
            hint: did you mean “family”?
        content/sources/reports.yaml:19:19: D-04 “seen” is not a word for “verification”
            hint: known: text-consulted, cited-by, named-only
    """)


def test_the_place_of_a_record_cannot_be_written_by_hand(content: Path) -> None:
    edit(content, "films.yaml", "    kind: documentary", "    place: cinema\n    kind: documentary")
    edit(content, "chronology.yaml", "    place: valley", '    "@place": valley')

    assert re.findall(r"D-01.*", findings(content)) == [
        "D-01 there is no key “@place”", "D-01 there is no key “place”",
    ]


def test_an_id_that_is_taken_is_told_with_both_places(content: Path) -> None:
    (content / "sources/late.yaml").write_text(FILES["sources/reports.yaml"], encoding="utf-8")
    again = "  - term: Oblast\n    meaning: province\n    sources: [smith-1995]\n"
    edit(content, "glossary.yaml", "names-of", f"{again}names-of")

    assert findings(content) == expect("""
        content/glossary.yaml:5:11: D-09 the term “Oblast” is taken
            hint: the first stands at content/glossary.yaml:2:5; give this one another
        content/sources/reports.yaml:2:9: D-09 the id “smith-1995” is taken
            hint: the first stands at content/sources/late.yaml:2:5; give this one another
        content/sources/reports.yaml:15:9: D-09 the id “jones-2001” is taken
            hint: the first stands at content/sources/late.yaml:15:5; give this one another
    """)


def test_a_file_of_the_wrong_shape_is_told(content: Path) -> None:
    (content / "films.yaml").write_text("- id: f01\n", encoding="utf-8")
    (content / "claims.yaml").write_text("claim: []\n", encoding="utf-8")
    (content / "people.yaml").write_text("people:\n  jane-smith: Jane\n", encoding="utf-8")
    (content / "positions.yaml").write_text("positions:\n", encoding="utf-8")
    (content / "memorials.yaml").write_text("memorials: []\n", encoding="utf-8")

    assert findings(content) == expect("""
        content/claims.yaml:1:1: D-01 there is no list “claim” in this file
            hint: did you mean “claims”?
        content/claims.yaml:1:1: D-02 “claims” is missing
            hint: write `claims: []` for none
        content/films.yaml:1:1: D-03 the file does not begin with “films:”
            hint: write `films:` on the first line and indent the records below it
        content/people.yaml:2:3: D-03 “people” is not a list
            hint: write `people: []` for none
        content/positions.yaml:1:11: D-03 “positions” is not a list
            hint: write `positions: []` for none
    """)


def test_files_that_cannot_be_read_are_told(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (content / "claims.yaml").unlink()
    (content / "films.yaml").unlink()
    (content / "films.yaml").mkdir()
    (content / "people.yaml").write_bytes("people:\n  - id: jürgen\n    name: J".encode() + b"\xfcrgen\n")
    (content / "positions.yaml").write_text("# nothing yet\n", encoding="utf-8")
    (content / "memorials.yaml").unlink()
    (content / "memorials.yaml").symlink_to(content / "memorials.yaml")
    (content / "sources/more.yml").write_text("sources: []\n", encoding="utf-8")
    read = Path.read_bytes

    def locked(path: Path) -> bytes:
        if path.name == "gazetteer.yaml":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", locked)
    report = Report()
    registers = load_registers(content, report)

    assert "\n".join(map(str, report.sorted())) == expect("""
        content/claims.yaml: Y-01 the file is missing
            hint: write it, or look whether it has another name
        content/films.yaml: Y-01 a folder stands where a file is expected
            hint: give the folder another name
        content/gazetteer.yaml: Y-01 the file may not be read
            hint: mend the rights of the file and of its folder
        content/memorials.yaml: Y-01 Too many levels of symbolic links
            hint: look at the file and at its folder
        content/people.yaml:3:12: Y-02 the byte 0xfc is not UTF-8
            hint: save the file as UTF-8
        content/positions.yaml: Y-03 nothing is written here
            hint: write the records, or `[]` for none
        content/sources/more.yml: Y-01 the file is not read
            hint: call it more.yaml
    """)
    assert registers.incomplete == set("claims films places memorials people positions sources".split())


def test_a_folder_without_sources_is_told(content: Path) -> None:
    (content / "sources/reports.yaml").unlink()

    assert findings(content) == expect("""
        content/sources: Y-01 no file of sources is here
            hint: write one, as reports.yaml
    """)


def test_a_register_from_which_a_record_fell_is_incomplete(content: Path) -> None:
    edit(content, "people.yaml", "living: no", "living: maybe")
    registers = load_registers(content, Report())

    assert registers.people == {}
    assert registers.incomplete == {"people"}


def test_records_may_be_written_without_yaml_dates_and_numbers_in_the_way(content: Path) -> None:
    edit(content, "films.yaml", "title: The road", "title: 1_000")
    edit(content, "people.yaml", "name: Jane Smith", "name: 12:30")
    registers = load_registers(content, Report())

    assert (registers.films["f01"].title, registers.people["jane-smith"].name) == ("1_000", "12:30")


PIECES = st.sampled_from([
    b"\t", b":", b": ", b"- ", b"null", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!int ", b"!x ", b"\xff",
    b"\x00", b'"', b"'", b"|", b"> ", b"? ", b"---\n", b"...\n", b"%", b" #", b"\n", b"~", b"\r", b"<<: ",
    b", ", b"\xe2\x80\xa8", b"\xc2\x85", b"\xef\xbb\xbf", b"place: x", b"9" * 5000, b"[" * 5000, b"nan",
])


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), name=st.sampled_from(sorted(FILES)))
def test_no_damage_to_a_file_stops_the_press(content: Path, data: st.DataObject, name: str) -> None:
    whole = FILES[name].encode()
    at = data.draw(st.integers(0, len(whole)))
    until = data.draw(st.integers(at, min(at + 80, len(whole))))
    (content / name).write_bytes(whole[:at] + data.draw(PIECES) + whole[until:])
    report = Report()
    load_registers(content, report)
    (content / name).write_bytes(whole)

    assert {finding.rule for finding in report.findings} <= set(RULES)
    assert {finding.place.file for finding in report.findings} <= {f"content/{name}"}
