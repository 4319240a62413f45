"""Editions: what editions there are, and the file of the next one."""

import re
import uuid
from dataclasses import dataclass
from pathlib import Path

from press.findings import Report
from press.load.book import load_edition
from press.load.editions import closed, editions, manifest_file
from press.model.book import Edition
from press.model.date_words import printed
from press.model.dates import UncertainDate
from press.model.ordinals import in_figures, in_words
from press.workshop.logbook import Hindrance

NOT_HANDED_ON = frozenset({"corrections", "withdrawals", "isbns", "history", "previous"})
TOP = re.compile(r"^(?=[a-z][\w-]*:)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Listed:
    """An edition in the list: `state` is open or recorded."""

    id: str
    statement: str
    date: str
    state: str
    formats: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.id}  {self.statement}, {self.date}, {self.state}: {', '.join(self.formats)}"


def listed(content: Path, report: Report) -> list[Listed]:
    """Every edition, oldest first."""
    found = []
    for name in editions(content):
        read = load_edition(content, name, report)
        if read:
            record = closed(content, name, report)
            state = f"recorded at {record.commit[:12]}" if record else "open"
            found.append(Listed(name, read.statement, printed(UncertainDate.parse(read.date)), state,
                                record.formats if record else read.formats))
    return found


def open_next(content: Path, report: Report) -> Path | None:
    """Write the file of the edition after the last, which has been recorded."""
    known = editions(content)
    last = load_edition(content, "", report)
    if last is None:
        return None
    if not manifest_file(content, last.id).exists():
        raise Hindrance(f"the edition {last.id} is open: record it first: build.py edition record {last.id}")
    number = re.match(r"\d+", last.id)
    if not number or last.id != in_figures(int(number[0])):
        raise Hindrance(f"after {last.id} nobody can count on: write the file of the next edition by hand")
    name = in_figures(int(number[0]) + 1)
    if name in known:
        raise Hindrance(f"the edition {name} is there already")
    file = content / "editions" / f"{name}.yaml"
    text = (content / "editions" / f"{last.id}.yaml").read_text(encoding="utf-8")
    file.write_text(_next(text, last, name, int(number[0])), encoding="utf-8")
    return file


def _next(text: str, last: Edition, name: str, number: int) -> str:
    """The text of the next edition's file: the last one's, but for what belongs to that alone."""
    words = {"id": name, "statement": _counted(last.statement, number), "identifier": _identifier(last, name)}
    opening, *blocks = TOP.split(re.sub(r"\r\n?", "\n", text))
    kept = "".join(_block(block, words) for block in blocks if _key(block) not in NOT_HANDED_ON)
    day = printed(UncertainDate.parse(last.date))
    return (f"{_counted(opening, number)}{kept.rstrip()}\nprevious: {last.id}\n"
            f"history:\n  - {last.statement}, {day}.\ncorrections: []\nwithdrawals: []\n")


def _block(block: str, words: dict[str, str]) -> str:
    key = _key(block)
    return f"{key}: {words[key]}\n" if key in words else block


def _key(block: str) -> str:
    return block.partition(":")[0]


def _counted(text: str, number: int) -> str:
    """A text with the words for a number counted on by one."""
    for word in (in_words, lambda of: in_words(of).lower(), in_figures):
        text = re.sub(rf"\b{word(number)}\b", word(number + 1), text)
    return text


def _identifier(last: Edition, name: str) -> str:
    """An identifier that follows from the last one's and is that of no other."""
    if last.identifier.startswith("urn:uuid:"):
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{last.identifier}#{name}')}"
    return f"{last.identifier}#{name}"
