"""Pages of one kind have one style, and it is the one that the rules of pages give them."""

import weasyprint
import weasyprint.layout
from weasyprint.layout import page

from press.layout import engine, page_kinds
from tests.press.layout.paper import SMALL, pressed, standing, words

PAPER = SMALL + """
@page :left { margin-left: 20pt; @top-left { content: "left " counter(page); width: 40pt } }
@page :right { margin-right: 17pt; @top-right { content: "right" } }
@page :first { margin-top: 30pt } @page :nth(3n + 1) { margin-bottom: 15pt } @page :blank { margin: 40pt }
@page other { size: 170pt 130pt; @bottom-center { content: "other" } } @page other:left { padding: 3pt }
@page { @bottom-right { content: "of " string(words) "”" } } .o p { string-set: words content(first-letter) }
.o { page: other } .r { break-before: right }
"""
TEXT = "".join(f"<p>{words(60)}</p>" for _ in range(9))
SECTION = f"{TEXT}<div class=o>{TEXT}</div><div class=r>{TEXT}</div><div class=r>{TEXT}</div>"


def test_every_page_has_the_style_that_the_engine_gives_it(monkeypatch):
    assert engine.install()
    quick = standing(pressed(SECTION, PAPER))
    monkeypatch.setattr(page, "set_page_type_computed_styles", page_kinds._set_page_type_computed_styles)
    monkeypatch.setattr(weasyprint.layout, "make_margin_boxes", page_kinds._make_margin_boxes)

    assert quick == standing(pressed(SECTION, PAPER))


def test_the_styles_of_a_kind_of_pages_are_found_once(monkeypatch):
    assert engine.install()
    stock, found = page_kinds._set_page_type_computed_styles, []
    monkeypatch.setattr(page_kinds, "_set_page_type_computed_styles",
                        lambda *args: found.append(args[0].index) or stock(*args))
    pages = pressed(TEXT * 4).pages

    assert len(pages) > 10
    assert found == [0]


def test_a_head_that_is_the_same_on_all_pages_is_set_once(monkeypatch):
    assert engine.install()
    stock, made = page_kinds._make_margin_boxes, []
    monkeypatch.setattr(page_kinds, "_make_margin_boxes", lambda *args: made.append(args) or stock(*args))
    head = '@page { @top-left { content: "head"; width: 40pt } } @page :first { @top-left { content: none } }'
    found = standing(pressed(TEXT * 2, SMALL + head))

    assert len([kind for kind, *_ in found if kind == "MarginBox"]) > 10
    assert len(made) == 2


def test_the_wrappers_are_put_in_place_under_their_own_version_only(monkeypatch):
    monkeypatch.setattr(page, "set_page_type_computed_styles", None)
    monkeypatch.setattr(weasyprint.layout, "make_margin_boxes", None)
    monkeypatch.setattr(page, "make_margin_boxes", None)

    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    assert page_kinds.install() is False
    assert page.set_page_type_computed_styles is weasyprint.layout.make_margin_boxes is None

    monkeypatch.setattr(weasyprint, "__version__", page_kinds.ENGINE)
    assert page_kinds.install() is True
    assert page.set_page_type_computed_styles is page_kinds.set_page_type_computed_styles
