"""Nodes: a YAML text as a tree in which every value keeps its place.

Every scalar is the text that the editor typed: `no` is a word, `1992-02` no sum
and `1.10` no number.  Only `null`, `~` and nothing at all, unquoted, are no value.
Anchors, aliases and tags are findings, since records are written out.  The tree
is built from the events of the parser, not by PyYAML's `compose()`, which hides
aliases and crashes the interpreter on a text that is nested too deeply.
"""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from press.findings import Place, Report

DEEPEST = 16
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
TAB_HINT = "use spaces to indent, not tabs"
COLON_HINT = "put a value with a colon in it between quotation marks"
QUOTE_HINT = "put a value that begins with this sign between quotation marks"

_PARSER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value that is text; `plain` when it is written without quotation marks."""

    text: str
    place: Place
    plain: bool = True

    @property
    def is_null(self) -> bool:
        """Whether it says that there is no value."""
        return self.plain and self.text in NULLS

    def at(self, offset: int) -> Place:
        """The place of one character of a text that stands on one line."""
        return Place(self.place.file, self.place.line, self.place.column + offset + (not self.plain))


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values in the order of the text, each key once."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        """The value under a key."""
        return next((value for name, value in self.pairs if name.text == key), None)


Node = Scalar | Sequence | Mapping


def read_yaml(text: str, file: str, report: Report, first_line: int = 1) -> Node | None:
    """The tree of a text that begins on `first_line` of a file; None when there is none to be had."""
    source = _Source(text, file, first_line)
    try:
        tree = _Tree(source, report).grow(yaml.parse(text, Loader=_PARSER))
    except _UnreadableError:
        return None
    except yaml.YAMLError as error:
        _tell_syntax(error, source, report)
        return None
    if tree is None:
        report.add("Y-03", Place(file), "nothing is written here", "write the records, or `[]` for none")
    return tree


class _UnreadableError(Exception):
    """The text was given up after a finding."""


class _Source:
    """The text with the beginnings of its lines as an editor's program counts them."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.text = text
        self.file = file
        self.first_line = first_line
        self.starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]

    def place(self, mark: "yaml.Mark | yaml._yaml.Mark | None") -> Place:
        """The place of a parser's mark."""
        assert mark is not None  # every event of a text has one
        return self.place_at(mark.index)

    def place_at(self, index: int) -> Place:
        """The place of a character."""
        line = bisect.bisect_right(self.starts, index) - 1
        return Place(self.file, self.first_line + line, index - self.starts[line] + 1)


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been met."""

    place: Place
    is_mapping: bool
    children: list[Node] = field(default_factory=list)


class _Tree:
    """Grows the tree out of the parser's events."""

    def __init__(self, source: _Source, report: Report) -> None:
        self.source = source
        self.report = report
        self.open: list[_Open] = []
        self.root: Node | None = None

    def grow(self, events: Iterator[yaml.Event]) -> Node | None:
        """The whole tree; None for a text without a value."""
        for event in events:
            place = self.source.place(event.start_mark)
            match event:
                case yaml.DocumentStartEvent() if self.root is not None:
                    self._give_up(place, "a second document begins here", "delete the line `---`")
                case yaml.AliasEvent():
                    self._add(Scalar(f"*{event.anchor}", place))
                    self._refuse_anchor(place, f"*{event.anchor}")
                case yaml.ScalarEvent():
                    self._check_event(event, place)
                    self._add(Scalar(event.value, place, plain=not event.style))
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    self._check_event(event, place)
                    self._begin(_Open(place, isinstance(event, yaml.MappingStartEvent)))
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self._end()
        return None if isinstance(self.root, Scalar) and self.root.is_null else self.root

    def _begin(self, node: _Open) -> None:
        if len(self.open) == DEEPEST:
            self._give_up(node.place, f"this is nested more than {DEEPEST} deep", "records are flat lists")
        self.open.append(node)

    def _end(self) -> None:
        node = self.open.pop()
        items = node.children
        if not node.is_mapping:
            self._add(Sequence(tuple(items), node.place))
        else:
            self._add(Mapping(tuple(self._pairs(items[::2], items[1::2])), node.place))

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node

    def _pairs(self, keys: list[Node], values: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        """The pairs whose keys are text and new; the rest are findings."""
        met: dict[str, Place] = {}
        for key, value in zip(keys, values, strict=True):
            if not isinstance(key, Scalar):
                self.report.add("Y-08", key.place, "this key is no text", "write a word and a colon")
            elif key.text in met:
                self.report.add("Y-05", key.place, f"“{key.text}” is given twice",
                                f"the first stands at {met[key.text]}; keep one of them")
            else:
                met[key.text] = key.place
                yield key, value

    def _check_event(self, event: yaml.NodeEvent, place: Place) -> None:
        tag = getattr(event, "tag", None)
        if event.anchor is not None:
            self._refuse_anchor(place, f"&{event.anchor}")
        if tag is not None:
            self.report.add("Y-07", place, f"the value has the tag “{tag}”", "delete it: every value is text")

    def _refuse_anchor(self, place: Place, written: str) -> None:
        self.report.add("Y-06", place, f"“{written}” stands for a value written elsewhere",
                        "write the value out; text that begins with * or & needs quotation marks")

    def _give_up(self, place: Place, message: str, hint: str) -> None:
        self.report.add("Y-04", place, message, hint)
        raise _UnreadableError


def _tell_syntax(error: yaml.YAMLError, source: _Source, report: Report) -> None:
    """The finding of a text that is not YAML."""
    if isinstance(error, yaml.reader.ReaderError):
        character = error.character if isinstance(error.character, int) else ord(error.character[:1])
        report.add("Y-04", source.place_at(max(source.text.find(chr(character)), 0)),
                   f"the control character U+{character:04X} stands here", "delete it; it cannot be printed")
    elif isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        report.add("Y-04", source.place(error.problem_mark), f"this is not YAML: {error.problem}",
                   _syntax_hint(error, source))
    else:
        report.add("Y-04", Place(source.file), f"this is not YAML: {error}",
                   "look at the first lines of the file")


def _syntax_hint(error: yaml.MarkedYAMLError, source: _Source) -> str:
    """What most likely mends the YAML."""
    mark = error.problem_mark
    assert mark is not None
    here = source.text[mark.index:mark.index + 1]
    if here == "\t" or "tab" in (error.problem or ""):
        return TAB_HINT
    if "mapping values" in (error.problem or ""):
        return COLON_HINT
    if "cannot start any token" in (error.problem or ""):
        return QUOTE_HINT
    if error.context and error.context_mark:
        return f"{error.context} that begins at {source.place(error.context_mark)}"
    return "look at the line before, too"
