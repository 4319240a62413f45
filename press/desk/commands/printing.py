"""Printing: the commands that make a book, or look at what would be made."""

from dataclasses import replace

from press.desk.commands.answer import carry_out, report, shown
from press.workshop import console
from press.workshop.order import Order, Status


def make(order: Order) -> Status:
    """Make the book."""
    from press.desk.making import make as made

    return report(carry_out(made, order), order.root)


def make_all(order: Order) -> Status:
    """Make the book in every format of the house."""
    return make(replace(order, formats=order.house))


def check(order: Order) -> Status:
    """Check the editor's files."""
    from press.publish import driver

    return report(carry_out(driver.check, order), order.root)


def galley(order: Order) -> Status:
    """Show what a proof-reader would; with --mend fit paragraphs anew."""
    from press.publish import galley as seen

    outcome = carry_out(seen.mend if order.mend else seen.galley, order)
    for line in outcome.said:
        console.say(line)
    return report(outcome, order.root)


def contact_sheet(order: Order) -> Status:
    """Make the book and draw all its spreads on one picture."""
    from press.desk.making import make as made
    from press.publish.contact_sheet import make_contact_sheet

    outcome = carry_out(made, replace(order, formats=order.formats or ("screen",)))
    status = report(outcome, order.root)
    if status is Status.MADE:
        book = next(file for file in outcome.made if file.suffix == ".pdf")
        target = order.root / "docs" / "contact-sheet.png"
        make_contact_sheet(book, target)
        console.say(f"made {shown(target)}")
    return status
