"""Shares: the proof of a book's words, dealt out to those who have nothing else to do.

A share says of which of its sections there is something to tell; these alone are
proved once more where their places are known.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from press.findings import Place, Report
from press.model.pages import PageMap
from press.model.section import Matter, Section
from press.prove.words import Proof

PRINTED = re.compile(r'href="(?:late|flush):([^"]+)"')
NAMELESS = Section("", "", Matter.BODY, "", Place(""), Element("section"))

Deal = Callable[[Callable[["Share"], list[int]], Sequence["Share"]], list[list[int]]]


@dataclass(frozen=True, slots=True)
class Share:
    """Some sections of a file that follow each other: the number of the first, and the documents of all."""

    pdf: bytes
    first: int
    documents: tuple[str, ...]
    found: PageMap


def shares(pdf: bytes, documents: Sequence[str], found: PageMap, hands: int) -> Iterator[Share]:
    """As many shares as there are hands, each of about as many letters."""
    each = sum(map(len, documents)) / hands + 1
    first, letters = 0, 0
    for at, document in enumerate(documents):
        letters += len(document)
        if letters >= each or at + 1 == len(documents):
            mine = tuple(documents[first:at + 1])
            names = {name for one in mine for name in PRINTED.findall(one)}
            yield Share(pdf, first, mine, PageMap({name: found.folios.get(name, ()) for name in sorted(names)}))
            first, letters = at + 1, 0


def faulty(share: Share) -> list[int]:
    """The numbers of the sections of a share of which there is something to tell."""
    proof, seen = Proof(share.pdf, share.found), []
    for at, html in enumerate(share.documents, share.first):
        report, there = Report(), at < min(len(proof.parts), len(proof.nodes))
        if there:
            proof.prove(at, NAMELESS, html, 0, report)
        seen += [at] if report.findings or not there else []
    return seen


def proved(pdf: bytes, documents: Sequence[str], found: PageMap, hands: int, deal: Deal) -> frozenset[int]:
    """The numbers of the sections that were found without fault; none where one would have to prove all."""
    if hands < 2 or len(documents) < 2:
        return frozenset()
    doubtful = deal(faulty, list(shares(pdf, documents, found, hands)))
    return frozenset(range(len(documents))) - {at for some in doubtful for at in some}
