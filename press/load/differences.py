"""Differences: what pydantic says about a record, in the words of an editor and at the exact place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from pydantic_core import ErrorDetails

from press.findings import Place, Report, did_you_mean
from press.load import nodes
from press.model.edtf import EdtfError

EXPECTED = {
    "string_type": "text", "tuple_type": "a list", "list_type": "a list", "model_type": "a record",
    "model_attributes_type": "a record", "dict_type": "a mapping",
}
HOW = {
    "text": "write one value, without brackets", "a single value": "write one value, without brackets",
    "a list": "write [one, two], or lines that begin with a hyphen",
    "a record": "write keys and values below it", "a mapping": "write keys and values below it",
}
DATES = "write 1992, 1992-02 or 1992-02-26; ~ is about, ? uncertain, a slash makes a range"

# What the press's own types refuse, by the name that they give it.
OWN = {
    "isbn": ("D-10", "an ISBN", "copy it from the list of the agency; each format of each edition has its own"),
    "reference": ("D-11", "a passage or record", "write §4.12, or a kind and an id, as claim c031"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a record differs from its model."""

    key: str
    node: nodes.Node
    kind: str
    reason: Exception | None
    words: tuple[str, ...]
    fallback: str

    @classmethod
    def of(cls, record: nodes.Mapping, detail: ErrorDetails) -> Self:
        """The difference that an error of pydantic tells."""
        names = [part for part in detail["loc"] if isinstance(part, str)]
        context = detail.get("ctx", {})
        reason = context.get("error")
        return cls(names[-1] if names else "", _node_at(record, detail["loc"]), detail["type"],
                   reason if isinstance(reason, Exception) else None,
                   tuple(re.findall(r"'([^']*)'", str(context.get("expected", "")))), detail["msg"])

    def tell(self, report: Report) -> None:
        """Add the finding."""
        rule, message, hint = self._finding()
        report.add(rule, self._place(), message, hint)

    def _finding(self) -> tuple[str, str, str]:
        """Rule, message and hint."""
        if self.kind == "missing":
            return "D-02", f"“{self.key}” is missing", f"add a line that begins with “{self.key}:”"
        if self._is_empty:
            return "D-08", f"“{self.key}” has no value", "give it one, or leave the key out"
        if isinstance(self.reason, EdtfError):
            return "D-05", f"“{self._text}” is not a date: {self.reason}", DATES
        if self.kind == "enum":
            return ("D-04", f"“{self._text}” is not a word for “{self.key}”",
                    did_you_mean(self._text, self.words) or f"known: {', '.join(self.words)}")
        if self.kind == "string_pattern_mismatch":
            return "D-07", f"“{self._text}” is not an id", "write small letters, figures and single hyphens"
        return self._finding_of_type()

    def _finding_of_type(self) -> tuple[str, str, str]:
        """The finding of a value that is of the wrong sort."""
        if self.kind in EXPECTED or not isinstance(self.node, nodes.Scalar):
            expected = EXPECTED.get(self.kind, "a single value")
            return "D-03", f"“{self.key}” is {_sort(self.node)} where {expected} is expected", HOW[expected]
        if self.kind.startswith("int_"):
            return "D-06", f"“{self._text}” is not a whole number", "write figures alone, as in 1275"
        if self.kind.startswith("float_"):
            return "D-06", f"“{self._text}” is not a number", "write figures, with a point before decimals"
        if self.kind.startswith("bool_"):
            return "D-06", f"“{self._text}” is neither true nor false", "write true or false"
        if self.kind in OWN:
            rule, what, hint = OWN[self.kind]
            return rule, f"“{self._text}” is not {what}: {self.fallback}", hint
        said = self.fallback.replace("Input should be", "is not", 1)
        return "D-06", f"“{self._text}” {said}", "write a number within these bounds"

    def _place(self) -> Place:
        """The value; of a date, the character at which it stops being one."""
        if isinstance(self.reason, EdtfError) and isinstance(self.node, nodes.Scalar) and not self._is_empty:
            return self.node.at(self.reason.offset)
        return self.node.place

    @property
    def _text(self) -> str:
        return self.node.text if isinstance(self.node, nodes.Scalar) else ""

    @property
    def _is_empty(self) -> bool:
        match self.node:
            case nodes.Scalar():
                return self.node.is_null or not self.node.text
            case nodes.Sequence():
                return not self.node.items
            case nodes.Mapping():
                return not self.node.pairs


def _sort(node: nodes.Node) -> str:
    """What a node is, in a word."""
    match node:
        case nodes.Scalar():
            return "text"
        case nodes.Sequence():
            return "a list"
        case nodes.Mapping():
            return "a mapping"


def _node_at(record: nodes.Mapping, path: Sequence[str | int]) -> nodes.Node:
    """The node at the end of a path of pydantic's, or the last one on the way that there is.

    A mapping that the model keeps as pairs is walked by the number of the pair,
    then 0 for the key or 1 for the value.
    """
    node: nodes.Node = record
    steps = list(path)
    while steps:
        step = steps.pop(0)
        match node:
            case nodes.Mapping() if isinstance(step, int):
                node = node.pairs[step][1 if not steps or steps.pop(0) else 0]
            case nodes.Mapping() if found := node.get(str(step)):
                node = found
            case nodes.Sequence() if isinstance(step, int):
                node = node.items[step]
            case _:
                break
    return node
