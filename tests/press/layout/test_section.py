"""A section laid out alone: the same bytes from the same section, and all that is known of its pages."""

import hashlib
import io
import json
import logging
import os
import shutil
import subprocess
import sys
from dataclasses import asdict

import pikepdf
import pytest

from press.layout.boxes import pages
from press.layout.laid import Job, LaidSection, from_description
from press.layout.section import lay_out
from tests.press.layout.paper import SMALL, STYLES, job, note, pressed, words

ROOT = STYLES.parent
ARMENIAN = '<span lang="hy" style="font-family: Armenian">\u0531\u0580\u0581\u0561\u056d</span>'
RICH = (f'<section id="one"><h1>Chapter</h1><p id="p1">{words(30)}{note(1, words(70))} {ARMENIAN} '
        f'<a href="xref:two">there</a> {words(20)}</p><h2 id="h">Heading</h2><p id="p2">{words(90)}</p>'
        f'<table><tr><td>Cell{note(2, "In a cell.")}<td>two</table></section>')


@pytest.fixture(scope="module")
def rich():
    return lay_out(job(RICH))


IN_ANOTHER_PROCESS = """
import hashlib, json, sys
from press.layout.laid import Job
from press.layout.section import lay_out
for job in json.load(sys.stdin):
    section = lay_out(Job(**job))
    print(hashlib.sha256(section.described().encode() + section.pdf).hexdigest())
"""


def digest(section: LaidSection) -> str:
    return hashlib.sha256(section.described().encode() + section.pdf).hexdigest()


def test_a_section_laid_out_twice_has_the_same_bytes(rich):
    lay_out(job("<p>Another section between them.</p>", css=SMALL + "p { color: red }"))

    assert lay_out(job(RICH)) == rich


@pytest.mark.parametrize(("seed", "zone"), [("1", "Asia/Tokyo"), ("4711", "America/Lima")])
def test_another_process_another_clock_another_folder_give_the_same_bytes(rich, tmp_path, seed, zone):
    shutil.copytree(STYLES / "fonts", tmp_path / "styles" / "fonts")
    moved = Job(**{**asdict(job(RICH)), "base": (tmp_path / "styles").as_uri() + "/"})
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    # What was laid out before must not show: in the other process it is another section.
    jobs = [asdict(one) for one in (job(words(9), name="z"), job(RICH), moved)]
    done = subprocess.run([sys.executable, "-c", IN_ANOTHER_PROCESS], input=json.dumps(jobs), text=True,
                          capture_output=True, cwd=tmp_path, env=surroundings, check=True)

    assert done.stdout.split()[1:] == [digest(rich)] * 2


def test_a_section_is_read_back_as_it_was_described(rich):
    assert from_description(rich.described(), rich.pdf) == rich


def test_a_name_is_listed_on_every_page_that_its_passage_spans(rich):
    pages = {name: [spot.page for spot in spots] for name, spots in rich.names.items()}

    assert pages["one"] == list(range(len(rich.pages)))
    assert pages["p1"] == [0, 1]
    assert pages["s-c1"] == [0]
    assert pages["s-n1"] == [page for laid in rich.notes if laid.id == "s-n1" for page in laid.pages]
    assert pages["h"][0] <= pages["p2"][0]


def test_a_spot_is_measured_in_points_from_the_foot(rich):
    head = rich.names["one"][0]

    assert (head.x, head.y) == pytest.approx((10, 110))


def test_the_headings_are_a_tree_with_their_places(rich):
    chapter, = rich.outline
    heading, = chapter.below

    assert (chapter.title, heading.title) == ("Chapter", "Heading")
    assert heading.spot.page == rich.names["h"][0].page


def test_a_page_knows_its_text_block_its_notes_and_what_is_carried_onto_it(rich):
    first, second = rich.pages[:2]

    assert (first.width, first.height, first.text) == (150, 120, (10, 10, 140, 110))
    assert (first.carried, second.carried) == ((), ("s-n1",))
    assert 10 < first.notes_top < 110
    assert lay_out(job("<p>No notes.")).pages[0].notes_top == 0


def test_blank_and_named_pages_are_known():
    laid = lay_out(job('<p>One</p><p style="break-before: right">Two</p><p style="page: bare">Three</p>'))

    assert [(page.blank, page.name) for page in laid.pages] == [
        (False, ""), (True, ""), (False, ""), (False, "bare")]


def test_the_file_of_a_section_has_its_pages(rich):
    with pikepdf.open(io.BytesIO(rich.pdf)) as pdf:
        assert len(pdf.pages) == len(rich.pages)


def test_the_styles_of_one_section_stand_over_those_of_all():
    laid = lay_out(job("<p>Text.", heads="@page { size: 300pt 200pt }"))

    assert (laid.pages[0].width, laid.pages[0].height) == (300, 200)


def test_what_the_engine_warns_of_comes_back_every_time():
    css = SMALL + "p { colour: red }"
    sections = [lay_out(job("<p>Text.", css=css, heads="i { colour: red }")) for _ in range(2)]

    for section in sections:
        assert len(section.warnings) == 1
        assert "colour" in section.warnings[0]
        assert len(section.style_warnings) == 1
        assert "colour" in section.style_warnings[0]


def test_a_section_without_faults_has_no_warnings(rich):
    assert (rich.warnings, rich.style_warnings) == ((), ())


def test_nothing_is_fetched_from_the_network():
    laid = lay_out(job('<p><img src="http://192.0.2.1/picture.png" alt="A picture"> Text.'))

    assert any("192.0.2.1" in warning for warning in laid.warnings)


def test_the_engine_s_log_is_left_as_it_was():
    logger = logging.getLogger("weasyprint")
    before = (list(logger.handlers), logger.propagate)
    lay_out(job("<p>Text.", heads="p { colour: red }"))

    assert (list(logger.handlers), logger.propagate) == before


def test_a_page_that_begins_within_a_row_opens_with_the_words_of_one_cell():
    row = f"<table><tr><td>{'here<br>' * 14}end</td><td>{'there<br>' * 14}end</td></tr></table>"

    opening = pages(pressed(row, SMALL))[1].opening
    assert opening.startswith("here")
    assert opening.endswith("hereend")
