"""Copyfitting: a paragraph is set tighter or looser where that mends the page, and it is written down."""

from dataclasses import replace

from press.findings import Report
from press.layout.laid import Fault
from press.layout.section import lay_out
from press.load.registers import load_registers
from press.model.evidence import Fit
from press.publish.copyfitting import Trial, fitted, mend, write
from tests.books.making import LIGHTHOUSE, workshop
from tests.press.layout.paper import SMALL, job

FITS = """html { text-align: justify; hyphens: manual }
.fit-tighter { word-spacing: -.035em } .fit-tight { word-spacing: -.02em }
.fit-loose { word-spacing: .03em } .fit-looser { word-spacing: .06em }"""
PLAIN = "the long account was read again and then it was put back in its place by all of them who "


def stubs():
    """Sections whose one paragraph ends in a stub."""
    for n in range(1, 40):
        made = job(f'<p class="n" id="par-1.1">{PLAIN * 3}{"w" * n} it.</p>', SMALL + FITS)
        laid = lay_out(made)
        if any(seen.fault is Fault.STUB for seen in laid.observed):
            yield made, laid


def test_a_stub_is_mended_with_the_mildest_fit_that_does_it():
    mended = 0
    for made, laid in stubs():
        fits = mend(made, laid, ["par-1.1"], lambda _: None)
        if fits:
            again = lay_out(fitted(made, fits))
            mended += not any(seen.fault is Fault.STUB for seen in again.observed)
            assert Trial(fits, again).score < Trial({}, laid).score
    assert mended


def test_a_section_without_faults_is_left_alone():
    laid = lay_out(job(f'<p class="n" id="par-1.1">{PLAIN * 3}had read the whole of the account</p>', SMALL + FITS))

    assert mend(job("<p>x</p>"), laid, ["par-1.1"], lambda _: None) == {}


def test_only_the_named_paragraph_is_fitted():
    made = job('<p class="n" id="par-1.1">A</p><p class="n" id="par-1.10">B</p>')

    assert fitted(made, {"par-1.1": Fit.LOOSE}) == replace(
        made, html=made.html.replace('class="n" id="par-1.1"', 'id="par-1.1" class="n fit-loose"'))


def test_what_is_written_is_read_again_as_an_editors_file(tmp_path):
    content = workshop(tmp_path, LIGHTHOUSE) / "content"
    write(content / "copyfitting.yaml", {"par-1.1": Fit.TIGHT, "par-2.1": Fit.LOOSER})
    report = Report()

    registers = load_registers(content, report)

    assert report.findings == []
    assert {name: one.fit for name, one in registers.copyfitting.items()} == {
        "par-1.1": Fit.TIGHT, "par-2.1": Fit.LOOSER}
