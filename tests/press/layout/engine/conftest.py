"""The engine's own tests of footnotes, under the press's wrappers, and where they differ with a reason.

`weasyprint/` holds files of WeasyPrint 70.0 as they are.  A test that is not in
`deviations.yaml` passes, also where the engine's authors expect it to fail; one that
is in it fails, and sets its pages as the list says.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import weasyprint
import yaml
from weasyprint.formatting_structure import boxes

from press.layout import engine

HERE = Path(__file__).parent
DEVIATIONS = {entry["test"]: entry for entry in yaml.safe_load(
    (HERE / "deviations.yaml").read_text(encoding="utf-8"))}
COLOURS = {(255, 0, 0): "R", (0, 0, 255): "B", (0, 255, 0): "G", (0, 0, 0): "K"}
BLANK = "_"


@dataclass
class Seen:
    """The pages that the engine laid out last."""

    pages: list[Any]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect of a test what the list says, not what the engine's authors expect."""
    for item in items:
        if HERE in item.path.parents:
            item.own_markers[:] = [mark for mark in item.own_markers if mark.name != "xfail"]


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    """Let a test on the list fail in the way that the list describes, and in no other."""
    deviation = DEVIATIONS.get(pyfuncitem.name)
    if deviation is None or HERE / "weasyprint" not in pyfuncitem.path.parents:
        return (yield)
    try:
        yield
    except (AssertionError, ValueError, pytest.fail.Exception):
        assert [described(page) for page in pyfuncitem.funcargs["laid_out"].pages] == deviation["pages"]
        return True
    pytest.fail("it passes now: strike it from deviations.yaml")


@pytest.fixture(autouse=True)
def laid_out(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """The press's wrappers, but for its own narrow styles of notes; and what they lay out."""
    assert engine.install()
    monkeypatch.setattr(weasyprint.HTML, "_ua_stylesheets", lambda _, forms=False: [weasyprint.UA_STYLESHEET])
    seen, render = Seen([]), weasyprint.HTML.render

    def rendered(*args: Any, **kwargs: Any) -> Any:
        document = render(*args, **kwargs)
        seen.pages = [page._page_box for page in document.pages]
        return document

    monkeypatch.setattr(weasyprint.HTML, "render", rendered)
    return seen


def described(page: Any) -> dict[str, list[str]]:
    """The lines of a page's text and of its notes."""
    areas = [box for box in page.children if isinstance(box, boxes.FootnoteAreaBox)]
    text = [box for box in page.children if not isinstance(box, (boxes.FootnoteAreaBox, boxes.MarginBox))]
    return {"text": [line for box in text for line in _lines(box)],
            "notes": [line for box in areas for line in _lines(box)]}


def _lines(box: Any) -> list[str]:
    return ["".join(part.text for part in line.descendants() if isinstance(part, boxes.TextBox)).strip()
            for line in box.descendants() if isinstance(line, boxes.LineBox)]


@pytest.fixture
def assert_pixels(laid_out: Seen) -> Callable[[str, str], None]:
    """Hold a picture against the boxes of a document in the engine's test font, whose letters are squares."""
    from tests.press.layout.engine.weasyprint.testing_utils import BASE_URL, FakeHTML

    def hold(expected: str, html: str) -> None:
        FakeHTML(string=html, base_url=BASE_URL).render()
        assert drawn(laid_out.pages) == [row.strip() for row in expected.split("\n") if row.strip()]

    return hold


def drawn(pages: list[Any]) -> list[str]:
    """The pages one below the other, a letter a px."""
    width = max(round(page.margin_width()) for page in pages)
    return [row for page in pages for row in _picture(page, width)]


def _picture(page: Any, width: int) -> list[str]:
    rows = [[BLANK] * width for _ in range(round(page.margin_height()))]
    indent = (width - round(page.margin_width())) // 2
    for box in page.descendants(placeholders=True):
        if isinstance(box, boxes.TextBox):
            size = box.style["font_size"]
            colour = tuple(round(255 * part) for part in box.style["color"].coordinates)
            for at in (at for at, letter in enumerate(box.text) if not letter.isspace()):
                _fill(rows, indent + box.position_x + at * size, box.position_y, size, COLOURS[colour])
    return ["".join(row) for row in rows]


def _fill(rows: list[list[str]], x: float, y: float, size: float, letter: str) -> None:
    for row in rows[max(0, round(y)):round(y + size)]:
        for at in range(max(0, round(x)), min(len(row), round(x + size))):
            row[at] = letter
