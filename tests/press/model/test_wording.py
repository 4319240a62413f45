"""Wording: two versions beside each other."""

from hypothesis import given
from hypothesis import strategies as st

from press.model.wording import beside, likeness


def test_the_words_that_differ_are_marked_in_both_versions():
    was, now = beside("the steamer Adler struck the rock in fog", "the steamer Adler, from Riga, struck the rock")

    assert was == (("the steamer", False), (" Adler", True), (" struck the rock", False), (" in fog", True))
    assert now == (("the steamer", False), (" Adler, from Riga,", True), (" struck the rock", False))


def test_a_text_beside_nothing_is_all_marked():
    assert beside("", "It rained.") == ((), (("It rained.", True),))


@given(st.text("ab c\n", max_size=40), st.text("ab c\n", max_size=40))
def test_no_word_of_either_version_is_lost(was, now):
    left, right = beside(was, now)

    assert ("".join(text for text, _ in left), "".join(text for text, _ in right)) == (was, now)
    assert "".join(t for t, marked in left if not marked).split() == \
        "".join(t for t, marked in right if not marked).split()


def test_likeness_is_the_share_of_common_words():
    assert likeness("one two three four", "one two three four") == 1
    assert likeness("one two three four", "one two six seven") == 0.5
    assert likeness("one two", "six seven") == 0
