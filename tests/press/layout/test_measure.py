"""Every passage of a section is measured in lines, on one page without an end."""

from press.layout.laid import Fault
from press.layout.measure import Measure, measure
from tests.press.layout.paper import SMALL, job, note, words

LINE = "the line<br>"


def test_a_passage_counts_its_lines_over_all_its_pages_and_a_note_its_own():
    text = f'<p id="a">{LINE * 30}end</p><p id="b">One.{note(1, words(60))}</p><p id="c">{LINE * 3}end</p>'
    measured = measure(job(text, SMALL), 150)

    assert {name: one.lines for name, one in measured.items() if name in "abc"} == {"a": 31, "b": 1, "c": 4}
    assert measured["s-n1"].lines > 3


def test_a_passage_has_the_faults_of_its_lines_and_none_of_its_pages():
    text = f'<p id="a">A {"n" * 80} word.</p><p id="b">{LINE * 30}end</p>'
    measured = measure(job(text, SMALL), 150)

    assert measured["a"].faults == (Fault.OVERFULL,)
    assert measured["b"] == Measure(31)
