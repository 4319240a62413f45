"""Editions: the commands that ask about whole editions, open them and close them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from press.desk.commands.answer import carry_out, report, request, shown, tell
from press.findings import Report
from press.workshop import console
from press.workshop.logbook import Hindrance
from press.workshop.order import Order, Status

if TYPE_CHECKING:
    from press.desk.rebuilding import Plan


def verify(order: Order) -> Status:
    """Hold made editions against their manifests."""
    from press.desk.verifying import verify as hold

    findings = Report()
    with console.progress() as progress:
        for file in hold(request(order), order.rest, order.key, findings, progress):
            console.say(f"agrees {shown(file)}")
    return tell((), findings)


def prove(order: Order) -> Status:
    """Prove finished files, and print what was looked at."""
    from press.prove import proofs

    if not order.rest:
        raise Hindrance("name the files to prove: prove dist/1st/1st-screen.pdf")
    findings = Report()
    rows = [row for word in order.rest for row in proofs.prove(Path(word), order.root / "styles", findings)]
    console.table([(row.file, row.what, row.verdict) for row in rows])
    return tell((), findings)


def editions(order: Order) -> Status:
    """List the editions."""
    from press.desk.editions import listed

    findings = Report()
    return tell(listed(request(order).content, findings), findings)


def changes(order: Order) -> Status:
    """List what changed since the edition before."""
    from press.desk.comparing import changed

    findings = Report()
    return tell(changed(request(order), findings), findings)


def edition(order: Order) -> Status:
    """Open the next edition, or record one."""
    match order.rest:
        case ("new",):
            return _open_next(order)
        case ("record",):
            return _record(order)
        case ("record", name):
            return _record(replace(order, edition=order.edition or name))
        case _:
            raise Hindrance("say: edition new, or edition record [ID]")


def _open_next(order: Order) -> Status:
    from press.desk.editions import open_next
    from press.publish.request import Outcome

    findings = Report()
    file = open_next(request(order).content, findings)
    return report(Outcome(findings, (file,) if file else ()), order.root)


def _record(order: Order) -> Status:
    from press.desk.recording import record

    return report(carry_out(record, order), order.root)


def rebuild(order: Order) -> Status:
    """Make a book again from the sources that its PDF carries."""
    from press.desk.rebuilding import rebuild as anew

    if len(order.rest) != 1 or not order.out_given:
        raise Hindrance("say: rebuild FILE.pdf --out DIR")

    def ask(plan: "Plan") -> bool:
        for line in plan.lines:
            console.say(line)
        return order.yes or console.agrees("run it? [y/N] ")

    came_to = report(anew(Path(order.rest[0]), request(order), ask), order.root)
    if came_to is Status.MADE:
        console.say(f"agrees {order.rest[0]}: the same to the byte")
    return came_to


def sign(order: Order) -> Status:
    """Sign the manifest of a made edition."""
    from press.desk.signing import sign as signed
    from press.load.editions import editions as known

    asked = request(order)
    name = "".join(order.rest[:1]) or order.edition or (known(asked.content) or [""])[-1]
    for file in signed(asked.out / name, order.key):
        console.say(f"made {shown(file)}")
    return Status.MADE
