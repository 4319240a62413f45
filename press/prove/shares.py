"""Shares: the proof of a book's words, dealt out to those who have nothing else to do.

A share says of which of its sections there is something to tell; these alone are
proved once more where their places are known.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from press.findings import Place, Report
from press.model.fair_copy import FairCopy
from press.model.pages import PageMap
from press.model.section import Matter, Section
from press.prove.seals import printed
from press.prove.words import Proof

SHORT = 100_000  # letters of documents that are proved as soon as they are dealt out
NAMELESS = Section("", "", Matter.BODY, "", Place(""), FairCopy(Element("section")))

Deal = Callable[[Callable[["Share"], list[int]], Sequence["Share"]], list[list[int]]]


@dataclass(frozen=True, slots=True)
class Share:
    """Some sections of a file: their numbers, and their documents."""

    pdf: bytes
    sections: tuple[int, ...]
    documents: tuple[str, ...]
    found: PageMap


def shares(pdf: bytes, documents: Sequence[str], sections: Sequence[int], found: PageMap,
           hands: int) -> Iterator[Share]:
    """As many shares of some sections as there are hands, each of about as many letters."""
    each = sum(len(documents[at]) for at in sections) / hands + 1
    mine, letters = list[int](), 0
    for at in sections:
        mine.append(at)
        letters += len(documents[at])
        if letters >= each or at == sections[-1]:
            these = tuple(documents[one] for one in mine)
            yield Share(pdf, tuple(mine), these, printed(found, *these))
            mine, letters = [], 0


def faulty(share: Share) -> list[int]:
    """The numbers of the sections of a share of which there is something to tell."""
    proof, seen = Proof(share.pdf, share.found), []
    for at, html in zip(share.sections, share.documents, strict=True):
        report, there = Report(), at < min(len(proof.parts), len(proof.nodes))
        if there:
            proof.prove(at, NAMELESS, html, 0, report)
        seen += [at] if report.findings or not there else []
    return seen


def proved(pdf: bytes, documents: Sequence[str], sections: Sequence[int], found: PageMap, hands: int,
           deal: Deal) -> frozenset[int]:
    """Those of some sections that were found without fault; none where one would have to prove all, or soon has."""
    if hands < 2 or len(sections) < 2 or sum(len(documents[at]) for at in sections) < SHORT:
        return frozenset()
    dealt = list(shares(pdf, documents, sections, found, hands))
    doubtful = deal(faulty, dealt) if len(dealt) > 1 else [list(sections)]
    return frozenset(sections) - {at for some in doubtful for at in some}
