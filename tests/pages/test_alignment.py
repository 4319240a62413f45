"""The comparison of pages with what was meant sees every letter that is lost, doubled or moved."""

import pytest

from tests.pages.alignment import Aligned, AstrayError, Text, align, letters

BODY = "It rained.1 Then it stopped.2 The end."
NOTES = "1 In May. 2 In June, says she."


def texts(head: str = "", figure: str = "") -> tuple[Text, Text]:
    body, notes = Text(), Text()
    body.add(BODY)
    if figure:
        body.draw(figure)
    if head:
        begin = body.length
        body.add(head)
        body.heads.append((begin, begin + len(letters(head + "one two three four")), letters(head)))
    body.add("one two three four")
    notes.add(NOTES)
    return body, notes


def aligned(*pages: str, head: str = "", figure: str = "") -> Aligned:
    return align([letters(page) for page in pages], *texts(head, figure))


def test_body_and_notes_are_followed_over_page_turns() -> None:
    found = aligned("It rained.1 Then it 1 In", "stopped.2 The end. May. 2 In June, says she.",
                    "one two three four")

    assert list(found.body) == [0, 16, 32]
    assert list(found.notes) == [0, 3, 23]


def test_what_line_breaking_changes_is_no_difference() -> None:
    assert aligned("It rai\u00adned.1\u2060 Then it stop-\nped.2 The end. onetwo three four",
                   "1 In May. 2 In June, says she.")


def test_the_words_of_a_drawing_stand_between_body_and_notes() -> None:
    assert aligned("It rained.1 Then it stopped.2 The end. one North 5 1 In May. 2 In June, says she.",
                   "two three four", figure="North 5")


def test_the_head_of_a_table_may_stand_again_after_a_page_turn() -> None:
    assert aligned("It rained.1 Then it stopped.2 The end. Year one 1 In May. 2 In June, says she.",
                   "Year two three four", head="Year")


@pytest.mark.parametrize("pages", [
    ("It rained.1 Then stopped.2 The end. one two three four 1 In May. 2 In June, says she.",),
    ("It rained.1 Then it it stopped.2 The end. one two three four 1 In May. 2 In June, says she.",),
    ("It rained.1 Then it stopped.2 The end. one two three four 1 In May. 2 In June, says.",),
    ("It rained.1 Then it stopped.2 The end. one two three four 2 In June, says she. 1 In May.",),
    ("It rained.1 1 In May. Then it stopped.2 The end. one two three four 2 In June, says she.",),
    ("It rained.1 Then it stopped.2 The end. one two three four 1 In May. 2 In June, says she.", "more"),
    ("It rained.1 Then it stopped.2 The end. one two three four 1 In May.",),
    ("It rained.1 Then it stopped.2 The end. one two 1 In May. 2 In June, says she.", "four three"),
    ("",),
])
def test_a_word_that_is_lost_doubled_or_moved_is_seen(pages: tuple[str, ...]) -> None:
    with pytest.raises(AstrayError):
        aligned(*pages)


def test_the_pages_of_a_name_are_those_of_its_letters() -> None:
    body, notes = texts()
    body.named = {"first": (0, 10), "over": (5, 20), "last": (30, 33)}
    notes.named = {"n1": (0, 7), "n2": (7, 23)}
    found = align([letters("It rained.1 Then it 1 In"), letters("stopped.2 The end. May. 2 In June,"),
                   letters("one two three four says she.")], body, notes)

    assert [list(found.pages_of(name)) for name in body.named] == [[0], [0, 1], [1, 2]]
    assert [list(found.pages_of_note(name)) for name in notes.named] == [[0, 1], [1, 2]]
