"""Notes break over pages and none is lost, doubled, out of order or before its call."""

import subprocess
import sys
from math import ceil

import pytest
import weasyprint
import weasyprint.layout
from weasyprint.layout import LayoutContext, block, page

from press.layout import split_notes
from tests.press.layout.note_facts import facts
from tests.press.layout.paper import BASE, FACES, SMALL, STYLES, job, note, pressed, words

HEAD = FACES + """
@page { size: 200px HEIGHTpx; margin: 10px; @footnote { margin: 0 } }
body { margin: 0; font: 10px/10px Text; orphans: 2; widows: 2 } p { margin: 0 }
.fn { float: footnote; POLICY } ::footnote-call { line-height: 0 }
"""

# How the engine by itself loses (or doubles) a note, in as few lines as will do it.
ORPHANS = """
<p>1<br>2<br>3<br>4<br>5<br>6<span class=fn>ONE</span></p>
<p>7<br>8<span class=fn>LOST</span><br>9<br>10</p>"""
LATER_PAGE = """<style>a::after { content: target-counter(attr(href), page) }</style>
<p>1<br>2<br>3<br>4<br>5<br>6<br>7<br>8<span class=fn>LOST</span></p>
<p>see p. <a href="#x"></a></p>
<p id=x style="break-before: page">x</p>"""
AGAIN = """<style>a::after { content: target-counter(attr(href), page) }</style>
<p>1 <a href="#x"></a><br>2<br>3<br>4<br>5<br>6<br>7<br>8<span class=fn>TWICE</span></p>
<p>b</p><p style="break-before: page">c <a href="#x"></a></p>
<p id=x style="break-before: page">x</p>"""
FLOAT = """<style>body { orphans: 1; widows: 1 } div { float: left; width: 100% }</style>
<div>1<br>2<br>3<br>4<br>5<br>6<br>7<br>8<br>9<br>10<br>11<br>12<span class=fn>LOST</span><br>13<br>14<br>
15<br>16<br>17<br>18<br>19<br>20</div><p>text</p>"""
ALONE = """<p>1<br>2<br>3<br>4<br>5<br>6<br>7<br>8<span class=fn>X</span><br>9<br>10<br>11</p>"""


def head(height: int, policy: str = "") -> str:
    return HEAD.replace("HEIGHT", str(height)).replace("POLICY", policy)


@pytest.mark.parametrize("height", [100, 103, 105, 109])
def test_a_note_of_the_second_line_is_kept_when_the_first_cannot_be_left_alone(height):
    found = facts(pressed(ORPHANS, head(height)))

    assert found.faults == []
    assert len(found.notes) == 2


@pytest.mark.parametrize("text", [LATER_PAGE, AGAIN], ids=["lost", "doubled"])
def test_a_note_is_kept_once_when_pages_are_made_again(text):
    found = facts(pressed(text, head(100)))

    assert found.faults == []
    assert len(found.notes) == 1


def test_a_note_called_in_a_long_float_is_kept():
    found = facts(pressed(FLOAT, head(100)))

    assert found.faults == []
    assert len(found.notes) == 1


@pytest.mark.parametrize("policy", ["auto", "line", "block"])
def test_a_paragraph_alone_on_its_page_may_call_a_note(policy):
    found = facts(pressed(ALONE, head(100, f"footnote-policy: {policy}")))

    assert found.faults == []
    assert (len(found.notes), found.late) == (1, [])


def test_a_note_that_does_not_fit_begins_on_the_page_of_its_call_and_goes_on_over_the_next():
    text = f"<p>{words(60)}{note(1, words(60))} {words(60)}</p>"
    document = pressed(text)
    found = facts(document)

    assert found.faults == []
    assert (found.late, found.cut) == ([], [1])
    assert found.notes[0].pages == [0, 1]


def test_a_note_of_2500_words_stands_whole_on_small_pages():
    document = pressed(f"<p>Before.{note(1, words(2500))} After.</p><p>{words(40)}{note(2, 'Next.')}</p>")
    long, short = facts(document).notes

    assert facts(document).faults == []
    assert len(long.pages) > 20
    assert long.pages == list(range(len(long.pages)))
    assert short.pages[0] in (long.pages[-1], long.pages[-1] + 1)
    assert len(document.pages) <= len(long.pages) + 1


def test_thirty_notes_of_a_paragraph_take_the_pages_that_their_lines_need():
    text = "".join(f"{words(12)}{note(n, words(9))} " for n in range(1, 31))
    document = pressed(f"<p>{text}</p>", SMALL.replace("150pt 120pt", "300pt 420pt"))
    sheets = [page._page_box for page in document.pages]
    room = sheets[0].height
    ink = sum(box.height for sheet in sheets for box in sheet.descendants()
              if type(box).__name__ == "LineBox")

    assert facts(document).faults == []
    assert facts(document).late == []
    assert len(document.pages) == ceil(ink / (room - 16))


def test_a_line_whose_note_cannot_begin_goes_to_the_next_page_with_its_note():
    for lead in range(20, 60, 2):
        found = facts(pressed(f"<p>{words(lead)}{note(1, words(9))} {words(50)}{note(2, 'Two.')}</p>"))

        assert (found.faults, found.late) == ([], [])


WRAPPED = [
    (block, "_linebox_layout"), (block, "_break_line"), (block, "iter_line_boxes"),
    (block, "block_container_layout"),
    (page, "block_level_layout"), (page, "remake_page"), (page, "make_all_pages"),
    (weasyprint.layout, "make_all_pages"),
    *((LayoutContext, name) for name in (
        "layout_footnote", "report_footnote", "unlayout_footnote", "_update_footnote_area",
        "overflows_page")),
]


def test_the_wrappers_are_put_in_place_under_their_own_version_only(monkeypatch):
    stock = object()
    for owner, name in WRAPPED:
        monkeypatch.setattr(owner, name, stock)
    before = [dict(vars(owner)) for owner in (block, page, weasyprint.layout, LayoutContext)]

    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    assert split_notes.install() is False
    assert [dict(vars(owner)) for owner in (block, page, weasyprint.layout, LayoutContext)] == before

    monkeypatch.setattr(weasyprint, "__version__", split_notes.ENGINE)
    assert split_notes.install() is True
    assert [name for owner, name in WRAPPED if getattr(owner, name) is stock] == []


UNDER_ANOTHER_VERSION = """
import sys, weasyprint
weasyprint.__version__ = "70.1"
from press.findings import Place, Report
from press.layout import hanging_space, split_notes
from press.layout.laid import Job
from press.layout.section import lay_out
from press.model.fair_copy import FairCopy
from press.model.section import Matter, Section
from press.prove.excuses import Excuses
from press.prove.laid import prove_laid
from xml.etree.ElementTree import Element
report = Report()
section = lay_out(Job(id="s", html=sys.argv[1], css=sys.argv[2], base=sys.argv[3]))
source = Section("s", "S", Matter.BODY, "chapter", Place("s.md"), FairCopy(Element("section")))
prove_laid(section, source, Excuses(()), report)
print(split_notes.install(), hanging_space.install(), *[finding.rule for finding in report.findings])
"""


def test_under_another_version_the_press_still_prints_and_says_what_is_lost():
    text = ORPHANS.replace("class=fn>", "class=fn id=s-n1>", 1).replace("class=fn>", "class=fn id=s-n2>")
    words = (job(text).html, head(105) + "::footnote-marker { content: none }", BASE)
    done = subprocess.run([sys.executable, "-c", UNDER_ANOTHER_VERSION, *words], capture_output=True,
                          text=True, check=False, cwd=STYLES.parent)

    assert done.stderr == ""
    off, also_off, *rules = done.stdout.split()
    assert (off, also_off) == ("False", "False")
    assert "L-01" in rules
