"""Facing pages of registers come down to one depth, by a little white between what is not divided."""

from itertools import pairwise

import pytest
import weasyprint
import weasyprint.document

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
    weasyprint.document.layout_document = feather._layout_document
    try:
        return [round(foot(page._page_box) * 0.75, 1) for page in pressed(text, css).pages]
    finally:
        feather.install()


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
    far = register(9, 5, 2, 6, 3, 4, 4)

    assert feet(far.replace("<tr>", "<tr style='break-inside: avoid'>"))[1] == bare(far)[1]


def test_the_wrapper_is_put_in_place_under_its_own_version_only(monkeypatch):
    monkeypatch.setattr(weasyprint.document, "layout_document", stock := object())
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    assert feather.install() is False
    assert weasyprint.document.layout_document is stock
