"""Turns: no word is divided over the turn of a leaf, for WeasyPrint 70.0.

The engine ends a page with whatever line comes last.  Where a recto would end in a
hyphen, the reader would have to turn the leaf in the middle of a word: here its last
line, of text or of a note, is set again without dividing words, so that the word goes over
whole.  Where that would tear the line open the line itself goes over, unless that parts lines
that stay together; a page may end a line short.  A wrapper round one function of one version of the engine.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import weasyprint
from weasyprint.layout import block, inline
from weasyprint.layout.block import remove_placeholders
from weasyprint.layout.inline import iter_line_boxes

from press.layout.blocks import HOLE, HYPHENS, hole, words
from press.layout.split_notes import lay_line

ENGINE = "70.0"

_split_text_box = inline.split_text_box


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    block._linebox_layout = lay_lines
    return True


def lay_lines(context: Any, box: Any, index: int, child: Any, new_children: list[Any], *args: Any) -> Any:
    """Lay out the lines of a block; those that end a recto end with a whole word."""
    abort, stop, resume_at, *rest = lay_line(context, box, index, child, new_children, *args)
    if (stop and not abort and new_children and context.current_page % 2 and not context.in_column
            and _ends_divided(new_children[-1])):
        _end_whole(context, box, child, new_children, *args)
        resume_at = {index: new_children[-1].resume_at}
    return abort, stop, resume_at, *rest


def _ends_divided(line: Any) -> bool:
    return line.resume_at is not None and words(line).endswith(HYPHENS)


def _end_whole(context: Any, box: Any, child: Any, placed: list[Any], *args: Any) -> None:
    """Let a block end with a whole word: in its last line set again, else in the line before that."""
    _, absolute_boxes, fixed_boxes, *_ = args
    for count in range(len(placed), max(len(placed) - 2, box.style["orphans"] - 1, 0), -1):
        kept, over = placed[:count], placed[count:]
        if _notes(*over):
            return
        whole = kept[-1] if not _ends_divided(kept[-1]) else _set_whole(context, box, child, kept, *args)
        if whole:
            for line in over:
                remove_placeholders(context, line.children, absolute_boxes, fixed_boxes)
            placed[count - 1:] = [whole]
            return


def _set_whole(context: Any, box: Any, child: Any, placed: list[Any], *args: Any) -> Any:
    """The last line as it is when no word may be divided; None when that is no better."""
    _, absolute_boxes, fixed_boxes, _, bottom_space, _, begins, *styles = args
    divided, first = placed[-1], len(placed) == 1
    if any(not part.is_in_normal_flow() for part in divided.descendants()):
        return None
    with _undivided():
        line, resume_at = next(iter_line_boxes(
            context, child, divided.position_y, bottom_space, begins if first else placed[-2].resume_at, box,
            absolute_boxes, fixed_boxes, *(styles[:2] if first else (None, None))))
    line.resume_at = resume_at
    good = (not _ends_divided(line) and hole(line) <= HOLE and line.height <= divided.height
            and _notes(line) == _notes(divided))
    return line if good else None


def _notes(*lines: Any) -> list[Any]:
    return [box.footnote for line in lines for box in line.descendants() if box.footnote]


@contextmanager
def _undivided() -> Iterator[None]:
    """Meanwhile the engine divides no words."""
    divide, set_text = inline.split_first_line, inline.split_text_box

    def split(text: str, style: Any, *args: Any, **kwargs: Any) -> Any:
        plain = style.__dict__.get("_undivided")
        if plain is None:  # kept with the style: the engine's wrappers know styles by their identity
            plain = style.__dict__["_undivided"] = style.copy()
            plain["hyphens"] = "manual"
        return divide(text, plain, *args, **kwargs)

    inline.split_first_line, inline.split_text_box = split, _split_text_box
    try:
        yield
    finally:
        inline.split_first_line, inline.split_text_box = divide, set_text
