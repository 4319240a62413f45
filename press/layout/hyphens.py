"""Hyphens: a dictionary of hyphenation is read pattern by pattern, as words ask for them.

A dictionary has some ten thousand patterns, of which a section asks a thousand; Pyphen
parses all of them first, which takes as long as three pages (a German dictionary half a
second).  Here a pattern is found by its letters and read when a word has them.
"""

import re
from pathlib import Path
from typing import Any

import pyphen

HYPHENATOR = "0.18.1"
DIGITS = b"0123456789"
OTHER_DIGITS = re.compile(r"[^\D0-9]")
ODD = re.compile(r"/|\^\^|0")  # what is more than letters and places between them

_Dictionary = pyphen.HyphDict


def install() -> bool:
    """Put the wrapper in place; False under a version of Pyphen it was not written for."""
    if pyphen.VERSION != HYPHENATOR:
        return False
    pyphen.HyphDict = Dictionary
    return True


class Dictionary(pyphen.HyphDict):  # type: ignore[misc]
    """The patterns of a language, each as it is written until a word asks for it."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            encoding = file.readline().decode()
        text = path.read_text("cp1251" if encoding.lower() == "microsoft-cp1251" else encoding)
        if OTHER_DIGITS.search(text):
            super().__init__(path)
            return
        self.patterns: dict[str, Any] = {}
        letters = text.encode().translate(None, DIGITS).decode()
        for tag, line in zip(letters.split("\n")[1:], text.split("\n")[1:], strict=True):
            if tag == line or line.startswith(pyphen.ignored):  # nothing is divided, or no pattern
                continue
            if ODD.search(line) or line != line.strip():
                self._read_at_once(line.strip())
            else:
                self.patterns[tag] = line
        self.cache: dict[str, list[Any]] = {}
        self.maxlen = max(map(len, self.patterns))

    def positions(self, word: str) -> list[Any]:
        """The places in a word where it may be divided, as Pyphen finds them."""
        word = word.lower()
        points = self.cache.get(word)
        if points is None:
            pointed = f".{word}."
            references: list[Any] = [0] * (len(pointed) + 1)
            for start in range(len(pointed) - 1):
                for end in range(start + 1, min(start + self.maxlen, len(pointed)) + 1):
                    pattern = self.patterns.get(pointed[start:end])
                    if pattern is None:
                        continue
                    if type(pattern) is str:
                        pattern = self.patterns[pointed[start:end]] = _values(pattern, int)[1]
                    place = slice(start + pattern[0], start + pattern[0] + len(pattern[1]))
                    references[place] = map(max, pattern[1], references[place])
            self.cache[word] = points = [
                pyphen.DataInt(at - 1, reference=reference) for at, reference in enumerate(references) if reference % 2]
        return points

    def _read_at_once(self, line: str) -> None:
        """Read a pattern that spells letters by their numbers, changes them where it divides, or has noughts."""
        line = pyphen.parse_hex(lambda found: chr(int(found.group(1), 16)), line)
        factory: Any = int
        if "/" in line and "=" in line:
            line, alternative = line.split("/", 1)
            factory = pyphen.AlternativeParser(line, alternative)
        tag, values = _values(line, factory)
        if values:
            self.patterns[tag] = values


def _values(pattern: str, factory: Any) -> tuple[str, Any]:
    """The letters of a pattern, from which of them on it has values, and these; none where nothing is divided."""
    letters, values = zip(*[(letter, factory(value or "0")) for value, letter in pyphen.parse(pattern)], strict=True)
    kept = [at for at, value in enumerate(values) if value]
    return "".join(letters), (kept[0], values[kept[0]:kept[-1] + 1]) if kept else None
