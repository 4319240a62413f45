"""What is answered at once is what the engine answers."""

from typing import Any

import pytest
import weasyprint
from weasyprint.formatting_structure import boxes, build

from press.layout import answers
from press.layout.engine import install

TEXT = """<section><h1>A</h1><p>b <i>c</i> <img alt=x src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"></p>
<div style="display: table-row">d <b>e</b></div> <p style="display: table-cell">f</p> g</section>
<table> <caption>h</caption> <tr> <td>i <td><p>j</p></table><span style="display: table-row">k</span>
<p>l <span style="display: table-cell">m</span> <span style="display: table-cell">n</span> o</p>
<div style="display: inline-block"><p>q</p></div><div style="display: flex">r <p>s</p></div>
<div style="display: table"><p>t</p></div><ul><li>u</ul>"""


def tree(box: Any) -> tuple[Any, ...]:
    """A box and those in it, by their kinds."""
    return type(box).__name__, getattr(box, "text", ""), *map(tree, box.children)


def test_boxes_are_wrapped_as_parts_of_tables_as_by_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    assert install()
    assert not {boxes.TableBox, boxes.TableCellBox, boxes.TableRowBox, boxes.TableRowGroupBox,
                boxes.TableCaptionBox} & answers.NO_ROWS
    assert not any(kind.internal_table_or_caption or kind.proper_table_child for kind in answers.NO_ROWS)
    ours = [tree(page._page_box) for page in weasyprint.HTML(string=TEXT).render().pages]
    monkeypatch.setattr(build, "table_boxes_children", answers._table_boxes_children)
    assert ours == [tree(page._page_box) for page in weasyprint.HTML(string=TEXT).render().pages]
    assert "TableCellBox" in str(ours)
