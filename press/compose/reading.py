"""Reading: the text of an element tree, in the order and the language in which it is read.

A paragraph is read through its italics and links as one flow.  A note called in the
middle of a sentence is read apart, and the sentence goes on after it; a block within
a block ends what was read before it.
"""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from press.compose.flow import Piece

_WITHIN_A_LINE = frozenset(
    "a abbr b bdi bdo cite cites cite-one citetext data del dfn em i ins mark q s small span stretch strong "
    "sub sup time u var wbr".split()
)
_VERBATIM = frozenset("code kbd samp pre raw script style svg math template".split())
_APART = frozenset({"note", "aside"})
_NOTE_CLASSES = frozenset({"note", "footnote"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for text in a tree: within an element or, as its tail, after it."""

    piece: Piece
    element: Element | None = None
    is_tail: bool = False

    def write(self, text: str) -> None:
        """Put `text` in this place."""
        if self.element is None or text == self.piece.text:
            return
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


Flow = list[Slot]
_BREAK = Slot(Piece("\n", kept=True))


def flows(root: Element, lang: str) -> list[Flow]:
    """Every flow of the tree, the text of `root` first."""
    reader = _Reader()
    reader.read(root, language(root, lang), reader.open(), kept=is_verbatim(root))
    return reader.flows


def name(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def classes(element: Element) -> frozenset[str]:
    """The classes of an element."""
    return frozenset(element.get("class", "").split())


def language(element: Element, inherited: str) -> str:
    """The language of an element: its own, or that of the text around it."""
    return element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or inherited


def is_verbatim(element: Element) -> bool:
    """Whether the text of an element is printed just as it stands."""
    named = name(element)
    return named in _VERBATIM or not named or ("class" in element.attrib and "verbatim" in classes(element))


def _is_apart(element: Element) -> bool:
    """Whether an element is read apart from the sentence in which it stands."""
    return name(element) in _APART or ("class" in element.attrib and bool(_NOTE_CLASSES & classes(element)))


@dataclass(slots=True)
class _Reader:
    """The flows read so far."""

    flows: list[Flow] = field(default_factory=list)

    def open(self) -> Flow:
        """Begin a flow."""
        flow: Flow = []
        self.flows.append(flow)
        return flow

    def read(self, element: Element, lang: str, flow: Flow, *, kept: bool) -> None:
        """Read the text of an element and of all that it holds into `flow`."""
        if element.text:
            flow.append(Slot(Piece(element.text, lang, kept), element))
        for child in element:
            self._read_child(child, language(child, lang), flow, kept=kept)
            if child.tail:
                flow.append(Slot(Piece(child.tail, lang, kept), child, is_tail=True))

    def _read_child(self, child: Element, lang: str, flow: Flow, *, kept: bool) -> None:
        """Read a child on in the same flow, or in one of its own."""
        kept = kept or is_verbatim(child)
        if _is_apart(child):
            self.read(child, lang, self.open(), kept=kept)
        elif name(child) in _WITHIN_A_LINE or is_verbatim(child):
            self.read(child, lang, flow, kept=kept)
        else:
            self.read(child, lang, self.open(), kept=kept)
            flow.append(_BREAK)
