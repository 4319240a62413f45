"""Galley: what a proof-reader sees on the lines of a section, measured from its boxes.

Ladders of hyphens, stubs of last lines, holes between words, lines wider than the
measure, headings at the foot, pages of few lines.  Measured, not judged: which of
them is a fault is the house's to say.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes as engine

from press.layout.laid import Fault, Observation

HYPHENS = ("-", "\u2010", "\u058a")
LADDER = 3        # lines in a row that end in a hyphen (Chicago 2.112 allows two, the house as many)
STUB = 5          # letters that a last line has at least
HOLE = 1.0        # em between two words of a justified line
OVERFULL = 1.0    # pt beyond the measure
WORD_JOINER = "\u2060"
FEWEST = 5        # lines on a page


def observe(document: Any) -> tuple[Observation, ...]:
    """Everything seen on the pages of a section, in order."""
    found: list[Observation] = []
    for number, page in enumerate(document.pages):
        box = page._page_box
        if box.page_type.blank:
            continue
        for block in _blocks(box):
            found += _in_block(block, number)
        found += _on_page(box, number, last=number == len(document.pages) - 1)
    return tuple(found)


def _blocks(box: Any) -> Iterator[Any]:
    """The blocks that hold lines, outside margins."""
    for child in box.children if isinstance(box, engine.ParentBox) else ():
        if isinstance(child, engine.MarginBox):
            continue
        if isinstance(child, engine.BlockContainerBox) and any(isinstance(c, engine.LineBox) for c in child.children):
            yield child
        if isinstance(child, engine.ParentBox):
            yield from _blocks(child)


def _in_block(block: Any, page: int) -> Iterator[Observation]:
    lines = [child for child in block.children if isinstance(child, engine.LineBox)]
    name = block.element.get("id", "") if block.element is not None else ""
    texts = [_text(line) for line in lines]
    hyphens = 0
    for line, text in zip(lines, texts, strict=True):
        hyphens = hyphens + 1 if text.endswith(HYPHENS) else 0
        if hyphens == LADDER:
            yield Observation(Fault.LADDER, page, text, name)
        if line.position_x + line.width > block.content_box_x() + block.width + OVERFULL / 0.75 and text.strip():
            yield Observation(Fault.OVERFULL, page, text, name)
        if _hole(line) > HOLE:
            yield Observation(Fault.HOLE, page, text, name)
    letters = sum(c.isalnum() for c in _text(lines[-1], calls=False))
    justified = block.style["text_align_all"] == "justify"
    if len(lines) > 1 and block.element_tag == "p" and justified and letters < STUB and not _goes_on(block):
        yield Observation(Fault.STUB, page, f"{texts[-2][-30:]} | {texts[-1]}".replace(WORD_JOINER, ""), name)


def _goes_on(block: Any) -> bool:
    """Whether the block goes on over the page turn: then its last line here is not its last."""
    last = [box for box in block.children if isinstance(box, engine.LineBox)][-1]
    return any(box.justification_spacing for box in last.descendants() if isinstance(box, engine.TextBox))


def _hole(line: Any) -> float:
    """The widest space between two words of a line, in em."""
    widest = 0.0
    for box in line.descendants():
        if isinstance(box, engine.TextBox) and box.justification_spacing and box.style["font_size"]:
            widest = max(widest, box.justification_spacing / box.style["font_size"] + 0.25)
    return widest


def _on_page(box: Any, page: int, *, last: bool) -> Iterator[Observation]:
    """A page of few lines, and a heading that has fewer than two lines below it."""
    body = [child for child in box.children if not isinstance(child, (engine.MarginBox, engine.FootnoteAreaBox))]
    lines = [(block, line) for child in body for block in _blocks_with(child)
             for line in block.children if isinstance(line, engine.LineBox) and _text(line).strip()]
    heights = {round(line.position_y) for _, line in lines}
    pictures = any(isinstance(b, engine.ReplacedBox) for child in body for b in child.descendants())
    if 0 < len(heights) < FEWEST and page and not pictures:
        yield Observation(Fault.SHORT_PAGE, page, _text(lines[0][1]))
    if lines and not last:
        tail = [block.element_tag for block, _ in lines[-2:]]
        for tag, (_, line) in zip(tail, lines[-2:], strict=False):
            if tag in ("h2", "h3", "h4"):
                yield Observation(Fault.HEADING, page, _text(line))


def _blocks_with(box: Any) -> Iterator[Any]:
    if isinstance(box, engine.BlockContainerBox) and any(isinstance(c, engine.LineBox) for c in box.children):
        yield box
    yield from _blocks(box)


def _text(line: Any, *, calls: bool = True) -> str:
    """The words of a line; without its note calls when asked."""
    return "".join(
        box.text for box in line.descendants()
        if isinstance(box, engine.TextBox)
        and (calls or box.element is None or "call" not in box.element.get("class", "")))
