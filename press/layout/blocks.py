"""Blocks: the boxes of a page that hold lines, each with the name of its passage.

A block has the name of its own element or of the nearest one around it.  Its frame is
the page or the column that it stands in: a paragraph that goes on in another frame
is one block in each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes as engine
from weasyprint.text.line_break import strut

HYPHENS = ("-", "\u2010", "\u058a")
HOLE = 1.0        # em between two words of a justified line


@dataclass(frozen=True, slots=True)
class Block:
    """A box that holds lines: its lines with words, their texts, and where it stands."""

    box: Any
    name: str
    in_note: bool
    frame: tuple[int, int]
    lines: tuple[Any, ...]
    texts: tuple[str, ...]


def page_blocks(page: Any, number: int) -> list[Block]:
    """The blocks of a page in order: those of its text, column by column, then those of its notes."""
    return list(_Walk(number).over(page._page_box, "", in_note=False))


class _Walk:
    """The way through the boxes of a page; columns are counted as they come."""

    def __init__(self, page: int) -> None:
        self.frame = (page, 0)

    def over(self, box: Any, name: str, *, in_note: bool) -> Iterator[Block]:
        """The blocks in a box."""
        for child in box.children:
            if isinstance(child, (engine.MarginBox, engine.LineBox)) or not isinstance(child, engine.ParentBox):
                continue
            if child.is_column:
                self.frame = (self.frame[0], self.frame[1] + 1)
            own = (child.element.get("id") if child.element is not None else "") or name
            noted = in_note or isinstance(child, engine.FootnoteAreaBox)
            if isinstance(child, engine.BlockContainerBox) and (
                    block := _block(child, own, in_note=noted, frame=self.frame)):
                yield block
            yield from self.over(child, own, in_note=noted)


def _block(box: Any, name: str, *, in_note: bool, frame: tuple[int, int]) -> Block | None:
    lines = [(child, text) for child in box.children if isinstance(child, engine.LineBox)
             if (text := words(child)).strip()]
    return Block(box, name, in_note, frame, tuple(line for line, _ in lines),
                 tuple(text for _, text in lines)) if lines else None


def text_boxes(box: Any) -> list[Any]:
    """The texts in a box, in their order; what is taken out of its place is not in it."""
    found = []
    for child in box.children:
        if isinstance(child, engine.TextBox):
            found.append(child)
        elif child.children and isinstance(child, engine.Box):
            found += text_boxes(child)
    return found


def words(line: Any, *, calls: bool = True) -> str:
    """The words of a line; without its note calls when asked."""
    return "".join([box.text for box in text_boxes(line)
                    if calls or box.element is None or "call" not in box.element.get("class", "")])


def line_height(page: Any) -> float:
    """The height of a line of the text of a page's box, in px."""
    root = page.children[0]
    return float(strut(root.style)[0])


def hole(line: Any) -> float:
    """The widest space between two words of a line, in em."""
    widest = 0.0
    for box in text_boxes(line):
        if box.justification_spacing and box.style["font_size"]:
            widest = max(widest, box.justification_spacing / box.style["font_size"] + 0.25)
    return widest
