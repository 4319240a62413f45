"""History: how passages and records are named, and the check digits of ISBNs."""

import pytest
from pydantic import TypeAdapter, ValidationError

from press.model.history import Item, ItemKind
from press.model.records import Isbns


@pytest.mark.parametrize("written", ["§4.12", "§4.12a", "claim c031", "name Xocalı soyqırımı", "paragraph preface-3"])
def test_an_item_is_written_as_it_is_read(written):
    assert str(Item.read(written)) == written


def test_a_numbered_paragraph_is_a_paragraph():
    assert Item.read("§4.12") == Item(ItemKind.PARAGRAPH, "§4.12")


@pytest.mark.parametrize("written", ["", "c031", "claim", "claim ", "clam c031", "§4", "§4.x", "4.12"])
def test_what_names_no_item_is_refused(written):
    with pytest.raises(ValueError):
        Item.read(written)


@pytest.mark.parametrize("number", ["9780306406157", "978-0-306-40615-7", "979-10-90636-07-1", "978-3-16-148410-0"])
def test_an_isbn_with_the_right_last_figure_is_taken_as_written(number):
    assert TypeAdapter(Isbns).validate_python({"print": number}) == (("print", number),)


@pytest.mark.parametrize("figure", range(10))
def test_one_last_figure_alone_is_right(figure):
    number = f"978030640615{figure}"
    if figure == 7:
        TypeAdapter(Isbns).validate_python({"print": number})
    else:
        with pytest.raises(ValidationError, match="its last figure should be 7"):
            TypeAdapter(Isbns).validate_python({"print": number})


@pytest.mark.parametrize("number", ["0306406152", "977-0-306-40615-7", "978-0-306-40615", "978--0306406157", "x"])
def test_what_is_no_isbn_13_is_refused(number):
    with pytest.raises(ValidationError, match="thirteen figures"):
        TypeAdapter(Isbns).validate_python({"print": number})
