"""Excuses: faults of the galley that the editors have looked at and let stand, each with its reason.

They are kept in the book's own `exceptions.yaml`; an excuse that no page needs any
more is itself a finding, so that the list stays true.
"""

from collections.abc import Iterable

from press.findings import Report, Severity
from press.model.records import Excuse


class Excuses:
    """The excuses of a format's pages, and which of them were needed."""

    def __init__(self, excuses: Iterable[Excuse]) -> None:
        self.given = {(str(excuse.rule), excuse.passage): excuse for excuse in excuses}
        self.needed: set[tuple[str, str]] = set()

    def excused(self, rule: str, passage: str, section: str) -> bool:
        """Whether a fault is let stand, at its passage or in all of its section."""
        key = next((key for key in ((rule, passage), (rule, section)) if key in self.given), None)
        if key:
            self.needed.add(key)
        return key is not None

    def prove(self, report: Report) -> None:
        """Tell of every excuse that nothing needed."""
        for (rule, passage), excuse in self.given.items():
            if (rule, passage) not in self.needed:
                report.add("Q-11", excuse.place, f"nothing is left to excuse: “{passage}” keeps {rule} everywhere",
                           "take the excuse out of content/exceptions.yaml", Severity.REVIEW)
