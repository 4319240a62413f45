"""Claims and discrepancies: numbers, standing, readings, and that editors' notes are not printed."""

import pytest

from press.compose.registers.claims import claims, discrepancies
from press.model.evidence import Status
from press.model.records import Claim
from tests.press.compose.registers.filing import (
    NOWHERE,
    discrepancy,
    entries,
    filed,
    keys,
    record,
    rows,
    words,
)


def claim(name: str, **more) -> Claim:
    return record(Claim, name, **more)


DIFFERS = claim("c2", status=Status.DISCREPANCY, sources=("base-text", "log"),
                discrepancy=discrepancy("83 steps", "63 steps (log)", "63 steps"))


@pytest.mark.parametrize(("status", "said"), [
    (Status.CONFIRMED, "confirmed"), (Status.ATTRIBUTED, "attributed"),
    (Status.BASE_TEXT_ONLY, "base text only"), (Status.DISPUTED, "disputed"),
    (Status.DISCREPANCY, "sources differ"),
])
def test_a_claim_gives_number_statement_and_standing(status, said):
    row = rows(claims(filed(claim("c001", status=status)), NOWHERE))[0]

    assert row == ["c001", "The tower stood.", said]


def test_claims_keep_the_order_of_their_file():
    found = rows(claims(filed(claim("c3"), claim("c1"), claim("c2")), NOWHERE))

    assert [row[0] for row in found] == ["c3", "c1", "c2"]


def test_a_disputed_claim_names_who_disputes_it():
    view = claims(filed(claim("c1", status=Status.DISPUTED, disputed_by="the keepers")), NOWHERE)

    assert rows(view)[0][1] == "The tower stood. Disputed by: the keepers."


def test_the_notes_of_editors_are_not_printed():
    noted = claim("c1", note="Verify before use", discrepancy=discrepancy("one", "two"))

    assert "Verify" not in words(claims(filed(noted), NOWHERE))
    assert "Verify" not in words(discrepancies(filed(noted), NOWHERE))


def test_the_sources_of_a_claim_are_named_and_count_as_no_citation():
    view = claims(filed(claim("c1", sources=("log", "diary"))), NOWHERE)

    assert keys(view) == ["log", "diary"]
    assert [group.get("at") for group in view.iter("cites")] == [None, None]
    assert {link.get("href") for link in view.iter("a")} == {"#source-log", "#source-diary"}


def test_a_claim_leaves_room_for_the_folios_where_it_is_told():
    view = claims(filed(claim("c014")), NOWHERE)

    assert [one.get("data-told") for one in view.iter() if one.get("data-told")] == ["claim-c014"]


def test_a_discrepancy_gives_both_readings_what_the_book_prints_and_the_sources():
    view = discrepancies(filed(claim("c1"), DIFFERS), NOWHERE)

    assert len(view) == 1
    assert entries(view)[0][0] == "c2"
    assert [row[:2] for row in rows(view)][:3] == [
        ["Base text", "83 steps."], ["Other sources", "63 steps (log)."], ["The book prints", "63 steps."]]
    assert keys(view) == ["base-text", "log"]


def test_the_book_prints_the_statement_where_nothing_else_is_said():
    view = discrepancies(filed(claim("c1", discrepancy=discrepancy("one", "two"))), NOWHERE)

    assert rows(view)[2] == ["The book prints", "The tower stood."]


def test_the_readings_of_a_discrepancy_are_cited_where_they_stand():
    view = discrepancies(filed(DIFFERS), NOWHERE)

    assert {group.get("at") for group in view.iter("cites")} == {"discrepancy-c2"}


def test_without_a_discrepancy_there_is_no_register_of_them():
    with pytest.raises(ValueError, match="no discrepancy is filed"):
        discrepancies(filed(claim("c1")), NOWHERE)
