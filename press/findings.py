"""Findings: everything the press has to tell an author, and where.

No stage prints, logs or raises on the author's mistakes.  It adds a `Finding`
to the `Report` it was given and goes on, so one run shows every mistake.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum

_PLACE = re.compile(r"(.*?)(?::(\d+))?(?::(\d+))?", re.DOTALL)


class Severity(StrEnum):
    """Whether a finding stops the printing or asks for an editor's eye."""

    ERROR = "error"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a source file; line and column count from 1, 0 when unknown."""

    file: str
    line: int = 0
    column: int = 0

    @classmethod
    def read(cls, written: str) -> "Place":
        """The place that `str` wrote."""
        file, line, column = _PLACE.fullmatch(written).groups()  # type: ignore[union-attr]  # it matches any text
        return cls(file, int(line or 0), int(column or 0))

    def __str__(self) -> str:
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule broken at one place, and what to do about it."""

    rule: str
    place: Place
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        hint = f"\n    hint: {self.hint}" if self.hint else ""
        return f"{self.place}: {self.rule} {self.message}{hint}"


@dataclass(slots=True)
class Report:
    """The findings of one run, in the order in which they were made."""

    findings: list[Finding] = field(default_factory=list)
    entered: set[Finding] = field(default_factory=set, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.entered = set(self.findings)

    def add(self, rule: str, place: Place, message: str, hint: str = "",
            severity: Severity = Severity.ERROR) -> None:
        """Enter a finding, once."""
        self.enter(Finding(rule, place, message, hint, severity))

    def enter(self, finding: Finding) -> None:
        """Enter a finding that is already made, once."""
        if finding not in self.entered:
            self.entered.add(finding)
            self.findings.append(finding)

    @property
    def errors(self) -> list[Finding]:
        """The findings that stop the printing, sorted by place."""
        return [f for f in self.sorted() if f.severity is Severity.ERROR]

    def sorted(self) -> list[Finding]:
        """Every finding by file, line and column."""
        return sorted(self.findings, key=lambda f: (f.place, f.rule, f.message))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to `word`, or nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean “{near[0]}”?" if near else ""
