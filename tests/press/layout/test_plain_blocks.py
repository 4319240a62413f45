"""What is asked of every block is answered as the engine answers it."""

from types import SimpleNamespace

import pytest
import weasyprint
from hypothesis import given
from hypothesis import strategies as st
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

from press.layout import engine, plain_blocks
from tests.press.layout.paper import SMALL, lines, pressed, standing, words

WRAPPED = [(block, "collapse_margin"), (block, "get_clearance"), (block, "relative_positioning"),
           (boxes.Box, "establishes_formatting_context"), (boxes.ParentBox, "_reset_spacing"),
           (boxes.Box, "copy")]
MARGINS = st.lists(st.one_of(st.integers(-40, 40), st.floats(-40, 40)), max_size=6)


def of_the_engine(margins: list[float]) -> float:
    """The greatest of the margins and the least, as the standard has it."""
    return max([0, *(margin for margin in margins if margin >= 0)]) + min(
        [0, *(margin for margin in margins if margin <= 0)])


@given(MARGINS)
def test_margins_that_meet_come_to_the_greatest_and_the_least_of_them(margins):
    assert plain_blocks.collapse_margin(margins) == of_the_engine(margins)


def test_a_block_goes_down_below_what_floats_where_it_is_to_be_clear():
    assert engine.install()
    floating = f'<p style="float: left; width: 40pt">{words(12)}</p>'
    page, = pressed(f'{floating}<p style="clear: left">clear</p>', SMALL.replace("120pt", "300pt")).pages
    *_, aside, clear = lines(page)

    assert clear.position_y >= aside.position_y + aside.height


def test_nothing_is_cleared_where_nothing_floats():
    assert plain_blocks.get_clearance(SimpleNamespace(broken_out_of_flow={}, excluded_shapes=[]), None, "ltr") is None


def test_what_a_style_says_of_a_kind_of_box_is_what_the_engine_says(monkeypatch):
    assert engine.install()
    text = "".join(f'<div style="{style}"><p style="margin: 4pt">{words(9)} <i style="{style}">{words(3)}</i></p></div>'
                   for style in ("", "overflow: hidden", "float: left", "display: inline-block", "display: flow-root",
                                 "position: absolute", "position: relative; top: 3pt", "column-count: 2",
                                 "display: table-cell", "padding: 2pt; border: 1pt solid; width: 40pt"))
    quick = standing(pressed(text * 3))
    for owner, name in WRAPPED:
        monkeypatch.setattr(owner, name, vars(plain_blocks).get(f"_{name}", getattr(owner, name)))
    monkeypatch.setattr(block, "collapse_margin", of_the_engine)

    assert quick == standing(pressed(text * 3))


@pytest.mark.parametrize(("owner", "name"), WRAPPED)
def test_the_wrappers_are_put_in_place_under_their_own_version_only(monkeypatch, owner, name):
    for other, attribute in WRAPPED:
        monkeypatch.setattr(other, attribute, None)

    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    assert plain_blocks.install() is False
    assert getattr(owner, name) is None

    monkeypatch.setattr(weasyprint, "__version__", plain_blocks.ENGINE)
    assert plain_blocks.install() is True
    assert getattr(owner, name) is not None
