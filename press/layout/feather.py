"""Feathering: facing pages of registers and indexes brought to one depth, for WeasyPrint 70.0.

A row, an entry or a work is not divided, so a page ends where its last whole one ends,
and the page beside it a few lines lower.  Here a little white is added where white
stands already: between rows, on both sides of their hairline, and between blocks that a
margin parts; never within running text, which keeps its grid.  A page comes down as far
as the page it faces, and both to the foot of the text block when that takes next to
nothing, or when so much white stands below them that they seem to break off.  On a
page with notes, which ends at the foot, only its rows are spread, and only then.
A wrapper round one function of one version of the engine.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import weasyprint
import weasyprint.document
from weasyprint.formatting_structure import boxes as engine

from press.layout.blocks import line_height
from press.layout.boxes import areas_of
from press.layout.depth import HEADINGS, WHITE, body, breaks, foot, foot_of_block, white
from press.layout.ink import ink_bottom

ENGINE = "70.0"
LITTLE = 2.5 / 14   # of a line, added at a joint so that a page comes down to the foot of its block
MOST = 8 / 14       # of a line, added at a joint so that it comes down as far as the page it faces
PARTED = 2 / 0.75   # px between two blocks that a reader sees parted

_layout_document = weasyprint.document.layout_document


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    weasyprint.document.layout_document = layout_document
    return True


def layout_document(*args: Any, **kwargs: Any) -> list[Any]:
    """The pages of a document, feathered."""
    pages = list(_layout_document(*args, **kwargs))
    feather(pages)
    return pages


def feather(pages: Sequence[Any]) -> None:
    """Bring facing pages to one depth, but for the last of a section and those that a break follows."""
    free = [not breaks(page, after) for page, after in pairwise(pages)]
    for number in range(-1, len(free), 2):
        opening = [pages[at] for at in (number, number + 1) if 0 <= at < len(free) and free[at]]
        if len(opening) == 2:
            _level(opening)
        _fill([page for page in opening if white(page) >= WHITE])


def _level(facing: Sequence[Any]) -> None:
    """Bring the page that ends higher down to the other, and both to the foot if that takes little."""
    target, line = max(map(foot, facing)), line_height(facing[0])
    plain = [page for page in facing if not areas_of(page)]
    for page in plain:
        _bring_down(page, target, MOST)
    full = foot_of_block(facing[0])
    if all(full - foot(page) <= LITTLE * line * _joints_of(page) for page in plain):
        for page in plain:
            _bring_down(page, full, LITTLE)


def _fill(early: Sequence[Any]) -> None:
    """Bring pages that break off as far down as they all can come: to their notes, or to the foot."""
    joints = [_joints_of(page) for page in early]
    most = min((MOST * line_height(page) * count for page, count in zip(early, joints, strict=True)), default=0.0)
    for page, count in zip(early, joints, strict=True):
        if count:
            end = max(map(ink_bottom, body(page)))
            _bring_down(page, min(end + most, _room_ends(page)), MOST)


def _room_ends(page: Any) -> float:
    """Where the room of the text ends: at the notes, or at the foot of the text block."""
    areas = areas_of(page)
    return float(areas[0].position_y) if areas else foot_of_block(page)


def _stacks(page: Any) -> list[list[Any]]:
    """The columns of a page, each by itself; without columns its whole text."""
    boxes = body(page)
    columns = [box for parent in boxes for box in (parent, *parent.descendants()) if box.is_column]
    return [[column] for column in columns] or [boxes]


def _joints_of(page: Any) -> int:
    """The joints of a page, or of that of its columns which has the most."""
    rows = bool(areas_of(page))
    return max(sum(1 for box in stack for _ in _joints(box, rows)) for stack in _stacks(page))


def _bring_down(page: Any, target: float, most: float) -> None:
    """Add at most so many lines at every joint of a page, or of each of its columns, so that it ends near `target`."""
    rows, most = bool(areas_of(page)), most * line_height(page)
    for stack in _stacks(page):
        joints = sum(1 for box in stack for _ in _joints(box, rows))
        missing = target - max(map(ink_bottom, stack), default=target)
        if joints and missing > 0:
            for box in stack:
                _loosen(box, min(missing / joints, most), rows)


def _joints(box: Any, rows: bool) -> Iterator[Any]:
    """The blocks before which white is added, in a box and in the boxes in it."""
    before = None
    for child in _flow(box):
        if before is not None and _is_joint(before, child, rows):
            yield child
        yield from _joints(child, rows)
        before = child


def _flow(box: Any) -> list[Any]:
    """The blocks of a box that stand one below the other; the rows of a table's head stay together."""
    if isinstance(box, (engine.TableRowBox, engine.LineBox)) or not isinstance(box, engine.ParentBox):
        return []
    if isinstance(box, engine.TableRowGroupBox) and box.is_header:
        return []
    return [child for child in box.children
            if child.is_in_normal_flow() and not isinstance(child, engine.LineBox) and not child.is_column]


def _is_joint(before: Any, child: Any, rows: bool) -> bool:
    if isinstance(child, engine.TableRowBox):
        return True
    if isinstance(child, engine.TableRowGroupBox) or (rows and not child.is_table_wrapper):
        return False
    if before.style["break_after"] == "avoid" or child.style["break_before"] == "avoid":
        return False  # a heading and what it heads
    above = child.padding_top if child.element_tag in HEADINGS else child.margin_top  # in columns they have no margin
    return float(max(before.margin_bottom, above, child.margin_top)) >= PARTED


def _loosen(box: Any, step: float, rows: bool) -> float:
    """Move the blocks of a box apart; how much longer it has become."""
    moved, before = 0.0, None
    for child in _flow(box):
        joint = before is not None and _is_joint(before, child, rows)
        moved += step if joint else 0
        child.translate(0, moved)
        if joint and isinstance(child, engine.TableRowBox):
            child.position_y -= step / 2  # where its hairline is drawn
            child.height += step / 2
        moved += _loosen(child, step, rows)
        before = child
    if moved and box.height != "auto":
        box.height += moved
    return moved
