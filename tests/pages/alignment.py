"""The text of a section held against its pages, letter by letter.

The pages of a section print its body and, at their feet, its notes; what was meant
is one text of each.  Every page must be a stretch of the body and then a stretch of
the notes, each going on where the page before left it; between them stand the words
of the page's drawings, which are set after its text.  In the end both texts must be
used up.  So nothing is lost, doubled or out of order, and the page of every letter is
known.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

FIGURE = "\ufffc"  # in a body: here a drawing stands
LIKE = str.maketrans({  # a line's end adds and drops hyphens
    **dict.fromkeys("“”„″«»", '"'), **dict.fromkeys("‘’‚′ʼ", "'"),
    **dict.fromkeys("-‐‑‒–—−\u00ad\u2060\u200b\u058a")})


def letters(text: str) -> str:
    """A text without what setting it changes: spaces, hyphens, ligatures, forms of quotation marks."""
    return "".join(unicodedata.normalize("NFKC", text).translate(LIKE).split())


@dataclass(slots=True)
class Text:
    """A text as it grows, with the stretches of it that have a name."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    named: dict[str, tuple[int, int]] = field(default_factory=dict)
    heads: list[tuple[int, int, str]] = field(default_factory=list)  # tables, whose head may repeat
    figures: list[str] = field(default_factory=list)  # the words of its drawings
    guides: list[tuple[int, str]] = field(default_factory=list)  # entries, by their names in the head

    def add(self, text: str) -> None:
        """Go on with a text."""
        self._go_on(letters(text))

    def draw(self, words: str) -> None:
        """Go on with a drawing."""
        self.figures.append(letters(words))
        self._go_on(FIGURE)

    def _go_on(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    @property
    def whole(self) -> str:
        """The text so far."""
        return "".join(self.parts)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Where on its pages a section's texts came to stand.

    `body` and `notes` are the letters at which each page begins.
    """

    body_text: Text
    notes_text: Text
    body: Sequence[int]
    notes: Sequence[int]

    def pages_of(self, name: str) -> range:
        """The pages, counted in the section, on which a named stretch of the body stands."""
        begin, end = self.body_text.named[name]
        return range(bisect_right(self.body, begin) - 1, bisect_right(self.body, max(begin, end - 1)))

    def guide(self, page: int) -> str:
        """The names of the first and the last entry that begin on a page; else of the one that goes on."""
        begun = [(bisect_right(self.body, begin) - 1, name) for begin, name in self.body_text.guides]
        here = [name for where, name in begun if where == page]
        here = here or [name for where, name in begun if where < page][-1:]
        return letters(f":{here[0]}{here[-1]}") if here else ""

    def pages_of_note(self, name: str) -> range:
        """The pages on which a note stands."""
        begin, end = self.notes_text.named[name]
        return range(bisect_right(self.notes, begin) - 1, bisect_right(self.notes, end - 1))


class AstrayError(AssertionError):
    """A page that prints what was not meant, or not in its order."""


def align(pages: Sequence[str], body: Text, notes: Text) -> Aligned:
    """Hold the letters of a section's pages against its texts."""
    walk = _Walk(body, notes)
    body_starts, note_starts = [], []
    for number, page in enumerate(pages):
        body_starts.append(walk.body)
        note_starts.append(walk.notes)
        walk.page(number, page)
    walk.end()
    return Aligned(body, notes, body_starts, note_starts)


class _Walk:
    """The way through both texts, page by page."""

    def __init__(self, body: Text, notes: Text) -> None:
        self.body_text, self.notes_text, self.heads = body.whole, notes.whole, body.heads
        self.figures = list(body.figures)
        self.body = self.notes = 0

    def page(self, number: int, text: str) -> None:
        """Go over one page."""
        for skipped in self._heads(text):
            for split, body, figures in self._bodies(text, skipped):
                drawn = "".join(self.figures[:figures])
                rest = text[split + len(drawn):]
                if text.startswith(drawn, split) and self.notes_text.startswith(rest, self.notes):
                    self.body, self.notes = body, self.notes + len(rest)
                    del self.figures[:figures]
                    return
        raise AstrayError(self._story(number, text))

    def _heads(self, text: str) -> Iterator[int]:
        """How much of a page may be the head of a table that goes on."""
        yield 0
        for begin, end, head in self.heads:
            if begin + len(head) < self.body < end and text.startswith(head):
                yield len(head)

    def _bodies(self, text: str, skipped: int) -> Iterator[tuple[int, int, int]]:
        """Every place at which the body of a page may end, the last first, and the drawings before it."""
        at, body, figures = skipped, self.body, 0
        while body < len(self.body_text):
            if self.body_text[body] == FIGURE:
                body, figures = body + 1, figures + 1
            elif at < len(text) and text[at] == self.body_text[body]:
                at, body = at + 1, body + 1
            else:
                break
        yield at, body, figures
        while at > skipped and body > self.body:
            body -= 1
            if self.body_text[body] == FIGURE:
                figures -= 1
            else:
                at -= 1
            yield at, body, figures

    def _story(self, number: int, text: str) -> str:
        """What a page prints and what was meant, from the place where they part."""
        split, body, _ = next(self._bodies(text, max(self._heads(text))))
        before, after = text[max(0, split - 40):split], text[split:split + 80]
        return (f"page {number + 1} of the section prints …{before}|{after}…\n"
                f"  the body goes on …{self.body_text[body:body + 80]}…\n"
                f"  the notes go on  …{self.notes_text[self.notes:self.notes + 80]}…")

    def end(self) -> None:
        """Nothing of either text is left."""
        if self.body_text[self.body:].strip(FIGURE) or self.notes_text[self.notes:]:
            raise AstrayError(f"the section never prints …{self.body_text[self.body:self.body + 80]}… "
                         f"nor the notes …{self.notes_text[self.notes:self.notes + 80]}…")

