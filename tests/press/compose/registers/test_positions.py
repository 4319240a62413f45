"""Positions side by side: order, voices, and what is quoted."""

import pytest

from press.compose.registers.positions import positions, sides
from press.model.records import Position
from tests.press.compose.registers.filing import NOWHERE, filed, heads, keys, record, rows, words


def position(name: str, side: str, **more) -> Position:
    return record(Position, name, side=side, **more)


def test_each_question_has_a_table_in_the_order_in_which_it_is_first_put():
    view = positions(filed(position("p1", "A", topic="who lit it?"), position("p2", "A", topic="When?"),
                           position("p3", "B", topic="who lit it?")), NOWHERE)

    assert heads(view) == ["Who lit it?", "When?"]


def test_sides_stand_by_the_alphabet_and_each_says_its_statements_by_date():
    said = [position("p1", "Scholar", when="2012"), position("p2", "Keepers", when=None),
            position("p3", "Keepers", when="1900"), position("p4", "Åland", when="1950")]

    assert [(side, [p.id for p in statements]) for side, statements in sides(said)] == [
        ("Åland", ["p4"]), ("Keepers", ["p3", "p2"]), ("Scholar", ["p1"])]


def test_a_row_sets_two_sides_beside_each_other_and_an_odd_one_beside_nothing():
    found = rows(positions(filed(*(position(f"p{n}", side) for n, side in enumerate("ABC"))), NOWHERE))

    assert [[cell[:1] for cell in row] for row in found] == [["A", "B"], ["C", ""]]


def test_a_statement_gives_who_and_when_then_what_then_whence():
    view = positions(filed(position("p1", "Keepers", who="the first keeper", when="1900-03-05",
                                    position="They lit it", sources=("log", "diary"))), NOWHERE)

    said = next(element for element in view.iter("div") if element.get("id") == "position-p1")
    assert [words(part) for part in said][:2] == ["The first keeper, 5 March 1900", "They lit it."]
    assert keys(said[2]) == ["log", "diary"]


def test_a_statement_without_a_date_says_so():
    view = positions(filed(position("p1", "Keepers", when=None)), NOWHERE)

    assert "Ida Brandt, no date" in words(view)


def test_words_that_are_quoted_stand_in_quotation_marks_where_they_occur():
    view = positions(filed(position("p1", "A", position="They bear direct blame for it",
                                    short_phrase="direct blame")), NOWHERE)

    assert "They bear “direct blame” for it." in words(view)


def test_words_that_are_quoted_from_elsewhere_follow():
    view = positions(filed(position("p1", "A", position="They did", short_phrase="we did it")), NOWHERE)

    assert "They did. In the words of the source: “we did it.”" in words(view)


def test_the_source_index_finds_a_statement_by_its_name():
    view = positions(filed(position("p7", "A")), NOWHERE)

    assert {group.get("at") for group in view.iter("cites")} == {"position-p7"}


def test_without_a_position_there_is_no_table():
    from press.model.registers import Registers

    with pytest.raises(ValueError, match="no position is filed"):
        positions(Registers(), NOWHERE)
