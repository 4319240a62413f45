"""Words: nothing composed is lost, doubled or out of order in the file that was written.

The words of every section's document are held against the words of its part of the
PDF, in the order of its tags: the text in one piece, then note by note.  Spaces and
hyphens are left out of account, since line breaking changes them.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from pikepdf import Pdf

from press.findings import Place, Report
from press.model.pages import PageMap
from press.model.section import Section
from press.prove.text import HEAD, IN_NOTE, TEXT, Content, Segment, content, parts, segments

DROPPED = re.compile(r"[\s\u00ad\u2010\u058a\u2060\u200b-]")
SILENT = frozenset({"head", "style", "script", "title"})
VOID = frozenset({"br", "col", "img", "meta", "link", "hr", "wbr"})
SHOWN = 40  # characters of context in a finding
AHEAD = 3  # stretches that tell a head that stands again from one that begins a table
EDGE = 1.0  # pt that a run may stick out of its page: kerning and italics


@dataclass(slots=True)
class _Words(HTMLParser):
    """The words of a document: its text, and its notes one by one."""

    found: PageMap
    text: list[str] = field(default_factory=list)
    notes: list[list[str]] = field(default_factory=list)
    stack: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        given = dict(attrs)
        role = "silent" if tag in SILENT else ""
        if given.get("class") == "fn":
            role = "note"
            self.notes.append([])
        href = given.get("href") or ""
        if href.startswith("late:"):
            folio = self.found.folio(href.removeprefix("late:"))
            self._say(str(folio or ""))
            role = "silent"
        self.stack.append((tag, role))

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            continue

    def handle_data(self, data: str) -> None:
        self._say(data)

    def _say(self, words: str) -> None:
        roles = {role for _, role in self.stack}
        if "silent" in roles:
            return
        (self.notes[-1] if "note" in roles else self.text).append(words)


def composed_words(html: str, found: PageMap) -> tuple[str, list[str]]:
    """The text of a document without its notes, and its notes in order."""
    reader = _Words(found)
    reader.feed(html)
    reader.close()
    return "".join(reader.text), ["".join(note) for note in reader.notes]


def bare(text: str) -> str:
    """A text without what line breaking adds or drops."""
    return DROPPED.sub("", text)


def prove_words(pdf: Pdf, documents: list[tuple[Section, str]], found: PageMap, report: Report) -> None:
    """Hold each section's document against its part of the file; findings name the passage."""
    runs = content(pdf)
    prove_edges(pdf, runs, report)
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    written = parts(pdf)
    if len(written) != len(documents):
        report.add("W-01", Place("book.yaml"),
                   f"the file has {len(written)} parts and the book {len(documents)} sections")
        return
    for part, (section, html) in zip(written, documents, strict=True):
        text, notes = composed_words(html, found)
        printed = segments(part, runs, pages)
        wanted = bare(text)
        _compare(wanted, _body(printed, wanted), section, "the text", report)
        in_notes = bare("".join(one.text for one in printed if one.kind == IN_NOTE))
        _compare(bare("".join(notes)), in_notes, section, "the notes", report)


def _body(printed: list[Segment], wanted: str) -> str:
    """The text as printed; a table's head that stands again after a page turn counts once."""
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


def _compare(wanted: str, printed: str, section: Section, what: str, report: Report) -> None:
    """Where two texts first part; nothing when they agree."""
    if wanted == printed:
        return
    at = next((i for i, (a, b) in enumerate(zip(wanted, printed, strict=False)) if a != b),
              min(len(wanted), len(printed)))
    start = max(0, at - SHOWN // 2)
    report.add("W-01", _place(section, wanted[max(0, at - 12):at + 4]),
               f"{what} of “{section.title}” should read “{wanted[start:at + SHOWN]}” "
               f"and reads “{printed[start:at + SHOWN]}”",
               "words are lost, doubled or moved: shorten the passage, or report a fault of the press")


def _place(section: Section, near: str) -> Place:
    """The block of the section that has the words where the texts part."""
    for block in section.body:
        if near and near in bare("".join(block.itertext())) and block.get("line"):
            return Place(section.place.file, int(block.get("line", "0")))
    return section.place


def prove_edges(pdf: Pdf, runs: Content, report: Report) -> None:
    """No run of text begins or ends outside its page."""
    boxes: dict[int, Any] = {}
    for (number, _), shown in runs.items():
        box = boxes.setdefault(number, [float(edge) for edge in pdf.pages[number].obj.MediaBox])
        for run in shown:
            if not (box[0] - EDGE <= run.left and run.right <= box[2] + EDGE and box[1] <= run.y <= box[3]):
                report.add("W-02", Place(f"page {number + 1} of the file"),
                           f"“{run.text.strip()}” stands outside the page",
                           "a box is clipped or a line cannot be broken: change the passage or its style")
