"""Persons and organizations: order, names in their scripts, and what is not printed of the living."""

from press.compose.registers.entries import organizations, persons
from press.compose.typeset import set_tree
from press.model.evidence import Living
from press.model.records import Organization, Person
from tests.press.compose.registers.filing import NOWHERE, entries, filed, keys, record, words


def person(name: str, **more) -> Person:
    return record(Person, name.split(maxsplit=1)[0].lower(), name=name, **more)


def test_persons_stand_under_the_last_part_of_their_names_with_its_particles():
    view = persons(filed(person("Ida Lund"), person("Jan de Boer"), person("Ute Åberg")), NOWHERE)

    assert [entry[0] for entry in entries(view)] == ["Åberg, Ute", "de Boer, Jan", "Lund, Ida"]


def test_a_person_is_introduced_by_the_role_in_the_account():
    view = persons(filed(person("Ida Lund", role_in_account="keeper of the light")), NOWHERE)

    assert entries(view)[0][1] == "Keeper of the light."


def test_nothing_more_is_said_of_whoever_may_be_living():
    for living in (Living.UNKNOWN, Living.PRESUMED):
        view = persons(filed(person("Ida Lund", living=living, note="Born 1962.")), NOWHERE)
        assert "1962" not in words(view)
        assert living.value not in words(view)


def test_of_the_dead_the_note_gives_the_years():
    view = persons(filed(person("Ida Lund", living=Living.NO, note="Born 1853, died 1892")), NOWHERE)

    assert entries(view)[0][1] == "Keeper of the light. Born 1853, died 1892."


def test_a_name_that_is_withheld_is_not_printed():
    view = persons(filed(person("Ida Lund"), person("Jo Orr", withheld="a private person")), NOWHERE)

    assert [entry[0] for entry in entries(view)] == ["Lund, Ida"]


def test_forms_stand_by_the_codes_of_their_languages_and_english_ones_last():
    view = persons(filed(person("Ida Lund", name_forms={
        "ru": "Ида Лунд", "en": ["Ida Lund", "Ida Lunt"], "az": "İda Lund"})), NOWHERE)

    assert entries(view)[0][2] == "Azerbaijani İda Lund Russian Ида Лунд In English also Ida Lunt"


def test_each_form_is_tagged_with_its_language():
    view = set_tree(persons(filed(person("Ida Lund", name_forms={
        "hy": "Իդա (Ida)", "ru": "Ида", "tr": "İda"})), NOWHERE))

    tagged = {element.get("lang"): element.text for element in view.iter("span") if element.get("lang")}
    assert tagged == {"hy": "Իդա", "ru": "Ида", "tr": "İda"}


def test_a_name_without_other_forms_has_no_line_for_them():
    view = persons(filed(person("Ida Lund", name_forms={"en": "Ida Lund"})), NOWHERE)

    assert len(entries(view)[0]) == 3


def test_an_entry_ends_with_its_sources_by_which_the_source_index_finds_it():
    view = persons(filed(person("Ida Lund", sources=("log", "diary"))), NOWHERE)

    assert keys(view[0][-1]) == ["log", "diary"]
    assert {group.get("at") for group in view.iter("cites")} == {"person-ida"} == {view[0].get("id")}


def test_organizations_stand_by_name_with_their_kind_role_and_note():
    view = organizations(filed(
        record(Organization, "o1", name="Lights Board (earlier: Office)", note="Closed in 1900"),
        record(Organization, "o2", name="The Harbour", kind="company")), NOWHERE)

    assert [entry[:2] for entry in entries(view)] == [
        ["The Harbour company", "Keeps the light."],
        ["Lights Board (earlier: Office) board", "Keeps the light. Closed in 1900."]]


def test_a_parenthesis_within_a_name_belongs_to_it():
    view = organizations(filed(record(Organization, "o1", name="Skar (North) light", kind="office")), NOWHERE)

    assert [b.text for b in view.iter("b")] == ["Skar (North) light"]
