"""Fair copy: the text of a section, its tree made when somebody reads it, and what was seen in it before.

After an edit nearly all sections are what they were, and what others ask of them, their names, letters and
notes, was seen in another run: it is remembered under the name of all that the tree is made from.
"""

from collections.abc import Callable
from typing import Any, TypeVar
from xml.etree.ElementTree import Element

from press.findings import Report
from press.model.memory import FORGETFUL, Memory

Seen = TypeVar("Seen")
"""What JSON can write, with lists for tuples."""


class FairCopy:
    """The text of a section: its `tree`, or what makes it.

    `name` is that of all that it is made from, where that is known.
    """

    def __init__(self, tree: Element | Callable[[], Element], name: str = "", memory: Memory = FORGETFUL) -> None:
        self._tree = tree
        self.name = name
        self.memory = memory

    @property
    def tree(self) -> Element:
        """The tree, made once."""
        if not isinstance(self._tree, Element):
            self._tree = self._tree()
        return self._tree

    def seen(self, sort: str, look: Callable[[], Seen], given: str = "") -> Seen:
        """What a look of some sort sees in the text, remembered: it depends on that and on what is `given` alone."""
        before: tuple[Seen] | None = self._noted(sort, given)
        return before[0] if before else self._note(sort, given, look())

    def sound(self, sort: str, look: Callable[[Report], Seen], report: Report, given: str = "") -> Seen:
        """The same where there may be findings: a text of which something is to be told is looked at every time."""
        before: tuple[Seen] | None = self._noted(sort, given)
        if before:
            return before[0]
        own = Report()
        said = look(own)
        for finding in own.findings:
            report.enter(finding)
        return said if own.findings else self._note(sort, given, said)

    def _noted(self, sort: str, given: str) -> tuple[Any] | None:
        """What was seen before, if anything."""
        under, said = self.memory.noted(self.name).get(sort, (None, None)) if self.name else (None, None)
        return (said,) if under == given else None

    def _note(self, sort: str, given: str, said: Seen) -> Seen:
        if self.name:
            self.memory.note(self.name, sort, [given, said])
        return said
