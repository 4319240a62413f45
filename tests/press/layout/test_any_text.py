"""Whatever an editor writes, and however small the page: every note stands whole, once, from its call's page on."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from press.layout import boxes
from tests.press.layout.note_facts import facts
from tests.press.layout.paper import SMALL, note, pressed, words

COSTLY = settings(
    max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@st.composite
def stretches(draw: Any, most: int) -> str:
    """Some words, and here and there a note after them; `#` stands for the note's number."""
    return " ".join(
        words(draw(st.integers(1, 9))) + ("" if size is None else f"[# {words(size)} end.]")
        for size in draw(st.lists(st.none() | st.integers(1, 12) | st.integers(1, 60), min_size=1,
                                  max_size=most)))


paragraphs = stretches(10).map("<p>{}</p>".format)
blocks = st.one_of(
    paragraphs, paragraphs, paragraphs,
    st.builds("<h2>{}</h2><p>{}</p>".format, stretches(1), stretches(5)),
    st.lists(stretches(3), min_size=1, max_size=4).map(
        lambda items: "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"),
    stretches(5).map("<blockquote><p>{}</p></blockquote>".format),
    stretches(5).map('<p style="break-before: page">{}</p>'.format),
    st.lists(st.tuples(stretches(2), stretches(1)), min_size=1, max_size=6).map(
        lambda rows: "<table>" + "".join(f"<tr><td>{a}<td>{b}</tr>" for a, b in rows) + "</table>"),
    st.lists(st.tuples(stretches(2), stretches(2), stretches(2)), min_size=1, max_size=4).map(
        lambda rows: "<table><thead><tr><th>A<th>B<th>C</tr></thead>" + "".join(
            f'<tr><td style="padding: 2pt">{a}<td>{b}<td>{c}</tr>' for a, b, c in rows) + "</table>"),
    stretches(4).map('<div style="break-inside: avoid; border: 1pt solid; padding: 2pt"><p>{}</p></div>'.format),
    st.builds('<p style="text-align: {}">{}</p>'.format, st.sampled_from(["center", "justify", "right"]), stretches(5)),
)
texts = st.lists(blocks, min_size=2, max_size=7).map("".join)
papers = st.builds(
    lambda height, orphans, widows, rows: SMALL.replace("120pt", f"{height}pt") + (
        f"html {{ orphans: {orphans}; widows: {widows} }} tr {{ break-inside: {rows} }}"),
    st.integers(70, 170), st.integers(1, 3), st.integers(1, 3), st.sampled_from(["avoid", "auto"]))


def with_notes(text: str) -> str:
    """The text with its notes numbered and called as the press calls them."""
    out, number = [], 0
    for piece in text.split("["):
        inside, closing, after = piece.rpartition("]")
        if closing:
            number += 1
            out.append(note(number, inside.replace("#", f"Note {number}")))
        out.append(after)
    return "".join(out)


@COSTLY
@given(texts, papers)
def test_every_note_stands_whole_and_once_after_the_notes_before_it(text, paper):
    document = pressed(with_notes(text), paper)
    found = facts(document)

    assert found.faults == []
    assert found.late == []
    assert len(found.notes) == text.count("[")


@settings(COSTLY, max_examples=6)
@given(texts, papers)
def test_the_press_says_of_every_note_what_stands_in_the_boxes(text, paper):
    document = pressed(with_notes(text), paper)

    assert [(list(laid.pages), laid.called_on, laid.whole) for laid in boxes.notes(document)] == [
        (seen.pages, seen.called_on[0], True) for seen in facts(document).notes]
