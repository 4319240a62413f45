"""Tagging: the structure of a page's boxes, in which the words of an element are its own, for WeasyPrint 70.0.

The engine makes an element of structure of every box, and within it one more of every run of
words on a line, a Span that says nothing (ISO 32000-1, 14.8.4.4).  Here an element has its words
itself, as the engine has it for links, so that the tags of a book are half as many.  Figures, lists,
tables as a whole, and what is no element are left to the engine.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

import pydyf
import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags as engine

ENGINE = "70.0"
CELLS = frozenset({"TD", "TH"})
LEFT = frozenset({"Figure", "Table", "LI"})  # to the engine
NOWHERE = boxes.PageBox, boxes.MarginBox, boxes.FootnoteAreaBox, boxes.ReplacedBox
PASSED_OVER = frozenset({"html", "body"})

_build_box_tree = engine._build_box_tree
_tag_of = cache(engine._get_pdf_tag)


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    engine._build_box_tree = build_box_tree
    return True


def build_box_tree(box: Any, parent: Any, pdf: Any, page_number: int, nums: Any, annotations: Any,
                   tags: Any) -> Iterable[Any]:
    """The element of a box, with those of what is in it; the engine's own where it is not a plain one."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    name = None if box.element is None else box.element_tag
    tag = _tag_of(name)
    if tag in LEFT or name in PASSED_OVER or isinstance(box, NOWHERE) or box.widget_annotation:
        made: Iterable[Any] = _build_box_tree(box, parent, pdf, page_number, nums, annotations, tags)
        return made
    page = pdf.page_references[page_number]
    cell = tag in CELLS and parent["S"] not in ("/TD", "/TH")
    kids = pydyf.Array()
    element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{'NonStruct' if tag in CELLS and not cell else tag}",
                                "K": kids, "Pg": page, "P": parent.reference})
    pdf.add_object(element)
    if cell:
        _describe_cell(box, element)
    if box.link_annotation:
        _tie(box.link_annotation, element, page, pdf, annotations)
    own = element.reference
    for child in box.children:
        for one in child.children if isinstance(child, boxes.LineBox) else (child,):
            if isinstance(one, boxes.TextBox):
                mark = tags.pop(one)["mcid"]
                kids.append(mark)
                nums[mark] = own
            else:
                at = len(kids)  # what is below a list may put itself into this element, after the list
                kids[at:at] = [below.reference for below in build_box_tree(
                    one, element, pdf, page_number, nums, annotations, tags)]
    return (element,)


def _describe_cell(box: Any, element: Any) -> None:
    """What a cell says of itself; the engine finds its heads later by its box."""
    said = element["A"] = pydyf.Dictionary({"O": "/Table"})
    if box.colspan != 1:
        said["ColSpan"] = box.colspan
    if box.rowspan != 1:
        said["RowSpan"] = box.rowspan
    box.mark = element


def _tie(annotation: Any, element: Any, page: bytes, pdf: Any, annotations: Any) -> None:
    """Tie the annotation of a link to its element (14.7.4.3)."""
    reference = pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": page})
    pdf.add_object(reference)
    annotations.append((element.reference, annotation))
    element["K"].append(reference.reference)
