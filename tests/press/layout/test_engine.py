"""The engine made quick: the same pages as without what makes it quick, and its own ways under another version."""

import json
import subprocess
import sys

import pytest
import weasyprint
from weasyprint import css, draw
from weasyprint.formatting_structure import boxes
from weasyprint.layout import background, block, inline
from weasyprint.text import line_break

from press.compose.composer import Composer
from press.compose.templates import environment
from press.findings import Report
from press.layout import (
    answers,
    backgrounds,
    cascade,
    columns,
    computed,
    engine,
    glyphs,
    patterns,
    remembered,
    repeats,
    shared_styles,
    texts,
    wellformed,
)
from press.layout.laid import Job
from press.load.house import template_names
from press.model.pages import PageMap
from press.publish import forme
from press.publish.manuscript import prepare
from press.publish.request import Request
from tests.books.making import ROOT, silent
from tests.press.layout.paper import SMALL, job, note, pressed, words

TEXT = ("Every harbour master of the northern coasts, whether appointed or self-appointed, understood perfectly well "
        "that lighthouses, unlike promises, are maintained; nevertheless the correspondence of the commissioners "
        "contains 1,204 letters (some of them unanswered) about oil-cans — and exactly one about gratitude. "
        "Extraordinarily incomprehensible inconsistencies characterised administrative communications thereafter.")
HYPHENATED = SMALL + "html { hyphens: auto; hyphenate-limit-chars: 6 3 3 } p { text-align: justify }"
LIGATURES = ("Different offices offline: afflicted leaflets, efficient conflicts, baffled trafficking; "
             "insufficient sacrifices.")
ENTRIES = "".join(f"<h2>{chr(65 + at // 9)}</h2>" * (at % 9 == 0) + f"<p>{words(2 + at * 7 % 11)}</p>"
                  for at in range(90))
COLUMNS = f'<h1>Index</h1><div class="c" style="margin-top: 7pt">{ENTRIES}</div>'

BOTH_WAYS = """
import io, json, sys
import pikepdf
from weasyprint.layout import inline
from press.prove.painted import paint_all
from press.prove.text import pages_of
from press.layout import engine, feather, hanging_space, section, split_notes, struts, turns
from press.layout.laid import Job
if sys.argv[1] == "slow":
    engine.WRAPPERS = (split_notes, turns, hanging_space, feather, struts)
    trim = inline.remove_last_whitespace
    def undrawn(context, line):  # nor does the slow one draw the space before a break
        trim(context, line)
        for box in line.descendants():
            layout = getattr(box, "pango_layout", None)
            if layout and layout.text.rstrip(" ") == box.text:
                layout.text = box.text
    inline.remove_last_whitespace = undrawn

def fine(values):
    return [round(value, 3) for value in values]

def drawn(page):
    texts = [[fine(text.box), text.size, text.face.name, text.glyphs, repr(text.ink)] for text in page.texts
             if text.glyphs]
    return texts, [[fine(shape.box), shape.width, repr(shape.ink)] for shape in page.shapes]

for fields in json.load(sys.stdin):
    laid = section.lay_out(Job(**fields))
    with pikepdf.open(io.BytesIO(laid.pdf)) as pdf:
        print(json.dumps([laid.described(), [drawn(page) for page in paint_all(pdf)],
                          [[[[mark, said] for mark, said in sorted(page.marks.items()) if any(said)], page.outside]
                           for page in pages_of(pdf)]]))
"""


def in_its_way(way: str, jobs: list[dict[str, str]]) -> list[object]:
    """What a process of its own makes of some sections, quick or slow."""
    done = subprocess.run([sys.executable, "-c", BOTH_WAYS, way], input=json.dumps(jobs), text=True,
                          capture_output=True, cwd=ROOT, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def fields(one: Job) -> dict[str, str]:
    return {"id": one.id, "html": one.html, "css": one.css, "base": one.base, "heads": one.heads}


def tiny_book() -> list[dict[str, str]]:
    """The sections of the tiny book, as they are first composed."""
    report = Report()
    content = ROOT / "tests" / "books" / "lighthouse"
    prepared = prepare(Request(ROOT, content, ROOT / "dist"), report, silent)
    assert prepared is not None
    material, ((_, styles), *_) = prepared
    composer = Composer(material, environment(ROOT / "templates"), template_names(ROOT / "templates"))
    base = (ROOT / "styles").as_uri() + "/"
    return [fields(forme.plan(section, composer, styles, base).compose(PageMap())) for section in material.sections]


def test_the_tiny_book_has_the_same_pages_from_the_quick_engine_and_the_slow():
    book = tiny_book()
    measures = "".join(f'<p style="width: {width}pt; margin-left: {at % 7}pt">{TEXT}{note(at, TEXT)}</p>'
                       for at, width in enumerate(range(60, 131, 3)))
    measures += "".join(f'<p style="width: {width}pt">{LIGATURES}</p>' for width in range(60, 131, 2))
    book.append(fields(job(measures, HYPHENATED)))
    book.append(fields(job(COLUMNS, SMALL + ".c { column-count: 2; column-gap: 9pt } h2 { break-after: avoid }")))

    quick, slow = in_its_way("quick", book), in_its_way("slow", book)

    assert len(quick) == len(book)
    assert quick == slow


def test_running_text_is_shaped_once_and_again_only_where_a_word_is_divided(monkeypatch):
    assert engine.install()
    stock, shaped = line_break.Layout.get_first_line, []
    monkeypatch.setattr(line_break.Layout, "get_first_line", lambda self: shaped.append(self.text) or stock(self))
    page, *_ = pressed("".join(f'<p style="width: {width}pt">{TEXT}</p>' for width in range(100, 130, 3)),
                       HYPHENATED.replace("120pt", "1200pt")).pages
    set_lines = [box for box in page._page_box.descendants() if isinstance(box, boxes.LineBox)]

    divided = [line for line in set_lines if line.children[-1].text.endswith("\u2010")]

    assert len(set_lines) > 100
    assert len(shaped) - len(divided) < len(set_lines) / 5


def test_names_do_not_part_what_is_of_one_kind():
    assert engine.install()
    page, = pressed(f'<p id="a"><i>{words(3)}</i></p><p id="b"><i>{words(3)}</i></p><p lang="hy">x</p>').pages
    styles = {box.element.get("id") or box.element.get("lang"): box.style for box in page._page_box.descendants()
              if box.element_tag == "p" and isinstance(box, boxes.BlockBox)}
    italics = [box.style for box in page._page_box.descendants()
               if box.element_tag == "i" and isinstance(box, boxes.InlineBox)]

    assert styles["a"] is styles["b"]
    assert italics[0] is italics[1]
    assert styles["hy"] is not styles["a"]
    assert styles["hy"]["lang"] == "hy"


def test_an_element_with_a_language_keeps_its_own_style():
    assert engine.install()
    page, = pressed('<p lang="hy" style="color: red">x</p><p lang="hy" style="color: blue">y</p>'
                    '<p style="color: red">z</p>').pages
    colours = [box.style["color"].coordinates for box in page._page_box.descendants()
               if box.element_tag == "p" and isinstance(box, boxes.BlockBox)]

    assert colours[0] == colours[2] != colours[1]


WRAPPED = [
    (texts, inline, "split_text_box"),
    (texts, inline, "add_word_spacing"),
    (answers, boxes.Box, "is_in_normal_flow"),
    (answers, boxes.ParentBox, "page_values"),
    (answers, inline, "avoid_collisions"),
    (answers, inline, "can_break_text"),
    (columns, block, "columns_layout"),
    (backgrounds, background, "layout_box_backgrounds"),
    (patterns, line_break.Layout, "setup"),
    (repeats, inline, "split_first_line"),
    (repeats, block, "resolve_percentages"),
    (glyphs, line_break.Layout, "deactivate"),
    (glyphs, draw, "draw_text"),
    (wellformed, weasyprint, "tinyhtml5"),
    (shared_styles, css, "find_style_attributes"),
    (shared_styles, css.StyleFor, "set_computed_styles"),
    (shared_styles, weasyprint.HTML, "_ua_stylesheets"),
    (cascade, css.StyleFor, "__init__"),
    (computed, css.ComputedStyle, "__missing__"),
    (remembered, css.AnonymousStyle, "__missing__"),
]


@pytest.mark.parametrize(("wrapper", "owner", "name"), WRAPPED)
def test_a_wrapper_is_put_in_place_under_its_own_version_only(monkeypatch, wrapper, owner, name):
    stock = repeats._resolve_percentages if name == "resolve_percentages" else object()
    for other, attribute in [(one, attribute) for _, one, attribute in WRAPPED]:
        monkeypatch.setattr(other, attribute, getattr(other, attribute))
    monkeypatch.setattr(owner, name, stock)

    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    assert wrapper.install() is False
    assert engine.install() is False
    assert getattr(owner, name) is stock

    monkeypatch.setattr(weasyprint, "__version__", wrapper.ENGINE)
    assert wrapper.install() is True
    assert getattr(owner, name) is not stock


def test_the_lines_are_the_engine_s_own_where_the_press_does_not_settle_them():
    assert engine.install()
    page, = pressed('<p style="width: 12pt">extraordinary words</p><p style="word-spacing: 2pt">wide words</p>'
                    '<p style="white-space: nowrap">no break here</p>', HYPHENATED.replace("120pt", "900pt")).pages
    found = [box.text for box in page._page_box.descendants() if isinstance(box, boxes.TextBox)]

    assert "".join(found).replace("\u2010", "").replace(" ", "") == "extraordinarywordswidewordsnobreakhere"
