"""Marks: the house's own marks in an editor's Markdown, found with line and column.

Before Markdown sees a text, every mark is taken out of it and a token of private-use
characters put in its place; the tokens come back in the element tree, where they
become elements.  So a mark keeps its exact place, and brackets nest as they should.

- `[see @key, p. 6; @other]`        citations (Pandoc's syntax)
- `^[words, also with [@key].]`     a note
- `[words]{lang=az ix="Heading!sub"}`   a span
- `[words](#id)`                    a link inside the book
- `![words](file)`                a picture, whose place alone is kept here
- `{: claims="c001" ix="…" }`       below a block: what the block tells
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from press.findings import Place, Report, did_you_mean

OPEN, CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(f"{OPEN}([a-z])(\\d+){CLOSE}")
UNPRINTABLE = re.compile(  # controls, private use, what is no character: neither XML nor a font has them
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]")
BLOCK = re.compile(r"\s*\{:(.*)\}\s*", re.DOTALL)
LEAD = re.compile(r"(?:\s*(?:>|(?:#+|[-*+]|\d+\.)\s+))*\s*")  # what makes a line a heading, item or extract
STOP = re.compile(r"\s*(?:\{:|$)")  # a line that ends a paragraph, whatever is open in it
RULE = re.compile(r"\s*([-*_])(?:\s*\1)*\s*")
VIEW_LINE = re.compile(r"\s*\[\[[^\[\]@]*\]\]\s*")
UNFINISHED = re.compile(r"(?:\]|^\s*)\{[^{}]*$")
ATTRIBUTES = re.compile(r"\{([^{}]*)\}")
LINK = re.compile(r"\(#([^)\s]*)\)")
ADDRESS = re.compile(r"\([^()\s]*\)")
CITATION = re.compile(r"(?:^|[\s;\[-])@[\w{]")
BARE_KEY = re.compile(r"(?<![^\W_])(?<!/)@(?:\{[^{}]*\}|\w(?:[:.#$%&+?<>~/-]?\w)*)")
BRACKETS = re.compile(r"\\.|[\[\]]", re.DOTALL)  # or a letter that is to stand for itself
TELLING = re.compile(r"[\\\[\]@^!{]")  # what may begin a mark

DEEPEST = 16


class Kind(StrEnum):
    """What a token stands for; its value is the letter in the token."""

    CITES = "c"
    NOTE = "n"
    SPAN = "s"
    SPAN_END = "e"
    BLOCK = "b"
    LINE = "l"
    PICTURE = "p"


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
        self._depth = 0
        self._printable_all = False

    def token(self, kind: Kind, text: str, place: Place) -> str:
        """The token of a new mark."""
        self.marks.append(Mark(kind, text, place))
        return f"{OPEN}{kind.value}{len(self.marks) - 1}{CLOSE}"

    def scan(self, text: str, line: int = 1) -> str:
        """The text with tokens for marks; `line` is the number of its first line in the file."""
        found = []
        self._printable_all = UNPRINTABLE.search(text) is None
        fresh = True  # the line before was blank: a block begins
        lines = text.split("\n")
        index = 0
        while index < len(lines):
            start, index, block = index, index + 1, lines[index]
            while _goes_on(block) and index < len(lines) and not STOP.match(lines[index]):
                block += "\n" + lines[index]
                index += 1
            found.append(self._line(block, line + start, fresh))
            fresh = not block.strip()
        return "\n".join(found)

    def _line(self, text: str, line: int, fresh: bool) -> str:
        text = text if self._printable_all else self._printable(text, line)
        if "{:" in text and (block := BLOCK.fullmatch(text)):
            return self.token(Kind.BLOCK, block[1], self._place(text, line, 1, block.start(1)))
        if "[[" in text and VIEW_LINE.fullmatch(text):
            return (self.token(Kind.LINE, "", Place(self.file, line, 1)) if fresh else "") + text
        before, rest = _lead(text)
        stamp = (fresh or before.strip(" |")) and rest.strip(" |:-") and not RULE.fullmatch(text)
        mark = self.token(Kind.LINE, "", Place(self.file, line, 1)) if stamp else ""
        return before + mark + self.inline(rest, line, len(before) + 1)

    def _printable(self, text: str, line: int) -> str:
        """The text with a space for every character that cannot be printed."""
        for found in UNPRINTABLE.finditer(text):
            self.report.add("M-01", self._place(text, line, 1, found.start()),
                            f"the character U+{ord(found[0]):04X} cannot be printed", "delete it")
        return UNPRINTABLE.sub(" ", text)

    def inline(self, text: str, line: int, column: int) -> str:
        """One run of text with its marks replaced; it begins at `line`, `column`."""
        out, at = [], 0
        while at < len(text):
            found = TELLING.search(text, at)
            begin = found.start() if found else len(text)
            out.append(text[at:begin])
            at = begin
            if found:
                piece, at = self._piece(text, at, line, column)
                out.append(piece)
        return "".join(out)

    def _piece(self, text: str, at: int, line: int, column: int) -> tuple[str, int]:
        """What is printed for the text at `at`, and where the text goes on."""
        if text[at] == "\\":
            return text[at:at + 2], at + 2
        if text.startswith("^[", at):
            return self._bracket(text, at, 1, line, column, note=True)
        if text.startswith("![", at) and (end := _end_of_address(text, matching_bracket(text, at + 2) + 1)):
            return self.token(Kind.PICTURE, "", self._place(text, line, column, at)) + text[at:end], end
        if text[at] == "[":
            return self._bracket(text, at, 0, line, column, note=False)
        if bare := BARE_KEY.match(text, at):
            return self._bare(bare[0], self._place(text, line, column, at)), bare.end()
        if text[at] == "]" or text.startswith("{:", at):
            self._stray(text, at, self._place(text, line, column, at))
        return text[at], at + 1

    def _stray(self, text: str, at: int, place: Place) -> None:
        """Find what closes nothing or stands where it means nothing."""
        if text[at] == "]":
            self.report.add("M-02", place, "the bracket ] was never opened",
                            "delete it, or write \\] for the sign itself")
        else:
            self.report.add("M-10", place, f"the attributes “{_words(text[at:])}” stand in the text",
                            "write them on a line of their own below the block, from {: to }")

    def _bracket(self, text: str, at: int, lead: int, line: int, column: int, note: bool) -> tuple[str, int]:
        """The token for the bracket that opens at `at + lead`, and where the text goes on."""
        begin = at + lead + 1
        end = matching_bracket(text, begin)
        place = self._place(text, line, column, at)
        if end < 0:
            self.report.add("M-02", place, f"the bracket before “{_words(text[begin:])}” is never closed",
                            "close it with ] in the same paragraph")
            return text[at:begin], begin
        if self._depth == DEEPEST:
            self.report.add("M-02", place, f"brackets stand more than {DEEPEST} deep", "take some away")
            return text[at:end + 1], end + 1
        here = self._place(text, line, column, begin)
        if note:
            return self.token(Kind.NOTE, self._within(text[begin:end], here, in_note=True), place), end + 1
        if text.startswith("{", end + 1):
            return self._with_attributes(text, begin, end, here, self._place(text, line, column, end + 2))
        if VIEW_LINE.fullmatch(text, at, end + 1):
            self.report.add("M-07", place, f"“{text[at:end + 1]}” stands in the text",
                            "ask for a table or figure on a line of its own")
        return self._plain(text, begin, end, here, place)

    def _plain(self, text: str, begin: int, end: int, here: Place, place: Place) -> tuple[str, int]:
        """The link, citations or words between two brackets."""
        inner = text[begin:end]
        if link := LINK.match(text, end + 1):
            return self._span(inner, f'href="#{link[1]}"', here, place), link.end()
        if CITATION.search(inner):
            return self.token(Kind.CITES, inner, here), end + 1
        after = _end_of_address(text, end + 1) or end + 1
        return f"[{self._within(inner, here)}]{text[end + 1:after]}", after

    def _within(self, inner: str, here: Place, in_note: bool = False) -> str:
        """The text between two brackets, which begins at `here`."""
        outer, self._in_note, self._depth = self._in_note, self._in_note or in_note, self._depth + 1
        words = self.inline(inner, here.line, here.column)
        self._in_note, self._depth = outer, self._depth - 1
        return words

    def _with_attributes(self, text: str, begin: int, end: int, here: Place, place: Place) -> tuple[str, int]:
        """The span whose attributes follow its bracket."""
        attributes = ATTRIBUTES.match(text, end + 1)
        if not attributes:
            self.report.add("M-02", place, f"the brace after “{_words(text[begin:end])}” is never closed",
                            "close it with } in the same paragraph")
            return f"[{self._within(text[begin:end], here)}]", end + 1
        return self._span(text[begin:end], attributes[1], here, place), attributes.end()

    def _bare(self, key: str, place: Place) -> str:
        """A key in the running text of a note cites its source in place; elsewhere it needs its brackets."""
        if self._in_note:
            return self.token(Kind.CITES, key, place)
        self.report.add("M-09", place, f"“{key}” stands outside brackets",
                        f"write [{key}] for a note, or \\@ for the sign itself")
        return key

    def _span(self, inner: str, attributes: str, here: Place, place: Place) -> str:
        opening = self.token(Kind.SPAN, attributes, place)
        return opening + self._within(inner, here) + self.token(Kind.SPAN_END, "", place)

    def _place(self, text: str, line: int, column: int, offset: int) -> Place:
        """Where a character of a run stands, when the run begins at `line`, `column`."""
        return place_in(text, offset, Place(self.file, line, column))


def place_in(text: str, offset: int, begin: Place) -> Place:
    """Where a character of a text stands that begins at `begin`; its later lines begin at column 1."""
    before = text[:offset]
    if "\n" in before:
        return Place(begin.file, begin.line + before.count("\n"), offset - before.rindex("\n"))
    return Place(begin.file, begin.line, begin.column + offset)


def matching_bracket(text: str, begin: int) -> int:
    """The offset of the bracket that closes the one before `begin`; -1 when none does."""
    depth = 1
    for found in BRACKETS.finditer(text, begin):
        depth += {"[": 1, "]": -1}.get(found[0], 0)
        if not depth:
            return found.start()
    return -1


def _goes_on(text: str) -> bool:
    """Whether a bracket or the attributes of a mark are still open at the end of a line."""
    bare = re.sub(r"\\.", "", text) if "\\" in text else text
    return bare.count("[") > bare.count("]") or ("{" in bare and UNFINISHED.search(bare) is not None)


def _lead(text: str) -> tuple[str, str]:
    """What makes a line a heading, item, extract or row, and the words after it."""
    lead = LEAD.match(text)
    assert lead is not None  # it matches nothing at all, too
    end = lead.end() + text.startswith("|", lead.end())
    return text[:end], text[end:]


def _end_of_address(text: str, at: int) -> int:
    """The end of the address in parentheses that begins at `at`; 0 when there is none."""
    address = ADDRESS.match(text, at) if at else None
    return address.end() if address else 0


def _words(text: str) -> str:
    """The first words of a text, for a message."""
    return " ".join(text.split()[:4])


ATTRIBUTE = re.compile(
    r"""\s*(?:(?P<name>[\w-]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))|#(?P<id>[\w.:-]+)|\.(?P<class>[\w-]+))""")


def attributes(mark: Mark, known: frozenset[str], report: Report) -> dict[str, str]:
    """The attributes of a span or block mark; unknown, doubled and malformed ones are findings."""
    found: dict[str, str] = {}
    at = 0
    while rest := mark.text[at:].strip():
        match = ATTRIBUTE.match(mark.text, at)
        place = place_in(mark.text, len(mark.text) - len(mark.text[at:].lstrip()), mark.place)
        if not match:
            report.add("M-03", place, f"“{rest}” is not an attribute", 'write name="value", #id or .class')
            break
        name = match["name"] or ("id" if match["id"] else "class")
        words = match.group("quoted", "bare", "id", "class")
        value = " ".join(next(part for part in words if part is not None).split())
        if name not in known:
            report.add("M-04", place, f"there is no attribute “{name}”",
                       did_you_mean(name, known) or f"known: {', '.join(sorted(known))}")
        elif name in found and name != "class":
            report.add("M-11", place, f"“{name}” is given twice", "keep one of them")
        found[name] = f"{found[name]} {value}" if name == "class" and name in found else value
        at = match.end()
    return found
