"""Page maps: what was asked of one tells whether another would be printed alike."""

import pytest

from press.model.folio import Folio
from press.model.pages import Asked, PageMap


def page_map(**numbers: int) -> PageMap:
    return PageMap({name: (Folio(name[0] != "r", number),) for name, number in numbers.items()})


@pytest.mark.parametrize(("name", "text"), [("a", "0"), ("b", "00"), ("c", "000"), ("roman", "xiv"), ("none", "000")])
def test_a_folio_is_laid_out_as_zeros_of_its_figures_and_a_roman_one_as_it_is(name, text):
    found = page_map(a=9, b=10, c=386, roman=14)

    assert found.stand_in(name) == PageMap(Asked(found)).stand_in(name) == text


def test_another_map_answers_alike_when_every_folio_asked_for_is_the_same():
    asked = Asked(page_map(a=9, b=10))
    asking = PageMap(asked)
    assert (asking.folio("a"), asking.folio("c")) == (Folio(True, 9), None)

    assert asked.answered(page_map(a=9, b=11))
    assert not asked.answered(page_map(a=8))
    assert not asked.answered(page_map(a=9, c=1))


def test_where_only_the_figures_were_counted_another_folio_of_as_many_will_do():
    asked = Asked(page_map(a=12, r=5))
    asking = PageMap(asked)
    asking.stand_in("a"), asking.stand_in("r")

    assert asked.answered(page_map(a=99, r=5))
    assert not asked.answered(page_map(a=100, r=5))
    assert not asked.answered(page_map(a=12, r=6))


def test_folios_are_asked_for_by_name_alone():
    with pytest.raises(TypeError):
        list(Asked(page_map(a=1)))
