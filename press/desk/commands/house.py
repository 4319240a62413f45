"""House: the commands about the machine that the press stands on, and about what it shows to a browser."""

from press.desk.commands.answer import shown
from press.workshop import console, machine
from press.workshop.logbook import Hindrance
from press.workshop.order import Order, Status


def doctor(order: Order) -> Status:
    """Say what the machine has and lacks."""
    from press.workshop import doctor as examiner

    for sign in examiner.examine(order.root, machine.survey()):
        console.say(str(sign))
    return Status.MADE if examiner.can_make() else Status.FAILED


def serve(order: Order) -> Status:
    """Show the made web edition until interrupted."""
    from press.workshop.serving import serve as show

    pages = sorted(order.out.glob(f"{order.edition or '[!.]*'}/web/index.html"))
    if not pages:
        raise Hindrance(f"no web edition stands in {shown(order.out)}: make one first with --format web")
    folder = pages[-1].parents[1]
    show(folder, order.port, lambda address: console.say(f"serving {shown(folder)} at {address}web/ until Ctrl-C"))
    return Status.MADE
