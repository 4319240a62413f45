"""Memorials and films: their order and what a row says of them."""

import pytest

from press.compose.registers.works import films, memorials
from press.model.evidence import Status
from press.model.records import Film, Memorial
from press.model.registers import Registers
from tests.press.compose.registers.filing import NOWHERE, filed, keys, record, rows


def test_memorials_stand_by_date_and_those_without_one_come_last():
    view = memorials(filed(
        record(Memorial, "m1", date=None), record(Memorial, "m2", date="2008-02-26"),
        record(Memorial, "m3", date="1992~")), NOWHERE)

    assert [row[0] for row in rows(view)] == ["c. 1992", "26 Feb. 2008", "no date"]


def test_a_memorial_gives_name_and_place_and_who_set_it_up():
    view = memorials(filed(record(Memorial, "m1", status=Status.ATTRIBUTED, note="Later moved.")), NOWHERE)

    assert rows(view) == [["1994", "A stone attributed Skar", "the town"]]
    assert next(view.iter("note"))[-1].tail == ". Later moved."


def test_a_film_gives_title_kind_and_director_and_calls_a_note_to_its_sources():
    view = films(filed(record(Film, "f1", status=Status.DISCREPANCY, sources=("list", "log"))), NOWHERE)

    assert rows(view) == [["1993", "Fyr (The light) sources differ feature", "Jo Orr"]]
    assert keys(next(view.iter("note"))) == ["list", "log"]


def test_the_title_of_a_film_is_italic_without_its_translation():
    assert [i.text for i in films(filed(record(Film, "f1")), NOWHERE).iter("i")] == ["Fyr"]


def test_films_stand_by_the_first_year():
    view = films(filed(record(Film, "f1", year="2012/2015"), record(Film, "f2", year="2011")), NOWHERE)

    assert [row[0] for row in rows(view)] == ["2011", "2012–15"]


@pytest.mark.parametrize("view", [memorials, films])
def test_without_records_there_is_no_table(view):
    with pytest.raises(ValueError, match=r"no (memorial|film) is filed"):
        view(Registers(), NOWHERE)
