"""A web address is divided at its marks, and never so that a hyphen ends the line."""

import pytest

from press.compose.addresses import WORD_JOINER, ZERO_WIDTH_SPACE, divisible


@pytest.mark.parametrize(("address", "places"), [
    ("https://www.example.org/", "https://+www|.example|.org/"),
    ("http://a.org/two-words_more", "http://+a|.org/two|-+words|_more"),
    ("http://a.org/?id=47&n=2", "http://+a|.org/?id=|47&|n=|2"),
])
def test_an_address_is_divided_before_a_stop_and_a_hyphen_and_after_an_equals_sign(address: str, places: str) -> None:
    divided = divisible(address)

    assert divided.replace(ZERO_WIDTH_SPACE, "|").replace(WORD_JOINER, "+") == places
    assert divided.replace(ZERO_WIDTH_SPACE, "").replace(WORD_JOINER, "") == address
