"""Feathering: facing pages of registers and indexes brought to one depth, for WeasyPrint 70.0.

A row, an entry or a work is not divided, so a page ends where its last whole one ends,
and the page beside it a few lines lower.  Here a little white is added where white
stands already: between rows, and between blocks that a margin parts; never within
running text, which keeps its grid, and not on pages with notes, which end at the foot.
A page comes down as far as the page it faces, and both to the foot of the text block
when that takes next to nothing.  A wrapper round one function of one version of the engine.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import weasyprint
import weasyprint.document
from weasyprint.formatting_structure import boxes as engine

from press.layout.boxes import areas_of
from press.layout.depth import body, breaks, foot
from press.layout.split_notes import ink_bottom

ENGINE = "70.0"
LITTLE = 2.5 / 0.75   # px added at a joint so that a page comes down to the foot of its block
MOST = 8.0 / 0.75     # px added at a joint so that it comes down as far as the page it faces

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
    free = [not areas_of(page) and not breaks(page, after) for page, after in pairwise(pages)]
    for verso in range(1, len(free) - 1, 2):
        if free[verso] and free[verso + 1]:
            facing = pages[verso:verso + 2]
            target = max(map(foot, facing))
            for page in facing:
                _bring_down(page, target, MOST)
            full = facing[0].content_box_y() + facing[0].height
            if all(_can_come_down(page, full) for page in facing):
                for page in facing:
                    _bring_down(page, full, LITTLE)


def _stacks(page: Any) -> list[list[Any]]:
    """The columns of a page, each by itself; without columns its whole text."""
    boxes = body(page)
    columns = [box for parent in boxes for box in (parent, *parent.descendants()) if box.is_column]
    return [[column] for column in columns] or [boxes]


def _can_come_down(page: Any, target: float) -> bool:
    missing = target - foot(page)
    return missing <= LITTLE * max(sum(1 for box in stack for _ in _joints(box)) for stack in _stacks(page))


def _bring_down(page: Any, target: float, most: float) -> None:
    """Add white at every joint of a page, or of each of its columns, so that it ends at `target`."""
    for stack in _stacks(page):
        joints = sum(1 for box in stack for _ in _joints(box))
        missing = target - max(map(ink_bottom, stack), default=target)
        if 0 < missing <= most * joints:
            for box in stack:
                _loosen(box, missing / joints)


def _joints(box: Any) -> Iterator[Any]:
    """The blocks before which white is added, in a box and in the boxes in it."""
    before = None
    for child in _flow(box):
        if before is not None and _is_joint(before, child):
            yield child
        yield from _joints(child)
        before = child


def _flow(box: Any) -> list[Any]:
    """The blocks of a box that stand one below the other."""
    if isinstance(box, (engine.TableRowBox, engine.LineBox)) or not isinstance(box, engine.ParentBox):
        return []
    return [child for child in box.children
            if child.is_in_normal_flow() and not isinstance(child, engine.LineBox) and not child.is_column]


def _is_joint(before: Any, child: Any) -> bool:
    if isinstance(child, engine.TableRowBox):
        return True
    if isinstance(child, engine.TableRowGroupBox):
        return False
    return bool(before.margin_bottom or child.margin_top)


def _loosen(box: Any, step: float) -> float:
    """Move the blocks of a box apart; how much longer it has become."""
    moved, before = 0.0, None
    for child in _flow(box):
        if before is not None and _is_joint(before, child):
            moved += step
        child.translate(0, moved)
        moved += _loosen(child, step)
        before = child
    if moved and box.height != "auto":
        box.height += moved
    return moved
