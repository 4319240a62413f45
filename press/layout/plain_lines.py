"""Plain lines: a line of text and of plain inline boxes is put together at once, for WeasyPrint 70.0.

The engine is ready at every box for floats, leaders, first letters, texts from right to
left and breaks that it has to take back.  A line of a book is nearly always text, with
words in italics or the call of a note in it, and ends within a text.  Such a line is made
here of the same boxes at the same places; where anything else is met with, also a text
that finds no room, the line is the engine's own.  Wrappers round two functions of one version.
"""

from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, preferred

from press.layout import texts

ENGINE = "70.0"
EDGES = tuple(f"{part}_{side}{width}" for part, width in (("margin", ""), ("padding", ""), ("border", "_width"))
              for side in ("left", "right"))
SPACE = ord(" ")
NUMBERS = (int, float)

Split = tuple[Any, Any]
"""What a line holds of a box, and where to go on."""

_get_next_linebox = inline.get_next_linebox
_handle_leader = inline.handle_leader


class _UnusualError(Exception):
    """A line that is left to the engine."""


def install() -> bool:
    """Put the wrappers in place; False under a version of the engine they were not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    inline.get_next_linebox = get_next_linebox
    inline.handle_leader = handle_leader
    return True


def get_next_linebox(context: Any, linebox: Any, position_y: float, bottom_space: float, skip_stack: Any,
                     block: Any, *rest: Any) -> Split:
    """The next line of a block, and where the text goes on."""
    *_, first_letter_style, first_line_style = rest
    if not (first_letter_style or first_line_style or context.excluded_shapes
            or inline.split_text_box is not texts.split_text_box
            or not linebox.style["direction"] == block.style["direction"] == "ltr"):
        try:
            return _next(context, linebox, position_y, skip_stack, block)
        except _UnusualError:
            pass
    return _get_next_linebox(  # type: ignore[no-any-return]
        context, linebox, position_y, bottom_space, skip_stack, block, *rest)


def handle_leader(context: Any, line: Any, block: Any) -> None:
    """Spread the leader of a line, which a plain one has not."""
    if "_plain_line" not in line.__dict__:
        _handle_leader(context, line, block)


def _next(context: Any, linebox: Any, position_y: float, skip_stack: Any, block: Any) -> Split:
    """A plain line, set out in its block."""
    skip_stack = _skip(linebox, skip_stack)
    if skip_stack == "continue":
        return None, None
    left = block.content_box_x()
    linebox.position_x, linebox.position_y, linebox.width, linebox.height = left, position_y, 0, 0
    filling = _Filling(context, block, linebox, left + block.width - left)  # to the last bit as the engine has it
    line, resume_at = filling.of_one_text(skip_stack) or filling.of_parts(skip_stack)
    line.__dict__["_plain_line"] = True
    return line, resume_at


def _skip(linebox: Any, skip_stack: Any) -> Any:
    """Where a line begins, behind the space that is left out there."""
    index, inner = next(iter(skip_stack.items())) if skip_stack else (0, None)
    child = linebox.children[index] if linebox.children else linebox
    text, start, end, own = child.__dict__.get("_shaped") or (None, 0, 0, "")
    at = next(iter(inner)) if inner else 0
    if not text or isinstance(child, boxes.ParentBox) or own != child.text or start + at >= end:
        return inline.skip_first_whitespace(linebox, skip_stack)
    while start + at < end and text.bytes[start + at] == SPACE:
        at += 1
    inner = {at: None} if at else None
    return {index: inner} if index or inner else None


def _ends_white(box: Any) -> bool:
    """Whether a line ends in a text of nothing, or with a space."""
    while box.children:
        box = box.children[-1]
    return not isinstance(box, boxes.TextBox) or not box.text or box.text[-1] == " "


def _spread(box: Any, spacing: float, moved: float) -> float:
    """Make all spaces in a box wider; how far that moves what comes after it."""
    for child in box.children:
        if type(child) is boxes.TextBox:
            moved = texts.spread(child, spacing, moved)
        elif type(child) is boxes.InlineBox:
            child.position_x += moved
            before, moved = moved, _spread(child, spacing, moved)
            child.width += moved - before
        else:
            child.translate(moved)
    return moved


class _Filling:
    """A line that is filled, in a block."""

    def __init__(self, context: Any, block: Any, linebox: Any, room: float) -> None:
        self.context, self.block, self.linebox, self.room = context, block, linebox, room
        self.x, self.right = linebox.position_x + linebox.text_indent, linebox.position_x + room
        self.top = self.bottom = 0.0  # how far it reaches from its base line

    def of_one_text(self, skip_stack: Any) -> Split | None:
        """A line that one text fills, or ends; None where there is more in it."""
        linebox = self.linebox
        index, inner = next(iter(skip_stack.items())) if skip_stack else (0, None)
        child = linebox.children[index] if linebox.children else linebox
        if type(child) is not boxes.TextBox:
            return None
        right = self.right * (1 + 1e-9)
        new, rest = self._text(child, self.x, right, next(iter(inner)) if inner else 0, begun=False)
        if new is None or (rest is None and index + 1 < len(linebox.children)):
            return None
        end = self.x + new.width
        if end > right or new.text[-1] == " ":
            return None
        line = _filled(linebox, [new], is_start=skip_stack is None, is_end=rest is None)
        line.width = linebox.width = end - line.content_box_x()
        inline._adjust_line_height(line)
        linebox.height = line.height
        offset = self._align(line, last=rest is None)
        reached, y = -line.baseline, -new.baseline
        top = min(reached, y)
        bottom = max(reached + _height(line), y + _height(new))
        self._place(line, bottom, top)
        line.position_x += offset
        new.position_x += offset
        new.position_y = y + (linebox.position_y - top)
        return line, None if rest is None else {index: rest}

    def of_parts(self, skip_stack: Any) -> Split:
        """A line of texts and inline boxes."""
        linebox = self.linebox
        line, resume_at = self.split(linebox, self.x, self.right, skip_stack)
        linebox.width, linebox.height = line.width, line.height
        if inline.is_phantom_linebox(line):
            line.height = 0
            return line, resume_at
        if _ends_white(line):
            inline.remove_last_whitespace(self.context, line)
        offset = self._align(line, last=resume_at is None)
        self.top, self.bottom = -line.baseline, -line.baseline + _height(line)
        if not self._set_down(line, 0):
            self.bottom, self.top = inline.line_box_verticality(line)
        top = self.top
        self._place(line, self.bottom, top)
        line.position_y = top
        line.translate(offset, linebox.position_y - top)
        line.position_y = linebox.position_y
        return line, resume_at

    def _set_down(self, box: Any, base: float) -> bool:
        """Set what is in a box on a base line, or raised from it; False where something is set in another way."""
        for child in box.children:
            on = base
            if type(child) is not boxes.TextBox:
                raised = child.style["vertical_align"]
                if type(raised) in NUMBERS:
                    on = base - raised
                elif raised != "baseline":
                    return False
            y = on - child.baseline
            if isinstance(child, boxes.AtomicInlineLevelBox):
                child.translate(dy=y - child.position_y)
            else:
                child.position_y = y
            self.top = min(self.top, y)
            self.bottom = max(self.bottom, y + child.margin_height())
            if type(child) is boxes.InlineBox and not self._set_down(child, on):
                return False
        return True

    def _align(self, line: Any, *, last: bool) -> Any:
        """Fill a line that is justified; how far one that is not has to move."""
        style = line.style
        if (line.width < self.room and not last and style["text_align_all"] == "justify"
                and style["white_space"] == "normal"):
            spaces = inline.count_expandable_spaces(line)
            if spaces:
                line.width += _spread(line, (self.room - line.width) / spaces, 0)
            return 0
        return inline.text_align(self.context, line, self.room, last=last)

    def _place(self, line: Any, bottom: float, top: float) -> None:
        """Place a line that reaches so far down and up from its base line at the height of its box."""
        line.baseline, line.position_y, line.height = -top, self.linebox.position_y, bottom - top
        line.margin_top = line.margin_bottom = 0

    def split(self, box: Any, x: float, right: float, skip_stack: Any, *, begun: bool = False) -> Split:
        """As much of a line or an inline box as there is room for; whether something stands before it in the line."""
        right *= 1 + 1e-9  # as the engine does, at each box
        begin, found, resume_at = x, list[Any](), None
        skip, inner = next(iter(skip_stack.items())) if skip_stack else (0, None)
        in_line = isinstance(box, boxes.LineBox)
        for index in range(skip, len(box.children)):
            child = box.children[index]
            child.position_y = box.position_y
            new, rest = self._part(child, x, right, inner, begun=bool(found) if in_line else begun)
            inner = None
            if new is not None:
                x = new.position_x + new.margin_width()
                if x > right and x - preferred.trailing_whitespace_size(self.context, new) > right:
                    raise _UnusualError
                found.append(new)
            if rest is not None:
                resume_at = {index: rest}
                break
        new = _filled(box, found, is_start=skip_stack is None, is_end=resume_at is None)
        if not in_line:
            new.position_x = begin
        if found:
            new.width = x - new.content_box_x()
        inline._adjust_line_height(new)
        return new, resume_at

    def _part(self, child: Any, x: float, right: float, skip_stack: Any, *, begun: bool) -> Split:
        """As much of a box within a line as there is room for."""
        kind = type(child)
        if kind is boxes.TextBox:
            return self._text(child, x, right, next(iter(skip_stack)) if skip_stack else 0, begun=begun)
        if child.is_leader or not child.is_in_normal_flow() or child.style["position"] == "relative":
            raise _UnusualError
        if kind is boxes.InlineBox and _is_plain(child.style):
            inline.resolve_percentages(child, self.block)
            return self.split(child, x, right, skip_stack, begun=begun)
        if isinstance(child, boxes.AtomicInlineLevelBox):
            return self._atom(child, x, skip_stack), None
        raise _UnusualError

    def _text(self, child: Any, x: float, right: float, skip: int, *, begun: bool) -> Split:
        """As much of a text as there is room for."""
        if "margin_left" not in child.__dict__:  # a text's lengths are those of no element: always the same
            inline.resolve_percentages(child, self.block)
        child.position_x = x
        new, rest, must_end = texts.split_text_box(self.context, child, right - x, skip, not begun)
        if must_end:
            raise _UnusualError
        return new, None if rest is None else {rest: None}

    def _atom(self, child: Any, x: float, skip_stack: Any) -> Any:
        """A box that is not divided, as the engine lays it out."""
        taken_out: list[Any] = []
        inline.resolve_percentages(child, self.block)
        new = inline.atomic_box(self.context, child, x, skip_stack, self.block, taken_out, taken_out)
        if taken_out:
            raise _UnusualError
        new.position_x = x
        return new


def _is_plain(style: Any) -> bool:
    """Whether an inline box of a style stands in the line as its text would."""
    plain = style.__dict__.get("_plain")
    if plain is None:
        plain = style.__dict__["_plain"] = (
            style["float"] == "none" and style["position"] == "static" and style["direction"] == "ltr"
            and style["box_decoration_break"] == "slice"
            and all(style[name] in (0, (0, "px")) for name in EDGES))
    return bool(plain)


def _height(box: Any) -> float:
    """The height of a line or of a text, which have no padding and no border."""
    return box.height + box.margin_top + box.margin_bottom  # type: ignore[no-any-return]


def _filled(box: Any, found: list[Any], *, is_start: bool, is_end: bool) -> Any:
    """A copy of a box with what it holds in a line."""
    new = box.copy_with_children(found)
    new.remove_decoration(start=not is_start, end=not is_end)
    new.width = 0
    return new
