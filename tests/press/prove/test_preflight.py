"""Preflight: a healthy file passes, and each of many faults planted in one is caught by its own rule."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from press.findings import Report
from press.prove.preflight import preflight
from press.prove.tickets import wanted
from press.prove.wanted import Part, Wanted, read_ticket
from press.rules import RULES
from tests.books.making import ROOT, Making

STYLES = ROOT / "styles"
Plant = Callable[[Pdf], None]


def files(printed: Making) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in printed.outcome.made if file.suffix == ".pdf"}


def told(content: bytes, name: str = "1st-print-ingram.pdf") -> Wanted:
    with Pdf.open(io.BytesIO(content)) as pdf:
        ticket = read_ticket(pdf)
    assert ticket
    return wanted(name, ticket, STYLES, Report())


def rules(content: bytes, asked: Wanted) -> set[str]:
    report = Report()
    preflight(content, asked, report)
    for finding in report.findings:
        assert finding.hint
        assert finding.place.file.startswith(asked.name)
    return {finding.rule for finding in report.findings}


def planted(content: bytes, plant: Plant) -> bytes:
    target = io.BytesIO()
    with Pdf.open(io.BytesIO(content)) as pdf:
        plant(pdf)
        pdf.save(target)
    return target.getvalue()


def draw(*operators: str, on: int = 6) -> Plant:
    """Print something more on a page."""
    def plant(pdf: Pdf) -> None:
        page = pdf.pages[on]
        page.contents_add("\n".join(("q", *operators, "Q")).encode(), prepend=True)

    return plant


def on_page(change: Callable[[Any], None], page: int = 6) -> Plant:
    return lambda pdf: change(pdf.pages[page].obj)


def in_catalog(key: str, value: Callable[[Pdf], Any]) -> Plant:
    return lambda pdf: pdf.Root.__setitem__(key, value(pdf))


def picture(space: str = "/DeviceGray", dots: float = 300, fill: bytes = b"\x80", **entries: Any) -> Plant:
    """Print a picture of ten by ten dots."""
    def plant(pdf: Pdf) -> None:
        channels = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}[space]
        image = pdf.make_stream(fill * 100 * channels, Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10,
                                BitsPerComponent=8, ColorSpace=Name(space), **entries)
        page = pdf.pages[6]
        name = page.add_resource(image, Name.XObject)
        size = 720 / dots
        draw(f"{size} 0 0 {size} 200 300 cm", f"{name} Do")(pdf)

    return plant


def face(**entries: Any) -> Plant:
    """Set two letters in a font made for it."""
    def plant(pdf: Pdf) -> None:
        widths = {"FirstChar": 65, "LastChar": 66, "Widths": Array([500, 500])}
        font = Dictionary(Type=Name.Font, **{**widths, **entries})
        name = pdf.pages[6].add_resource(pdf.make_indirect(font), Name.Font)
        draw("BT 0 0 0 1 k", f"{name} 10 Tf 1 0 0 1 200 300 Tm (AB) Tj ET")(pdf)

    return plant


def text(size: float, x: float, y: float, ink: str = "0 0 0 1 k", glyph: str = "0025") -> Plant:
    """Set a letter in a font of the book."""
    def plant(pdf: Pdf) -> None:
        (name, *_) = sorted(pdf.pages[6].obj.Resources.Font.keys())
        draw(f"BT {ink} {name} {size} Tf 1 0 0 1 {x} {y} Tm <{glyph}> Tj ET")(pdf)

    return plant


def state(**entries: Any) -> Plant:
    """Paint under a graphics state."""
    def plant(pdf: Pdf) -> None:
        name = pdf.pages[6].add_resource(pdf.make_indirect(Dictionary(Type=Name.ExtGState, **entries)), Name.ExtGState)
        draw(f"{name} gs 0 0 0 1 k 200 300 9 9 re f")(pdf)

    return plant


def profile(content: bytes, inks: int) -> Plant:
    def plant(pdf: Pdf) -> None:
        pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(content, N=inks)

    return plant


def boxes(**changed: list[float]) -> Plant:
    return on_page(lambda page: page.update({f"/{name}": Array(box) for name, box in changed.items()}))


def metadata(old: bytes, new: bytes) -> Plant:
    def plant(pdf: Pdf) -> None:
        written = pdf.Root.Metadata.read_bytes()
        assert old in written
        pdf.Root.Metadata = pdf.make_stream(written.replace(old, new), Type=Name.Metadata, Subtype=Name.XML)

    return plant


def icc(name: str) -> bytes:
    return (STYLES / "icc" / name).read_bytes()


def add_pages(count: int, *, filled: bool = False) -> Plant:
    def plant(pdf: Pdf) -> None:
        for _ in range(count):
            pdf.pages.append(pdf.pages[6 if filled else -1])

    return plant


def rename_font(pdf: Pdf) -> None:
    for font in (one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/BaseFont") is not None):
        font.BaseFont = Name("/BVJBVE+DejaVu-Sans")


PAGE = [0.0, 0.0, 419.5276, 595.2756]
WIDER = [-9.0, -9.0, 428.5276, 604.2756]
IN_INTERIOR: list[tuple[str, str, Plant]] = [
    ("Z-02", "no claim", metadata(b"PDF/X-4", b"PDF/X-0")),
    ("Z-02", "trapped or not", metadata(b"<pdf:Trapped>False</pdf:Trapped>", b"")),
    ("Z-02", "no metadata", lambda pdf: pdf.Root.__delitem__("/Metadata")),
    ("Z-03", "no output intent", lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    ("Z-03", "two output intents", lambda pdf: pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])),
    ("Z-03", "no profile", lambda pdf: pdf.Root.OutputIntents[0].__delitem__("/DestOutputProfile")),
    ("Z-04", "a profile of a screen", profile(icc("sRGB.icc"), 3)),
    ("Z-04", "no profile at all", profile(b"a profile", 4)),
    ("Z-04", "another profile", profile(icc("CGATS21_CRPC6.icc"), 4)),
    ("Z-04", "wrong number of inks", profile(icc("PSO_Uncoated_ISO12647_eci.icc"), 3)),
    ("Z-05", "no TrimBox", on_page(lambda page: page.__delitem__("/TrimBox"))),
    ("Z-05", "an ArtBox", boxes(ArtBox=PAGE)),
    ("Z-05", "a turned page", on_page(lambda page: page.__setitem__("/Rotate", 90))),
    ("Z-06", "another trim", boxes(MediaBox=WIDER, BleedBox=WIDER, TrimBox=WIDER)),
    ("Z-07", "a trim larger than the sheet", boxes(TrimBox=WIDER)),
    ("Z-07", "a bleed larger than the sheet", boxes(BleedBox=WIDER)),
    ("Z-08", "a bleed for nothing", boxes(MediaBox=WIDER, BleedBox=WIDER)),
    ("Z-08", "no bleed for what bleeds", draw("0 0 0 1 k -20 300 200 9 re f")),
    ("Z-09", "a sheet without marks", boxes(MediaBox=WIDER)),
    ("Z-10", "a font that is not in the file", face(Subtype=Name.Type1, BaseFont=Name("/Text"))),
    ("Z-11", "a Type 3", face(Subtype=Name.Type3, FontBBox=Array([0, 0, 9, 9]), FontMatrix=Array([1, 0, 0, 1, 0, 0]),
                              CharProcs=Dictionary(), Encoding=Dictionary(Differences=Array([65, Name.A, Name.B])))),
    ("Z-12", "a font that is not declared", rename_font),
    ("Z-13", "a glyph that is missing", text(10, 200, 300, glyph="0000")),
    ("Z-14", "a letter in RGB", text(10, 200, 300, ink="0 0 0 rg")),
    ("Z-14", "a rule in RGB", draw("1 0 0 RG 1 w 200 300 m 250 300 l S")),
    ("Z-14", "a colour of no device", lambda pdf: in_space(pdf, Array([Name.Lab, Dictionary(
        WhitePoint=Array([0.96, 1, 0.82]))]))),
    ("Z-14", "a colour by another profile", lambda pdf: in_space(pdf, Array([Name.ICCBased, pdf.make_stream(
        icc("sRGB.icc"), N=3)]))),
    ("Z-15", "grey text", text(10, 200, 300, ink="0 0 0 .5 k")),
    ("Z-15", "text in four inks", text(10, 200, 300, ink=".6 .5 .5 .6 k")),
    ("Z-15", "a blue area", draw("1 0 0 0 k 200 300 9 9 re f")),
    ("Z-16", "a picture in RGB", picture("/DeviceRGB")),
    ("Z-17", "a picture of too few dots", picture(dots=150)),
    ("Z-18", "too much ink", draw("1 1 1 1 k 200 300 9 9 re f")),
    ("Z-18", "a picture with too much ink", picture("/DeviceCMYK", fill=b"\xf0")),
    ("Z-19", "a transparent area", state(ca=0.5)),
    ("Z-19", "a blended area", state(BM=Name.Multiply)),
    ("Z-20", "a note on a page", on_page(lambda page: page.__setitem__("/Annots", Array([Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String("look"))])))),
    ("Z-20", "a link", on_page(lambda page: page.__setitem__("/Annots", Array([Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))])))),
    ("Z-21", "bookmarks", in_catalog("/Outlines", lambda pdf: pdf.make_indirect(Dictionary(Type=Name.Outlines)))),
    ("Z-21", "named places", in_catalog("/Names", lambda _: Dictionary(Dests=Dictionary(Names=Array([]))))),
    ("Z-22", "a form", in_catalog("/AcroForm", lambda _: Dictionary(Fields=Array([])))),
    ("Z-23", "a script", in_catalog("/OpenAction", lambda _: Dictionary(S=Name.JavaScript, JS=String("app.beep()")))),
    ("Z-24", "layers", in_catalog("/OCProperties", lambda _: Dictionary(OCGs=Array([]), D=Dictionary()))),
    ("Z-24", "an attachment", in_catalog("/Names", lambda _: Dictionary(EmbeddedFiles=Dictionary(Names=Array([]))))),
    ("Z-25", "an odd extent", add_pages(1)),
    ("Z-25", "two pages more", add_pages(2)),
    ("Z-26", "too thin a book", lambda pdf: pdf.pages.__delitem__(slice(10, None))),
    ("Z-27", "a last page that is not blank", lambda pdf: pdf.pages.__setitem__(len(pdf.pages) - 1, pdf.pages[6])),
    ("Z-28", "small type", text(6, 200, 300)),
    ("Z-29", "a folio near the trim", text(10, 200, 20)),
    ("Z-30", "type in the fold", text(10, 28, 300)),
    ("Z-31", "a hairline", draw("0 0 0 1 K .1 w 200 300 m 250 300 l S")),
    ("Z-32", "a curve of a device", state(TR=Name.Identity)),
    ("Z-32", "a picture that stands for another", picture(OPI=Dictionary())),
    ("Z-32", "PostScript", lambda pdf: pdf.pages[6].add_resource(
        pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name.PS), Name.XObject)),
]


def in_space(pdf: Pdf, space: Any) -> None:
    name = pdf.pages[6].add_resource(space, Name.ColorSpace)
    draw(f"{name} cs .5 .1 .1 sc 200 300 9 9 re f")(pdf)


@pytest.fixture(scope="module")
def interior(printed: Making) -> bytes:
    return files(printed)["1st-print-ingram.pdf"]


@pytest.fixture(scope="module")
def cover(printed: Making) -> bytes:
    return files(printed)["1st-cover-ingram.pdf"]


def test_the_files_of_every_printer_are_healthy(printed: Making):
    made = files(printed)

    assert sorted(made) == ["1st-cover-ingram.pdf", "1st-cover-offset.pdf",
                            "1st-print-ingram.pdf", "1st-print-offset.pdf"]
    for name, content in made.items():
        assert rules(content, told(content, name)) == set(), name


def test_the_file_for_the_screen_is_healthy_too(lighthouse: Making):
    assert rules(lighthouse.pdf.read_bytes(), Wanted("1st-screen.pdf", Part.SCREEN)) == set()


# Faults that come with another, since one thing breaks two rules.
TOGETHER = {"Z-05": {"Z-06"}, "Z-06": {"Z-29", "Z-30"}, "Z-07": {"Z-06", "Z-08"}, "Z-08": {"Z-29"}, "Z-10": {"Z-12"},
            "Z-18": {"Z-15"}, "Z-26": {"Z-25", "Z-27"}, "Z-30": {"Z-29"}}


@pytest.mark.parametrize(("rule", "fault", "plant"), IN_INTERIOR,
                         ids=[f"{rule} {fault}" for rule, fault, _ in IN_INTERIOR])
def test_a_fault_planted_in_an_interior_is_caught_by_its_rule(interior: bytes, rule, fault, plant):
    assert rules(planted(interior, plant), told(interior)) - TOGETHER.get(rule, set()) == {rule}


def second_sheet(pdf: Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def on_cover(*operators: str) -> Plant:
    """Paint something over the cover, whose page is upside down where its operators end."""
    turn = "1 0 0 -1 0 595.2756 cm"
    return lambda pdf: pdf.pages[0].contents_add("\n".join(("q", turn, *operators, "Q")).encode())


def letter(x: float, y: float, size: float = 9) -> Plant:
    def plant(pdf: Pdf) -> None:
        (name, *_) = sorted(pdf.pages[0].obj.Resources.Font.keys())
        on_cover("0 0 0 0 k BT", f"{name} {size} Tf 1 0 0 1 {x} {y} Tm <0025> Tj ET")(pdf)

    return plant


def end_ground(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.MediaBox = page.BleedBox = Array([edge + by for edge, by in zip(
        [float(edge) for edge in page.TrimBox], (-20, -20, 20, 20), strict=True)])


# The sheet of the tiny book: 148 mm, a spine of 34 pages, 148 mm; 419.5, 5.5 and 419.5 pt.
IN_COVER: list[tuple[str, str, Plant]] = [
    ("Z-33", "two sheets", second_sheet),
    ("Z-34", "a word near the trim", letter(8, 300)),
    ("Z-34", "a word near the fold", letter(430, 300)),
    ("Z-35", "a word on the spine of a thin book", letter(419.6, 300, 7)),
    ("Z-36", "a bar that is painted out", on_cover("0 0 0 0 k", "290 60 3 70 re f")),
    ("Z-36", "a bar too many", on_cover("0 0 0 1 k", "250 80 1 60 re f")),
    ("Z-08", "a ground that ends at the trim", end_ground),
    ("Z-18", "a rich black", on_cover(".8 .7 .7 .9 k 20 20 9 9 re f")),
    ("Z-14", "a red mark", on_cover("1 0 0 rg 20 20 9 9 re f")),
    ("Z-02", "no claim", metadata(b"PDF/X-4", b"PDF/X-0")),
]


@pytest.mark.parametrize(("rule", "fault", "plant"), IN_COVER, ids=[f"{rule} {fault}" for rule, fault, _ in IN_COVER])
def test_a_fault_planted_in_a_cover_is_caught_by_its_rule(cover: bytes, rule, fault, plant):
    found = rules(planted(cover, plant), told(cover, "1st-cover-ingram.pdf"))

    assert found - ({"Z-34"} if rule == "Z-35" else set()) == {rule}


@pytest.mark.parametrize("extent", [30, 36, 320])
def test_a_cover_for_another_extent_is_stale(cover: bytes, extent):
    assert "Z-33" in rules(cover, replace(told(cover), extent=extent))


def test_a_cover_with_another_isbn_is_caught(cover: bytes):
    assert rules(cover, replace(told(cover), isbn="978-3-16-148410-0")) == {"Z-36"}


def test_a_box_with_bars_is_not_clear(cover: bytes):
    assert rules(cover, replace(told(cover), isbn="")) == {"Z-36"}


def encrypted(pdf: Pdf) -> bytes:
    target = io.BytesIO()
    pdf.save(target, encryption=pikepdf.Encryption(owner="o", user="u"))
    return target.getvalue()


def test_a_file_with_a_password_is_told_in_one_line(interior: bytes):
    with Pdf.open(io.BytesIO(interior)) as pdf:
        locked = encrypted(pdf)

    assert rules(locked, told(interior)) == {"Z-01"}


@pytest.mark.parametrize("content", [
    b"", b"no PDF", b"%PDF-1.6\n", b"%PDF-1.6\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>"])
def test_what_is_no_pdf_is_told_in_one_line(interior: bytes, content):
    assert rules(content, told(interior)) == {"Z-01"}


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_told_and_never_a_traceback(interior: bytes, kept):
    assert rules(interior[:int(len(interior) * kept)], told(interior)) != set()


def test_a_fault_of_many_pages_is_told_once_with_the_first(interior: bytes):
    def turn(pdf: Pdf) -> None:
        for page in pdf.pages[3:9]:
            page.obj.Rotate = 90

    report = Report()
    preflight(planted(interior, turn), told(interior), report)

    assert [str(finding).split("\n")[0] for finding in report.findings] == [
        "1st-print-ingram.pdf, page 4: Z-05 a page has an ArtBox, is turned or is scaled, and on 5 more pages"]


def test_every_rule_of_preflight_has_its_planted_fault():
    source = Path(__file__).read_text(encoding="utf-8")

    assert [rule for rule in RULES if rule.startswith("Z-") and f'"{rule}"' not in source] == []
    assert len(IN_INTERIOR) + len(IN_COVER) > 60
