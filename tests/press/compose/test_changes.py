"""Changes as the book prints them: by kind, with both wordings, and what follows under what it follows from."""

from dataclasses import replace

import pytest

from press.compose.changes import CONTEXT, Shown, counted, shown_changes
from press.findings import Report
from press.load.book import load_book
from press.model.book import Book
from press.model.changes import changes
from press.model.history import Item
from press.model.recorded import Recorded, Said
from press.model.recording import record_of
from tests.books.making import LIGHTHOUSE


@pytest.fixture(scope="module")
def book() -> Book:
    read = load_book(LIGHTHOUSE, "", Report())
    assert read
    return read


def since(book: Book, *edits: Said, gone: str = "", reason: str = "") -> Book:
    """The book, after an edition that said something else here and there."""
    other = {one.item: one for one in edits}
    now = record_of(book)
    said = tuple(other.pop(one.item, one) for one in now.said if str(one.item) != gone)
    before = Recorded("0th", "Trial edition", "2023-01-01", (*said, *other.values()))
    reasons = dict.fromkeys((edit.item for edit in edits), reason)
    return replace(book, before=before, changes=changes(before, now, reasons))


def one(book: Book, item: str, **wording: str) -> Said:
    said = next(said for said in record_of(book).said if str(said.item) == item)
    return replace(said, wording=tuple((dict(said.wording) | wording).items()))


def only(book: Book) -> Shown:
    (group,) = shown_changes(book)
    (shown,) = group.changes
    return shown


def test_a_corrected_figure_stands_under_figures_with_both_readings(book: Book) -> None:
    after = since(book, one(book, "figure n03", low="57"), reason="A misread table.")
    (group,) = shown_changes(after)
    (shown,) = group.changes

    assert (group.heading, shown.head, shown.sorts) == ("Figures", "Lights Board", "range changed")
    assert [(words.label, words.was, words.now) for words in shown.wordings] == [
        ("low", (("57", True),), (("58", True),))]
    assert shown.lines == (("Reason", "A misread table."),)
    assert counted(after) == "There is one change since the edition before this one (Trial edition, 1 January 2023)."


def test_a_date_is_printed_in_words(book: Book) -> None:
    shown = only(since(book, one(book, "event e09", date="1873-05")))

    assert "".join(text for text, _ in shown.wordings[0].was) == "May 1873"


def test_a_long_passage_is_cut_to_the_words_around_its_change(book: Book) -> None:
    text = dict(one(book, "§1.5").wording)["text"]
    shown = only(since(book, one(book, "§1.5", text=text.replace("She had a clock", "She had a watch"))))
    was = "".join(text for text, _ in shown.wordings[0].was)

    assert shown.link == "par-1.5"
    assert ("watch,", True) in shown.wordings[0].was
    assert ("clock,", True) in shown.wordings[0].now
    assert was.startswith("[…] ")
    assert was.endswith(" […]")
    assert len(was) < 2 * CONTEXT + 30


def test_a_passage_that_only_gained_words_is_cut_in_both_versions(book: Book) -> None:
    text = dict(one(book, "§1.5").wording)["text"]
    shown = only(since(book, one(book, "§1.5", text=text.replace("She had a clock, which", "She had a clock which"))))
    longer = only(since(book, one(book, "§1.5", text=text.replace(" which stopped in the third winter,", ""))))

    assert all(len("".join(text for text, _ in version)) < 2 * CONTEXT + 60
               for words in (*shown.wordings, *longer.wordings) for version in (words.was, words.now))
    assert not any(marked for _, marked in longer.wordings[0].was)


def test_a_note_names_its_sources(book: Book) -> None:
    notes = dict(one(book, "§2.3").wording)["notes"]
    shown = only(since(book, one(book, "§2.3", notes=notes.replace("p. 200", "p. 199"))))

    assert "Orr, A Rock" in "".join(text for text, _ in shown.wordings[0].was)
    assert "orr-1990" not in str(shown.wordings)


def test_what_is_gone_is_printed_whole_with_the_reason(book: Book) -> None:
    gone = Said(Item.read("claim c999"), "c999", (("statement", "The tower was white."),), ("orr-1990",))
    shown = only(since(book, gone, reason="The log has grey."))

    assert (shown.head, shown.sorts) == ("Claim c999", "withdrawn")
    assert [(words.was, words.now) for words in shown.wordings] == [((("The tower was white.", False),), ())]
    assert shown.lines == (("Reason", "The log has grey."),)


def test_a_person_taken_out_is_not_named(book: Book) -> None:
    shown = only(since(book, Said(Item.read("person ole-holm"), "Ole Holm", (("name", "Ole Holm"),))))

    assert shown.head == "A person"
    assert shown.wordings == ()


def test_a_new_source_is_named_once_with_what_cites_it_under_it(book: Book) -> None:
    citing = replace(one(book, "§1.6"), sources=())
    shown = only(since(book, citing, gone="source brandt-diary"))

    assert "Brandt" in shown.head
    assert [(follower.head, follower.sorts) for follower in shown.follows] == [("§1.6", "re-sourced")]
    assert shown.wordings == ()


def test_a_first_edition_has_no_changes(book: Book) -> None:
    assert shown_changes(book) == ()
    assert counted(book) == ""
