"""What is remembered of styles changes no section, whichever was laid out before it."""

import subprocess
import sys
from typing import Any

import pytest
import weasyprint
from weasyprint import css
from weasyprint.css.properties import INITIAL_VALUES

from press.layout import computed, remembered, section
from press.layout.engine import install
from press.layout.laid import LaidSection
from tests.books.making import ROOT
from tests.press.layout.paper import BASE, SMALL, job, note, words

STYLES = SMALL + """
.led::after { content: leader(".") "5" } li { width: 30vw } i { letter-spacing: calc(1px + .1em) }
b { width: max(1em, 2pt) } .wide { font-size: 2vh; line-height: 2 } html { overflow: hidden; --far: 3pt }
.far { margin-left: var(--far); font-size: 1.5ex } @page { @top-left { content: "left" } }
@page :right { @bottom-right { content: counter(page) } } .turned { page: plate; white-space: pre }
@page plate { size: 200pt 200pt; counter-increment: page 2 }
"""
TEXTS = {
    "notes": f"<h1>A</h1><p>{words(60)}{note(1, words(20))} and {words(9)}{note(2, words(40))}</p>",
    "lists": "<ul><li>a <i>b</i><li>c</ul><ol><li>d<li>e</ol><p class='led'>f</p><p>g</p>",
    "sizes": "<p class='wide'>h <b>i</b></p><p class='far'>j</p><ul><li>k</ul>",
    "plates": f"<p>{words(9)}</p><p class='turned'>l  m</p><p class='led'>n</p>",
    "tables": "<table><thead><tr><th>o<th>p<tbody><tr><td>q<td style='padding: 3pt'>r</table><p>s</p>",
}
WIDE = STYLES.replace("150pt 120pt", "250pt 160pt")


def laid(name: str, styles: str = STYLES) -> LaidSection:
    return section.lay_out(job(TEXTS[name], styles, heads=f"@page :left {{ @top-right {{ content: '{name}' }} }}"))


def told(found: LaidSection) -> tuple[bytes, str]:
    return found.pdf, found.described()


@pytest.mark.parametrize("name", TEXTS)
def test_a_section_is_the_same_whatever_was_laid_out_before_it(name):
    remembered._root.cache_clear()
    alone = told(laid(name))
    for other in TEXTS:
        laid(other, WIDE)
        laid(other)
        assert told(laid(name)) == alone, other
    assert told(laid(name, WIDE)) != alone


def test_a_warning_is_given_for_every_section():
    remembered._root.cache_clear()
    first, second = (section.lay_out(job("<p><b>x</b></p>", heads="b { margin-left: var(--none) }")) for _ in "12")
    assert first.warnings == second.warnings != ()


def test_no_style_outlives_its_section(monkeypatch):
    laid("notes")
    assert remembered._living == []

    def fail(*_: Any) -> None:
        assert remembered._living
        raise ZeroDivisionError

    monkeypatch.setattr(weasyprint.document, "build_formatting_structure", fail)
    with pytest.raises(ZeroDivisionError):
        laid("notes")
    assert remembered._living == []


def test_a_process_that_remembers_ends_in_good_order():
    done = subprocess.run([sys.executable, "-c", """
import press.layout.loaded
from tests.press.layout.test_remembered import laid
laid("notes")
laid("tables")
"""], cwd=ROOT, check=False)
    assert done.returncode == 0


def values(text: str) -> list[Any]:
    """All values of the elements of a text, of boxes without an element in them, and of copies."""
    style_for = css.get_all_computed_styles(html := weasyprint.HTML(string=text, base_url=BASE), font_config=FONTS)
    styles = [style_for(element) for element in html.etree_element.iter()]
    return [str(one[name]) for style in styles for one in (style, style.anonymous_style, style.copy())
            for name in INITIAL_VALUES if "_inline_" not in name and "_block_" not in name]


FONTS = weasyprint.text.fonts.FontConfiguration()


def test_every_value_is_the_one_that_the_engine_computes(monkeypatch):
    assert install()
    text = f"<style>{STYLES}</style><body>{''.join(TEXTS.values())}"
    found = values(text)
    assert values(text) == found
    monkeypatch.setattr(css.ComputedStyle, "__missing__", computed._missing)
    monkeypatch.setattr(css.AnonymousStyle, "__missing__", remembered._anonymous_missing)
    assert values(text) == found


def test_hardly_a_value_is_computed_again(monkeypatch):
    remembered._root.cache_clear()
    asked: list[str] = []

    def noted(style: Any, name: str) -> Any:
        asked.append(name)
        return computed_before(style, name)

    computed_before = computed.missing
    monkeypatch.setattr(computed, "missing", noted)
    laid("notes")
    first = len(asked)
    asked.clear()
    laid("notes")
    assert len(asked) * 4 < first
