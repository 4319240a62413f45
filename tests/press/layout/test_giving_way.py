"""Text gives way at the head of a page, so that every note begins on the page of its call."""

import pytest
from weasyprint.formatting_structure import boxes

from tests.press.layout.note_facts import facts
from tests.press.layout.paper import SMALL, letters, lines, note, pressed, words

ROWS = SMALL + "td { width: 50% }"


def texts(page):
    """The lines of a page's text, without its notes."""
    areas = [box for box in page._page_box.children if isinstance(box, boxes.FootnoteAreaBox)]
    noted = [line for area in areas for line in area.descendants()]
    return [letters(line).replace("\u2060", "") for line in lines(page) if line not in noted]


def crowded(style: str = "") -> str:
    """A line that calls a note of a page's length, and one more."""
    return f'<p style="{style}">one two{note(1, words(200))} three four{note(2, words(5))} five six</p>'


@pytest.mark.parametrize("style", ["", "text-align: justify", "text-align: center", "text-align: right"])
def test_a_line_ends_before_the_word_whose_note_finds_no_room_on_the_page(style):
    document = pressed(crowded(style))
    found = facts(document)

    assert (found.faults, found.late) == ([], [])
    assert texts(document.pages[0]) == ["one two1 three"]
    assert texts(document.pages[found.notes[1].pages[0]]) == ["four2 five six"]


def test_a_line_that_ends_early_keeps_to_its_edge():
    def edges(style: str) -> tuple[float, float]:
        line, *_ = lines(pressed(crowded(style)).pages[0])
        return line.position_x, line.position_x + line.width

    left, right = 10 / .75, 140 / .75
    assert edges("")[0] == pytest.approx(left)
    assert edges("text-align: right")[1] == pytest.approx(right)
    assert sum(edges("text-align: center")) == pytest.approx(left + right)


def test_a_line_with_room_for_all_its_notes_is_left_as_it_is():
    text = f"<p>one two{note(1, words(5))} three four{note(2, words(200))} five six</p>"

    assert texts(pressed(text).pages[0]) == ["one two1 three four2 five six"]


def test_a_word_with_two_calls_is_not_parted():
    document = pressed(f"<p>one two{note(1, words(200))}{note(2, words(5))} three</p>")
    found = facts(document)

    assert (found.faults, found.late) == ([], [2])
    assert texts(document.pages[0]) == ["one two12 three"]


def test_a_line_read_from_the_right_is_left_as_it_is():
    document = pressed(crowded("direction: rtl"))
    found = facts(document)

    assert (found.faults, found.late) == ([], [2])
    assert sum(len(texts(page)) for page in document.pages) == 1


def test_notes_carried_onto_a_page_have_it_alone_where_its_first_line_could_not_begin_its_own():
    alone = 0
    for size in range(60, 110, 10):
        text = f"<p>one{note(1, words(size))}</p><p>two{note(2, words(9))}</p>"
        document = pressed(text, SMALL.replace("120pt", "70pt"))
        alone += sum(not texts(page) for page in document.pages)

        assert (facts(document).faults, facts(document).late) == ([], [])
    assert alone


@pytest.mark.parametrize("inside", ["avoid", "auto"])
def test_a_cell_waits_when_the_notes_beside_it_leave_its_own_no_room(inside):
    row = f"<tr><td>one{note(1, words(200))}<td>two{note(2, words(5))} three</tr>"
    document = pressed(f"<table>{row}</table>", ROWS + f"tr {{ break-inside: {inside} }}")
    found = facts(document)

    assert (found.faults, found.late) == ([], [])
    assert texts(document.pages[0]) == ["one1"]
    assert texts(document.pages[found.notes[1].pages[0]]) == ["two2 three"]


def test_a_row_that_goes_on_stays_to_be_read_beside_its_head():
    head = "<thead><tr><th>A<th>B</tr></thead>"
    row = f"<tr><td>{words(20)}{note(1, words(150))} end<td>{words(30)} two{note(2, words(60))} three</tr>"
    document = pressed(f"<table>{head}{row}</table>", ROWS)
    found = facts(document)
    read = " ".join(line for page in document.pages for line in texts(page)).split()

    assert (found.faults, found.late) == ([], [])
    assert sorted(word for word in read if word not in "AB") == sorted(
        [*words(20).split()[:-1], "w191", "end", *words(30).split(), "two2", "three"])


def test_a_note_called_in_a_short_cell_stands_below_the_longest_cell_of_its_row():
    for length in range(6, 40, 4):
        row = f"<tr><td>{words(length)}<td>two{note(1, words(40))}</tr>"
        found = facts(pressed(f"<table>{row}</table><p>{words(20)}</p>", ROWS))

        assert (found.faults, found.late) == ([], [])


def test_a_row_that_the_page_turns_over_calls_no_note_too_early():
    calls = " ".join(f"w0 end.{note(number, words(size))}" for number, size in enumerate((80, 35, 6, 35), 1))
    text = (f"<p>{'text<br>' * 5}</p><table><tr>"
            f"<td>{words(7)} {calls} {words(6)}<td>place<td>{words(4)}</tr></table>")
    found = facts(pressed(text, ROWS))

    assert (found.faults, found.late) == ([], [])


@pytest.mark.parametrize("size", [4, 12, 40])
def test_a_framed_block_keeps_its_frame_above_its_notes(size):
    text = (f'<p>w</p><div style="border: 1pt solid; padding: 2pt; break-inside: avoid">'
            f'<p>{words(3)}{note(1, "w0 end.")} {words(9)}{note(2, words(size))}</p></div>')
    found = facts(pressed(text, SMALL.replace("150pt 120pt", "100pt 70pt") + "html { orphans: 1; widows: 1 }"))

    assert (found.faults, found.late) == ([], [])


def test_a_note_is_cut_above_the_frame_of_the_block_that_calls_it():
    document = pressed(f'<p style="padding-bottom: 2pt">one<br>two{note(1, words(200))}</p>')

    assert facts(document).faults == []
    assert texts(document.pages[0]) == ["one", "two1"]


@pytest.mark.parametrize(("orphans", "widows"), [(2, 3), (3, 2), (3, 3)])
def test_a_cell_that_goes_on_over_pages_is_not_begun_anew(orphans, widows):
    css = ROWS.replace("120pt", "70pt") + f"html {{ orphans: {orphans}; widows: {widows} }}"
    for count in (30, 40, 50):
        document = pressed(f"<table><thead><tr><th>A<th>B</tr></thead><tr><td>{words(count)}<td>{words(count)}</table>",
                           css)
        read = " ".join(line for page in document.pages for line in texts(page)).split()

        assert sorted(word for word in read if word not in "AB") == sorted(2 * words(count).split())
