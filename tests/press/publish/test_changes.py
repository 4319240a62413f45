"""Changes as JSON: every change with both wordings in pieces, and nobody named who was taken out."""

import json
from dataclasses import replace

from press.findings import Report
from press.load.book import load_book
from press.model.changes import changes
from press.model.history import Item
from press.model.recorded import Recorded, Said
from press.model.recording import record_of
from press.publish.changes import changes_file
from tests.books.making import LIGHTHOUSE


def written(*gone: Said) -> dict:
    book = load_book(LIGHTHOUSE, "", Report())
    assert book
    now = record_of(book)
    before = Recorded("0th", "Trial edition", "2023-01-01", (*gone, *(one for one in now.said if one.item not in {
        other.item for other in gone})))
    return json.loads(changes_file(replace(book, before=before, changes=changes(before, now, {}))))


def test_a_change_has_both_wordings_in_pieces():
    told = written(Said(Item.read("claim c002"), "c002", (("statement", "The tower is 30 metres high."),),
                        ("lights-board-1823",)))

    assert (told["edition"], told["since"], told["count"]) == ("1st", "0th", 1)
    assert told["changes"][0]["item"] == "claim c002"
    assert told["changes"][0]["wording"][0] == {
        "key": "statement", "was": [["The tower is", False], [" 30", True], [" metres high.", False]],
        "is": [["The tower is", False], [" 31", True], [" metres high.", False]]}


def test_a_person_taken_out_is_not_named():
    told = written(Said(Item.read("person ole-holm"), "Ole Holm", (("name", "Ole Holm"),)))

    assert told["changes"] == [{"kind": "person", "sorts": ["withdrawn"], "reason": ""}]
    assert "holm" not in json.dumps(told).lower()
