"""Claims: the register of every statement, and of those on which the base text and others differ.

A claim has a number that does not change between editions.  Its notes are the editors'
own and are not printed.
"""

from xml.etree.ElementTree import Element, SubElement

from press.compose.registers.entries import listed
from press.compose.registers.parts import filed, paragraph, sentence, source_line, standing, table
from press.compose.told import room
from press.model.records import Claim
from press.model.registers import Registers

COLUMNS = ("no", "statement", "told")


def claims(registers: Registers, _: Element) -> Element:
    """The table of claims: number, statement with its sources, how it stands and where it is told."""
    made = table("reg ledger", COLUMNS, ("No.", "Statement and sources", "Standing; folios"))
    body = SubElement(made, "tbody")
    body.extend(_row(claim) for claim in filed(registers.claims.values(), "claim"))
    return made


def _row(claim: Claim) -> Element:
    row = Element("tr", {"id": f"claim-{claim.id}", "data-guide": claim.id})
    SubElement(row, "th", {"scope": "row", "class": "no"}).text = claim.id
    cell = SubElement(row, "td")
    paragraph(cell, "t", claim.statement)
    if claim.disputed_by:
        paragraph(cell, "t", sentence(f"Disputed by: {claim.disputed_by}"))
    cell.append(source_line(claim))
    last = SubElement(row, "td", {"class": "told-at"})
    paragraph(last, "standing", standing(claim.status))
    last.append(room("p", f"claim-{claim.id}", "folios"))
    return row


def discrepancies(registers: Registers, _: Element) -> Element:
    """The claims on which sources differ: both readings, what the book prints, and the sources."""
    differing = filed((claim for claim in registers.claims.values() if claim.discrepancy), "discrepancy")
    return listed(_discrepancy(claim) for claim in differing)


def _discrepancy(claim: Claim) -> Element:
    assert claim.discrepancy is not None  # the caller chose it
    name = f"discrepancy-{claim.id}"
    made = Element("div", {"class": "entry divided", "id": name})
    head = paragraph(made, "hw", "")
    head.set("data-guide", claim.id)  # not on the entry, which may go on over the page
    SubElement(head, "a", {"href": f"#claim-{claim.id}"}).text = claim.id
    readings = table("readings", ("label", "words"))
    body = SubElement(readings, "tbody")
    two = claim.discrepancy
    for label, words in (("Base text", two.base_text), ("Other sources", two.other),
                         ("The book prints", two.book or claim.statement)):
        last = _reading(body, label, sentence(words))
    last.append(room("span", f"claim-{claim.id}", "folios", lead=" Told on "))
    _reading(body, "Sources", "").append(source_line(claim, name))
    made.append(readings)
    return made


def _reading(body: Element, label: str, words: str) -> Element:
    """A row of an entry: what it is in small letters, then the words."""
    row = SubElement(body, "tr")
    SubElement(row, "th", {"scope": "row", "class": "lg"}).text = label
    cell = SubElement(row, "td")
    cell.text = words
    return cell
