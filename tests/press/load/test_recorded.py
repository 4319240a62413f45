"""Recorded: what the tiny book says, kept in a file and read again."""

import pytest

from press.findings import Report
from press.load.book import load_book
from press.load.recorded import read_record_file, record_file, write_record
from press.model.changes import changes
from press.model.history import Item
from press.model.recorded import Recorded, Said
from press.model.recording import record_of
from tests.books.making import LIGHTHOUSE


@pytest.fixture(scope="module")
def record() -> Recorded:
    book = load_book(LIGHTHOUSE, "", Report())
    assert book
    return record_of(book)


def found(record: Recorded, item: str) -> Said:
    return next(said for said in record.said if said.item == Item.read(item))


def test_a_paragraph_is_kept_with_its_notes_sources_and_what_it_tells(record):
    said = found(record, "§2.1")

    assert dict(said.wording)["text"].startswith("On the night of 13–14 March 1871 the steamer Adler, from Riga")
    assert "orr-1990" not in dict(said.wording)["text"]
    assert dict(said.wording)["notes"] == (
        "orr-1990, pp. 101–8; gazette-1871 ¶ That it was: lights-board-1871, p. 5. That it was not: gazette-1871. "
        "The keeper’s page for the night is cut out, brandt-diary, 13 March 1871.")
    assert said.sources == ("orr-1990", "gazette-1871", "lights-board-1871", "brandt-diary")
    assert said.tells == (Item.read("claim c004"), Item.read("event e08"))


def test_a_record_is_kept_with_its_figures(record):
    said = found(record, "figure n02")

    assert (said.label, said.sources) == ("Owners of the Adler", ("rigasche-1871",))
    assert {"low": "52", "high": "open"}.items() <= dict(said.wording).items()


def test_the_notes_that_editors_write_for_themselves_stay_out(record):
    assert "note" not in {key for said in record.said if str(said.item).startswith(("claim", "person", "source"))
                          for key, _ in said.wording}


def test_a_person_whose_name_is_withheld_stays_out():
    book = load_book(LIGHTHOUSE, "", Report())
    assert book
    person = next(iter(book.registers.people.values()))
    book.registers.people[person.id] = person.model_copy(update={"withheld": "A private person."})  # type: ignore[index]

    assert f"person {person.id}" not in {str(said.item) for said in record_of(book).said}


def test_every_item_has_a_name_of_its_own(record):
    assert len({said.item for said in record.said}) == len(record.said) > 40


def test_the_file_of_a_record_is_the_record_again(record, tmp_path):
    (tmp_path / "editions").mkdir()
    record_file(tmp_path, "1st").write_bytes(write_record(record))
    report = Report()
    read = read_record_file(tmp_path, "1st", report)

    assert report.findings == []
    assert read
    assert read == record
    assert changes(read, record, {}) == ()
    assert write_record(read) == write_record(record)


FRAME = '{"form": 1, "edition": "1st", "statement": "", "date": "", "isbns": [], "said": '


@pytest.mark.parametrize("text", ["", "[]", "{}", FRAME, FRAME + "[1]}", FRAME.replace("1,", "2,") + "[]}",
                                  FRAME + '[{"item": "x"}]}'])
def test_a_damaged_record_is_told(text, tmp_path):
    (tmp_path / "editions").mkdir()
    record_file(tmp_path, "1st").write_text(text, encoding="utf-8")
    report = Report()

    assert read_record_file(tmp_path, "1st", report) is None
    assert [finding.rule for finding in report.findings] == ["H-02"]
