"""What is painted, and in which order, is the engine's, whatever lies upon what."""

import re
from typing import Any

import pytest
import weasyprint
import weasyprint.draw as engine
from hypothesis import given
from hypothesis import strategies as st
from weasyprint import pdf, stacking
from weasyprint.matrix import Matrix

from press.layout import glyphs, painting
from tests.press.layout.paper import FACES, pressed, words

STYLES = FACES + """
@page { size: 200pt 300pt; margin: 20pt; border-top: 1pt solid;
  @top-left { content: "head"; border-bottom: 1pt dotted } }
html { font: 9pt/11pt Text } p { margin: 0 0 4pt }
.line { border-bottom: .5pt solid red } .back { background: #eee; border-radius: 2pt }
.up { position: relative; z-index: 2; background: yellow } .down { position: relative; z-index: -1 }
.moved { position: relative; top: -3pt } .half { opacity: .5 } .turned { transform: rotate(5deg) }
.cut { overflow: hidden; height: 20pt } .left { float: left; border: 1pt dashed blue; margin: 2pt }
.out { outline: 1pt solid green } .block { display: inline-block; border: 1pt solid } .gone { visibility: hidden }
.cols { column-count: 2; column-rule: .5pt solid }
.spaced { letter-spacing: .4pt; text-align: justify; word-spacing: 1pt }
.under { text-decoration: underline } .just { text-align: justify; hyphens: auto }
table { border-collapse: collapse } td { border: .5pt solid; background: #fee }
"""
TEXT = f"""
<h1 class="line">Lamps</h1><p class="just">{words(40)} İ.\u00a0A. <i class="back">in italics</i>
 Լույս, маяк, <b>bold</b> 1992</p>
<p class="up">upon {words(9)}</p><p class="down back">below {words(9)}</p>
<p>x <span class="moved back">moved</span> y</p>
<div class="half">half <span class="up">{words(5)}</span></div><div class="turned line">turned</div>
<div class="cut back">{words(40)}</div><div class="left">left <p class="out">out</p></div>
<p>{words(30)}</p>
<p>an <span class="block">inline <span class="out">block</span></span> and <span class="gone">nothing</span>\u2060.</p>
<div class="cols"><p>{words(40)}</p></div>
<p class="spaced">{words(50)}</p><p class="under just">{words(30)}</p>
<table><tr><td>a<td><b class="up">b</b></table><ul><li class="moved">one<li>two</ul>
<p style="text-overflow: ellipsis; overflow: hidden; white-space: nowrap">{words(60)}</p>
<svg xmlns="http://www.w3.org/2000/svg" width="50" height="20"><text x="2" y="12">lamp</text></svg>
"""


@pytest.fixture
def document(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Pages of all kinds, with the press's wrappers in place, and the engine's own to be had back."""
    for owner, name in [(engine, "draw_background_image"), (engine, "draw_border"), (engine, "draw_inline_level"),
                        (engine, "draw_outline"), (engine, "set_mask_border"), (engine, "draw_text"),
                        (stacking, "_dispatch_children"), (Matrix, "transform_point")]:
        monkeypatch.setattr(owner, name, getattr(owner, name))
    assert painting.install()
    assert glyphs.install()
    return pressed(TEXT, STYLES)


def painted(document: Any) -> list[str]:
    """The operators of the pages, marked content in one way of writing."""
    document.fonts = {}
    made = pdf.generate_pdf(document, None, 1, **{**weasyprint.DEFAULT_OPTIONS, "pdf_tags": True,
                                                "uncompressed_pdf": True})
    return [made.objects[int(page["Contents"].split()[0])].data.decode("latin-1").replace("\n", " ")
            for page in made.objects if isinstance(page, dict) and page.get("Type") == "/Page"]


def test_the_operators_are_the_engine_s_to_the_byte(document, monkeypatch):
    monkeypatch.setattr(engine, "draw_text", glyphs._draw_text)
    ours = painted(document)
    monkeypatch.setattr(engine, "draw_border", painting._draw_border)
    monkeypatch.setattr(engine, "draw_inline_level", painting._draw_inline_level)
    monkeypatch.setattr(engine, "draw_outline", painting._draw_outline)
    monkeypatch.setattr(engine, "set_mask_border", painting._set_mask_border)
    monkeypatch.setattr(stacking, "_dispatch_children", painting._dispatch_children)

    assert ours == painted(document)
    assert len(ours) > 1


def test_a_page_may_be_painted_twice(document):
    assert painted(document) == painted(document)


def test_the_wrappers_are_put_in_place_under_their_own_version_only(document, monkeypatch):
    monkeypatch.setattr(engine, "draw_border", painting._draw_border)
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    assert painting.install() is False
    assert engine.draw_border is painting._draw_border


LENGTHS = st.floats(-1e6, 1e6)


@given(st.builds(Matrix, *[LENGTHS] * 6), LENGTHS, LENGTHS)
def test_a_point_is_moved_to_where_the_engine_moves_it(matrix, x, y):
    assert painting.transform_point(matrix, x, y) == painting._transform_point(matrix, x, y)


PICTURE = ("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='35' height='4'%3E"
           "%3Cpath d='M0 0h35v1h-35z' fill='red'/%3E%3C/svg%3E")
RULED = STYLES + f'.ruled {{ background: url("{PICTURE}") 3pt 1pt no-repeat; break-after: page }}'


def shown(document: Any) -> tuple[list[list[tuple[str, ...]]], int]:
    """Where each page shows its pictures, and what they are; and how many of them are drawn."""
    document.fonts = {}
    made = pdf.generate_pdf(document, None, 1, **{**weasyprint.DEFAULT_OPTIONS, "uncompressed_pdf": True})
    forms, pages = {}, []
    for item in made.objects:
        for name, number in re.findall(rb"/(x\d+) (\d+) 0 R", item.data if isinstance(item, dict) else b""):
            forms[name.decode()] = made.objects[int(number)].data.decode("latin-1").split("stream\n")[1]
    for page in made.objects:
        if isinstance(page, dict) and page.get("Type") == "/Page":
            content = made.objects[int(page["Contents"].split()[0])].data.decode("latin-1")
            found = re.findall(r"(1 0 0 1 [\d. ]+ cm\n)?/(x\d+) Do", content)
            pages.append([(place + forms[name],) for place, name in found])
    return pages, len(forms)


def test_a_picture_behind_boxes_is_drawn_once_and_shown_where_the_engine_shows_it(document, monkeypatch):
    monkeypatch.setattr(engine, "draw_background_image", engine.draw_background_image)
    ruled = pressed('<p class="ruled">a</p><p>b</p><p class="ruled">c</p><p>d</p>' * 2, RULED)
    ours, drawn = shown(ruled)
    monkeypatch.setattr(engine, "draw_background_image", painting._draw_background_image)
    assert (ours, drawn) == (shown(ruled)[0], 1)
    assert [len(page) for page in ours] == [1, 1, 1, 1, 0]
