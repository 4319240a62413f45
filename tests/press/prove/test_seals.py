"""Seals: a section that was proved is known again, and whatever of it is another breaks its seal, and no other."""

import pytest

from press.model.folio import Folio
from press.model.pages import PageMap
from press.prove.seals import bodies, seals
from press.prove.words import Proof
from tests.press.assemble.shop import Made, full, make, plan

NAMES = ("one", "two", "three")


def plans(**texts: str):
    known = {"one": full("one", 1, "two"), "two": full("two", 2, "one"), "three": '<p id="end">An end.</p>'} | texts
    return [plan(name, known[name]) for name in NAMES]


@pytest.fixture(scope="module")
def made() -> Made:
    return make(plans())


@pytest.fixture(scope="module")
def documents(made):
    return [one.compose(made.found).html for one in plans()]


@pytest.fixture(scope="module")
def sealed(made, documents):
    return sealed_of(Proof(made.pdf, made.found), documents, made.found, "x")


def sealed_of(proof: Proof, documents: list[str], found: PageMap, prover: str) -> list[str]:
    """The seals of a file."""
    return list(seals(proof, list(bodies(proof, documents, found, prover))))


def broken(sealed, others) -> list[int]:
    return [at for at, (one, other) in enumerate(zip(sealed, others, strict=True)) if one != other]


def test_every_section_has_a_seal_of_its_own_that_is_the_same_again(made, documents, sealed):
    assert len(set(sealed)) == 3
    assert sealed_of(Proof(made.pdf, made.found), documents, made.found, "x") == sealed


def test_another_document_breaks_its_seal(made, documents, sealed):
    other = [documents[0], documents[1].replace("Here is", "Here was"), documents[2]]
    assert broken(sealed, sealed_of(Proof(made.pdf, made.found), other, made.found, "x")) == [1]


def test_another_folio_that_is_printed_breaks_the_seals_of_those_that_print_it(made, documents, sealed):
    other = PageMap({**made.found.folios, "one": (Folio(True, 77),)})
    assert broken(sealed, sealed_of(Proof(made.pdf, other), documents, other, "x")) == [1]


def test_another_prover_breaks_all(made, documents, sealed):
    assert broken(sealed, sealed_of(Proof(made.pdf, made.found), documents, made.found, "y")) == [0, 1, 2]


def test_the_pages_of_another_text_break_the_seal_of_its_section_alone(documents, sealed):
    other = make(plans(three='<p id="end">An ant.</p>'))  # of letters that the fonts have already
    assert broken(sealed, sealed_of(Proof(other.pdf, other.found), documents, other.found, "x")) == [2]


def test_another_letter_in_a_font_breaks_the_seals_of_all_that_are_read_with_it(documents, sealed):
    other = make(plans(three='<p id="end">An end ¶.</p>'))
    assert broken(sealed, sealed_of(Proof(other.pdf, other.found), documents, other.found, "x")) == [0, 1, 2]


def test_one_changed_byte_of_a_page_breaks_the_seal_of_its_section(made, documents, sealed):
    proof = Proof(made.pdf, made.found)
    stream = next(number for number in range(proof.nodes[1], proof.nodes[2]) if proof.file.kinds[number] == 1)
    place = proof.file.rows[stream] >> 16 & 0xFFFFFFFFFF
    at = made.pdf.index(b"stream\n", place) + 60
    changed = made.pdf[:at] + bytes([made.pdf[at] ^ 1]) + made.pdf[at + 1:]
    assert broken(sealed, sealed_of(Proof(changed, made.found), documents, made.found, "x")) == [1]


def test_all_that_a_section_is_proved_by_stands_under_its_seal(made, documents):
    proof, read = Proof(made.pdf, made.found), set[int]()
    row = proof.file._row
    proof.file._row = lambda number: read.add(number) or row(number)  # type: ignore[method-assign]
    list(proof.reader.turn_to(proof.nodes[1]))
    ends = proof.file.kinds.index(0, proof.nodes[1])
    fonts = {number for table in proof.reader.tables.values() for number in table.values()}
    around = {number for font in fonts for number in (
        font, proof.file.follow(proof.file.body(font), "ToUnicode"),
        proof.file.follow(proof.file.body(font), "DescendantFonts"))} | set(proof.reader.tables)
    outside = {number for number in read if not proof.nodes[1] <= number < ends} - around
    packs = {proof.file._row(number)[1] for number in around if proof.file.kinds[number] == 2}
    assert outside - packs == set()
