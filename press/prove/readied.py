"""Readied: a file made ready for a printing machine and held against its order, by whoever has time for it."""

from dataclasses import dataclass

from press.assemble.exchange import Order, make_ready
from press.findings import Finding, Report
from press.prove.preflight import preflight
from press.prove.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Task:
    """Finished pages, the order by which they are made ready, and what the file is to be."""

    finished: bytes
    order: Order
    wanted: Wanted


def readied(task: Task) -> tuple[bytes, list[Finding]]:
    """The file, and what there is to tell of it."""
    report = Report()
    content = make_ready(task.finished, task.order)
    preflight(content, task.wanted, report)
    return content, report.findings
