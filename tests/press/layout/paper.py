"""Paper for the tests of layout: small pages, the house's faces, and notes as the press writes them."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes

from press.layout import hanging_space, split_notes
from press.layout.laid import Job, LaidNote, LaidPage, LaidSection, Spot

STYLES = Path(__file__).resolve().parents[3] / "styles"
BASE = STYLES.as_uri() + "/"
FACES = (STYLES / "fonts.css").read_text(encoding="utf-8")

# A page of 150 × 120 pt; a text of 8 on 10 pt; notes of 7 on 8 pt.  The rest is the house's.
SMALL = FACES + """
@page { size: 150pt 120pt; margin: 10pt;
  @footnote { margin-top: 4pt; padding-top: 3pt; padding-bottom: .1px } }
html { font: 8pt/10pt Text; orphans: 2; widows: 2 }
body, p, h1, h2, ul, blockquote { margin: 0; padding: 0; font-size: 8pt; font-weight: 400 }
h1 { bookmark-level: 1 } h2 { margin: 5pt 0; break-after: avoid; bookmark-level: 2 }
ul { margin: 3pt 12pt } blockquote { margin: 3pt 10pt }
table { width: 100%; border-collapse: collapse } td { padding: 0; vertical-align: top }
.nc { white-space: nowrap } .call { line-height: 0; vertical-align: 2pt; font-size: 6pt }
::footnote-call { content: "" } ::footnote-marker { content: none }
.fn { float: footnote; footnote-policy: line; white-space: normal; orphans: 1; widows: 1; font: 7pt/8pt Text }
"""

PLACED = ("position_x", "position_y", "width", "height", "baseline", "margin_top", "margin_left", "padding_left",
          "border_right_width", "text", "justification_spacing", "resume_at")


def words(count: int) -> str:
    """A text of that many words, none of them divided."""
    return " ".join(f"w{number % 97}" for number in range(count))


def note(number: int, text: str, section: str = "s") -> str:
    """A note with its call, as the press writes it."""
    return (f'<span class="nc">\u2060<a class="call" id="{section}-c{number}">{number}</a>'
            f'<span class="fn" id="{section}-n{number}"><a class="mk">{number}</a> {text}</span></span>')


def job(text: str, css: str = SMALL, name: str = "s", **fields: str) -> Job:
    """A section of that text."""
    html = (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{name}</title></head>'
            f'<body>{text}</body></html>')
    return Job(id=name, html=html, css=css, **{"base": BASE, **fields})


def pressed(text: str, css: str = SMALL) -> Any:
    """The engine's pages of a text, with the press's wrappers."""
    assert split_notes.install()
    assert hanging_space.install()
    return weasyprint.HTML(string=f'<html lang="en"><style>{css}</style><body>{text}', base_url=BASE).render()


def letters(box: Any) -> str:
    """The text of a box and of the boxes in it."""
    return "".join(part.text for part in (box, *box.descendants()) if isinstance(part, boxes.TextBox))


def lines(page: Any) -> list[Any]:
    """The line boxes of a page, in their order."""
    return [box for box in page._page_box.descendants() if isinstance(box, boxes.LineBox)]


def standing(document: Any) -> list[Any]:
    """What stands where on the pages of a document, box by box."""
    return [(type(box).__name__, box.element_tag, sorted(box.remove_decoration_sides),
             [box.__dict__.get(name) for name in PLACED], [type(child).__name__ for child in box.children])
            for page in document.pages for box in page._page_box.descendants()]


def stub(name: str, pages: int = 1, names: Mapping[str, Sequence[int]] | None = None,
         notes: Sequence[LaidNote] = (), warnings: Sequence[str] = ()) -> LaidSection:
    """A section that nobody laid out: so many pages, and the pages that names stand on."""
    page = LaidPage(150, 120, "", blank=False, text=(10, 10, 140, 110))
    spots = {key: tuple(Spot(at, 10, 100) for at in found) for key, found in (names or {}).items()}
    nothing: dict[str, Any] = {part.name: "" if part.name in ("failure", "job") else () for part in fields(LaidSection)}
    return LaidSection(**{
        **nothing, "id": name, "pages": (page,) * pages, "names": spots, "notes": tuple(notes),
        "warnings": tuple(warnings), "pdf": b"%PDF of " + name.encode()})
