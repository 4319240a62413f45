"""Driver: a request becomes an edition, from the manuscript to the files in their folder.

Every mistake of a run is found before anything is laid out where it can be; a run
with findings leaves the edition's folder as it was.  What reads, lays out and writes is
loaded when it is needed; the workers, who are called first, load the engine meanwhile.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from press.findings import Report
from press.publish.request import Outcome, Progress, Request

if TYPE_CHECKING:
    from press.compose.material import Material
    from press.layout.pool import Pool
    from press.model.book import Format


def check(request: Request, progress: Progress) -> Outcome:
    """Read and check the book without laying it out."""
    from press.publish.manuscript import prepare

    report = Report()
    prepare(request, report, progress)
    return Outcome(report)


def make(request: Request, progress: Progress) -> Outcome:
    """Make the files of an edition, or tell why not."""
    report = Report()
    with request.shop.pool() as pool:
        pool.warm()
        from press.publish.manuscript import prepare

        prepared = prepare(request, report, progress)
        if prepared is None or report.errors:
            return Outcome(report)
        return _made(request, *prepared, pool, report, progress)


def _made(request: Request, material: "Material", styles: "Sequence[tuple[Format, str]]", pool: "Pool",
          report: Report, progress: Progress) -> Outcome:
    """The edition of a manuscript without mistakes."""
    from concurrent.futures import ThreadPoolExecutor

    from press.model.book import Kind
    from press.publish.archive import OWN, digest, gather, pack
    from press.publish.delivery import deliver
    from press.publish.finished import keep
    from press.publish.forme import Run
    from press.publish.kept import Shelf, with_press

    edition = material.book.edition.id
    sources = gather(request.root, request.content, edition)
    named = digest(sources)
    carried = any(chosen.carries_sources for chosen, _ in styles)
    clerk = ThreadPoolExecutor(1)  # does meanwhile what nobody waits for but the last
    clerk.submit(import_module, "press.publish.makers")
    packing = clerk.submit(pack, sources, request.kept("archives"), with_press(OWN)) if carried else None
    clerk.shutdown(wait=False)
    with Shelf(request.kept("texts"), "set", request.content) as memory:
        run = Run(material, request.shop, report, progress, packing, pool, memory, request)
        if styles[0][0].kind is Kind.PAGES:
            run.forme(*styles[0])
        from press.publish.makers import make_files

        files = make_files(run, styles, request, named)
    laid = tuple(name for forme in run.formes.values() for name in forme.laid)
    extents = {chosen.id: run.formes[css].extent for chosen, css in styles if css in run.formes}
    made = deliver(files, request.out / edition, report) if files else ()
    outcome = Outcome(report, made, laid, extents)
    keep(request, edition, named, outcome)
    return outcome
