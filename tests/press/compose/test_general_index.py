"""The general index: headings, sub-entries, cross-references and their folios, as editors mark them."""

from collections.abc import Sequence

import pytest

from press.compose.general_index import Entry, check_cross_references, check_rows, entry_names, general_index
from press.compose.mentions import IndexMark
from press.findings import Place, Report, Severity
from press.model.folio import Folio
from press.model.locator import printed
from press.model.pages import PageMap
from press.model.records import CrossReference, GazetteerEntry, Person
from press.model.registers import Registers

NAMED = {"sources": ("orr-1990",)}
PLACE = Place("content/index.yaml", 2, 5)
REGISTERS = Registers(
    people={"ida-brandt": Person.model_validate({
        "id": "ida-brandt", "name": "Ida Brandt", "role-in-account": "keeper", "living": "no",
        "name-forms": {"en": ["Ida Brandt", "Ida Brand (diary)"], "ru": "Ида Брандт"}, **NAMED})},
    gazetteer={
        "skarholm": GazetteerEntry.model_validate({
            "id": "skarholm", "name": "Skarholm", "kind": "rock",
            "name-forms": {"hy": "Սկարհոլմ", "tr": "Fener"}, **NAMED}),
        "the-pier": GazetteerEntry.model_validate({
            "id": "the-pier", "name": "Élin pier", "kind": "pier", "name-forms": {"tr": "Fener"}, **NAMED})})


def mark(heading: str, target: str, note: int = 0, record: str = "") -> IndexMark:
    head, _, sub = heading.partition("!")
    return IndexMark(head, sub, record, target, note, PLACE)


def pages(**folios: Sequence[int]) -> PageMap:
    """Names and their arabic folios."""
    return PageMap({name: tuple(Folio(True, number) for number in numbers) for name, numbers in folios.items()})


def lines(entries: Sequence[Entry]) -> list[str]:
    """The index as it is read, an entry a line, sub-entries below it."""
    found = []
    for entry in entries:
        row = " ".join(filter(None, [entry.heading, printed(entry.locators)]))
        row += f". See {'; '.join(entry.see)}" if entry.see else ""
        row += f". See also {'; '.join(entry.see_also)}" if entry.see_also else ""
        found += [row, *(f"  {sub.text} {printed(sub.locators)}" for sub in entry.subs)]
    return found


def test_headings_stand_letter_by_letter_with_their_folios_and_sub_entries() -> None:
    marks = [mark("Stairs", "a"), mark("Élan", "b"), mark("Eland", "a"), mark("Stairs!of the tower", "b"),
             mark("Stairs!and keepers", "c"), mark("Stairs", "n1", note=4)]

    assert lines(general_index(marks, REGISTERS, pages(a=[3], b=[4, 5], c=[9], n1=[7, 8]))) == [
        "Élan 4–5", "Eland 3", "Stairs 3, 7n4", "  and keepers 9", "  of the tower 4–5"]


def test_every_other_form_of_an_indexed_name_leads_to_its_heading() -> None:
    marks = [mark("Brandt, Ida", "a", record="ida-brandt")]

    assert lines(general_index(marks, REGISTERS, pages(a=[1]))) == [
        "Brand, Ida. See Brandt, Ida", "Brandt, Ida 1", "Брандт, Ида. See Brandt, Ida"]


@pytest.mark.parametrize(("form", "filed"), [
    ("Ida Olaf qızı Brandt", "Brandt, Ida Olaf qızı"), ("Ida von Brand", "von Brand, Ida"), ("Brand", "Brand")])
def test_another_form_of_a_persons_name_is_filed_by_its_last_part(form: str, filed: str) -> None:
    keeper = {"id": "ida-brandt", "name": "Ida Brandt", "role-in-account": "keeper", "living": "no",
              "name-forms": {"az": form}, **NAMED}
    registers = Registers(people={"ida-brandt": Person.model_validate(keeper)})
    marks = [mark("Brandt, Ida", "a", record="ida-brandt")]

    assert f"{filed}. See Brandt, Ida" in lines(general_index(marks, registers, pages(a=[1])))


def test_a_form_that_begins_the_heading_needs_no_line_above_it() -> None:
    place = {"id": "stokholm", "name": "Stokholm (Fyrholm)", "kind": "rock",
             "name-forms": {"en": ["Stokholm", "Fyrholm"]}, **NAMED}
    registers = Registers(gazetteer={"stokholm": GazetteerEntry.model_validate(place)})
    marks = [mark("Stokholm (Fyrholm)", "a", record="stokholm")]

    assert lines(general_index(marks, registers, pages(a=[1]))) == [
        "Fyrholm. See Stokholm (Fyrholm)", "Stokholm (Fyrholm) 1"]


def test_a_form_that_two_names_share_leads_to_both() -> None:
    marks = [mark("Skarholm", "a", record="skarholm"), mark("Élin pier", "a", record="the-pier")]

    assert "Fener. See Skarholm; Élin pier" in lines(general_index(marks, REGISTERS, pages(a=[1])))


@pytest.mark.parametrize(("reference", "line"), [
    ({"heading": "Bell", "see": ("Fog bell",)}, "Bell. See Fog bell"),
    ({"heading": "Bell", "see-also": ("Fog bell",)}, "Bell. See Fog bell"),
    ({"heading": "Light", "see-also": ("Fog bell",)}, "Light 2. See also Fog bell"),
    ({"heading": "Light", "see": ("Fog bell",)}, "Light 2. See also Fog bell"),
])
def test_a_heading_with_folios_says_see_also_and_one_without_see(reference: dict[str, object], line: str) -> None:
    registers = Registers(cross_references=(CrossReference.model_validate(reference),))
    marks = [mark("Light", "a"), mark("Fog bell", "a")]

    assert line in lines(general_index(marks, registers, pages(a=[2])))


def test_a_cross_reference_leads_to_a_heading_that_passages_stand_under() -> None:
    report = Report()
    references = [CrossReference(heading="Bell", see=("Fog bell",), see_also=("Lihgt",), place=PLACE)]
    check_cross_references([mark("Fog bell", "a"), mark("Light", "a")], references, report)

    assert [str(finding) for finding in report.findings] == [
        "content/index.yaml:2:5: X-01 “see Lihgt” leads to no heading\n    hint: did you mean “Light”?"]


@pytest.mark.parametrize(("folios", "found"), [(6, 0), (7, 1)])
def test_a_heading_with_more_than_six_folios_wants_sub_entries(folios: int, found: int) -> None:
    report = Report()
    marks = [mark("Light", f"p{n}") for n in range(folios)]
    check_rows(general_index(marks, REGISTERS, pages(**{f"p{n}": [2 * n + 1] for n in range(folios)})), report)

    assert [(finding.rule, finding.severity) for finding in report.findings] == found * [("X-02", Severity.REVIEW)]


def test_a_heading_has_a_name_of_its_own_words_and_no_two_have_one() -> None:
    entries = [Entry("Fog bell", "F"), Entry("Élan", "E"), Entry("Elan", "E"), Entry("Bell", "B", see=("Fog bell",))]

    assert entry_names(entries) == {"Fog bell": "index-fog-bell", "Élan": "index-elan", "Elan": "index-elan--2"}
