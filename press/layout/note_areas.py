"""Note areas: the notes of a page one below the other, each laid out once.

A note is measured when its line calls it; when the page is done, its notes stand one
below the other as they were measured, unless one of them is cut.  A note's boxes are made
ready for their lines once, and notes that are alike in style share it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import inf
from typing import Any

from weasyprint.formatting_structure import boxes, build
from weasyprint.layout import block

from press.layout.ink import ink_bottom

SPACE = ("margin_top", "margin_bottom", "padding_top", "padding_bottom", "border_top_width", "border_bottom_width")


class Waiting(list[Any]):
    """Notes that no page has taken: every box of a line is asked whether it calls one, and nearly none does."""

    def __contains__(self, note: object) -> bool:
        return note is not None and super().__contains__(note)


def share_styles(notes: Sequence[Any]) -> None:
    """Give notes of one style that one: the engine copies it for each."""
    known: dict[tuple[int, int], Any] = {}
    for note in notes:
        style = note.style
        note.style = known.setdefault((id(style.parent_style), id(style.cascaded)), style)


def lay(context: Any, notes: Any, room: float = inf, must: bool = False, **lists: Any) -> tuple[Any, Any]:
    """Lay out `notes` in an area whose content is at most `room` high: the area, and where to resume."""
    area = context.current_footnote_area
    box = _with(area, notes)
    box.remove_decoration = lambda **_: None
    start = context.starts.get(notes[0])
    with _aside(context, area.content_box_y() + room):
        box, resume_at = block.block_level_layout(
            context, box, 0 if room < inf else -inf, start and {0: start}, area.page,
            room == inf or must, **lists)[:2]
    if box and resume_at:  # the engine makes a broken box fill its room
        extra = box.content_box_y() + box.height - ink_bottom(box.children[-1])
        box.height -= extra
        box.children[-1].height -= extra
    return box, resume_at


@contextmanager
def _aside(context: Any, bottom: float) -> Iterator[None]:
    """Meanwhile a page ends at a height, and the text and the notes that were called do not count."""
    kept = context.current_page_footnotes, context.line, context.asked, context.page_bottom
    context.current_page_footnotes, context.line, context.page_bottom = [], None, bottom
    yield
    context.current_page_footnotes, context.line, context.asked, context.page_bottom = kept


def measured(context: Any, note: Any) -> Any:
    """An area with one note, kept for the page when it can stand there as it is."""
    area = context.current_footnote_area
    kept = area.__dict__.setdefault("measured", {})
    moves = not (context.in_column or context.excluded_shapes or note in context.starts)
    if moves and kept and isinstance(note, boxes.BlockBox):
        box = _beside(context, note, next(iter(kept.values())))
        if box:
            kept[note] = box
            return box
    taken_out = list[Any]()
    box, _ = lay(context, [note], absolute_boxes=taken_out, fixed_boxes=taken_out)
    if moves and not taken_out and _is_whole(box):
        kept[note] = box
    return box


def _beside(context: Any, note: Any, area: Any) -> Any:
    """An area with one note, like that of another note; None where the note cannot be moved."""
    ready, taken_out = _ready(note), list[Any]()
    frame = area.copy()
    if frame.style["height"] == "auto":
        frame.height = "auto"  # as it was when that note was laid out
    ready.position_x, ready.position_y = area.content_box_x(), area.content_box_y()
    with _aside(context, inf):
        new, *_ = block.block_level_layout(context, ready, -inf, None, frame, True, taken_out, taken_out, [])
    new.index = 0
    box = area.copy_with_children([new])
    if taken_out or not _is_whole(box):
        return None
    box.height = max(min(max(0, new.border_box_y() + new.border_height() - box.content_box_y()), box.max_height),
                     box.min_height)
    return box


def stacked(context: Any, notes: Sequence[Any], room: float) -> Any:
    """The notes of a page as they were measured; None where one has to be cut, or may not stand by another."""
    kept = context.current_footnote_area.__dict__.get("measured", {})
    if context.split or context.excluded_shapes or any(note not in kept for note in notes):
        return None
    area, laid = kept[notes[0]], [kept[note].children[0] for note in notes]
    if sum(note.border_height() for note in laid) > room or len({note.page_values() for note in laid}) > 1:
        return None
    y = laid[0].position_y
    for index, note in enumerate(laid):
        note.translate(dy=y - note.position_y)
        note.index = index
        y = note.border_box_y() + note.border_height()
    new = area.copy_with_children(laid)
    new.height = max(min(max(0, y - new.content_box_y()), new.max_height), new.min_height)
    return new


def _with(area: Any, notes: Sequence[Any]) -> Any:
    """An area with notes whose boxes are ready to be laid out."""
    new = area.copy_with_children([_ready(note) for note in notes])
    if all(isinstance(note, boxes.BlockBox) for note in notes):
        return new
    area.children = notes
    return build.create_anonymous_boxes(area.deepcopy())


def _ready(note: Any) -> Any:
    """A note's boxes with those of its lines, made once."""
    ready = note.__dict__.get("_ready")
    if ready is None:
        ready = note.__dict__["_ready"] = build.create_anonymous_boxes(note.deepcopy())
    return ready


def _is_whole(area: Any) -> bool:
    """Whether the one note of an area can be moved: lines and nothing else, with no space around them."""
    note, = area.children
    return (not any(note.__dict__[name] for name in SPACE) and note.style["position"] == "static"
            and note.style["break_before"] == note.style["break_after"] == "auto"
            and all(isinstance(line, boxes.LineBox) for line in note.children))
