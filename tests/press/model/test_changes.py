"""Changes: every difference of two editions is found, once, under what it follows from."""

from dataclasses import replace

import pytest

from press.model.changes import Sort, changes, every
from press.model.history import Item
from press.model.recorded import Recorded, Said


def said(item: str, sources: str = "", tells: str = "", within: str = "", **wording: str) -> Said:
    name = Item.read(item)
    return Said(name, name.id, tuple(wording.items()), tuple(sources.split()),
                tuple(Item.read(one) for one in tells.split(", ") if one), within)


BEFORE = (
    said("figure n1", "orr", by="The Board", low="58", high="61"),
    said("claim c1", "orr", statement="The bell was rung."),
    said("event e1", "orr", date="1871-03-13", event="The Adler strikes the rock."),
    said("source orr", title="A Light at Skarholm"),
    said("§1.1", "orr", "claim c1", "tower", text="It was rung, says the Board.", notes="orr, p. 5;"),
    said("§1.2", "orr", "figure n1", "tower", text="Of 58 nobody spoke.", notes="orr, p. 8;"),
    said("§1.3", "orr", "", "tower", text="It rained.", notes="orr, p. 9;"),
    said("paragraph tower-4", "", "", "tower", text="A verse stands over the door."),
    said("paragraph tower-5", "", "", "tower", text="Nobody can read it today."),
)


def since(*now: Said, before: tuple[Said, ...] = BEFORE, reasons=None):
    return changes(Recorded("1st", "First edition", "2024-05-01", before),
                   Recorded("2nd", "Second edition", "2025-05-01", now), reasons or {})


def changed(item: str, **wording: str) -> tuple[Said, ...]:
    """The edition with other words under one item."""
    return tuple(replace(one, wording=tuple((dict(one.wording) | wording).items())) if str(one.item) == item else one
                 for one in BEFORE)


def told(found) -> list[tuple[str, str, list[str]]]:
    return [(str(one.item), ", ".join(one.sorts), [str(follower.item) for follower in one.follows]) for one in found]


def test_the_same_edition_has_no_changes():
    assert since(*BEFORE) == ()


@pytest.mark.parametrize(("item", "wording", "sorts"), [
    ("figure n1", {"high": "62"}, "range changed"),
    ("claim c1", {"statement": "The bell was not rung."}, "reworded"),
    ("claim c1", {"status": "disputed"}, "status changed"),
    ("event e1", {"date": "1871-03-14"}, "date changed"),
    ("event e1", {"date": "1871-03-14", "event": "The Adler is lost."}, "date changed, reworded"),
    ("source orr", {"title": "The Light of Skarholm"}, "reworded"),
    ("§1.3", {"text": "It rained for a week."}, "reworded"),
    ("§1.3", {"notes": "orr, p. 10;"}, "notes changed"),
])
def test_a_change_is_of_its_sort(item, wording, sorts):
    found = since(*changed(item, **wording))

    assert told(found) == [(item, sorts, [])]
    assert [reading.key for reading in found[0].readings] == list(wording)


def test_what_is_new_is_added_and_what_is_gone_is_withdrawn_with_the_reason_given():
    gone = Item.read("claim c1")
    found = since(*(one for one in BEFORE if one.item != gone), said("event e2", "orr", event="A cable is laid."),
                  reasons={gone: "The log has no bell."})

    assert told(found) == [("claim c1", "withdrawn", []), ("event e2", "added", [])]
    assert found[0].reason == "The log has no bell."
    assert found[0].readings[0].was == "The bell was rung."


def test_a_passage_that_prints_a_corrected_figure_follows_from_it():
    now = changed("figure n1", low="59")
    now = tuple(one if str(one.item) != "§1.2" else replace(one, wording=(("text", "Of 59 nobody spoke."),
                                                                           ("notes", "orr, p. 8;"))) for one in now)

    assert told(since(*now)) == [("figure n1", "range changed", ["§1.2"])]


def test_a_passage_reworded_for_a_reason_of_its_own_is_a_change_of_its_own():
    now = changed("figure n1", low="59")
    now = tuple(one if str(one.item) != "§1.2" else replace(one, wording=(("text", "Of 58 nobody ever wrote."),
                                                                           ("notes", "orr, p. 8;"))) for one in now)

    assert told(since(*now)) == [("figure n1", "range changed", []), ("§1.2", "reworded", [])]


def test_a_passage_that_told_a_withdrawn_claim_follows_from_it():
    now = tuple(one for one in BEFORE if str(one.item) not in ("claim c1", "§1.1"))

    assert told(since(*now)) == [("claim c1", "withdrawn", ["§1.1"])]


def test_what_only_cites_a_new_source_follows_from_it():
    now = tuple(replace(one, sources=("orr", "log")) if str(one.item) in ("claim c1", "§1.3") else one
                for one in BEFORE)

    assert told(since(*now, said("source log", title="Log"))) == [("source log", "added", ["claim c1", "§1.3"])]


def test_a_passage_that_cites_another_filed_source_is_a_change_of_its_own():
    before = (*BEFORE, said("source log", title="Log"))
    now = tuple(replace(one, sources=("log",), wording=(("text", "It rained."), ("notes", "log, p. 2;")))
                if str(one.item) == "§1.3" else one for one in before)
    found = since(*now, before=before)

    assert told(found) == [("§1.3", "re-sourced", [])]
    assert (found[0].sources_added, found[0].sources_dropped) == (("log",), ("orr",))


def test_a_passage_without_a_number_keeps_its_name_where_others_come_before_it():
    verse, reader = BEFORE[-2:]
    now = (*BEFORE[:-2], said("paragraph tower-4", "", "", "tower", text="The door is of oak, and low."),
           replace(verse, item=Item.read("paragraph tower-5")),
           said("paragraph tower-6", "", "", "tower", text="Nobody can read it now."))

    assert reader.wording[0][1] == "Nobody can read it today."
    assert told(since(*now)) == [("paragraph tower-4", "added", []), ("paragraph tower-6", "reworded", [])]


def test_a_passage_without_a_number_that_is_gone_is_withdrawn():
    found = since(*BEFORE[:-1])

    assert told(found) == [("paragraph tower-5 (gone)", "withdrawn", [])]


def test_every_change_is_told_before_what_follows_from_it():
    now = tuple(one for one in BEFORE if str(one.item) not in ("claim c1", "§1.1"))

    assert [str(one.item) for one in every(since(*now))] == ["claim c1", "§1.1"]
    assert all(Sort.WITHDRAWN in one.sorts for one in every(since(*now)))
