"""Gazetteer: its columns, its dashes, other names, coordinates as given."""

from press.compose.registers.gazetteer import gazetteer, languages
from press.model.records import Coordinates, GazetteerEntry
from tests.press.compose.registers.filing import NOWHERE, entries, filed, record, words


def place(name: str, **more) -> GazetteerEntry:
    return record(GazetteerEntry, name.split(maxsplit=1)[0].lower(), name=name, **more)


SKAR = place("Skar", name_forms={"az": "Skər", "hy": ["Սկար (Skar)", "Սկարա"], "ru": "Скар", "tr": "İskar",
                                 "de": "Schar", "en": ["Skar", "Skaer"]})
LUND = place("Lund", name_forms={"az": "Lünd", "hy": "Լունդ", "ru": "Лунд", "tr": "Lunt"})


def columns(view):
    """The columns of each place that has any: language and forms."""
    return [{words(head): words(cell) for head, cell in zip(table.iter("th"), table.iter("td"), strict=True)}
            for table in view.iter("table")]


def test_the_columns_are_the_languages_of_most_names_by_their_codes():
    assert languages([SKAR, LUND]) == ["az", "hy", "ru", "tr"]
    assert languages([place("A", name_forms={"fr": "A", "en": "Ay"})]) == ["fr"]


def test_a_place_has_its_forms_in_columns_under_the_names_of_the_languages():
    found = columns(gazetteer(filed(SKAR, LUND), NOWHERE))

    assert found[1] == {"Azerbaijani": "Skər", "Armenian": "Սկար (Skar) Սկարա", "Russian": "Скар",
                        "Turkish": "İskar"}


def test_a_dash_says_that_the_sources_in_hand_have_no_form():
    found = columns(gazetteer(filed(SKAR, LUND, place("Aby", name_forms={"ru": "Абю"})), NOWHERE))

    assert found[0] == {"Azerbaijani": "–", "Armenian": "–", "Russian": "Абю", "Turkish": "–"}


def test_a_place_with_english_names_alone_has_no_columns():
    view = gazetteer(filed(SKAR, LUND, place("Aby", name_forms={"en": ["Aby", "Abbey"]})), NOWHERE)

    assert entries(view)[0] == ["Aby island", "In English also Abbey.", ""]


def test_other_names_follow_then_the_note_then_coordinates_as_they_were_given():
    where = Coordinates(lat=1, lon=2, as_given="1°N 2°E", status="from a chart, not surveyed")
    view = gazetteer(filed(LUND, SKAR, place(
        "Aby", coordinates=where, note="A rock", name_forms={"fr": "Abei", "ru": "Абю", "en": "Abbey"})), NOWHERE)

    assert entries(view)[0][2] == (
        "In English also Abbey; in French Abei. A rock. 1°N 2°E, from a chart, not surveyed.")


def test_a_place_without_further_names_begins_its_words_with_a_capital():
    view = gazetteer(filed(LUND, SKAR, place("Aby", name_forms={"cs": "Abej"})), NOWHERE)

    assert entries(view)[0][1] == "In Czech Abej."


def test_places_stand_by_the_alphabet_and_the_head_of_a_page_can_name_them():
    view = gazetteer(filed(SKAR, LUND, place("Aby (North)")), NOWHERE)

    assert [entry.get("data-guide") for entry in view] == ["Aby", "Lund", "Skar"]
    assert [entry.get("id") for entry in view] == ["place-aby", "place-lund", "place-skar"]
