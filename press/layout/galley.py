"""Galley: what a proof-reader sees on the lines of a section, measured from its boxes.

Ladders of hyphens, stubs of last lines, holes between words, lines wider than the
measure; a line of a paragraph alone at the foot or the head of a page or column; a word
divided over the turn of a leaf; and what `depth` sees of whole pages.  Measured, not
judged: which of them is a fault is the house's to say.
"""

from collections.abc import Iterator
from typing import Any

from press.layout import depth, edges
from press.layout.blocks import HOLE, HYPHENS, Block, hole, page_blocks, text_boxes, words
from press.layout.laid import Fault, Observation

LADDER = 3        # lines in a row that end in a hyphen (Chicago 2.112 allows two, the house as many)
STUB = 5          # letters that a last line has at least
OVERFULL = 1.0    # pt beyond the measure
SPLITTABLE = ("p", "li", "blockquote", "dd")
WORD_JOINER = "\u2060"


def observe(document: Any) -> tuple[Observation, ...]:
    """Everything seen on the pages of a section, page by page."""
    pages = [page_blocks(page, number) for number, page in enumerate(document.pages)]
    found = [seen for blocks in pages for block in blocks for seen in _in_block(block)]
    found += _alone([block for blocks in pages for block in blocks if not block.in_note])
    found += [seen for blocks in pages[:-1:2] for seen in _over_the_turn(blocks)]
    found += [seen for number, page in enumerate(document.pages) for seen in edges.observe(page, number)]
    found += depth.observe([page._page_box for page in document.pages], pages)
    return tuple(sorted(found, key=lambda seen: seen.page))


def _in_block(block: Block) -> Iterator[Observation]:
    page, name, hyphens = block.frame[0], block.name, 0
    for line, text in zip(block.lines, block.texts, strict=True):
        hyphens = hyphens + 1 if text.endswith(HYPHENS) else 0
        if hyphens == LADDER:
            yield Observation(Fault.LADDER, page, text, name)
        if line.position_x + line.width > block.box.content_box_x() + block.box.width + OVERFULL / 0.75:
            yield Observation(Fault.OVERFULL, page, text, name)
        if hole(line) > HOLE:
            yield Observation(Fault.HOLE, page, text, name)
    if _ends_in_stub(block):
        yield Observation(Fault.STUB, page, f"{block.texts[-2][-30:]} | {block.texts[-1]}".replace(WORD_JOINER, ""),
                          name)


def _ends_in_stub(block: Block) -> bool:
    """Whether the last line of a justified paragraph has fewer letters than it should."""
    if len(block.lines) < 2 or block.box.element_tag != "p" or block.box.style["text_align_all"] != "justify":
        return False
    letters = sum(c.isalnum() for c in words(block.lines[-1], calls=False))
    return letters < STUB and not _goes_on(block)


def _goes_on(block: Block) -> bool:
    """Whether the block goes on over the page turn: then its last line here is not its last."""
    return any(box.justification_spacing for box in text_boxes(block.lines[-1]))


def _over_the_turn(blocks: list[Block]) -> Iterator[Observation]:
    """The words that are divided at the foot of a recto, of its text and of its notes: the reader turns the leaf."""
    foot = max((block.frame for block in blocks), default=())
    for block in blocks:
        if block.frame == foot and block.texts[-1].endswith(HYPHENS):
            yield Observation(Fault.TURN, block.frame[0], block.texts[-1], block.name)


def _alone(blocks: list[Block]) -> Iterator[Observation]:
    """Lines that stand by themselves: the first of a paragraph at a foot, the last of one at a head."""
    parts: dict[Any, dict[tuple[int, int], list[Block]]] = {}
    for block in blocks:
        if block.box.element_tag in SPLITTABLE:
            parts.setdefault(block.box.element, {}).setdefault(block.frame, []).append(block)
    for frames in parts.values():
        pieces = list(frames.values())
        if len(pieces) > 1:
            first, last = pieces[0], pieces[-1]
            if sum(len(block.lines) for block in first) == 1:
                yield Observation(Fault.ORPHAN, first[0].frame[0], first[0].texts[0], first[0].name)
            if sum(len(block.lines) for block in last) == 1:
                yield Observation(Fault.WIDOW, last[0].frame[0], last[0].texts[0], last[0].name)
