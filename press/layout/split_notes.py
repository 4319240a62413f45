"""Split notes: footnotes that break over pages, for WeasyPrint 70.0.

The stock engine never breaks a note: what does not fit is moved whole, and now
and then lost, doubled or set out of order.  Here a note that does not fit beside
the line of its call is cut at a line of its own: what fits stays on the page of
the call, the rest opens the note area of the next page.  A line whose note cannot
even begin goes to the next page.  Each note is laid out once a page and not once
a note, which also saves a fifth of the layout.

These are wrappers round private functions of one version of the engine; `install`
changes nothing under any other version and says so.  They hold for documents
laid out once: no `target-counter`, no `counter(pages)`.

The way of a note: `layout_footnote` is asked for room by the line that calls it;
it takes the note whole, or `_cut`s it, or refuses it, and the line goes on to the
next page.  When the text of the page is set, `_page_notes` lays all notes out for
good in the room that the text has really left, or takes them as they were measured.
"""

from math import inf
from typing import Any

import weasyprint
import weasyprint.layout
from weasyprint.formatting_structure import boxes
from weasyprint.layout import LayoutContext, block, page

from press.layout import giving_way, note_areas
from press.layout.ink import ink_bottom

ENGINE = "70.0"

# Notes carried over that need more than this share of a page's height take the whole page.
CARRIED_SHARE = 0.75

_block_level_layout = page.block_level_layout
_linebox_layout = block._linebox_layout
_break_line = block._break_line
_remake_page = page.remake_page
_make_all_pages = page.make_all_pages
_unlayout_footnote = LayoutContext.unlayout_footnote
_report_footnote = LayoutContext.report_footnote


def install() -> bool:
    """Put the wrappers in place; False under a version of the engine they were not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    state: dict[str, Any] = {
        "starts": {},      # where the rest of a cut note begins, by note
        "settled": (),     # notes carried from earlier pages: the text cannot send them away
        "refused": None,   # the note that found no room a moment ago
        "notes": None,     # every note of the page, in the order of the calls
        "split": None,     # the note of this page that is cut
        "room": None,      # the height that is left to it
        "line": None,      # the line being placed and where its text goes on
        "lines": None,     # its block and the lines placed before it
        "kept": None,      # the page's notes while the engine tries to move them
        "asked": -inf,     # how far down the line in hand asked to come
        "at_head": False,  # whether the next line is the first of its page
        "can_go": False,   # whether the block in hand can go to the next page
        "beside": -inf,    # how far down the cells beside the text come
        "row": giving_way.Row(),
    }
    for name, value in state.items():
        setattr(LayoutContext, name, value)
    block._linebox_layout, block._break_line, block.iter_line_boxes = lay_line, break_line, line_boxes
    block.block_container_layout = giving_way.container_layout
    page.block_level_layout, page.remake_page = page_block, remake_page
    weasyprint.layout.make_all_pages = page.make_all_pages = all_pages
    LayoutContext.layout_footnote = layout_footnote
    LayoutContext.report_footnote = report_footnote
    LayoutContext.unlayout_footnote = unlayout_footnote
    LayoutContext._update_footnote_area = update_footnote_area
    LayoutContext.overflows_page = overflows_page
    return True


def update_footnote_area(self: Any) -> bool:
    """Give the area the height of its notes, each measured once a page."""
    area, notes = self.current_footnote_area, self.current_page_footnotes
    sizes = area.__dict__.setdefault("note_sizes", {})
    for note in notes:
        if note not in sizes:
            sizes[note] = note_areas.measured(self, note).height
    if area.height != "auto" and not self.in_column:
        self.page_bottom += area.margin_height()
    area.height = sum(self.room if note is self.split else sizes[note] for note in notes)
    if not notes:  # an empty area takes no room
        area.height = -area.margin_height()
    if not self.in_column:
        self.page_bottom -= area.margin_height()
    return False


def _cut(context: Any, bottom: float) -> bool:
    """Cut the page's last note so that the text can come down to `bottom`; False when it cannot be cut."""
    if context.in_column or not context.current_page_footnotes:
        return False
    note = context.current_page_footnotes[-1]
    sizes = context.current_footnote_area.note_sizes
    room = (context.room if note is context.split else sizes[note]) - (bottom - context.page_bottom)
    box, resume_at = note_areas.lay(context, [note], room) if room > 0 else (None, None)
    if not box or not resume_at:
        return False
    context.split, context.room = note, room
    context._update_footnote_area()
    return True


def layout_footnote(self: Any, note: Any) -> bool:
    """Take a note onto the page, whole or cut; True when there is no room for its first line."""
    bottom, area = max(self.asked, self.beside), self.current_footnote_area
    policy = note.style.__dict__.setdefault("_policy", note.style["footnote_policy"])
    note.style["footnote_policy"] = policy
    self.footnotes.remove(note)
    if not self.split and not self.reported_footnotes:
        self.current_page_footnotes.append(note)
        self._update_footnote_area()
        if not self.lines:  # a note carried from an earlier page
            bottom = area.page.content_box_y() + (1 - CARRIED_SHARE) * area.page.height
        bottom = max(bottom, self.page_bottom + area.height - area.max_height)
        if self.in_column or not self.overflows(self.page_bottom, bottom) or _cut(self, bottom):
            return False
        if not self.lines and len(self.current_page_footnotes) == 1:
            return False
        self.current_page_footnotes.remove(note)
        self._update_footnote_area()
    self.refused = note
    note.style["footnote_policy"] = "block" if policy == "block" and self.can_go else "line"
    return True


def report_footnote(self: Any, note: Any) -> None:
    """Put a note off to the next page, but never to gain room for a line: the line moves instead."""
    if note is self.refused:
        self.refused = None
        self.reported_footnotes.append(note)
    elif self.lines and not self.in_column:
        self.kept, self.current_page_footnotes = self.current_page_footnotes, []
    else:
        _report_footnote(self, note)


def break_line(context: Any, *args: Any) -> Any:
    """Break before a line, with the page's notes where they were."""
    if context.kept is not None:
        context.current_page_footnotes, context.kept = context.kept, None
    return _break_line(context, *args)


def unlayout_footnote(self: Any, note: Any) -> None:
    """Take a note off the page, unless it came from an earlier one."""
    if note not in self.settled:
        if note is self.split:
            self.split = None
        _unlayout_footnote(self, note)


def line_boxes(context: Any, *args: Any) -> Any:
    """The lines of a block; the one in hand is remembered."""
    for line, resume_at in giving_way.line_boxes(context, *args):
        context.line, context.asked = (line, resume_at), -inf
        yield line, resume_at


def overflows_page(self: Any, bottom_space: float, position_y: float) -> bool:
    """Whether the text comes too far down; a line that must stay takes some of the last note's room."""
    asked = position_y + bottom_space
    self.asked = max(self.asked, asked)  # with what stands below the line, if that was asked too
    over, line, self.line = self.overflows(self.page_bottom - bottom_space, position_y), self.line, None
    if over and line and self.lines and self.current_page_footnotes:
        (box, above), (line, resume_at), note = self.lines, line, self.current_page_footnotes[-1]
        called_above = {call.footnote for child in above for call in child.descendants()}
        kept_together = len(above) < box.style["orphans"] or resume_at is None
        if kept_together and note in called_above and not any(
                call.footnote in self.footnotes for call in line.descendants() if call.footnote):
            return not _cut(self, asked)
    return bool(over)


def lay_line(context: Any, box: Any, index: int, child: Any, new_children: Any, page_is_empty: bool,
             *args: Any) -> Any:
    """Lay out the lines of a block; notes of a line that found room after all are put off, not lost."""
    outer, context.lines = (context.lines, context.can_go), (box, new_children)
    context.at_head, context.can_go = page_is_empty and not new_children, not page_is_empty
    result = _linebox_layout(context, box, index, child, new_children, page_is_empty, *args)
    (context.lines, context.can_go), context.line = outer, None
    if context.kept is not None:
        context.current_page_footnotes, context.kept = context.kept, None
        for call in new_children[-1].descendants():
            if call.footnote in context.footnotes:
                context.footnotes.remove(call.footnote)
                context.reported_footnotes.append(call.footnote)
    return result


def all_pages(context: Any, *args: Any) -> Any:
    """Make every page, knowing the order of the calls."""
    note_areas.share_styles(context.footnotes)
    context.footnotes = note_areas.Waiting(context.footnotes)
    context.footnotes_order = {note: i for i, note in enumerate(context.footnotes)}
    context.starts = {}
    yield from _make_all_pages(context, *args)


def remake_page(index: int, context: Any, *args: Any) -> Any:
    """Make one page, with nothing settled yet."""
    context.settled, context.split, context.lines, context.row = (), None, None, giving_way.Row()
    return _remake_page(index, context, *args)


def page_block(context: Any, box: Any, *args: Any, **kwargs: Any) -> Any:
    """Lay out the root of a page, then its notes for good."""
    if box.is_for_root_element:
        return _page_text(context, box, *args, **kwargs)
    if isinstance(box, boxes.FootnoteAreaBox) and context.notes:
        return _page_notes(context, *args, **kwargs)
    return _block_level_layout(context, box, *args, **kwargs)


def _page_text(context: Any, box: Any, *args: Any, **kwargs: Any) -> Any:
    """The text of a page; none where carried notes need the page, or keep one from beginning with its call."""
    context.settled = context.current_page_footnotes + context.reported_footnotes
    alone = bool(context.split and box.children)
    if not alone:
        result = _block_level_layout(context, box, *args, **kwargs)
        if context.settled and box.children and set(context.reported_footnotes).difference(context.settled):
            _take_off(context, result[0], *args[4:6])
            alone = True
    if alone:
        result = _no_text(context, box, *args, **kwargs)
    called = {*context.current_page_footnotes, *context.reported_footnotes}.difference(context.settled)
    context.notes = [*context.settled, *sorted(called, key=context.footnotes_order.__getitem__)]
    context.current_footnote_area.children = ()
    context.bottom = ink_bottom(result[0]) if result[0] and result[0].children else -inf
    return result


def _take_off(context: Any, root: Any, *lists: Any) -> None:
    """Take the text of a page off it, with its notes."""
    block.remove_placeholders(context, [root], *lists)
    for pages in context.running_elements.values():
        pages.pop(context.current_page, None)


def _no_text(context: Any, box: Any, _bottom_space: float, resume_at: Any, *args: Any, **kwargs: Any) -> Any:
    """A page of notes alone: the text goes on where it would have."""
    broken, *_ = _block_level_layout(context, box.copy_with_children([]), 0, None, *args, **kwargs)
    _, came, *_ = context.page_maker[context.current_page - 1]
    next_page = {"break": "any" if came["break"] == "any" else "page", "page": came["page"]}
    return broken, resume_at, next_page, [], False, None


def _page_notes(context: Any, *args: Any, **kwargs: Any) -> Any:
    """All notes of a page in the room that the text has left; what is over is carried."""
    area, notes = context.current_footnote_area, context.notes
    sheet, room, blank = area.page, inf, context.bottom == -inf
    if (blank or context.split or context.reported_footnotes
            or context.overflows(context.page_bottom, context.bottom)):
        area.height = 0
        room = sheet.height - area.margin_height() - max(0, context.bottom - sheet.content_box_y())
    room = min(room, area.max_height)
    lists = {key: kwargs[key] for key in ("absolute_boxes", "fixed_boxes")}
    new, resume_at = note_areas.stacked(context, notes, room), None
    if new is None:
        new, resume_at = note_areas.lay(context, notes, room, blank, **lists)
    if new is None:
        area.children = ()
        new = _block_level_layout(context, area.deepcopy(), *args, **kwargs)[0]
        resume_at = {0: None}
    starts, context.starts = context.starts, {}
    context.current_page_footnotes, context.reported_footnotes = notes, []
    if resume_at:
        (index, rest), = resume_at.items()
        context.current_page_footnotes = notes[:index + bool(rest)]
        context.reported_footnotes = notes[index:]
        if rest or index == 0:  # a note carried from an earlier page may have to wait
            context.starts = {notes[index]: rest or starts.get(notes[0])}
    return (new,)
