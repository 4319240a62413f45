"""A box that stands in a line as a letter does is laid out as the engine lays it out."""

import pytest
import weasyprint
from weasyprint.layout import inline

from press.layout import engine, plain_atoms
from tests.press.layout.paper import SMALL, note, pressed, standing, words

PAPER = SMALL.replace("120pt", "900pt") + "i { display: inline-block; font-style: normal } p { text-align: justify }"
PAPER += ".f i::first-letter { font-size: 12pt } .l i::first-line { color: red; font-size: 9pt }"
TEXTS = ("12", words(9), "extraordinary incomprehensibility", " ", f"1{note(1, words(4))}", "a <b>b</b>",
         "<p>a</p><p>b</p>")


@pytest.mark.parametrize("style", [
    "width: 14pt", "width: 40pt; text-indent: 5pt; text-align: center", "padding: 1pt 2pt; margin: 3pt auto",
    "margin: -2pt 1pt; border: 1pt solid; vertical-align: 3pt", "width: 20%; min-height: 30pt", "max-height: 5pt",
    "height: 30pt", "overflow: hidden; width: 30pt", "position: relative; top: 2pt", "vertical-align: top; width: 20pt",
    "vertical-align: middle; hyphens: auto; width: 20pt", "white-space: pre", "direction: rtl", "float: right",
])
def test_such_a_box_is_that_of_the_engine(monkeypatch, style):
    assert engine.install()
    text = "".join(f"<p>{words(7)} <i style='{style}'>{text}</i>{words(11)}</p>" for text in TEXTS)
    text += f"<div class=f>{text}</div><div class=l>{text}</div>"
    quick = standing(pressed(text, PAPER))
    monkeypatch.setattr(inline, "inline_block_box_layout", plain_atoms._inline_block_box_layout)

    assert quick == standing(pressed(text, PAPER))


def test_the_number_of_a_note_is_laid_out_at_once(monkeypatch):
    assert engine.install()
    monkeypatch.setattr(plain_atoms, "_inline_block_box_layout", None)
    found = standing(pressed(f"<p>{words(3)}{note(7, words(5))}</p>", PAPER + ".mk { display: inline-block }"))

    assert "InlineBlockBox" in [kind for kind, *_ in found]


def test_the_wrapper_is_put_in_place_under_its_own_version_only(monkeypatch):
    monkeypatch.setattr(inline, "inline_block_box_layout", None)

    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    assert plain_atoms.install() is False
    assert inline.inline_block_box_layout is None

    monkeypatch.setattr(weasyprint, "__version__", plain_atoms.ENGINE)
    assert plain_atoms.install() is True
    assert inline.inline_block_box_layout is plain_atoms.inline_block_box_layout
