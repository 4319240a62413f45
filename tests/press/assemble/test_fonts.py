"""One set of fonts: each face once, with the widths of its glyphs and the letters they stand for."""

import io
import re
from collections import Counter

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Name

from press.assemble.fonts import FontSet, declared_faces
from tests.press.assemble.seen import of_kind
from tests.press.assemble.shop import STYLES, leaves, make, plan, words

FACES = declared_faces(STYLES / "fonts.css")
SHOWN = re.compile(rb"/(\w+) [\d.]+ Tf|<([0-9a-f]+)>(?!>)")


def fonts(pdf: pikepdf.Pdf) -> list:
    return [font for font in of_kind(pdf, "Font") if font.Subtype == Name.Type0]


def widths(font) -> dict[int, float]:
    items = list(font.DescendantFonts[0].W)
    return {int(first) + at: float(width) for first, run in zip(items[::2], items[1::2], strict=True)
            for at, width in enumerate(run)}


def letters(font) -> dict[int, str]:
    pairs = re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]+)>",
                       font.ToUnicode.read_bytes().split(b"endcodespacerange")[1])
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs}


def streams(pdf: pikepdf.Pdf):
    """Every stream that shows text: of pages and of their pictures, with the fonts it looks up."""
    for page in pdf.pages:
        contents = page.obj.get("/Contents", pikepdf.Array())
        for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
            yield stream.read_bytes(), page.obj.Resources.Font
    for form in pdf.objects:
        if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == Name.Form:
            yield form.read_bytes(), form.Resources.get("/Font", pikepdf.Dictionary())


def test_every_face_is_in_the_file_once(opened):
    names = Counter(str(font.BaseFont).split("+")[1] for font in fonts(opened))

    assert set(names) == {
        "Text", "Text-Italic", "Text-Semi-Bold", "Display-Medium", "Label", "Label-Semi-Bold", "Armenian"}
    assert set(names.values()) == {1}
    assert len(of_kind(opened, "FontDescriptor")) == len(names)
    assert len({one.FontFile2.objgen for one in of_kind(opened, "FontDescriptor")}) == len(names)


def test_pages_and_pictures_of_all_sections_look_up_the_same_fonts(opened):
    seen: dict[str, set] = {}
    for _, table in streams(opened):
        for key in sorted(table.keys()):
            seen.setdefault(key, set()).add(table[key].objgen)

    assert [key for key, objects in seen.items() if len(objects) > 1] == []


def test_every_glyph_that_is_shown_has_a_width_and_a_letter(opened):
    count = 0
    for content, table in streams(opened):
        names = set(re.findall(rb"/(\w+) [\d.]+ Tf", content))
        fonts = {name: table[f"/{name.decode()}"] for name in names}
        complete = {name: {glyph: letter for glyph, letter in letters(font).items() if glyph in widths(font)}
                    for name, font in fonts.items()}
        known: dict[int, str] = {}
        for key, shown in SHOWN.findall(content):
            if key:
                known = complete[key]
            else:
                glyphs = [int(shown[at:at + 4], 16) for at in range(0, len(shown), 4)]
                count += len(glyphs)
                assert [glyph for glyph in glyphs if not known.get(glyph)] == []
    assert count > 1000


def test_widths_are_those_of_the_embedded_glyphs(opened):
    for font in fonts(opened):
        program = TTFont(io.BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()))
        order, em = program.getGlyphOrder(), program["head"].unitsPerEm
        for glyph, width in widths(font).items():
            assert width == pytest.approx(program["hmtx"][order[glyph]][0] * 1000 / em, abs=1)


def test_a_face_that_only_the_assembler_uses_is_embedded_too():
    made = make([plan("one", leaves(1))])
    with_label = make([plan("one", f'<p>w<note n="1">{words(200)}</note></p>')])

    def names(pdf: bytes) -> set[str]:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            return {str(font.BaseFont).split("+")[1] for font in fonts(opened)}

    assert "Label" not in names(made.pdf)
    assert "Label" in names(with_label.pdf)


def test_the_stylesheet_names_the_faces_as_the_engine_does(opened):
    assert {str(font.BaseFont).split("+")[1] for font in fonts(opened)} <= set(FACES)
    assert all(file.is_file() for file in FACES.values())
    assert len(set(FACES.values())) == len(FACES)


def test_faces_are_read_by_family_weight_and_style(tmp_path):
    css = tmp_path / "fonts.css"
    css.write_text("""@font-face { font-family: "Text"; src: url(a.ttf) }
        @font-face { font-family: Text; font-weight: 600; font-style: italic;
                     src: url('b.ttf') format("truetype"); }
        @font-face { font-weight: bold; src: url("c.ttf"); font-family: Display }""", encoding="utf-8")

    assert declared_faces(css) == {
        "Text": tmp_path / "a.ttf", "Text-Semi-Bold-Italic": tmp_path / "b.ttf",
        "Display-Bold": tmp_path / "c.ttf"}


@pytest.fixture
def shaped():
    def shape(text: str, *features: str, face: str = "Text"):
        fonts = FontSet(FACES)
        return fonts.shape(fonts.key(face), text, *features)
    return shape


def test_kerning_moves_letters_and_leaves_their_widths_alone(shaped):
    pair, to, a = shaped("To"), shaped("T"), shaped("o")

    assert pair.widths == to.widths + a.widths
    assert pair.width < to.width + a.width
    assert pair.array == f"<{pair.glyphs[0]:04x}>{to.width - pair.advances[0]:.4g}<{pair.glyphs[1]:04x}>"


def test_old_style_figures_are_other_glyphs_and_tabular_ones_have_one_width(shaped):
    lining, old, tabular = (shaped("0123456789", *features) for features in (
        (), ("onum", "pnum"), ("onum", "tnum")))

    assert set(lining.glyphs).isdisjoint(old.glyphs)
    assert len(set(tabular.advances)) == 1 < len(set(old.advances))


def test_a_ligature_stands_for_all_its_letters(shaped):
    assert shaped("fi").texts == ("fi",)
    assert shaped("note 12, continued", face="Label").texts == tuple("note 12, continued")


def test_glyphs_that_are_only_looked_at_are_not_embedded():
    fonts = FontSet(FACES)
    key = fonts.key("Text")

    assert len(fonts.glyphs(key, "00")) == 2
    assert fonts.glyphs("/Unknown", "0") == ()
    assert fonts.fonts[key].texts == {}
