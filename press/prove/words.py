"""Words: nothing composed is lost, doubled or out of order in the file that was written.

The words of every section's document are held against the words of its part of the
PDF, in the order of its tags: the text in one piece, then note by note.  Spaces and
hyphens are left out of account, since line breaking changes them.
"""

from collections.abc import Container, Iterable
from itertools import zip_longest

from press.findings import Place, Report
from press.model.pages import PageMap
from press.model.places import bare, place_of
from press.model.section import Section
from press.prove.composed import Composed, composed_words
from press.prove.reader import Reader
from press.prove.tags import HEAD, IN_NOTE, NOTE, TEXT, Segment, parts, segments
from press.prove.text import PageText
from press.prove.written import Written

SHOWN = 40  # characters of context in a finding
NEAR = 12  # letters before the place where texts part, by which a passage is found
AHEAD = 3  # stretches that tell a head that stands again from one that begins a table


class Proof:
    """A file that is held against the documents it was made from, section by section."""

    def __init__(self, pdf: bytes | Written, found: PageMap) -> None:
        self.file = pdf if isinstance(pdf, Written) else Written(pdf)
        self.reader = Reader(self.file)
        self.found = found
        self.parts = parts(self.file)
        self.nodes = self.file.kids(self.file.follow(self.file.trailer, "Root", "Pages"))

    def prove(self, at: int, section: Section, html: str, before: int, report: Report) -> None:
        """Prove the section of that number; `before` are the pages of the file before it."""
        prove_edges(self.reader.turn_to(self.nodes[at]), report, before)
        printed = segments(self.file, self.parts[at], self.reader.shown)
        _prove_section(section, composed_words(html, self.found), printed, report)

    def extent(self, at: int) -> int:
        """The pages of the section of that number."""
        return self.file.count(self.nodes[at])


def prove_words(proof: Proof, documents: Iterable[tuple[Section, str]], report: Report,
                proved: Container[int] = ()) -> None:
    """Hold each section's document against its part of the file, its text and then note by note.

    The sections whose numbers are in `proved` were found without fault before.
    """
    before = 0
    for at, (part, node, document) in enumerate(zip_longest(proof.parts, proof.nodes, documents)):
        if part is None or node is None or document is None:
            report.add("W-01", Place("book.yaml"), "the file has not one part and its pages for every section")
            return
        if at not in proved:
            proof.prove(at, document[0], document[1], before, report)
        before += proof.extent(at)


def _prove_section(section: Section, composed: Composed, printed: list[Segment], report: Report) -> None:
    wanted = bare(composed.text)
    body = _body(printed, wanted)
    if wanted != body:
        at = _parting(wanted, body)
        place = place_of(section, composed.name_at(at), wanted[max(0, at - NEAR):at + 4])
        _tell(wanted, body, at, f"the text of “{section.title}”", place, report)
    pieces = _pieces(printed)
    for name, note in composed.notes:
        meant = bare(note)
        stands = _joined(pieces, meant)
        if meant != stands:
            _tell(meant, stands, _parting(meant, stands), f"note {name.rpartition('-n')[2]} of “{section.title}”",
                  place_of(section, name, meant), report)
            return
    if pieces:
        _tell("", "".join(pieces), 0, f"after its notes “{section.title}”", section.place, report)


def _pieces(printed: list[Segment]) -> list[str]:
    """The notes as printed, page by page: one that goes on over a page stands in several pieces."""
    found: list[list[str]] = []
    for one in printed:
        if one.kind == NOTE:
            found.append([])
        elif one.kind == IN_NOTE and found:
            found[-1].append(one.text)
    return [bare("".join(pieces)) for pieces in found]


def _joined(pieces: list[str], meant: str) -> str:
    """The next note, taken from the pieces: its first, and those after it that go on as they should."""
    stands = pieces.pop(0) if pieces else ""
    while pieces and len(stands) < len(meant) and meant.startswith(stands + pieces[0]):
        stands += pieces.pop(0)
    return stands


def _body(printed: list[Segment], wanted: str) -> str:
    """The text as printed; a table's head that stands again after a page turn counts once."""
    if not any(one.kind == HEAD for one in printed):
        return bare("".join(one.text for one in printed if one.kind == TEXT))
    stretches = [(one.kind, bare(one.text)) for one in printed if one.kind in (TEXT, HEAD)]
    body, heads = "", set()
    for at, (kind, text) in enumerate(stretches):
        follows = "".join(words for _, words in stretches[at + 1:at + 1 + AHEAD])
        again = kind == HEAD and text in heads and not wanted.startswith(text + follows, len(body))
        if not again:
            body += text
        if kind == HEAD:
            heads.add(text)
    return body


def _parting(wanted: str, printed: str) -> int:
    """The letter at which two texts first part."""
    return next((i for i, (a, b) in enumerate(zip(wanted, printed, strict=False)) if a != b),
                min(len(wanted), len(printed)))


def _tell(wanted: str, printed: str, at: int, what: str, place: Place, report: Report) -> None:
    start = max(0, at - SHOWN // 2)
    report.add("W-01", place, f"{what} should read “{wanted[start:at + SHOWN]}” "
               f"and reads “{printed[start:at + SHOWN]}”",
               "words are lost, doubled or moved: shorten the passage, or report a fault of the press")


def prove_edges(pages: Iterable[PageText], report: Report, before: int = 0) -> None:
    """No run of text begins or ends outside its page; `before` are the pages of the file before these."""
    for number, page in enumerate(pages, before + 1):
        for words in page.outside:
            report.add("W-02", Place(f"page {number} of the file"), f"“{words.strip()}” stands outside the page",
                       "a box is clipped or a line cannot be broken: change the passage or its style")
