"""The notes of a page stand as the engine lays them out, and each is laid out once."""

from typing import Any

import pytest
from hypothesis import given
from weasyprint.layout import block

from press.layout import engine, note_areas
from tests.press.layout.paper import SMALL, note, pressed, words
from tests.press.layout.test_any_text import COSTLY, papers, texts, with_notes

NOTED = "".join(f"<p>{words(9)}{note(number, words(3 + number * 7 % 29))} {words(4)}</p>" for number in range(30))
ODD = SMALL + """
.fn:nth-child(2) { margin-bottom: 2pt } .a { padding: 1pt 0 } .b { position: relative; top: 1pt } .c { float: left }
.d { display: inline-block; width: 9pt } .e { position: absolute } .f { height: 60%; padding-left: 10% }
"""


def seen(text: str, css: str) -> list[Any]:
    """What stands where on the pages of a text; the last places of a number are those of the sums that led to it."""
    def place(box: Any) -> list[Any]:
        return [round(getattr(box, name, 0), 6) for name in ("position_x", "position_y", "width", "height")]

    return [(type(box).__name__, getattr(box, "text", ""), place(box))
            for page in pressed(text, css).pages for box in page._page_box.descendants()]


def seen_anew(text: str, css: str) -> list[Any]:
    """The same when the notes of every page are laid out anew, each with a style of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(note_areas, "stacked", lambda *_: None)
        patch.setattr(note_areas, "share_styles", lambda _: None)
        patch.setattr(note_areas, "_beside", lambda *_: None)
        return seen(text, css)


@pytest.mark.parametrize("text", [
    NOTED,
    *(NOTED.replace(f'class="mk">{number}', f'class="mk {kind}">{number}')
      for kind in "bcde" for number in (3, 4)),
    *(NOTED.replace(f'class="fn" id="s-n{number}"', f'class="fn {kind}" id="s-n{number}"')
      for kind in "af" for number in (4, 5)),
    NOTED.replace(words(10), f"{words(4)} <p>{words(9)}</p> {words(4)}"),
    f'<div style="column-count: 2">{NOTED}</div>',
    NOTED + f'<div style="page: other">{NOTED}</div>',
])
def test_notes_stand_as_if_they_were_laid_out_when_their_page_is_done(text):
    assert engine.install()

    assert seen(text, ODD) == seen_anew(text, ODD)


@COSTLY
@given(texts, papers)
def test_so_it_is_with_any_text(text, paper):
    assert engine.install()
    text = with_notes(text)

    assert seen(text, paper) == seen_anew(text, paper)


def test_a_note_that_stays_on_its_page_is_laid_out_once(monkeypatch):
    assert engine.install()
    lay, laid = block.block_level_layout, []
    monkeypatch.setattr(block, "block_level_layout", lambda context, box, *args, **kwargs: laid.append(box) or lay(
        context, box, *args, **kwargs))
    pages = pressed(NOTED, SMALL.replace("120pt", "1200pt")).pages

    assert len(pages) == 1
    assert len([box for box in laid if box.element_tag == "span"]) == 30


def test_notes_of_one_kind_have_one_style():
    assert engine.install()
    notes = [box for sheet in pressed(NOTED).pages for area in sheet._page_box.children for box in area.children
             if area.element_tag is None and box.element_tag == "span"]

    assert len(notes) > 30
    assert len({id(box.style) for box in notes}) == 1
