"""Depth: what is seen of whole pages: how far down they come, and what stands at their feet.

Facing pages end at one height; a page that is not the last of its section, and not
before a break that the style asks for, leaves no more white than the lines that could
not be parted.  A page has five lines of text, or is full of notes that were carried
onto it.  A heading has two lines below it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes as engine

from press.layout.blocks import Block, line_height
from press.layout.boxes import areas_of
from press.layout.ink import ink_bottom
from press.layout.laid import Fault, Observation

FEWEST = 5        # lines on a page
WHITE = 4         # lines that would fit above the notes or the foot, and stand empty
FACING = 1        # lines by which facing pages may differ
FULL = 0.75       # of a page: notes that were carried may fill so much of it (split_notes.CARRIED_SHARE)
BELOW = 2         # lines below a heading
SLACK = 0.1       # of a line
HEADINGS = ("h1", "h2", "h3", "h4")
FORCED = ("page", "left", "right", "recto", "verso", "always")


def observe(pages: Sequence[Any], blocks: Sequence[Sequence[Block]]) -> Iterator[Observation]:
    """What is seen of the pages of a section, each a page's box."""
    last = len(pages) - 1
    for number, (page, here) in enumerate(zip(pages, blocks, strict=True)):
        ends = number == last or breaks(page, pages[number + 1])
        text = [block for block in here if not block.in_note]
        yield from _few(page, number, here, text)
        if number != last:
            yield from _heading(number, text)
        if text and not ends and white(page) >= WHITE:
            yield _seen(Fault.WHITE, number, text)
        if number % 2 and number + 1 < last and not ends and not breaks(pages[number + 1], pages[number + 2]):
            yield from _facing(pages, number, here)


def _seen(fault: Fault, number: int, blocks: Sequence[Block]) -> Observation:
    """A fault of a page, by the last words of its text."""
    return Observation(fault, number, blocks[-1].texts[-1], blocks[-1].name)


def _few(page: Any, number: int, here: Sequence[Block], text: Sequence[Block]) -> Iterator[Observation]:
    """A page of fewer lines than five: the first of a section has its heading, a plate its picture."""
    lines = {round(line.position_y) for block in text for line in block.lines}
    if not number or not here or len(lines) >= FEWEST or _has_picture(page):
        return
    noted = sum(area.margin_height() for area in areas_of(page)) / page.height
    if lines or noted < FULL:
        yield Observation(Fault.SHORT_PAGE, number, here[0].texts[0], here[0].name)


def _heading(number: int, text: Sequence[Block]) -> Iterator[Observation]:
    """A heading with fewer than two lines below it on its page, or with none in its column."""
    frames: dict[tuple[int, int], list[Block]] = {}
    for block in text:
        frames.setdefault(block.frame, []).extend([block] * len(block.lines))
    for (_, column), lines in frames.items():
        for block in dict.fromkeys(lines[-(BELOW if not column else 1):]):
            if block.box.element_tag in HEADINGS:
                yield Observation(Fault.HEADING, number, block.texts[-1], block.name)


def _facing(pages: Sequence[Any], number: int, here: Sequence[Block]) -> Iterator[Observation]:
    """A verso and the recto beside it, if one comes down further than the other."""
    feet = [foot(page) for page in pages[number:number + 2]]
    if here and abs(feet[0] - feet[1]) > (FACING + SLACK) * line_height(pages[number]):
        yield _seen(Fault.FACING, number, here)


def white(page: Any) -> float:
    """The lines of text that would fit where nothing stands, above the notes or the foot."""
    areas = areas_of(page)
    end = areas[0].position_y if areas else foot_of_block(page)
    return float((end - _lowest(body(page))) / line_height(page)) + SLACK


def foot_of_block(page: Any) -> float:
    """Where the text block of a page ends."""
    return float(page.content_box_y() + page.height)


def foot(page: Any) -> float:
    """Where the lowest line of a page ends, of its notes if it has any."""
    return _lowest([*body(page), *areas_of(page)])


def _lowest(boxes: Sequence[Any]) -> float:
    return max(map(ink_bottom, boxes), default=0.0)


def body(page: Any) -> list[Any]:
    """The boxes of a page but for its margins and its notes."""
    return [box for box in page.children
            if not isinstance(box, (engine.MarginBox, engine.FootnoteAreaBox))]


def _has_picture(page: Any) -> bool:
    return any(isinstance(box, engine.ReplacedBox) for child in body(page) for box in child.descendants())


def breaks(page: Any, following: Any) -> bool:
    """Whether the style asks for a new page between two; a row that takes its note along does not count."""
    if page.page_type.name != following.page_type.name:
        return True
    return any(box.style["break_before"] in FORCED for box in _edge(following, 0)) or any(
        box.style["break_after"] in FORCED for box in _edge(page, -1))


def _edge(page: Any, end: int) -> Iterator[Any]:
    """The blocks that begin or end a page, from the outermost in; not the rows of tables."""
    boxes = body(page)
    while boxes and isinstance(boxes[end], engine.ParentBox) and not isinstance(
            boxes[end], (engine.LineBox, engine.TableRowBox)):
        yield boxes[end]
        boxes = [box for box in boxes[end].children if box.is_in_normal_flow()]
