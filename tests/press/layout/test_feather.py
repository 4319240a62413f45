"""Facing pages of registers come down to one depth, by a little white between what is not divided."""

from itertools import pairwise
from typing import Any

import pytest
import weasyprint
import weasyprint.document
from weasyprint.formatting_structure import boxes

from press.layout import feather
from press.layout.depth import foot
from tests.press.layout.paper import SMALL, lines, note, pressed

ROWS = SMALL + "td { padding: 1pt 0 } tr { break-inside: avoid }"


def register(*heights: int, noted: int = 0) -> str:
    """A table of rows of so many lines."""
    rows = [f"<tr><td>{'<br>'.join(['line'] * height)}{note(1, 'Note.') if at + 1 == noted else ''}</td></tr>"
            for at, height in enumerate(heights)]
    return f"<table>{''.join(rows)}</table>"


def feet(text: str, css: str = ROWS) -> list[float]:
    """How far the pages of a text come down, in pt."""
    assert feather.install()
    return [round(foot(page._page_box) * 0.75, 1) for page in pressed(text, css).pages]


def bare(text: str, css: str = ROWS) -> list[float]:
    """The same without feathering."""
    return [round(foot(page._page_box) * 0.75, 1) for page in feet_of(text, css, feathered=False).pages]


def feet_of(text: str, css: str = ROWS, *, feathered: bool = True) -> Any:
    """The pages of a text, feathered or not."""
    assert feather.install()
    if not feathered:
        weasyprint.document.layout_document = feather._layout_document
    try:
        return pressed(text, css)
    finally:
        feather.install()


def tops(document: Any) -> list[list[float]]:
    """Where the lines of every page stand."""
    return [[round(line.position_y, 1) for line in lines(page)] for page in document.pages]


UNEVEN = register(4, 4, *[2, 2, 2, 2, 3], *[3, 3, 2, 2], *[2] * 5, 4, 4)


def test_facing_pages_of_rows_end_at_one_height():
    before, after = bare(UNEVEN), feet(UNEVEN)

    assert abs(before[1] - before[2]) > 1
    assert after[1] == pytest.approx(after[2], abs=0.2)
    assert after[1] >= max(before[1], before[2]) - 0.1


def test_the_first_and_the_last_page_stay_as_they_are():
    before, after = bare(UNEVEN), feet(UNEVEN)

    assert len(before) == len(after)
    assert (before[0], before[-1]) == (after[0], after[-1])


def test_no_row_leaves_its_page_and_none_stands_on_another():
    feet(UNEVEN)
    for page in pressed(UNEVEN, ROWS).pages:
        tops = [line.position_y for line in lines(page)]
        assert all(below - above >= lines(page)[0].height - 0.1 for above, below in pairwise(tops))
        assert foot(page._page_box) <= page._page_box.content_box_y() + page._page_box.height + 0.1


def test_running_text_and_pages_with_notes_keep_their_grid():
    text = f"<p>{'line<br>' * 45}line</p>"
    noted = register(4, 4, *[2, 2, 2, 2], *[3, 3, 2], *[2] * 5, 4, 4, noted=3)

    assert feet(text, SMALL) == bare(text, SMALL)
    assert feet(noted)[1] == bare(noted)[1]


def test_white_is_added_within_limits_only():
    far = register(9, 5, 2, 6, 3, 4, 4)  # one joint a page

    assert feet(far)[1] - bare(far)[1] == pytest.approx(feather.MOST * 10, abs=0.1)


EARLY = register(1, 2, 2, 5, 4, 4, 4)


def test_a_page_that_breaks_off_is_spread_whether_a_page_faces_it_or_not():
    before, after = bare(EARLY), feet(EARLY)

    assert after[0] < 110
    assert after[0] - before[0] == pytest.approx(2 * feather.MOST * 10, abs=0.1)


def test_the_rows_of_a_page_that_breaks_off_above_its_notes_are_spread_and_its_paragraphs_are_not():
    rows = register(1, 1, 1, 6, 4, 4, noted=1)
    text = (f"<p>line{note(1, 'Note.')}</p><p class=far>line</p><p class=far>line</p>"
            f"<p style='break-inside: avoid'>{'line<br>' * 6}line</p><p>{'line<br>' * 9}line</p>")
    css = ROWS + ".far { margin-top: 5pt }"

    assert tops(feet_of(rows))[0] != tops(feet_of(rows, feathered=False))[0]
    assert tops(feet_of(text, css)) == tops(feet_of(text, css, feathered=False))


def test_a_heading_is_not_parted_from_what_it_heads():
    css = ROWS + "h2 { margin: 0 0 5pt; break-after: avoid }"
    text = EARLY.replace("<table>", "<h2>Head</h2><table>").replace("<tr><td>line</td></tr>", "")

    head = [tops(feet_of(text, css, feathered=feathered))[0][1] for feathered in (True, False)]
    assert head[0] == head[1]


def test_the_hairline_between_rows_has_the_white_on_both_its_sides():
    pages = [feet_of(EARLY, feathered=feathered).pages[0]._page_box for feathered in (True, False)]
    rows, bare_rows = ([box for box in page.descendants() if isinstance(box, boxes.TableRowBox)] for page in pages)

    assert rows[1].position_y - bare_rows[1].position_y == pytest.approx(feather.MOST * 10 / 0.75 / 2, abs=0.1)
    assert rows[-1].position_y + rows[-1].height >= foot(pages[0]) - 0.1


def test_the_wrapper_is_put_in_place_under_its_own_version_only(monkeypatch):
    monkeypatch.setattr(weasyprint.document, "layout_document", stock := object())
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    assert feather.install() is False
    assert weasyprint.document.layout_document is stock
