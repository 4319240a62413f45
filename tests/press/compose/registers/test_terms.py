"""Names of the event and glossary."""

from press.compose.registers.terms import event_names, glossary
from press.compose.typeset import set_tree
from press.model.registers import Registers
from tests.press.compose.registers.filing import NOWHERE, event_name, keys, rows, term


def test_names_stand_by_the_codes_of_their_languages_then_by_the_alphabet():
    view = event_names(Registers(event_names=(
        event_name("Крушение", "ru"), event_name("the wreck", "en"), event_name("the loss", "en"),
        event_name("Qəza", "az"))), NOWHERE)

    assert [row[:2] for row in rows(view)] == [
        ["Qəza", "Azerbaijani"], ["the loss", "English"], ["the wreck", "English"], ["Крушение", "Russian"]]


def test_a_name_says_who_uses_it_and_whence_that_is_known():
    view = event_names(Registers(event_names=(
        event_name("Qəza", "az", used_by="newspapers", note="The word means loss", sources=("log", "diary")),)),
        NOWHERE)

    assert rows(view)[0][2] == "Newspapers. The word means loss. ;"
    assert keys(view) == ["log", "diary"]


def test_a_name_is_tagged_with_its_language_and_its_romanization_is_not():
    view = set_tree(event_names(Registers(event_names=(
        event_name("Խորտակում (Khortakum)", "hy"), event_name("Batma", "tr"))), NOWHERE))

    assert [(span.get("lang"), span.text) for span in view.iter("span") if span.get("lang")] == [
        ("hy", "Խորտակում"), ("tr", "Batma")]


def test_terms_stand_by_the_alphabet_with_their_meaning_as_a_sentence():
    view = glossary(Registers(terms=(
        term("Lamp", "a light"), term("Executive power (icra)", "the administration", note="Local"))), NOWHERE)

    assert rows(view) == [["Executive power (icra)", "The administration. Local."], ["Lamp", "A light."]]
