"""Answer: an order in the words of the press, and what a command prints of its outcome."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from press.findings import Report
from press.workshop import console
from press.workshop.logbook import Hindrance
from press.workshop.order import Order, Status

if TYPE_CHECKING:
    from press.publish.request import Outcome, Progress, Request


def request(order: Order) -> "Request":
    """The order in the words of the press."""
    from press.publish.request import Request

    if order.executor and find_spec("distributed") is None:
        raise Hindrance("--executor needs Dask: .venv/bin/pip install distributed")
    return Request(root=order.root, content=order.content.absolute(), out=order.out.absolute(), edition=order.edition,
                   formats=order.formats, jobs=order.jobs, cache=order.cache, executor=order.executor)


def carry_out(work: "Callable[[Request, Progress], Outcome]", order: Order) -> "Outcome":
    """Do a long piece of work, and show how far it has come."""
    with console.progress() as progress:
        return work(request(order), progress)


def report(outcome: "Outcome", root: Path) -> Status:
    """Print the findings and the files made; the exit status."""
    console.show(outcome.report)
    top = min((file.parent for file in outcome.made), key=lambda folder: len(folder.parts), default=root)
    below = [file for file in outcome.made if file.parent != top]
    for file in outcome.made:
        if file.parent == top or file.name == "index.html":
            console.say(f"made {shown(file)}")
    if below:
        console.say(f"made {len(below)} files in folders below {shown(top)}")
    return status(outcome.report)


def tell(lines: Iterable[object], findings: Report) -> Status:
    """Print lines as they come, then the findings; the exit status."""
    for line in lines:
        console.say(str(line))
    console.show(findings)
    return status(findings)


def status(findings: Report) -> Status:
    """The exit status that findings ask for."""
    return Status.FINDINGS if findings.errors else Status.MADE


def shown(file: Path) -> Path:
    """A file as it is named from where the reader stands."""
    with suppress(ValueError):
        return file.relative_to(Path.cwd())
    return file
