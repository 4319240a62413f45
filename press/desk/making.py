"""Making: an edition from the files at hand, or, where it was recorded, from what it was made from then."""

from dataclasses import replace

from press.findings import Place, Report, Severity
from press.load.editions import Closed, closed, editions
from press.publish.archive import digest, gather
from press.publish.finished import finished, is_behind
from press.publish.request import Outcome, Progress, Request
from press.workshop import repository
from press.workshop.logbook import Hindrance


def make(request: Request, progress: Progress) -> Outcome:
    """Make the files of an edition; a recorded one is made of what it was recorded from."""
    known = editions(request.content)
    edition = request.edition or (known[-1] if known else "")
    report = Report()
    record = closed(request.content, edition, report) if edition else None
    if record is None:
        return Outcome(report) if report.errors else made(request, edition, progress)
    asked = replace(request, edition=edition, formats=request.formats or record.formats)
    if digest(gather(request.root, request.content, edition)) == record.sources:
        return made(asked, edition, progress)
    if repository.has(request.root, record.commit):
        from press.desk.recalling import recall  # which holds files against their manifest, and reads PDF for it

        outcome = recall(asked, record, report)
        if not request.edition:
            report.add("H-09", _file(request, record),
                       "the files at hand are not those that the edition was made from; "
                       f"this is the edition as it was recorded at {record.commit[:12]}",
                       "to print what has changed, open the next edition: build.py edition new", Severity.REVIEW)
        return outcome
    if request.edition:
        raise Hindrance(f"the edition {edition} was made from the commit {record.commit[:12]}, which is not in this "
                        "copy: fetch the whole history, or rebuild it from its PDF")
    return _at_hand(asked, record, progress)


def made(request: Request, edition: str, progress: Progress) -> Outcome:
    """An edition from the files at hand: what it came to before, when nothing has changed since."""
    if is_behind(request, edition):
        request.shop.pool().warm()  # while it is looked at more closely
    outcome = finished(request, edition)
    if outcome is None:
        from press.publish import driver  # the engine is long in coming, and often not needed

        outcome = driver.make(request, progress)
    return outcome


def _at_hand(request: Request, record: Closed, progress: Progress) -> Outcome:
    """A recorded edition from files that are not those that it was made from."""
    outcome = made(request, request.edition, progress)
    outcome.report.add("H-09", _file(request, record),
                       f"the edition was made from the commit {record.commit[:12]}, which is not in this copy; "
                       "these are the files at hand", "fetch the whole history to have it as it was", Severity.REVIEW)
    return outcome


def _file(request: Request, record: Closed) -> Place:
    return Place(f"{request.content.name}/editions/{record.edition}.yaml")
