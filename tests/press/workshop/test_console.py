"""What a run shows: findings by their places, plain lines where nobody watches."""

import io
import sys

import pytest

from press.findings import Place, Report, Severity
from press.workshop import console


class Terminal(io.StringIO):
    """A stream that a person watches."""

    def isatty(self):
        return True


@pytest.fixture
def findings():
    report = Report()
    report.add("R-02", Place("content/body/06.md", 41, 17), "no source is filed under “memorial-1929”",
               "did you mean “memorial-1992”?")
    report.add("D-05", Place("content/body/06.md", 4, 2), "the date is not EDTF: “1992-13”")
    report.add("E-01", Place("content/body/01.md", 9), "the word needs an eye", severity=Severity.REVIEW)
    return report


def test_findings_are_printed_by_their_places_with_hints_and_a_count(findings, capsys):
    console.show(findings)

    assert capsys.readouterr().out.splitlines() == [
        "content/body/01.md:9: E-01 the word needs an eye",
        "content/body/06.md:4:2: D-05 the date is not EDTF: “1992-13”",
        "content/body/06.md:41:17: R-02 no source is filed under “memorial-1929”",
        "    hint: did you mean “memorial-1992”?",
        "3 findings: 2 to mend, 1 to look at",
    ]


def test_a_report_without_findings_prints_nothing(capsys):
    console.show(Report())

    assert capsys.readouterr().out == ""


def test_rows_stand_in_columns_and_the_same_head_once(capsys):
    console.table([("a.pdf", "fonts", "passed"), ("a.pdf", "the whole", "2 faults"), ("b.pdf", "fonts", "passed")])
    console.table([])

    assert capsys.readouterr().out.splitlines() == [
        "a.pdf  fonts      passed", "       the whole  2 faults", "b.pdf  fonts      passed"]


@pytest.mark.parametrize(("settings", "coloured"), [
    ({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)])
def test_colour_is_for_terminals_and_for_those_who_want_it(settings, coloured, findings, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal())
    console.show(findings)

    assert ("\x1b[" in sys.stdout.getvalue()) is coloured


def test_elsewhere_progress_is_a_line_where_a_stage_begins_and_one_where_it_ends(capsys):
    with console.progress() as progress:
        for done in range(4):
            progress("lay out", done, 3)
        progress("prove", 1, 1)

    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == ["lay out: 3 to do", "lay out: 3 done", "prove: done"]


def test_on_a_terminal_progress_is_a_bar(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", Terminal())
    with console.progress() as progress:
        progress("lay [out]", 1, 3)
        progress("lay [out]", 3, 3)

    assert "lay [out]" in sys.stderr.getvalue()
    assert "3/3" in sys.stderr.getvalue()


def test_letters_that_a_machine_cannot_show_do_not_stop_it(monkeypatch):
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    console.open_console()
    console.say("“Ա”")

    assert narrow.buffer.getvalue() == b"\\u201c\\u0531\\u201d\n"
