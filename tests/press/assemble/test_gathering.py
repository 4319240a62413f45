"""Gathering: a section is gathered by itself, at its own place, and as it was before when nothing of it has changed."""

import io
from dataclasses import replace

import pikepdf
import pytest

from press.assemble.binding import FREE, Binding
from press.assemble.gathering import Gathering, Setting, gather
from press.assemble.imposition import ROUND, impose
from press.assemble.stored import read, stored
from press.model.folio import Folio
from press.prove.written import Written
from tests.press.assemble.shop import Made, interior, make, plan


@pytest.fixture(scope="module")
def setting() -> Setting:
    return Setting(interior().faces, True, interior().folio)


@pytest.fixture(scope="module")
def imposed(book: Made):
    return list(impose(list(zip(book.sections, book.bodies, strict=True)), book.found))


@pytest.fixture(scope="module")
def gathered(imposed, setting) -> list[Gathering]:
    return [gather(one, setting) for one in imposed]


def test_no_number_and_no_key_is_given_to_two_sections(imposed, gathered):
    taken = [number for one in gathered for number in range(one.first, one.first + len(one.rows) // 8)]
    assert len(taken) == len(set(taken))
    assert [one.first % ROUND for one in imposed] == [0] * len(imposed)
    assert [one.key for one in imposed] == sorted({one.key for one in imposed})


def test_a_gathering_stands_in_the_file_as_it_is(book, gathered):
    at = [book.pdf.index(one.content) for one in gathered]
    assert at == sorted(at)


def test_a_longer_text_of_one_section_leaves_the_other_gatherings_as_they_were(setting):
    def made(said: str) -> list[Gathering]:
        book = make([plan("one", f"<p>{said}</p>"), plan("two", '<p id="here">See <a href="#one">page ##</a>.</p>')])
        return [gather(one, setting) for one in impose([(one, True) for one in book.sections], book.found)]

    before, after = made("A few words."), made("A few words and some more.")
    assert before[0] != after[0]
    assert before[1] == after[1]


def test_a_section_elsewhere_has_other_numbers_and_the_same_pages(imposed, setting):
    here = gather(imposed[2], setting)
    there = gather(replace(imposed[2], first=50 * ROUND, folio=Folio(True, 99)), setting)

    assert (here.node, there.node) == (imposed[2].first, 50 * ROUND)
    assert [page - here.first for page in here.pages] == [page - there.first for page in there.pages]
    assert len(here.rows) == len(there.rows)


def test_only_names_that_the_book_has_are_told_with_the_references_of_a_section(imposed, book):
    names = {name for section in book.sections for name in (section.id, *section.names)}
    told = {name for one in imposed for name in one.folios}

    assert told
    assert told <= names
    assert all(one.folios[name] == book.found.folio(name) for one in imposed for name in one.folios)


def test_a_section_that_needs_more_numbers_than_it_has_is_refused(imposed, setting):
    with pytest.raises(ValueError, match="objects"):
        gather(replace(imposed[2], numbers=9), setting)


def test_a_gathering_whose_numbers_are_given_out_is_refused(gathered):
    binding = Binding("1.7")
    binding.bind(gathered[1])
    with pytest.raises(ValueError, match="given out"):
        binding.bind(gathered[0])


def test_stored_gatherings_are_read_as_they_were(gathered):
    assert [read(stored(one)) for one in gathered] == gathered


def test_a_number_without_an_object_is_free_for_every_reader(book):
    file = Written(book.pdf)
    free = [number for number, row in enumerate(file.rows) if row == FREE]
    with pikepdf.open(io.BytesIO(book.pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []
        numbers = {one.objgen[0] for one in pdf.objects}

    assert len(free) > ROUND
    assert numbers.isdisjoint(free)
