"""Told: the folios on which the text tells an event or a claim."""

from xml.etree import ElementTree

from press.compose.told import asks_folios, room, tellings, with_folios
from press.findings import Place
from press.model.fair_copy import FairCopy
from press.model.folio import Folio
from press.model.pages import PageMap
from press.model.section import Matter, Section


def section(name: str, text: str) -> Section:
    body = ElementTree.fromstring(f"<body>{text}</body>")
    return Section(name, name, Matter.BODY, "chapter", Place(f"{name}.md"), FairCopy(body))


def filled(told, folios) -> str:
    tree = ElementTree.fromstring("<body><p/></body>")
    tree.append(room("p", "claim-c1", lead="Told on "))
    return "".join(with_folios(tree, told, PageMap(folios)).itertext())


def test_the_passages_that_tell_a_record_are_found_by_their_names():
    found = tellings([
        section("a", '<p id="par-1.1" claims="c1 c2" events="t1"/><p id="par-1.2" claims="c2"/>'),
        section("b", '<p id="par-2.1">x <span id="here" claims="c1">y</span></p>')])

    assert found == {"event-t1": ["par-1.1"], "claim-c1": ["par-1.1", "here"],
                     "claim-c2": ["par-1.1", "par-1.2"]}


def test_a_passage_without_a_name_is_given_one_of_its_own():
    told = section("note-on-terms", '<p claims="c1"/><p/><p events="t1"/>')

    assert tellings([told]) == {"claim-c1": ["note-on-terms-told1"], "event-t1": ["note-on-terms-told2"]}
    assert [p.get("id") for p in told.body] == ["note-on-terms-told1", None, "note-on-terms-told2"]
    assert tellings([told])["claim-c1"] == ["note-on-terms-told1"]  # asked again, the name stays


def test_folios_stand_in_their_room_folded_as_an_index_folds_them():
    told = {"claim-c1": ["par-1.1", "par-2.3", "note"]}
    folios = {"par-1.1": (Folio(True, 12), Folio(True, 13)), "par-2.3": (Folio(True, 30),),
              "note": (Folio(False, 5),)}

    assert filled(told, folios) == "Told on v, 12–13, 30"


def test_a_record_that_is_told_nowhere_leaves_its_room_empty():
    assert filled({}, {}) == ""


def test_each_folio_leads_to_the_passage():
    tree = ElementTree.fromstring("<body/>")
    tree.append(room("td", "event-t1"))
    made = with_folios(tree, {"event-t1": ["par-1.1"]}, PageMap({"par-1.1": (Folio(True, 7),)}))

    assert [(link.get("href"), link.text) for link in made.iter("a")] == [("#par-1.1", "7")]


def test_a_section_asks_for_folios_when_it_has_room_for_them():
    tree = ElementTree.fromstring('<body><p class="told-of"/></body>')
    assert not asks_folios(tree)
    tree.append(room("td", "event-t1", "s"))
    assert asks_folios(tree)
