"""Links: the references of a page tied to where they lead, and the page numbers that some of them print.

The engine writes a reference of the press as a link to an address, `xref:NAME`, or
`late:NAME` where it prints the page number of its name, `flush:NAME` where that ends
a line of the contents; here it leads to the name.
"""

import re
from collections.abc import Mapping

from press.assemble.numbers import LateNumber
from press.assemble.objects import Sort
from press.assemble.renumbered import Renumbered
from press.assemble.structure import Branch
from press.assemble.trees import string
from press.findings import Place, Report
from press.model.folio import Folio

REFERENCE = "xref"
LATE, FLUSH = "late", "flush"  # references that print their page number, laid out as zeros
RECTANGLE = re.compile(rb"/Rect\s*\[([^\]]*)\]")
ACTION = re.compile(rb"/A\s*<<[^>]*/URI\s*(\((?:\\.|[^\\)])*\)|<[0-9a-fA-F]*>)[^>]*>>", re.DOTALL)
PLAIN = re.compile(rb"\([\x20-\x27\x2a-\x5b\x5d-\x7e]*\)")
SAID = re.compile(rb"/Contents\s*(?:\((?:\\.|[^\\)])*\)|<[0-9a-fA-F]*>)", re.DOTALL)


class Links:
    """The references of a section, with the folios of those names that it refers to and that the file has.

    Without a `branch` of the structure it has no links: only the page numbers that they print are found.
    """

    def __init__(self, section: str, branch: Branch | None, folios: Mapping[str, Folio | None], report: Report) -> None:
        self.section = section
        self.branch = branch
        self.folios = folios
        self.report = report

    def tie(self, moved: Renumbered, annotations: list[bytes]) -> list[LateNumber]:
        """Write a page's links; those that print a page number come back."""
        late = []
        for old in annotations:
            body = moved.file.objects[old]
            edges = [float(edge) for edge in RECTANGLE.findall(body)[0].split()]
            left, low, right, high = edges[0], min(edges[1::2]), edges[2], max(edges[1::2])
            if high - low < 4:  # a note call has no height: give it one that a finger finds, in pt
                opened = b"/Rect[%s]" % b" ".join(
                    b"%g" % round(edge, 3) for edge in (left - 1, low - 1, right + 1, high + 8))
                body = RECTANGLE.sub(opened, body)
            scheme, name = _address(body)
            if name:
                body, folio = ACTION.sub(b"", body), self.folios.get(name)
                if name in self.folios:
                    said = string(_spoken(name, folio))
                    body = SAID.sub(b"", body)[:-2] + b"/Dest %s/Contents %s>>" % (string(name), said)
                    late += ([LateNumber(left, low, high, str(folio), right, scheme == FLUSH)]
                             if scheme != REFERENCE and folio else [])
                else:
                    self.report.add("R-05", Place(self.section), f"a reference leads to “{name}”, which is nowhere",
                                    "this is a fault of the press: report it")
            if self.branch:  # /F 4: printed (ISO 14289-1, 7.18.1)
                moved.write(old, self.branch.keyed(body), Sort.LINKS, b"/F 4")
        return late


def _address(body: bytes) -> tuple[str, str]:
    """How a reference of the press refers to a name, and the name; of other links nothing."""
    action = ACTION.search(body)
    scheme, _, name = _text(action[1]).partition(":") if action else ("", "", "")
    return (scheme, name) if scheme in (REFERENCE, LATE, FLUSH) else ("", "")


def _text(written: bytes) -> str:
    """What a string says; one that is not plain is read by a program that knows all strings (7.3.4)."""
    if PLAIN.fullmatch(written):
        return written[1:-1].decode()
    from pikepdf import Object  # few references have one

    return str(Object.parse(written))


def _spoken(name: str, folio: Folio | None) -> str:
    """What a screen reader says of a link."""
    head, _, number = name.rpartition("-")
    if head and number[:1] == "n" and number[1:].isdigit():
        return f"Note {number[1:]}"
    if head and number[:1] == "c" and number[1:].isdigit():
        return f"Back to the text at note {number[1:]}"
    return f"Page {folio}" if folio else name
