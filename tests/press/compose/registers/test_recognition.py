"""Recognition: what sort an act is, the order of its register, and its count by year."""

import pytest

from press.compose.registers.acts import Kind, kind_of
from press.compose.registers.recognition import recognition, recognition_figure
from press.model.evidence import Status
from press.model.records import Act
from press.model.registers import Registers
from tests.press.compose.registers.filing import NOWHERE, filed, heads, keys, record, rows, words


def act(name: str, **more) -> Act:
    return record(Act, name, **more)


@pytest.mark.parametrize(("body", "jurisdiction", "instrument", "kind"), [
    ("Parliament", "Norland", "resolution", Kind.PARLIAMENT),
    ("Senate", "Norland", "document", Kind.PARLIAMENT),
    ("Milli Mejlis", "Norland", "decision", Kind.PARLIAMENT),
    ("Senate Committee on Foreign Relations", "Norland", "resolution", Kind.COMMITTEE),
    ("Foreign relations committee, Chamber of Deputies", "Norland", "resolution", Kind.COMMITTEE),
    ("Islamic Summit, Cairo", "OIC", "final communiqué", Kind.BODY),
    ("PUIC conference", "OIC parliaments", "resolution", Kind.BODY),
    ("Conference", "Union of Coasts", "declaration", Kind.BODY),
    ("Conference of Member States", "Organization of Coasts", "declaration", Kind.BODY),
    ("House of Representatives", "Montana, US", "HR 17", Kind.STATE),
    ("Governor", "Montana, US", "proclamation", Kind.GOVERNOR),
    ("Members of the assembly", "Council of Coasts", "written declaration No. 3", Kind.OTHER),
    ("House of Representatives (member Orr)", "Montana, US", "resolution", Kind.OTHER),
    ("House of Representatives (Speaker)", "Montana, US", "citation", Kind.OTHER),
    ("House of Lords", "Norland", "debate answer", Kind.OTHER),
    ("The King", "Norland", "letter", Kind.OTHER),
])
def test_the_words_of_an_act_show_what_sort_it_is(body, jurisdiction, instrument, kind):
    assert kind_of(act("r1", body=body, jurisdiction=jurisdiction, instrument=instrument)) is kind


def test_acts_stand_by_sort_and_within_a_sort_by_date():
    view = recognition(filed(
        act("r1", body="Governor", date="2001"), act("r2", date="2003-05"), act("r3", date="2003-04-30"),
        act("r4", date=None)), NOWHERE)

    assert [head.split(" Date")[0] for head in heads(view)] == [Kind.PARLIAMENT, Kind.GOVERNOR]
    assert [row[0] for row in rows(view)] == ["30 Apr. 2003", "May 2003", "no date", "2001"]


def test_an_act_gives_body_state_instrument_and_word_with_a_note_to_its_sources():
    view = recognition(filed(act("r1", note="Passed by 35 votes to 7.", sources=("log", "diary"))), NOWHERE)

    assert rows(view) == [["24 Feb. 1999", "Parliament Norland", "resolution", "wreck"]]
    note = next(view.iter("note"))
    assert keys(note) == ["log", "diary"]
    assert note[-1].tail == ". Passed by 35 votes to 7."


@pytest.mark.parametrize(("status", "said"), [
    (Status.CONFIRMED, "resolution"), (Status.ATTRIBUTED, "resolution attributed"),
    (Status.BASE_TEXT_ONLY, "resolution base text only"), (Status.DISCREPANCY, "resolution sources differ"),
    (Status.DISPUTED, "resolution disputed"),
])
def test_a_small_word_says_how_an_act_is_attested_when_it_is_not_confirmed(status, said):
    assert rows(recognition(filed(act("r1", status=status)), NOWHERE))[0][2] == said


def test_a_link_can_lead_to_an_act():
    assert [row.get("id") for row in recognition(filed(act("r01")), NOWHERE).iter("tr")][-1] == "act-r01"


def test_the_drawing_counts_an_act_of_several_years_under_the_first():
    view = recognition_figure(filed(
        act("r1", date="2015/2016"), act("r2", date="2015-02"), act("r3", body="Governor", date="2018"),
        act("r4", date=None)), NOWHERE)

    assert view.get("alt") == ("2015: 2 (2 parliament or chamber); 2018: 1 (1 governor’s paper). "
                               "No other year from 2015 to 2018 has any.")


def test_without_a_dated_act_there_is_no_drawing():
    with pytest.raises(ValueError, match="no act with a date is filed"):
        recognition_figure(filed(act("r1", date=None)), NOWHERE)
    with pytest.raises(ValueError, match="no act is filed"):
        recognition(Registers(), NOWHERE)


def test_the_word_of_an_act_stands_as_it_is_recorded():
    assert "wreck; loss" in words(recognition(filed(act("r1", wording="wreck; loss")), NOWHERE))
