"""Painting: what has nothing of its own to paint is passed by, for WeasyPrint 70.0.

The engine asks of every box whether it has a mask, a background, borders, rules between
columns and an outline, and copies the whole page to tell what lies upon what.  Most boxes
are lines and words, and have nothing of the kind: that is known from their style, once a
style, and only what is moved out of its place is taken from a copy.  A picture that stands
behind boxes of many pages, as the rule above notes, is drawn once and shown on each.  What
is painted, and in which order, is the engine's.
"""

from typing import Any

import weasyprint
import weasyprint.draw as engine
from weasyprint import stacking
from weasyprint.formatting_structure import boxes
from weasyprint.matrix import Matrix
from weasyprint.stacking import StackingContext

ENGINE = "70.0"

_dispatch = stacking._dispatch
_dispatch_children = stacking._dispatch_children
_draw_background_image = engine.draw_background_image
_draw_border = engine.draw_border
_draw_inline_level = engine.draw_inline_level
_draw_outline = engine.draw_outline
_set_mask_border = engine.set_mask_border
_transform_point = Matrix.transform_point


def install() -> bool:
    """Put the wrappers in place; False under a version of the engine they were not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    engine.draw_background_image = draw_background_image
    engine.draw_border = draw_border
    engine.draw_inline_level = draw_inline_level
    engine.draw_outline = draw_outline
    engine.set_mask_border = set_mask_border
    stacking._dispatch_children = dispatch_children
    Matrix.transform_point = transform_point
    return True


def transform_point(matrix: Any, x: float, y: float) -> list[float]:
    """Where a matrix moves a point, as the engine finds it by multiplying matrices."""
    (a, b, _), (c, d, _), (e, f, _) = matrix
    return [x * a + y * c + e, x * b + y * d + f]


class _Look:
    """What of a style matters to painting."""

    __slots__ = ("apart", "edged", "outlined")

    def __init__(self, style: Any) -> None:
        # A box that is lifted out of the order of its page, by itself or with what is in it.
        self.apart = bool(
            style["position"] != "static" or style["opacity"] < 1 or style["transform"]
            or style["overflow"] != "visible" or style["z_index"] != "auto" or style["float"] != "none")
        self.edged = bool(
            style["mask_border_source"][0] != "none" or style["border_image_source"][0] != "none"
            or (style["column_rule_width"] and (style["column_width"] != "auto" or style["column_count"] != "auto")))
        self.outlined = bool(style["outline_width"] and style["outline_style"] != "none")


def _look(style: Any) -> _Look:
    look: _Look | None = style.__dict__.get("_look")
    if look is None:
        look = style.__dict__["_look"] = _Look(style)
    return look


def draw_background_image(stream: Any, layer: Any, style: Any) -> None:
    """Draw the picture behind a box; one that is not repeated is drawn once a document, and put into every place."""
    if layer.image is None or 0 in layer.size or layer.repeat != ("no-repeat", "no-repeat"):
        _draw_background_image(stream, layer, style)
        return
    drawn = stream._resources.__dict__.setdefault("_drawn", {})
    key = layer.image, layer.size, style["image_rendering"], stream.page_rectangle
    with stream.artifact(), stream.stacked():
        if not layer.unbounded:
            stream.rectangle(*layer.painting_area)
            stream.clip()
            stream.end()
        if key not in drawn:
            group = stream.add_group(*stream.page_rectangle)
            layer.image.draw(group, *layer.size, style)
            drawn[key] = group.id
        stream.transform(e=layer.position[0] + layer.positioning_area[0],
                         f=layer.position[1] + layer.positioning_area[1])
        stream.draw_x_object(drawn[key])


def set_mask_border(stream: Any, box: Any) -> None:
    """Set the mask of a box that may have one."""
    if _look(box.style).edged:
        _set_mask_border(stream, box)


def draw_border(stream: Any, box: Any) -> None:
    """Draw the borders and the column rules of a box that has any."""
    if (box.border_top_width or box.border_right_width or box.border_bottom_width or box.border_left_width
            or _look(box.style).edged):
        _draw_border(stream, box)


def draw_outline(stream: Any, box: Any) -> None:
    """Draw the outlines of a box and of the boxes in it, if there are any."""
    if "_outlines" in box.__dict__ or _look(box.style).outlined:
        _draw_outline(stream, box)


def draw_inline_level(stream: Any, page: Any, box: Any, offset_x: float = 0, text_overflow: str = "clip",
                      block_ellipsis: Any = "none") -> None:
    """Draw a line, or a part of one; what is neither a line nor a span of words, as the engine does."""
    kind = type(box)
    if kind is boxes.LineBox:
        text_overflow, block_ellipsis = box.text_overflow, box.block_ellipsis
    elif kind is not boxes.InlineBox:
        _draw_inline_level(stream, page, box, offset_x, text_overflow, block_ellipsis)
        return
    set_mask_border(stream, box)
    if box.background is not None:
        engine.draw_background(stream, box.background)
    draw_border(stream, box)
    last = box.children[-1] if box.children else None
    for child in box.children:
        ellipsis = block_ellipsis if child is last else "none"
        if type(child) is boxes.TextBox:
            _draw_marked(stream, child, offset_x + child.position_x - box.position_x, text_overflow, ellipsis)
        elif isinstance(child, StackingContext):
            engine.draw_inline_level(stream, page, child, offset_x, text_overflow, ellipsis)
        else:
            draw_inline_level(stream, page, child, offset_x + child.position_x - box.position_x, text_overflow,
                              ellipsis)


def _draw_marked(stream: Any, box: Any, offset_x: float, text_overflow: str, block_ellipsis: Any) -> None:
    """Draw a text as marked content, where the page is tagged (ISO 32000-1, 14.6)."""
    tags = stream._tags
    if tags is None:
        engine.draw_text(stream, box, offset_x, text_overflow, block_ellipsis)
        return
    assert box not in tags
    mark = len(tags)
    tags[box] = {"tag": "Span", "mcid": mark}
    stream.stream.append(b"/Span <</MCID %d>> BDC" % mark)
    engine.draw_text(stream, box, offset_x, text_overflow, block_ellipsis)
    stream.stream.append(b"EMC")


def dispatch_children(box: Any, page: Any, child_contexts: Any, blocks: Any, floats: Any,
                      blocks_and_cells: Any) -> Any:
    """The box without the children that lie upon or below the page's own; itself when it has none."""
    if not isinstance(box, boxes.ParentBox):
        return box
    kept, changed, outlined = [], False, False
    for child in box.children:
        kind = type(child)
        if (kind is boxes.TextBox or kind is boxes.LineBox) and not _look(child.style).apart:
            one = child if kind is boxes.TextBox else dispatch_children(
                child, page, child_contexts, blocks, floats, blocks_and_cells)
        else:
            one = _dispatch(child, page, child_contexts, blocks, floats, blocks_and_cells)
        changed = changed or one is not child
        if one is not None:
            kept.append(one)
            outlined = outlined or (kind is not boxes.TextBox and (
                _look(child.style).outlined or "_outlines" in one.__dict__))
    made = box.copy_with_children(kept) if changed else box
    if outlined:
        made.__dict__["_outlines"] = True
    return made
