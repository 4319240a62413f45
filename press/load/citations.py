"""Citations: Pandoc's citation syntax, read with line and column.

    see @hrw-1994, p. 6, and note 3; @memorial-1992; also @{key:with odd.}, pp. 19–24

A group holds citations with semicolons between them; a citation is a prefix, the
key of a source after `@`, a locator and a suffix.  What follows the key is parted so:

- numbers, each with or without a label that Pandoc knows (`p.`, `paras`, `§` …), are
  the locator as far as they go: `pp. 19–24, 30 and elsewhere` → `pp. 19–24, 30`;
- other words after a comma are the locator up to the next comma before a word in
  small letters: `Opening section, with a table` → `Opening section`; but more than
  five words, or words that begin with `and`, `which` …, are a suffix;
- braces settle it: `@key, {the whole of part two, after the map}`, `@key{}, a draft`;
- the rest is the suffix, kept with its comma where it has one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from press.findings import Place, Report
from press.model.section import Citation

SUFFIX_BEGINS = frozenset({
    "and", "or", "but", "also", "which", "who", "whose", "where", "when", "as", "with", "see", "quoting"})
LONGEST_FREE_LOCATOR = 5

_PLAIN_KEY = re.compile(r"\w(?:[:.#$%&+?<>~/-]?\w)*")
_KEY = re.compile(rf"(?<![\w@])@(?:\{{([^{{}}]*)\}}|({_PLAIN_KEY.pattern}))")
_LABEL = (
    r"(?:§§?|¶¶?|(?:"
    r"pp?\.|pages?|paras?\.?|paragraphs?|ch\.|chaps?\.|chapters?|sec[st]?\.|sections?|"
    r"nn?\.|fn\.|notes?|footnotes?|fols?\.|folios?|vols?\.|volumes?|nos?\.|numbers?|cols?\.|columns?|"
    r"figs?\.|figures?|arts?\.|articles?|bks?\.|books?|pts?\.|parts?|ll?\.|lines?|vv?\.|verses?|"
    r"opp?\.|tables?|apps?\.|appendix|appendices|annex|annexes|s\.vv?\.)(?!\w))")
_DIGITS = r"(?:[\w./:–-]*\d(?:,\d{3}(?!\d))*(?:[\w–-]*\w)?)(?!\w)"
_ROMAN = r"(?=[ivxlcdm])m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})"
_NUMBER = rf"(?:{_DIGITS}|{_ROMAN}(?:[–-]{_ROMAN})?(?!\w))"
_NUMBERS = re.compile(
    rf"(?:{_LABEL}\s?{_NUMBER}|{_DIGITS})"
    rf"(?:(?:, | and | & | ){_LABEL}\s?{_NUMBER}|(?:, | and | & ){_NUMBER})*", re.IGNORECASE)
_TURN = re.compile(rf", (?!{_LABEL}|{_NUMBER})(?=[a-z])")
_BRACES = re.compile(r",? ?\{([^{}]*)\}")
_STOP = re.compile(r",|[.:!?)](?:\s|$)")


def parse_group(text: str, place: Place, report: Report) -> tuple[Citation, ...]:
    """The citations of a group; `text` stands between its brackets, its first character at `place`."""
    group = _Group(text, place, report)
    group.check_brackets()
    if not text.strip():
        group.find("C-01", 0, "the brackets hold no citation",
                   "name a source as @key, or delete the brackets")
        return ()
    return tuple(citation for begin, item in group.items() if (citation := group.citation(begin, item)))


def written(citations: Iterable[Citation]) -> str:
    """A group as an editor writes it; read again, it gives the same citations."""
    return "; ".join(_written(citation) for citation in citations)


@dataclass(frozen=True, slots=True)
class _Group:
    """The text of a group, its place, and where its mistakes are entered."""

    text: str
    place: Place
    report: Report

    def find(self, rule: str, offset: int, message: str, hint: str) -> None:
        """Enter a finding about the character at `offset`."""
        self.report.add(rule, self.at(offset), message, hint)

    def at(self, offset: int) -> Place:
        """The place of the character at `offset`; lines after the first begin at column 1."""
        before = self.text[:offset]
        line = self.place.line + before.count("\n")
        column = offset - before.rfind("\n") if "\n" in before else self.place.column + offset
        return Place(self.place.file, line, column)

    def check_brackets(self) -> None:
        """Find the first bracket or brace that has no partner."""
        opened: list[int] = []
        for offset, character in enumerate(self.text):
            if character in "[{":
                opened.append(offset)
            elif character in "]}" and (
                    not opened or self.text[opened.pop()] + character not in ("[]", "{}")):
                self._unbalanced(offset)
                return
        if opened:
            self._unbalanced(opened[-1])

    def _unbalanced(self, offset: int) -> None:
        self.find("C-02", offset, f"“{self.text[offset]}” has no partner",
                  "open and close every bracket once")

    def items(self) -> Iterator[tuple[int, str]]:
        """The parts between semicolons, with their offsets; a semicolon in brackets parts nothing."""
        begin = depth = 0
        for offset, character in enumerate(self.text + ";"):
            depth += (character in "[{") - (character in "]}" and depth > 0)
            if offset == len(self.text) or (character == ";" and not depth):
                yield begin, self.text[begin:offset]
                begin = offset + 1

    def citation(self, begin: int, item: str) -> Citation | None:
        """The citation that `item` writes, or nothing where it names no source."""
        if not item.strip():
            self.find("C-03", begin, "a semicolon has no citation on one side", "delete the semicolon")
            return None
        named = _KEY.search(item)
        key = " ".join((named[1] or named[2] or "").split()) if named else ""
        if not named or not key:
            offset = begin + len(item) - len(item.lstrip())
            self.find("C-04", offset, f"no source is named in “{_line(item)}”",
                      "name it as @key, or write these words outside the brackets")
            return None
        self._check(begin, item, named)
        prefix = _line(item[:named.start()].removesuffix("-"))
        locator, suffix = _parted(re.sub(r",(\s*,)+", ",", item[named.end():]))
        return Citation(key, prefix, locator, suffix, self.at(begin + named.start()))

    def _check(self, begin: int, item: str, named: re.Match[str]) -> None:
        """Enter the mistakes of a citation that can be read none the less."""
        if item[:named.start()].endswith("-"):
            self.find("C-05", begin + named.start() - 1, f"“-{named[0]}” asks for a note without the author",
                      f"write {named[0]}; the forms of notes are the same all through the book")
        if second := re.search(r"@[^\s,;]*", item[named.end():]):
            self.find("C-06", begin + named.end() + second.start(),
                      f"“{second[0]}” follows “{named[0]}” without a semicolon",
                      "put a semicolon between two sources")
        if doubled := re.search(r",\s*,", item[named.end():]):
            self.find("C-07", begin + named.end() + doubled.start(), "two commas stand together",
                      "delete one")
        elif item.rstrip().endswith(","):
            self.find("C-08", begin + len(item.rstrip()) - 1, "nothing follows the comma",
                      "delete it, or add the locator")


def _line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def _parted(rest: str) -> tuple[str, str]:
    """The locator and the suffix in what follows a key."""
    spaced, rest = rest[:1].isspace(), _line(rest).removesuffix(",").rstrip()
    if braces := _BRACES.match(rest):
        return braces[1].strip(), rest[braces.end():].strip()
    if not rest.startswith(","):
        numbers = _NUMBERS.match(rest) if spaced and re.match(_LABEL, rest) else None
        return (numbers[0], rest[numbers.end():].strip()) if numbers else ("", rest)
    words = rest[1:].strip()
    if (numbers := _NUMBERS.match(words)) and not words[numbers.end():numbers.end() + 1].strip(" ,.;:)!?"):
        return numbers[0], words[numbers.end():].strip()
    turn = _TURN.search(words)
    free = words[:turn.start()] if turn else words
    if len(free.split()) > LONGEST_FREE_LOCATOR or free.split(" ")[0] in SUFFIX_BEGINS:
        return "", f", {words}"
    return free, words[len(free):]


def _written(citation: Citation) -> str:
    """One citation as an editor writes it, with braces where the words alone would be misread."""
    key = f"@{citation.key}" if _PLAIN_KEY.fullmatch(citation.key) else f"@{{{citation.key}}}"
    suffix = ("" if not citation.suffix or _STOP.match(citation.suffix) else " ") + citation.suffix
    rest = (f", {citation.locator}" if citation.locator else "") + suffix
    if _parted(rest) != (citation.locator, citation.suffix):
        rest = f", {{{citation.locator}}}{suffix}"
    return (f"{citation.prefix} " if citation.prefix else "") + key + rest
