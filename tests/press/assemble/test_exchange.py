"""Exchange: a file for a printing machine says what it is, and holds nothing but pages."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Pdf

from press.assemble.exchange import Order, Ticket, make_ready
from press.assemble.sheets import Sheet
from press.findings import Place, Report
from press.load.printing import ink_colour, load_condition
from press.model.printing import Colour
from tests.press.assemble.seen import text
from tests.press.assemble.shop import METADATA, STYLES, Made

TICKET = Ticket("interior", "offset", "cream", "a5", "uncoated", 32)


def order(name: str = "uncoated") -> Order:
    condition = load_condition(STYLES, name, Place("edition"), Report())
    assert condition
    return Order(METADATA, condition, Sheet(extent=32), TICKET)


@pytest.fixture(scope="module")
def ready(book: Made) -> bytes:
    return make_ready(book.again(), order())


@pytest.fixture
def pdf(ready: bytes):
    with pikepdf.open(io.BytesIO(ready)) as opened:
        yield opened


def test_it_says_that_it_is_pdf_x_4(pdf: Pdf):
    metadata = pdf.Root.Metadata.read_bytes().decode()

    assert pdf.pdf_version == "1.6"
    assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in metadata
    assert "<pdf:Trapped>False</pdf:Trapped>" in metadata
    assert pdf.docinfo["/Trapped"] == "/False"
    assert re.findall(r"<xmp:\w+Date>(.*?)</", metadata) == ["2026-02-26T00:00:00Z"] * 3
    assert '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Bread &amp; &lt;salt&gt;</rdf:li>' in metadata


@pytest.mark.parametrize(("condition", "name", "inks"), [
    ("uncoated", "FOGRA47", 4), ("coated", "CGATS21_CRPC6", 4), ("grey", "Black on uncoated paper", 1)])
def test_it_has_one_output_intent_with_its_profile(book: Made, condition, name, inks):
    wanted = order(condition)
    with pikepdf.open(io.BytesIO(make_ready(book.again(), wanted))) as pdf:
        (intent,) = pdf.Root.OutputIntents

        assert (intent.S, intent.OutputConditionIdentifier) == ("/GTS_PDFX", name)
        assert intent.DestOutputProfile.read_bytes() == wanted.condition.icc
        assert inks == intent.DestOutputProfile.N
        assert str(intent.get("/RegistryName", "")) == wanted.condition.profile.registry


def test_it_has_nothing_that_only_a_reader_s_program_uses(pdf: Pdf):
    assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/PageLabels", "/Lang", "/OutputIntents", "/Metadata"}
    assert {key for page in pdf.pages for key in page.obj.keys()} <= {  # noqa: SIM118
        "/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/BleedBox", "/TrimBox"}


def test_it_says_what_the_screen_says(book: Made, ready: bytes):
    assert text(ready).split() == text(book.pdf).split()


def test_it_is_filled_to_the_extent(pdf: Pdf):
    assert len(pdf.pages) == 32


def test_the_same_order_gives_the_same_bytes(book: Made, ready: bytes):
    assert make_ready(book.again(), order()) == ready


def test_another_printer_s_file_has_another_identity(book: Made, ready: bytes):
    other = make_ready(book.again(), replace(order(), ticket=replace(TICKET, printer="kdp")))
    identities = [re.findall(rb"DocumentID>uuid:([0-9a-f-]{36})<", metadata(file)) for file in (ready, other)]

    assert len(identities[0]) == len(identities[1]) == 1
    assert identities[0] != identities[1]


def metadata(file: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(file)) as pdf:
        return pdf.Root.Metadata.read_bytes()


def test_the_grey_profile_tells_what_an_area_of_dots_covers():
    icc = (STYLES / "icc" / "grey.icc").read_bytes()
    start = icc.index(b"curv", 132 + 48) + 12
    curve = [int.from_bytes(icc[start + 2 * at:start + 2 * at + 2]) / 65535 for at in range(256)]
    assert ink_colour(icc) is Colour.GREY
    for at, light in enumerate(curve):
        dots = 1 - at / 255
        covered = dots + 0.88 * dots * (1 - dots)
        assert light == pytest.approx((1 - covered) * 0.96 + 0.04, abs=1e-5)
