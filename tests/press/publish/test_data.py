"""Data: the records of an edition are read by other programs as they were meant, and nothing private is in them."""

import csv
import hashlib
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from press.findings import Report
from press.load.registers import load_registers
from press.model.dates import UncertainDate
from press.model.registers import Registers
from press.publish import driver
from press.publish.data import evidence, references, tables
from press.publish.tables import BETWEEN, Table
from tests.books.making import ROOT, Making, silent, workshop

FILES = ("claims", "chronology", "estimates", "positions", "recognition", "memorials", "films", "people", "gazetteer",
         "organizations", "glossary", "event-names")


@pytest.fixture(scope="module")
def registers() -> Registers:
    report = Report()
    read = load_registers(ROOT / "content", report)
    assert report.errors == []
    return read


@pytest.fixture(scope="module")
def made(registers: Registers) -> dict[str, Table]:
    return {table.name: table for table in tables(registers)}


@pytest.fixture(scope="module")
def folder(reflowable: Making) -> Path:
    return reflowable.request.out / "1st" / "data"


def read(table: Table) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.csv().decode(), newline="")))


def test_every_record_of_the_book_is_in_its_data(registers: Registers, made: dict[str, Table]):
    assert set(made) == set(FILES)
    for name, register in (("claims", registers.claims), ("chronology", registers.events),
                           ("estimates", registers.estimates), ("positions", registers.positions),
                           ("recognition", registers.acts), ("memorials", registers.memorials),
                           ("films", registers.films), ("gazetteer", registers.gazetteer),
                           ("organizations", registers.organizations)):
        assert [row["id"] for row in made[name].rows] == list(register)
    assert [row["term"] for row in made["glossary"].rows] == [term.term for term in registers.terms]


@pytest.mark.parametrize("name", FILES)
def test_a_table_is_what_its_schema_says(name: str, made: dict[str, Table]):
    schema = made[name].schema
    Draft202012Validator.check_schema(schema)

    assert list(Draft202012Validator(schema).iter_errors(made[name].rows)) == []


@pytest.mark.parametrize(("name", "key", "value"), [
    ("claims", "status", "certain"), ("claims", "in-base-text", "yes"), ("estimates", "low", -1),
    ("gazetteer", "name-forms", [["hy", "x"]]), ("people", "living", "no"), ("chronology", "sources", [])])
def test_a_schema_refuses_what_a_record_may_not_have(name: str, key: str, value: Any, made: dict[str, Table]):
    rows = [{**made[name].rows[0], key: value}]

    assert list(Draft202012Validator(made[name].schema).iter_errors(rows))


@pytest.mark.parametrize("name", FILES)
def test_every_field_is_told_in_words(name: str, made: dict[str, Table]):
    for field in made[name].schema["items"]["properties"].values():
        assert len(field["description"]) > 5


@pytest.mark.parametrize("name", FILES)
def test_the_csv_has_the_words_of_the_json(name: str, made: dict[str, Table]):
    for cells, row in zip(read(made[name]), made[name].rows, strict=True):
        for key, value in row.items():
            match value:
                case None:
                    assert cells.get(key, "") == ""
                case bool():
                    assert cells[key] == str(value).lower()
                case list():
                    assert cells[key].split(BETWEEN) == value
                case dict() if all(isinstance(inner, int) for inner in value.values()):
                    assert dict(part.split(": ") for part in cells[key].split(BETWEEN)) == {
                        part: str(number) for part, number in value.items()}
                case dict():
                    for inner, held in value.items():
                        assert cells[f"{key}.{inner}"] == (BETWEEN.join(held) if isinstance(held, list) else str(held))
                case _:
                    assert cells[key] == str(value)


def test_a_date_comes_with_its_first_and_last_day(made: dict[str, Table]):
    for row in read(made["chronology"]):
        date = UncertainDate.parse(row["date"])
        assert row["date.earliest"] == "{:04}-{:02}-{:02}".format(*date.earliest)
        assert row["date.latest"] == "{:04}-{:02}-{:02}".format(*date.latest)


def test_lines_of_a_csv_end_as_the_standard_wants(made: dict[str, Table]):
    text = made["claims"].csv().decode()

    assert text.count("\r\n") >= len(made["claims"].records) + 1
    assert not text.startswith("\ufeff")


def test_a_person_that_may_be_alive_has_no_note(registers: Registers, made: dict[str, Table]):
    noted = {row["id"] for row in made["people"].rows if "note" in row}

    assert noted
    assert {registers.people[key].living.value for key in noted} == {"no"}


SHORT = 30  # letters of a note such as others may have, too


def test_notes_of_the_editors_stay_with_them(registers: Registers, made: dict[str, Table]):
    private = [record.note for record in registers.claims.values() if record.note]
    private += [record.note for record in registers.people.values() if record.note and record.living.value != "no"]
    written = "".join(file.content.decode() for file in evidence(registers))
    written += "".join(table.csv().decode() + json.dumps(table.rows, ensure_ascii=False) for table in made.values())

    told = [note for note in private if len(note) > SHORT]

    assert len(told) > 20
    assert [note for note in told if note in written] == []


NAMED = """
  - id: quiet-witness
    name: Wilhelmina Quist
    role-in-account: Saw the lamp go out
    name-forms: {ru: Вильгельмина Квист}
    living: no
    sources: [lights-board-1871]
    note: Daughter of the baker.
    withheld: She asked for it.
"""


def test_a_name_that_is_withheld_is_in_no_file_of_an_edition(lighthouse: Making, tmp_path: Path):
    root = workshop(tmp_path / "withheld")
    (root / ".cache").symlink_to(lighthouse.request.root / ".cache")
    people, claims = root / "content" / "people.yaml", root / "content" / "claims.yaml"
    people.write_text(people.read_text(encoding="utf-8").rstrip() + NAMED, encoding="utf-8")
    text = claims.read_text(encoding="utf-8")
    first = text.index("    sources:")
    claims.write_text(f"{text[:first]}    people: [quiet-witness]\n{text[first:]}", encoding="utf-8")
    asked = replace(lighthouse.request, root=root, content=root / "content", out=root / "dist",
                    formats=("screen", "epub", "data"), jobs=1)
    outcome = driver.make(asked, silent)

    assert [str(error) for error in outcome.report.errors] == []
    read_through = 0
    for file in outcome.made:
        for content in opened(file):
            read_through += 1
            assert not re.search("Quist|Квист|quiet-witness|of the baker|asked for it".encode(), content), file
    assert read_through > 50


def opened(file: Path) -> list[bytes]:
    """What a file says, unpacked where it is packed."""
    if file.suffix in (".epub", ".zip"):
        with ZipFile(file) as archive:
            return [archive.read(name) for name in archive.namelist()]
    if file.suffix == ".pdf":
        import pikepdf

        with pikepdf.open(file) as pdf:
            return [pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments]
    return [file.read_bytes()]


def test_the_package_names_every_file_with_its_sum(folder: Path):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    listed = {one["path"]: one for one in package["resources"]}

    assert {file.name for file in folder.iterdir()} - set(listed) == {"datapackage.json", "README.md"}
    for path, one in listed.items():
        content = (folder / path).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
    assert re.fullmatch(r"[a-z0-9._/-]+", package["name"])
    assert package["licenses"] == [{"name": "CC0-1.0", "path": "https://spdx.org/licenses/CC0-1.0.html"}]
    assert package["contributors"] == [{"title": "Ada Lind", "role": "author"}]
    assert package["created"] == "2024-05-01T00:00:00Z"
    assert package["id"] == "urn:uuid:00000000-0000-4000-8000-000000000001"


KINDS = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "boolean": "true|false", "date": r"\d{4}-\d\d-\d\d",
         "string": r"(?s).*"}


def test_every_column_holds_what_the_package_says(folder: Path):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tabular = [one for one in package["resources"] if one.get("profile") == "tabular-data-resource"]

    assert {"claims", "chronology", "estimates", "people", "gazetteer"} <= {one["name"] for one in tabular}
    for one in tabular:
        rows = list(csv.DictReader((folder / one["path"]).open(encoding="utf-8", newline="")))
        assert list(rows[0]) == [field["name"] for field in one["schema"]["fields"]]
        for field in one["schema"]["fields"]:
            assert field["description"]
            for row in rows:
                assert not row[field["name"]] or re.fullmatch(KINDS[field["type"]], row[field["name"]])


def test_the_archive_has_the_files_of_the_folder(reflowable: Making, folder: Path):
    with ZipFile(reflowable.request.out / "1st" / "1st-data.zip") as archive:
        held = {name: archive.read(name) for name in archive.namelist()}

    assert held == {f"1st-data/{file.name}": file.read_bytes() for file in folder.iterdir()}


def test_the_same_edition_is_the_same_data(reflowable: Making, tmp_path: Path):
    again = driver.make(replace(reflowable.request, out=tmp_path, formats=("data",)), silent)

    assert again.report.errors == []
    for file in again.made:
        if file.name != "manifest.json":
            was = reflowable.request.out / file.relative_to(tmp_path)
            assert file.read_bytes() == was.read_bytes()


def test_a_register_without_records_makes_no_files(folder: Path):
    assert not (folder / "films.csv").exists()


def test_the_pdf_carries_what_is_disclosed(registers: Registers, made: dict[str, Table]):
    carried = {file.name: file.content for file in evidence(registers)}

    assert carried["sources.json"] == references(registers)["sources.json"]
    for name in ("chronology", "estimates", "claims"):
        assert json.loads(carried[f"{name}.json"]) == made[name].rows
