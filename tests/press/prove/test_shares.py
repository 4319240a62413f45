"""Shares: the proof of a book's words is dealt out, and nothing is told otherwise than by one who proves all."""

from dataclasses import replace

import pytest

from press.prove import shares as shares_room
from press.prove.shares import faulty, proved, shares
from tests.press.assemble.shop import Made, full, make, plan, words


@pytest.fixture(scope="module")
def plans():
    return [plan("one", full("one", 1, "two")), plan("two", full("two", 2, "one")),
            plan("three", f"<p>{words(300)}</p>")]


@pytest.fixture(scope="module")
def made(plans) -> Made:
    return make(plans)


@pytest.fixture(scope="module")
def documents(plans, made):
    return [one.compose(made.found).html for one in plans]


def by_hand(work, items):
    return [work(item) for item in items]


@pytest.mark.parametrize("hands", [2, 3, 8])
def test_every_section_is_in_one_share_in_order(made, documents, hands):
    dealt = list(shares(made.pdf, documents, range(3), made.found, hands))

    assert [one for share in dealt for one in share.documents] == documents
    assert [at for share in dealt for at in share.sections] == [0, 1, 2]
    assert 1 < len(dealt) <= hands


def test_what_a_share_prints_of_folios_is_in_it(made, documents):
    for share in shares(made.pdf, documents, range(3), made.found, 3):
        assert faulty(share) == []
        if "late:" in "".join(share.documents):
            assert faulty(replace(share, found=type(made.found)())) != []


def test_little_is_dealt_to_nobody(made, documents):
    assert proved(made.pdf, documents, range(3), made.found, 2, by_hand) == frozenset()


def test_only_sections_without_fault_count_as_proved(made, documents, monkeypatch):
    monkeypatch.setattr(shares_room, "SHORT", 0)
    documents = [documents[0], documents[1].replace("Here is", "Here was"), documents[2]]

    assert proved(made.pdf, documents, range(3), made.found, 2, by_hand) == {0, 2}
    assert proved(made.pdf, [*documents, documents[2]], range(4), made.found, 3, by_hand) == {0, 2}


def test_one_who_is_alone_deals_nothing(made, documents):
    assert proved(made.pdf, documents, range(3), made.found, 1, by_hand) == frozenset()
