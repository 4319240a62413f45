"""Trials: what was proved as it was gathered stands in the finished book only where nothing of it is another."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from press.assemble.gathering import Setting, gather
from press.assemble.imposition import impose
from press.model.folio import Folio
from press.model.pages import PageMap
from press.prove.seals import bodies, printed
from press.prove.trials import Alone, Trial, Tried, stands, tried
from press.prove.words import Proof
from tests.press.assemble.shop import Made, full, interior, make, plan

SETTING = Setting(interior().faces, True, interior().folio)
PLANS = (plan("one", full("one", 1, "two")), plan("two", full("two", 2, "one")),
         plan("three", '<p id="end">An end.</p>'))


@pytest.fixture(scope="module")
def made() -> Made:
    return make(PLANS)


@pytest.fixture(scope="module")
def documents(made) -> list[str]:
    return [one.compose(made.found).html for one in PLANS]


@pytest.fixture(scope="module")
def trials(made, documents) -> list[Trial]:
    imposed = impose([(section, True) for section in made.sections], made.found)
    return [Trial(one, SETTING, document, printed(made.found, document), "x")
            for one, document in zip(imposed, documents, strict=True)]


@pytest.fixture(scope="module")
def tries(trials) -> dict[int, Tried]:
    return {one.gathering.node: one for one in map(tried, trials)}


def standing(made: Made, documents: list[str], tries: Mapping[int, Tried]) -> list[int]:
    """The sections of a book that need not be proved again."""
    proof = Proof(made.pdf, made.found)
    return sorted(stands(tries, proof, list(bodies(proof, documents, made.found, "x"))))


def test_what_was_proved_alone_is_what_the_book_has(made, documents, trials, tries):
    assert [one.gathering for one in tries.values()] == [gather(one.imposed, SETTING) for one in trials]
    assert all(one.seal for one in tries.values())
    assert standing(made, documents, tries) == [0, 1, 2]


@pytest.mark.parametrize(("old", "new"), [
    ("Here is", "Here was"), ("</section>", " more</section>"), ("<li>", "<li>x ")])
def test_a_section_of_which_there_is_something_to_tell_has_no_seal(trials, old, new):
    assert old in trials[0].document
    assert tried(replace(trials[0], document=trials[0].document.replace(old, new, 1))).seal == b""


def test_a_folio_that_is_another_is_something_to_tell(trials):
    assert tried(replace(trials[0], found=PageMap({"two": (Folio(True, 77),)}))).seal == b""


def test_what_was_not_tried_or_not_clean_does_not_stand(made, documents, tries):
    first, _, third = tries
    assert standing(made, documents, {first: tries[first], third: replace(tries[third], seal=b"")}) == [0]


def test_another_document_does_not_stand(made, documents, tries):
    assert standing(made, [documents[0], documents[1] + " ", documents[2]], tries) == [0, 2]


def test_other_pages_do_not_stand(documents, tries):
    other = make([*PLANS[:2], plan("three", '<p id="end">An ant.</p>')])
    assert standing(other, documents, tries) == [0, 1]


def test_a_letter_more_in_a_font_changes_nothing(documents, tries):
    other = make([*PLANS[:2], plan("three", '<p id="end">An end ¶.</p>')])
    assert standing(other, documents, tries) == [0, 1]


@pytest.mark.parametrize("what", ["texts", "widths"])
def test_a_font_that_says_something_else_of_a_glyph_does_not_stand(made, documents, tries, what):
    node, one = next(iter(tries.items()))
    used = one.gathering.fonts.used[0]
    glyph = next(iter(used.texts))
    other = replace(used, **{what: getattr(used, what) | {glyph: {"texts": b"0058", "widths": 1.0}[what]}})
    fonts = replace(one.gathering.fonts, used=(other, *one.gathering.fonts.used[1:]))
    assert standing(made, documents, {node: replace(one, gathering=replace(one.gathering, fonts=fonts))}) == []


def test_a_section_without_a_document_is_gathered_alone(trials):
    assert tried(replace(trials[2], document="")) == Tried(gather(trials[2].imposed, SETTING))


def test_a_section_without_tags_is_not_proved(trials):
    assert tried(replace(trials[2], setting=replace(SETTING, live=False))).seal == b""


def test_what_stands_under_its_numbers_is_read_as_in_the_book(made, tries):
    book = Proof(made.pdf, made.found).file
    for node, one in tries.items():
        alone = Alone(one.gathering)
        assert list(alone.stretch(node)) == list(book.stretch(node))
        assert [alone.body(page) for page in alone.pages(node)] == [book.body(page) for page in book.pages(node)]
