"""Galley command: what was seen on the pages, and paragraphs fitted where it can be mended."""

from dataclasses import replace

from press.compose.composer import Material
from press.findings import Report
from press.model.evidence import Fit
from press.publish import copyfitting
from press.publish.driver import Prepared, prepare, shop
from press.publish.forme import Progress, Run, lay_out_all, plan
from press.publish.request import Outcome, Request


def galley(request: Request, progress: Progress) -> Outcome:
    """The galley of the edition's first format, without files."""
    report = Report()
    prepared = prepare(request, report, progress)
    if prepared and not report.errors:
        material, ((chosen, css), *_) = prepared
        run = Run(material, shop(request), report, progress)
        run.forme(chosen, css)
        if chosen.id == material.book.edition.formats[0]:
            run.excuses.prove(report)
    return Outcome(report)


def mend(request: Request, progress: Progress) -> Outcome:
    """Fit the paragraphs of the edition's first format anew and write `copyfitting.yaml`."""
    report = Report()
    prepared = prepare(request, report, progress)
    if prepared is None or report.errors:
        return Outcome(report)
    fits = _fits(prepared, request, report, progress)
    path = request.content / "copyfitting.yaml"
    copyfitting.write(path, fits)
    return Outcome(report, (path,))


def _fits(prepared: Prepared, request: Request, report: Report, progress: Progress) -> dict[str, Fit]:
    """The fits of every section that prints no folios, found from unfitted text."""
    material, ((chosen, css), *_) = prepared
    bare = _unfitted(material)
    forme = lay_out_all(bare, chosen, css, shop(request), report, progress)
    base = shop(request).styles.resolve().as_uri() + "/"
    fits: dict[str, Fit] = {}
    for number, (section, laid) in enumerate(zip(bare.sections, forme.sections, strict=True), 1):
        progress("fit", number, len(forme.sections))
        if laid.observed and forme.composer.level(section) == 0:
            job = plan(section, forme.composer, css, base).compose(forme.found)
            paragraphs = [p.get("id", "") for p in section.body.iter("p") if p.get("id")]
            fits |= copyfitting.mend(job, laid, paragraphs, lambda _: None)
    return fits


def _unfitted(material: Material) -> Material:
    """The same book as if no paragraph had been fitted."""
    registers = replace(material.book.registers, copyfitting={})
    return replace(material, book=replace(material.book, registers=registers))

