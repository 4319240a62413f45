"""Giving way: text that makes room for its notes at the head of a page, for WeasyPrint 70.0.

A line whose note cannot begin on the page goes on to the next; at the head of a page
there is nowhere to go.  There a line ends before the word whose note finds no room, and
a cell waits for the next page when the notes of the cells beside it leave its own none.
Wrappers round two functions of one version of the engine, put in place by `split_notes`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

from press.layout.ink import ink_bottom

HAIR = 0.1  # px
SPACES = " \u00a0"
SHIFTS = {"center": 0.5, "end": 1.0, "right": 1.0}  # of what a line is shorter

_iter_line_boxes = block.iter_line_boxes
_block_container_layout = block.block_container_layout

Line = tuple[Any, Any]
"""A line, and where the text goes on."""


def line_boxes(context: Any, linebox: Any, position_y: float, bottom_space: float, skip_stack: Any,
               containing_block: Any, *rest: Any) -> Iterator[Line]:
    """The lines of a block; the first of a page ends before a word whose note cannot begin there."""
    def lines(top: float, start: Any, styles: Any) -> Iterator[Line]:
        return _iter_line_boxes(  # type: ignore[no-any-return]
            context, linebox, top, bottom_space, start, containing_block, *rest[:2], *styles)

    at_head, context.at_head = context.at_head, False
    found = lines(position_y, skip_stack, rest[2:])
    if at_head and containing_block.style["direction"] == "ltr" and (first := next(found, None)):
        frame = containing_block.padding_bottom + containing_block.border_bottom_width if first[1] is None else 0
        if note := _refused(context, first[0], bottom_space + frame):
            def again(line: Line) -> Line:
                block.remove_placeholders(context, line[0].children, *rest[:2])
                return next(lines(position_y, skip_stack, rest[2:]))

            first = _shorter(first, note, containing_block, again)
            found = lines(first[0].position_y + first[0].height, first[1], (None, None))
        yield first
        if first[1] is None:
            return
    yield from found


def _refused(context: Any, line: Any, bottom_space: float) -> Any:
    """The first note of a line that finds no room after those called before it on the line, or None."""
    notes = [call.footnote for call in line.descendants() if call.footnote in context.footnotes]
    refused, taken = None, []
    for note in notes if len(notes) > 1 else ():
        context.asked = line.position_y + line.height + bottom_space
        if context.layout_footnote(note):
            context.footnotes.append(note)
            context.refused, refused = None, note
            break
        taken.append(note)
    for note in taken:
        context.unlayout_footnote(note)
    return refused if taken else None


def _shorter(line: Line, note: Any, containing_block: Any, again: Callable[[Line], Line]) -> Line:
    """The line broken before the word that calls `note`, or as it was where it cannot be."""
    whole = containing_block.width
    share = SHIFTS.get(line[0].style["text_align_all"], 0)
    aside = share * max(0, whole - line[0].width)
    containing_block.width = _place(line[0], note) - HAIR - aside - containing_block.content_box_x()
    gap = whole - containing_block.width
    line, containing_block.width = again(line), whole
    notes = {box.footnote for box in line[0].descendants()}
    if note in notes or notes == {None}:  # a word with two calls is not parted
        return again(line)
    line[0].translate(share * gap)
    return line


def _place(line: Any, note: Any) -> float:
    """Where the call of a note would stand in a line that is not justified."""
    stretched = 0.0
    for box in line.descendants():
        if box.footnote is note:
            return float(box.position_x - stretched)
        if isinstance(box, boxes.TextBox) and box.justification_spacing:
            stretched += box.justification_spacing * sum(map(box.text.count, SPACES))
    raise ValueError(note)


@dataclass(frozen=True, slots=True)
class Row:
    """The row in hand: where it stands, its last cell with content, and how far down its cells come."""

    top: float = inf
    column: int = -1
    bottom: float = -inf

    def holds(self, cell: Any) -> bool:
        """Whether a cell is a later one of the row."""
        return bool(self.top == cell.position_y and self.column < cell.grid_x)


def container_layout(context: Any, box: Any, bottom_space: float, skip_stack: Any, page_is_empty: bool,
                     *args: Any, **kwargs: Any) -> Any:
    """Lay out a block; one that is the first of its page, or a cell, gives way to notes."""
    if isinstance(box, boxes.TableCellBox) and box.children:
        return _cell_in_row(context, box, bottom_space, skip_stack, page_is_empty=page_is_empty, **kwargs)
    result = _block_container_layout(context, box, bottom_space, skip_stack, page_is_empty, *args, **kwargs)
    new, resume_at, *_ = result
    if page_is_empty and new and resume_at is None and context.current_page_footnotes and args:
        frame = new.padding_bottom + new.border_bottom_width
        if frame and context.overflows(context.page_bottom - bottom_space,
                                       new.border_box_y() + new.border_height()):
            block.remove_placeholders(context, [new], *args[:2])
            return _block_container_layout(context, box, bottom_space + frame, skip_stack, page_is_empty, *args)
    return result


def _cell_in_row(context: Any, cell: Any, *args: Any, **order: Any) -> Any:
    """Lay out a cell that knows how far down the cells before it in its row come."""
    row = context.row if context.row.holds(cell) else Row(cell.position_y)
    outer, context.row = context.beside, Row()
    context.beside = max(outer, row.bottom)
    result = _cell(context, cell, row, *args, **order)
    context.beside, new = outer, result[0]
    if new and new.children:
        ink = ink_bottom(new)
        if result[1]:  # the engine makes a broken box fill its room
            new.height -= max(0, new.content_box_y() + new.height - ink)
        row = Row(row.top, cell.grid_x, max(row.bottom, ink))
    context.row = row
    return result


def _cell(context: Any, cell: Any, row: Row, bottom_space: float, skip_stack: Any, **order: Any) -> Any:
    """Lay out a cell; beside others at the head of a page it waits when a note of its cannot begin."""
    reported = len(context.reported_footnotes)
    result = _block_container_layout(context, cell, bottom_space, skip_stack, **order)
    if order["page_is_empty"] and row.column >= 0 and len(context.reported_footnotes) > reported:
        block.remove_placeholders(context, [result[0]], order["absolute_boxes"], order["fixed_boxes"])
        result = _block_container_layout(context, cell, bottom_space, skip_stack, **{**order, "page_is_empty": False})
    if result[0] is None and skip_stack:  # the engine would begin the cell anew
        empty = cell.copy_with_children([])
        new, _, *rest = _block_container_layout(context, empty, bottom_space, skip_stack, **order)
        return new, skip_stack, *rest
    return result
