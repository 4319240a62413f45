"""Lettering: how wide the labels of a drawing run, and where they are broken.

A drawing is made before any font is opened, so the advance widths of Label
(Source Sans 3, thousandths of an em) stand here; a test holds them against the
font.  Titles within a label are marked as in text: `*Time* on the figures`.
"""

import re
import unicodedata
from dataclasses import dataclass

_ADVANCES = {
    200: " ", 241: "|", 246: "iı", 247: "j", 249: "',.:;‘’", 255: "l", 263: "I", 289: "!", 292: "f",
    303: "()[]{}", 311: "-", 338: "t", 347: "r", 350: "/\\", 419: "s", 425: "?z", 426: '"“”', 429: "«»",
    446: "x", 454: "†", 456: "c", 467: "vy", 476: "Y", 480: "J–", 486: "L", 494: "F", 495: "k", 496: "eəẹ",
    497: "#$+0123456789<=>−×", 500: "_", 504: "ag", 513: "X", 515: "V", 527: "E", 534: "S", 536: "T",
    539: "Z", 542: "o", 544: "Ahu", 547: "n", 553: "b", 555: "dpq", 566: "P", 569: "R", 571: "C", 576: "ß",
    579: "K", 588: "B", 609: "&", 615: "D", 617: "G", 645: "U", 647: "N", 648: "Ə", 652: "H", 664: "OQ",
    719: "w", 727: "M", 778: "æ", 786: "W", 800: "—", 822: "Æ", 824: "%", 829: "m", 948: "…",
}
ADVANCE = {character: advance for advance, characters in _ADVANCES.items() for character in characters}
WIDE = 850


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a label, upright or italic."""

    text: str
    italic: bool = False


Line = tuple[Word, ...]


def words(label: str) -> Line:
    """The words of a label; those between asterisks are italic."""
    found: list[Word] = []
    for at, stretch in enumerate(label.split("*")):
        if found and stretch[:1] == " ":
            found[-1] = Word(f"{found[-1].text} ", found[-1].italic)
        found += [Word(text, italic=at % 2 == 1) for text in re.findall(r"\S+\s*", stretch)]
    return tuple(found)


def plain(label: str) -> str:
    """A label without its marks."""
    return label.replace("*", "")


def width(text: str, size: float) -> float:
    """The length of a line of Label; a character that is not listed counts as a wide one."""
    return size / 1000 * sum(ADVANCE.get(base, WIDE) for base in map(_base, text))


def broken(label: str, size: float, limit: float) -> tuple[Line, ...]:
    """The lines of a label, none longer than `limit` unless it is a single word."""
    lines: list[list[Word]] = [[]]
    for joined in _joined(words(label)):
        before = "".join(earlier.text for earlier in lines[-1])
        if before and width((before + "".join(word.text for word in joined)).rstrip(), size) > limit:
            lines.append([])
        lines[-1] += joined
    return tuple(tuple(line) for line in lines)


def _joined(line: Line) -> list[list[Word]]:
    """The words between spaces; one may be upright and italic in turn."""
    found: list[list[Word]] = []
    for word in line:
        if found and not found[-1][-1].text.endswith(" "):
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _base(character: str) -> str:
    """The letter below an accent: both advance alike."""
    return unicodedata.normalize("NFD", character)[0] if character not in ADVANCE else character
