"""Galley command: what was seen on the pages, and passages fitted where that mends them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from press.compose.fitting import names, unfitted
from press.compose.material import Material
from press.findings import Report
from press.layout.pool import side_by_side
from press.load.registers import copyfitting_file
from press.model.book import Format
from press.model.evidence import Fit
from press.model.records import Copyfit
from press.publish import copyfitting
from press.publish.copyfitting import Task
from press.publish.forme import Forme, Run, plan
from press.publish.manuscript import prepare
from press.publish.request import Outcome, Progress, Request


def galley(request: Request, progress: Progress) -> Outcome:
    """The galley of a format, without files."""
    report = Report()
    prepared = prepare(request, report, progress)
    if prepared and not report.errors:
        material, ((chosen, css), *_) = prepared
        _prove(Run(material, request.shop, report, progress), chosen, css)
    return Outcome(report)


def _prove(run: Run, chosen: Format, css: str) -> Forme:
    """The forme of a format, its galley told."""
    forme = run.forme(chosen, css)
    run.prove_excuses([chosen.id])
    return forme


def mend(request: Request, progress: Progress) -> Outcome:
    """Fit passages where that mends the pages of a format, write them into its file, and tell what is left."""
    report = Report()
    prepared = prepare(request, report, progress)
    if prepared is None or report.errors:
        return Outcome(report)
    material, ((chosen, css), *_) = prepared
    before, file = _fits(material, chosen), request.content / copyfitting_file(chosen.fits)
    for late in (False, True):  # what prints folios is mended when they have settled
        run = Run(material, request.shop, Report(), progress)
        tasks = _tasks(run, chosen, css, late=late)
        material = _with(material, chosen, _mended(tasks, _fits(material, chosen), request, progress))
    fits = _write(file, _fits(material, chosen), _prove(
        Run(material, request.shop, report, progress), chosen, css))
    changed = [name for name in dict.fromkeys([*fits, *before]) if fits.get(name) != before.get(name)]
    return Outcome(report, (file,),
                   said=tuple(f"fitted {name}: {fits.get(name, 'as the rest')}" for name in changed))


def _fits(material: Material, chosen: Format) -> dict[str, Fit]:
    return {name: one.fit for name, one in material.book.registers.copyfitting.get(chosen.fits, {}).items()}


def _tasks(run: Run, chosen: Format, css: str, *, late: bool) -> list[Task]:
    """The sections in which something is to be mended, each without its fits and with them."""
    forme = run.forme(chosen, css)
    fits, excused = _fits(run.material, chosen), frozenset(run.excuses[chosen.fits].given)
    base = run.shop.styles.resolve().as_uri() + "/"
    tasks = []
    for section, laid in zip(run.material.sections, forme.sections, strict=True):
        if laid.observed and (forme.composer.level(section) > 0) is late:
            job = plan(section, forme.composer, css, base).compose(forme.found)
            tasks.append(Task(replace(job, html=unfitted(job.html)), fits, excused))
    return tasks


def _mended(tasks: list[Task], fits: Mapping[str, Fit], request: Request, progress: Progress) -> Mapping[str, Fit]:
    """The fits of the book, with those found for the sections at work in the place of theirs."""
    found = dict(fits)
    done = side_by_side(copyfitting.mend, tasks, request.jobs)
    for number, (task, chosen) in enumerate(zip(tasks, done, strict=True), 1):
        progress("fit", number, len(tasks))
        own = names(task.job.html)
        found = {name: one for name, one in found.items() if name not in own} | dict(chosen)
    return found


def _with(material: Material, chosen: Format, fits: Mapping[str, Fit]) -> Material:
    """The same book with these fits."""
    before = material.book.registers
    copyfits = {name: Copyfit(passage=name, fit=one) for name, one in fits.items()}
    registers = replace(before, copyfitting={**before.copyfitting, chosen.fits: copyfits})
    return replace(material, book=replace(material.book, registers=registers))


def _write(path: Path, fits: Mapping[str, Fit], forme: Forme) -> dict[str, Fit]:
    """Write the fits of the passages that the book has, in the order of the text."""
    composer = forme.composer
    order = [name for section in composer.material.sections
             for name in names(composer.compose(section, forme.found).html)]
    kept = {name: fits[name] for name in order if name in fits}
    copyfitting.write(path, kept)
    return kept
