"""An archive is the same bytes wherever it is made."""

import io
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from press.publish.zipped import zipped

FILES = {"mimetype": b"text", "a/b.txt": b"words " * 100}


def entries(day: str):
    return ZipFile(io.BytesIO(zipped(FILES, day, frozenset({"mimetype"})))).infolist()


def test_entries_stand_in_their_order_with_the_day_of_the_edition():
    assert [(entry.filename, entry.date_time) for entry in entries("2024-05-01")] == [
        ("mimetype", (2024, 5, 1, 0, 0, 0)), ("a/b.txt", (2024, 5, 1, 0, 0, 0))]


def test_what_is_to_be_read_without_unpacking_is_stored():
    assert [entry.compress_type for entry in entries("2024-05-01")] == [ZIP_STORED, ZIP_DEFLATED]


def test_nothing_tells_of_the_machine():
    assert {(entry.create_system, entry.external_attr, entry.extra) for entry in entries("2024-05-01")} == {
        (3, 0o100644 << 16, b"")}


def test_an_edition_older_than_the_format_bears_its_first_year():
    assert entries("1929-05-01")[0].date_time == (1980, 5, 1, 0, 0, 0)
