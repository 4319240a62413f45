"""A small shop: books of a few small pages, set, laid out, paged and assembled by the press itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

from press.assemble.catalog import Metadata
from press.assemble.fonts import declared_faces
from press.assemble.interior import Interior, assemble
from press.compose.html import to_html
from press.compose.tokens import resolve
from press.findings import Report
from press.layout.laid import Job, LaidSection
from press.layout.page_maps import Plan
from press.layout.paginate import paginate
from press.layout.section import lay_out
from press.model.pages import PageMap

STYLES = Path(__file__).resolve().parents[3] / "styles"
SHEETS = "fonts page type notes tables matter screen".split()
# Eleven lines a page, so that every section takes several pages.
SMALL = """:root { --trim-w: 100mm; --trim-h: 80mm; --inner: 12mm; --top: 14mm; --outer: 14mm; --foot: 18mm;
  --text: 9pt; --line: 11pt; --note: 8pt; --note-line: 9pt; --hang: 15pt; --indent: 9pt }
h1 { padding-top: 0; margin-bottom: 11pt }"""
METADATA = Metadata(
    title="Bread & <salt>", creators=("Jane Roe", "A. & B."), description="A “test” of pages",
    language="en-GB", rights="All kinds", identifier="urn:test:1", date="2026-02-26")


def styles() -> str:
    """The house's styles on small paper."""
    report = Report()
    texts = {name: (STYLES / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS}
    css = resolve({**texts, "small": SMALL}, report)
    assert report.findings == []
    return css


def plan(name: str, text: str, body: bool = True, title: str = "", kind: str = "text") -> Plan:
    """A section from an editor's tree: `<note n="1">…</note>`, `<a href="#name">page ##</a>`."""
    tree, css = fromstring(f"<div>{text}</div>"), styles()
    head = f"<h1>{title or name.capitalize()}</h1>"

    def compose(found: PageMap) -> Job:
        html = (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{name}</title></head>'
                f'<body class="{kind}"><section id="{name}">{head}{to_html(tree, name, found)}</section>'
                "</body></html>")
        return Job(id=name, html=html, css=css, base=STYLES.as_uri() + "/")

    return Plan(name, body, 0, compose)


@dataclass(frozen=True)
class Made:
    """A book of the shop: its sections, where its names stand, its file, and what was found."""

    sections: list[LaidSection]
    bodies: list[bool]
    found: PageMap
    pdf: bytes
    report: Report

    def again(self, **changes: Any) -> bytes:
        """The file put together once more, perhaps in another way."""
        return assemble(list(zip(self.sections, self.bodies, strict=True)), self.found,
                        replace(interior(), **changes), Report())

    @property
    def first_pages(self) -> dict[str, int]:
        """The page of the file on which each section begins, from 0."""
        found, at = {}, 0
        for section in self.sections:
            found[section.id] = at
            at += len(section.pages) + len(section.pages) % 2
        return found


def interior() -> Interior:
    return Interior(METADATA, declared_faces(STYLES / "fonts.css"),
                    profile=(STYLES / "icc" / "sRGB.icc").read_bytes())


def make(plans: Sequence[Plan]) -> Made:
    """The book of these sections."""
    report = Report()
    known: dict[Job, LaidSection] = {}

    def lay(composed: Iterable[Job | None], found: dict[str, LaidSection]) -> None:
        for job in filter(None, composed):
            if job not in known:
                known[job] = lay_out(job)
            found[job.id] = known[job]

    sections, found = paginate(plans, lay, report)
    bodies = [one.body for one in plans]
    pdf = assemble(list(zip(sections, bodies, strict=True)), found, interior(), report)
    return Made(sections, bodies, found, pdf, report)


def words(count: int) -> str:
    """A text of that many words."""
    known = "the record of what was seen and of what others wrote about it later in many places".split()
    return " ".join(known[number % len(known)] for number in range(count))


def leaves(count: int) -> str:
    """A text that fills that many pages, quickly laid out."""
    return "".join(f'<p style="break-before: page">Leaf {number}.</p>' for number in range(count))


DRAWING = ("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 20'%3E"
           "%3Cg opacity='.5'%3E%3Ctext x='5' y='15' font-family='Label' font-size='10'%3EDrawn%3C/text%3E"
           "%3C/g%3E%3C/svg%3E")
TABLE = """<div class="tab" id="TAB"><p class="cap"><b>Table 1</b> Counts</p><table>
<thead><tr><th scope="col">Who</th><th scope="col">How many</th></tr></thead><tbody>
<tr><th scope="row">One</th><td>12<note n="2">In a cell.</note></td></tr>
<tr><th scope="row">Two</th><td>13</td></tr></tbody></table></div>"""
ARMENIAN = '<span lang="hy">\u0531\u0580\u0581\u0561\u056d\u056b \u0574\u0561\u057d\u056b\u0576</span>'


def full(name: str, number: int, other: str) -> str:
    """A text with everything a section may hold, that refers to another section."""
    return f"""<p n="{number}.1" id="par-{number}.1">{words(20)}<note n="1">{words(150)} {ARMENIAN}, see
<a href="#{other}">page ##</a>.</note> {words(9)} {ARMENIAN}
<a href="https://example.org/x" class="url">example.org</a></p>
{TABLE.replace("TAB", f"tab-{name}")}
<ul><li>one<note n="3">In a list.</note></li><li>two</li></ul>
<h2 id="h-{name}">Second, <a href="#{other}">page ##</a></h2>
<p id="par-{number}.2">Here is <i>what stands on <a href="#{other}">page ##</a></i> {words(40)}</p>
<blockquote><p>{words(12)}<note n="4"><i>All</i> in <i>italics</i>.</note></p></blockquote>
<figure id="fig-{name}"><img alt="A drawing" src="{DRAWING}"/>
<p class="cap"><b>Figure 1</b> Drawn</p></figure>"""
