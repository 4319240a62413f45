"""Inks: what prints where the screen shows a colour."""

import io

import pikepdf
import pytest

from press.assemble.inks import Inks, inked, set_inks, tint
from press.model.printing import Colour
from tests.press.assemble.shop import Made

CMYK, GREY = Inks(Colour.CMYK), Inks(Colour.GREY)


@pytest.mark.parametrize(("colour", "black"), [
    ((0, 0, 0), 1), ((1, 1, 1), 0), ((0.5, 0.5, 0.5), 0.5), ((0.9, 0.9, 0.9), 0.1),
    ((0.356863, 0.27451, 0.211765), 1),  # umber, which is read on white
    ((0, 0, 1), 1), ((0.8, 0, 0), 1)])
def test_a_grey_is_a_tint_and_a_dark_colour_is_black(colour, black):
    assert tint(*colour) == pytest.approx(black)


def test_a_colour_too_light_to_be_read_prints_as_light_as_it_is():
    yellow, green = tint(1, 1, 0), tint(0, 1, 0)

    assert 0 < yellow < green < 0.3


@pytest.mark.parametrize(("shown", "printed"), [
    (b"0 0 0 rg\n", b"0 0 0 1 k\n"), (b".2 .2 .2 RG\n", b"0 0 0 0.8 K\n"), (b"q 0 0 0 rg BT", b"q 0 0 0 1 k BT"),
    (b"0.356863 0.27451 0.211765 rg", b"0 0 0 1 k"), (b"0 g\n1 G\n", b"0 0 0 1 k\n0 0 0 0 K\n"),
    (b"[<0001>-0 <0002>] TJ\n1 0 0 1 0 0 cm\n", b"[<0001>-0 <0002>] TJ\n1 0 0 1 0 0 cm\n"),
    (b"0 0 0 1 k\n", b"0 0 0 1 k\n")])
def test_every_colour_becomes_an_ink(shown, printed):
    assert inked(shown, CMYK) == printed


def test_where_the_condition_is_grey_black_is_a_grey():
    assert inked(b"0 0 0 rg\n.5 .5 .5 RG\n0.25 g\n", GREY) == b"0 g\n0.5 G\n0.25 g\n"


def test_the_tags_go_and_what_they_hold_stays():
    tagged = (b"/Span\n<</MCID 0/Lang (en)/ActualText <FEFF0041>>>\nBDC\nq\nEMC\n"
              b"/Artifact <</Type/Pagination>> BDC q Q EMC\n/Artifact\nBMC\nf\nEMC\n")

    assert inked(tagged, CMYK).split() == [b"q", b"q", b"Q", b"f"]


def test_tags_that_do_not_pair_are_left_alone():
    assert inked(b"/P <</MCID 0>> BDC\nq\n", CMYK) == b"/P <</MCID 0>> BDC\nq\n"


def drawings(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]


def test_a_drawing_is_blended_in_the_inks_where_something_shines_through(book: Made):
    with pikepdf.open(io.BytesIO(book.again(live=False))) as pdf:  # its drawing is half transparent
        set_inks(pdf, CMYK)

        assert {str(form.Group.CS) for form in drawings(pdf)} == {"/DeviceCMYK"}


def test_a_drawing_is_painted_as_it_stands_where_nothing_shines_through(book: Made):
    with pikepdf.open(io.BytesIO(book.again(live=False))) as pdf:
        for page in pdf.pages:
            for state in page.obj.Resources.get("/ExtGState", {}).values():
                state.update({key: 1 for key in ("/ca", "/CA") if key in state})
        set_inks(pdf, CMYK)

        assert len(drawings(pdf)) > 1
        assert [form for form in drawings(pdf) if "/Group" in form] == []


def test_no_colour_of_a_screen_is_left(book: Made):
    with pikepdf.open(io.BytesIO(book.again(live=False))) as pdf:
        set_inks(pdf, CMYK)
        streams = [page.obj for page in pdf.pages if "/Contents" in page.obj]
        streams += [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
        used = {str(step.operator): step.operands for stream in streams
                for step in pikepdf.parse_content_stream(stream, "rg RG g G k K cs CS sc SC scn SCN BDC BMC")}

    assert set(used) == {"k", "K"}
    assert [[float(ink) for ink in inks] for inks in used.values()] == [[0, 0, 0, 1], [0, 0, 0, 1]]
