"""The index of the search is made from records, and is the same every time."""

import json

import pytest

from press.publish.web.pagefind import Record, search_index

RECORDS = [Record(f"a.html#p{number}", f"§ {number}", "Text" if number % 3 else "Claims", f"word{number} of the tower")
           for number in range(40)]


def test_the_same_records_make_the_same_index():
    assert search_index(RECORDS, "en") == search_index(RECORDS, "en")


def test_every_record_is_in_the_index_and_nothing_that_the_pages_do_not_use():
    files = search_index(RECORDS, "en")

    assert json.loads(files["pagefind-entry.json"])["languages"]["en"]["page_count"] == 40
    assert sum(name.startswith("fragment/") for name in files) == 40
    assert not [name for name in files if "-ui" in name or "highlight" in name]


def test_the_kind_of_every_record_is_told():
    kinds = json.loads(search_index(RECORDS, "en")["kinds.json"])

    assert {kind: len(names) for kind, names in kinds.items()} == {"Claims": 14, "Text": 26}


def test_what_the_program_refuses_is_an_error():
    with pytest.raises(RuntimeError, match="pagefind: "):
        search_index([Record(None, "", "", "")], "en")
