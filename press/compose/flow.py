"""Flow: one text as it is read, in the pieces in which it is kept.

A sentence runs on through italics, links and spans: in `“<em>So</em>”` the second
mark closes because a word stands before it, in another element.  A flow joins the
pieces so that a rule sees the whole, and gives every correction back to its piece.
"""

import re
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

ANY_LANGUAGE: frozenset[str] = frozenset()

_ADDRESS = re.compile(
    r"""(?:https?://|www\.|doi:|10\.\d{4,9}/)[^\s<>"“”‘’]*[^\s<>"“”‘’.,;:!?'()\[\]]"""
    r"""|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"""
)
_ADDRESS_SIGNS = ("://", "www.", "doi:", "10.", "@")


@dataclass(frozen=True, slots=True)
class Edit:
    """A correction: the text from `start` to `end` becomes `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch in one language; what is `kept` is read, but never corrected."""

    text: str
    lang: str = "en"
    kept: bool = False

    @property
    def language(self) -> str:
        """The language without script or region: `az` for `az-Cyrl`."""
        return self.lang.lower().partition("-")[0]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule corrects, the languages whose text it may correct, and the signs without which it finds nothing."""

    find: Callable[[str], Iterable[Edit]]
    languages: frozenset[str] = ANY_LANGUAGE
    signs: tuple[str, ...] = ("",)

    def covers(self, piece: Piece) -> bool:
        """Whether the rule may correct this piece."""
        return not piece.kept and (not self.languages or piece.language in self.languages)


def settle(pieces: Sequence[Piece], rules: Iterable[Rule]) -> list[str]:
    """Return the text of each piece after every rule, in the order of the rules."""
    settled = [piece if piece.kept else _composed(piece) for piece in pieces]
    whole = "".join([piece.text for piece in settled])
    spoken = {piece.language for piece in settled if not piece.kept}
    for rule in rules:
        if (not rule.languages or spoken & rule.languages) and any(map(whole.__contains__, rule.signs)):
            found = list(rule.find(whole))
            if found:
                settled = _correct(settled, whole, found, rule)
                whole = "".join([piece.text for piece in settled])
    return [piece.text for piece in settled]


def composed(text: str) -> str:
    """Return `text` in Unicode's composed form (NFC), with its addresses as they were."""
    if unicodedata.is_normalized("NFC", text):
        return text
    begin, parts = 0, []
    for start, end in addresses(text):
        parts += [unicodedata.normalize("NFC", text[begin:start]), text[start:end]]
        begin = end
    return "".join([*parts, unicodedata.normalize("NFC", text[begin:])])


def _composed(piece: Piece) -> Piece:
    text = composed(piece.text)
    return piece if text is piece.text else replace(piece, text=text)


def addresses(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses and DOIs stand in `text`."""
    if not any(sign in text for sign in _ADDRESS_SIGNS):
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def _correct(pieces: list[Piece], whole: str, found: list[Edit], rule: Rule) -> list[Piece]:
    """Return the pieces, which read `whole`, with what a rule found corrected."""
    kept = addresses(whole)
    free = [edit for edit in found if not any(_inside(edit, span) for span in kept)]
    return list(_share_out(pieces, free, rule))


def _inside(edit: Edit, span: tuple[int, int]) -> bool:
    """Whether an edit would change a kept stretch; to insert at its border changes nothing."""
    start, end = span
    return edit.start < end and edit.end > start if edit.start < edit.end else start < edit.start < end


def _share_out(pieces: list[Piece], edits: list[Edit], rule: Rule) -> Iterator[Piece]:
    """Give each piece the edits within it; an insertion belongs to the piece before it."""
    begin = 0
    waiting = deque(sorted(edits, key=lambda edit: edit.start))
    for piece in pieces:
        end = begin + len(piece.text)
        mine = []
        while waiting and (waiting[0].start < end or waiting[0].end == end):
            mine.append(waiting.popleft())
        if mine and rule.covers(piece):
            within = [edit for edit in mine if edit.end <= end]
            yield replace(piece, text=_amend(piece.text, begin, within))
        else:
            yield piece
        begin = end


def _amend(text: str, begin: int, edits: list[Edit]) -> str:
    """Return `text`, which stands at `begin` of its flow, with the edits made."""
    parts, here = [], 0
    for edit in edits:
        parts += [text[here : edit.start - begin], edit.text]
        here = edit.end - begin
    return "".join([*parts, text[here:]])
