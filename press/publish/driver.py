"""Driver: a request becomes an edition, from the manuscript to the files in their folder.

Every mistake of a run is found before anything is laid out where it can be; a run
with findings leaves the edition's folder as it was.  What reads, lays out and writes is
loaded when it is needed; the workers, who are called first, load the engine meanwhile.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from press.findings import Report
from press.publish.request import Outcome, Progress, Request

if TYPE_CHECKING:
    from press.compose.material import Material
    from press.layout.pool import Pool
    from press.model.book import Format
    from press.model.memory import Memories


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
        from press.publish.kept import shelves
        from press.publish.manuscript import prepare

        memories = shelves(request.kept("texts"), request.content)
        prepared = prepare(request, report, progress, memories)
        if prepared is not None and not report.errors:
            return _made(request, *prepared, pool, report, progress, memories)
        memories.keep()
        return Outcome(report)


def _made(request: Request, material: "Material", styles: "Sequence[tuple[Format, str]]", pool: "Pool",
          report: Report, progress: Progress, memories: "Memories") -> Outcome:
    """The edition of a manuscript without mistakes."""
    from press.model.book import Kind
    from press.publish.clerk import Clerk
    from press.publish.forme import Run

    edition = material.book.edition.id
    carried = any(chosen.carries_sources for chosen, _ in styles)
    kinds = [chosen.kind for chosen, _ in styles]
    with Clerk(request, edition, kinds, carried=carried) as clerk:
        run = Run(material, request.shop, report, progress, clerk.packing, pool, memories.set, request, clerk.resting)
        for chosen, _ in styles:
            if chosen.kind is Kind.PAGES:
                clerk.first.append(partial(run.read_ahead, chosen))
        clerk.do(memories.read.keep)
        clerk.do(pool.trim)
        if styles[0][0].kind is Kind.PAGES:
            run.forme(*styles[0])
        clerk.wait_until_loaded()
        from press.publish.makers import make_files

        files = make_files(run, styles, request, clerk.named.result())
        clerk.do(memories.keep)
        pool.dismiss()
        laid = tuple(name for forme in run.formes.values() for name in forme.laid)
        extents = {chosen.id: run.formes[css].extent for chosen, css in styles if css in run.formes}
        from press.publish.delivery import deliver
        from press.publish.finished import keep

        made = deliver(files, request.out / edition, report) if files else ()
        outcome = Outcome(report, made, laid, extents)
        keep(request, edition, clerk.named.result(), outcome, files)
        clerk.wait_until_done()
    return outcome
