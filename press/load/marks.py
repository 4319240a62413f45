"""Marks: the house's own marks in an editor's Markdown, found with line and column.

Before Markdown sees a text, every mark is taken out of it and a token of private-use
characters put in its place; the tokens come back in the element tree, where they
become elements.  So a mark keeps its exact place, and brackets nest as they should.

- `[see @key, p. 6; @other]`        citations (Pandoc's syntax)
- `^[words, also with [@key].]`     a note
- `[words]{lang=az ix="Heading!sub"}`   a span
- `[words](#id)`                    a link inside the book
- `{: claims="c001" ix="…" }`       below a block: what the block tells
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from press.findings import Place, Report, did_you_mean

OPEN, CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(f"{OPEN}([a-z])(\\d+){CLOSE}")
PRIVATE = re.compile("[\ue000-\uf8ff]")
BLOCK = re.compile(r"^\{:(.*)\}\s*$")
LINK = re.compile(r"\(#([^)\s]*)\)")
CITATION = re.compile(r"(?:^|[\s;\[-])@[\w{]")
BARE_KEY = re.compile(r"@(?:\{[^{}]*\}|\w(?:[:.#$%&+?<>~/-]?\w)*)")


class Kind(StrEnum):
    """What a token stands for; its value is the letter in the token."""

    CITES = "c"
    NOTE = "n"
    SPAN = "s"
    SPAN_END = "e"
    BLOCK = "b"
    LINE = "l"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that was taken out of the text: its inner text or attributes, and its place."""

    kind: Kind
    text: str
    place: Place


class Scanner:
    """Takes the marks out of one text; `marks` holds them by the number in their tokens."""

    def __init__(self, file: str, report: Report) -> None:
        self.file = file
        self.report = report
        self.marks: list[Mark] = []
        self._in_note = False

    def token(self, kind: Kind, text: str, place: Place) -> str:
        """The token of a new mark."""
        self.marks.append(Mark(kind, text, place))
        return f"{OPEN}{kind.value}{len(self.marks) - 1}{CLOSE}"

    def scan(self, text: str, line: int = 1) -> str:
        """The text with tokens for marks; `line` is the number of its first line in the file."""
        found = []
        fresh = True  # the line before was blank: a block begins
        lines = text.split("\n")
        index = 0
        while index < len(lines):
            start, index, block = index, index + 1, lines[index]
            while _open_brackets(block) > 0 and index < len(lines) and lines[index].strip():
                block += "\n" + lines[index]
                index += 1
            found.append(self._line(block, line + start, fresh))
            fresh = not block.strip()
        return "\n".join(found)

    def _line(self, text: str, line: int, fresh: bool) -> str:
        if private := PRIVATE.search(text):
            self.report.add("M-01", self._place(text, line, 1, private.start()),
                            "the text holds a private-use character", "delete it; it cannot be printed")
            text = PRIVATE.sub(" ", text)
        if block := BLOCK.match(text):
            return self.token(Kind.BLOCK, block[1], Place(self.file, line, text.index("{") + 3))
        lead = re.match(r"(\s*(?:#+|>|[-*+]|\d+\.)\s+)?", text)
        assert lead is not None
        before, rest = text[:lead.end()], text[lead.end():]
        stamp = fresh or before.strip()
        mark = self.token(Kind.LINE, "", Place(self.file, line, 1)) if stamp and rest.strip() else ""
        return before + mark + self.inline(rest, line, lead.end() + 1)

    def inline(self, text: str, line: int, column: int) -> str:
        """One run of text with its marks replaced; it begins at `line`, `column`."""
        out, at = [], 0
        while at < len(text):
            if text[at] == "\\" and at + 1 < len(text):
                out.append(text[at:at + 2])
                at += 2
            elif text.startswith("^[", at):
                piece, at = self._bracket(text, at, 1, line, column, note=True)
                out.append(piece)
            elif text[at] == "[" and not text.startswith("[[", at):
                piece, at = self._bracket(text, at, 0, line, column, note=False)
                out.append(piece)
            elif text[at] == "@" and (bare := BARE_KEY.match(text, at)) and not text[at - 1:at].isalnum():
                out.append(self._bare(bare[0], self._place(text, line, column, at)))
                at = bare.end()
            elif text.startswith("[[", at):
                end = text.find("]]", at)
                end = len(text) if end < 0 else end + 2
                out.append(text[at:end])
                at = end
            else:
                out.append(text[at])
                at += 1
        return "".join(out)

    def _bracket(self, text: str, at: int, lead: int, line: int, column: int, note: bool) -> tuple[str, int]:
        """The token for the bracket that opens at `at + lead`, and where the text goes on."""
        begin = at + lead + 1
        end = matching_bracket(text, begin)
        place = self._place(text, line, column, at)
        if end < 0:
            self.report.add("M-02", place, f"the bracket before “{_words(text[begin:])}” is never closed",
                            "close it with ] in the same paragraph")
            return text[at:begin], begin
        inner = text[begin:end]
        here = self._place(text, line, column, begin)
        if note:
            outer, self._in_note = self._in_note, True
            words = self.inline(inner, here.line, here.column)
            self._in_note = outer
            return self.token(Kind.NOTE, words, place), end + 1
        if link := LINK.match(text, end + 1):
            return self._span(inner, f'href="#{link[1]}"', here, place), link.end()
        if text.startswith("{", end + 1) and (close := text.find("}", end + 1)) > 0:
            attributes = text[end + 2:close]
            return self._span(inner, attributes, here, self._place(text, line, column, end + 2)), close + 1
        if CITATION.search(inner):
            return self.token(Kind.CITES, inner, here), end + 1
        return "[" + self.inline(inner, here.line, here.column) + "]", end + 1

    def _bare(self, key: str, place: Place) -> str:
        """A key in the running text of a note cites its source in place; elsewhere it needs its brackets."""
        if not self._in_note:
            self.report.add("M-09", place, f"“{key}” stands outside brackets",
                            f"write [{key}] for a note, or \\@ for the sign itself")
        return self.token(Kind.CITES, key, place)

    def _span(self, inner: str, attributes: str, here: Place, place: Place) -> str:
        opening = self.token(Kind.SPAN, attributes, place)
        return opening + self.inline(inner, here.line, here.column) + self.token(Kind.SPAN_END, "", place)

    def _place(self, text: str, line: int, column: int, offset: int) -> Place:
        """Where a character of a run stands, when the run begins at `line`, `column`."""
        before = text[:offset]
        if "\n" in before:
            return Place(self.file, line + before.count("\n"), offset - before.rindex("\n"))
        return Place(self.file, line, column + offset)


def matching_bracket(text: str, begin: int) -> int:
    """The offset of the bracket that closes the one before `begin`; -1 when none does."""
    depth, at = 1, begin
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "[":
            depth += 1
        elif text[at] == "]":
            depth -= 1
            if not depth:
                return at
        at += 1
    return -1


def _open_brackets(text: str) -> int:
    bare = re.sub(r"\\.", "", text)
    return bare.count("[") - bare.count("]")


def _words(text: str) -> str:
    """The first words of a text, for a message."""
    return " ".join(text.split()[:4])


ATTRIBUTE = re.compile(r"""\s*(?:(?P<name>[\w-]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))|#(?P<id>[\w.:-]+)|\.(?P<klass>[\w-]+))""")


def attributes(mark: Mark, known: frozenset[str], report: Report) -> dict[str, str]:
    """The attributes of a span or block mark; unknown and malformed ones are findings."""
    found: dict[str, str] = {}
    at = 0
    while mark.text[at:].strip():
        match = ATTRIBUTE.match(mark.text, at)
        place = Place(mark.place.file, mark.place.line, mark.place.column + at)
        if not match:
            report.add("M-03", place, f"“{mark.text[at:].strip()}” is not an attribute",
                       'write name="value", #id or .class')
            break
        name = match["name"] or ("id" if match["id"] else "class")
        if name not in known:
            report.add("M-04", place, f"there is no attribute “{name}”",
                       did_you_mean(name, known) or f"known: {', '.join(sorted(known))}")
        found[name] = match["quoted"] if match["quoted"] is not None else (
            match["bare"] or match["id"] or match["klass"] or "")
        at = match.end()
    return found
