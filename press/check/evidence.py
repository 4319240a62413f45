"""Evidence: every claim of the ledger is told, from its sources.

A passage, a block or a span in it, says which claims it tells; the block cites at
least one source of each, and names who holds a claim that is disputed.  A span that
tells claims cites their sources alone.
"""

from functools import partial
from xml.etree.ElementTree import Element

from press.check.book import place_of
from press.check.figures import check_figures
from press.findings import Report, Severity
from press.model.book import Book
from press.model.evidence import Status
from press.model.records import Claim
from press.model.registers import Registers
from press.model.section import Matter, Section


def check_evidence(book: Book, report: Report) -> None:
    """Every rule that ties the text to the records."""
    registers, told = book.registers, set[str]()
    for section in book.sections:
        check = partial(_check_section, section, registers)
        given = f"{registers.name} {section.matter}"
        told.update(section.copy.sound("evidence", check, report, given) if registers.name else check(report))
    for claim in book.registers.claims.values():
        if claim.id not in told and book.whole:
            report.add("V-01", claim.place, f"no passage tells the claim {claim.id}",
                       'tell it, and name it below the paragraph: {: claims="' + claim.id + '"}')


def _check_section(section: Section, registers: Registers, report: Report) -> list[str]:
    """Every rule of one section; the claims that it tells."""
    told: dict[str, None] = {}
    for passage in section.body:
        claims = [claim for element in passage.iter() for claim in _told(element, registers)]
        told |= dict.fromkeys(claim.id for claim in claims)
        if claims:
            _check_sources(passage, claims, section, report)
            _check_holders(passage, claims, section, report)
    for span in section.body.iter("span"):
        _check_span(span, _told(span, registers), section, report)
    check_figures(section, registers.estimates, report)
    _check_notes(section, report)
    return list(told)


def _told(element: Element, registers: Registers) -> list[Claim]:
    """The claims that an element says it tells."""
    return [registers.claims[key] for key in element.get("claims", "").split() if key in registers.claims]


def cited_in(passage: Element) -> set[str]:
    """The sources that a passage cites."""
    return {one.get("key", "") for one in passage.iter("cite-one")}


def _check_sources(passage: Element, claims: list[Claim], section: Section, report: Report) -> None:
    cited = cited_in(passage)
    for claim in claims:
        if not cited & set(claim.sources):
            report.add("V-02", place_of(passage, section),
                       f"the passage tells {claim.id} and cites none of its sources",
                       f"cite one of {', '.join(claim.sources)}")


def _check_span(span: Element, claims: list[Claim], section: Section, report: Report) -> None:
    """What a span cites for its claims is filed under one of them."""
    filed = {key for claim in claims for key in claim.sources}
    for key in sorted(cited_in(span) - filed) if claims else ():
        named = " or ".join(claim.id for claim in claims)
        report.add("V-12", place_of(span, section), f"the source {key} is not filed under {named}, which cites it",
                   "file the source there, cite another, or let the span end before the citation")


def _check_holders(passage: Element, claims: list[Claim], section: Section, report: Report) -> None:
    """A claim in dispute is told with the name of who holds or disputes it."""
    words = "".join(passage.itertext()).casefold()
    for claim in claims:
        if claim.status is Status.DISPUTED and not claim.holders:
            report.add("V-03", claim.place, f"the claim {claim.id} is disputed and names nobody who holds it",
                       "write holders: [NAME]")
        if claim.holders and not any(holder.casefold() in words for holder in claim.holders):
            report.add("V-03", place_of(passage, section),
                       f"the passage tells {claim.id}, which is disputed, and names no holder of it",
                       f"name {' or '.join(claim.holders)} in the sentence")


def _check_notes(section: Section, report: Report) -> None:
    """Every numbered paragraph of the body rests on a note."""
    if section.matter is not Matter.BODY:
        return
    for paragraph in section.body.iter("p"):
        if paragraph.get("n") and paragraph.find(".//note") is None:
            report.add("V-06", place_of(paragraph, section), f"§{paragraph.get('n')} has no note",
                       "cite what it rests on", Severity.REVIEW)
