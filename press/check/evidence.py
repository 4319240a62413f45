"""Evidence: every claim of the ledger is told, from its sources, and every figure is its record's.

A passage says which claims it tells; it cites at least one source of each, and names
who holds a claim that is disputed.  A figure that comes from a record is marked with
it and reads as the record does.  What is filed is used: sources are cited, people,
places and bodies have their place in the index.
"""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from press.check.book import place_of
from press.findings import Report, Severity, did_you_mean
from press.model.book import Book
from press.model.evidence import Status
from press.model.records import Claim, Estimate
from press.model.section import Matter, Section


def check_evidence(book: Book, report: Report) -> None:
    """Every rule that ties the text to the records."""
    told: set[str] = set()
    for section in book.sections:
        for passage in section.body:
            claims = [book.registers.claims[key] for key in passage.get("claims", "").split()
                      if key in book.registers.claims]
            told |= {claim.id for claim in claims}
            _check_sources(passage, claims, section, report)
            _check_holders(passage, claims, section, report)
        _check_figures(section, book.registers.estimates, report)
        _check_notes(section, report)
    for claim in book.registers.claims.values():
        if claim.id not in told and book.whole:
            report.add("V-01", claim.place, f"no passage tells the claim {claim.id}",
                       'tell it, and name it below the paragraph: {: claims="' + claim.id + '"}', Severity.REVIEW)


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


def _check_figures(section: Section, estimates: Mapping[str, Estimate], report: Report) -> None:
    for span in section.body.iter("span"):
        named = span.get("figure")
        if not named:
            continue
        key, _, part = named.partition(".")
        if key not in estimates:
            report.add("V-04", place_of(span, section), f"no figure is filed under “{key}”",
                       did_you_mean(key, estimates) or "file it in content/estimates.yaml")
            continue
        allowed = dict(_values(estimates[key]))
        if part not in allowed:
            report.add("V-04", place_of(span, section), f"the figure {key} has no part “{part}”",
                       did_you_mean(part, allowed) or f"it has: {', '.join(filter(None, allowed))}")
        elif "".join(span.itertext()).replace(",", "").strip() != str(allowed[part]):
            report.add("V-05", place_of(span, section),
                       f"“{''.join(span.itertext())}” is not the figure of {named}, which is {allowed[part]:,}",
                       "correct the text or the record; one of them is wrong")


def _values(estimate: Estimate) -> Iterator[tuple[str, int]]:
    """The numbers of a record by the name of their part; the nameless one only where there is one figure."""
    yield "low", estimate.low
    if estimate.high is not None:
        yield "high", estimate.high
    if estimate.high in (None, estimate.low):
        yield "", estimate.low
    yield from estimate.breakdown


def _check_notes(section: Section, report: Report) -> None:
    """Every numbered paragraph of the body rests on a note."""
    if section.matter is not Matter.BODY:
        return
    for paragraph in section.body.iter("p"):
        if paragraph.get("n") and paragraph.find(".//note") is None:
            report.add("V-06", place_of(paragraph, section), f"§{paragraph.get('n')} has no note",
                       "cite what it rests on", Severity.REVIEW)
