"""A value that no rule sets is the one that the engine computes."""

from typing import Any

import weasyprint
from weasyprint import css
from weasyprint.css.properties import INITIAL_VALUES

from press.layout import computed
from press.layout.engine import install

TEXT = """<html lang="en"><style>
html { font-size: 10pt; --far: 3pt } p { margin-inline-start: 2em; padding-block-end: var(--far);
width: calc(50% - 1em) }
div { font-size: 1.5em; border-inline-end: 1pt solid; text-decoration: underline; inline-size: 20pt; line-height: 120%;
letter-spacing: calc(1px + 1%) } section { page: plate; direction: rtl } i { float: left;
color: inherit; border: inherit }
</style><body><div><p>a <i>b</i></p></div><section><p>c <i>d</i><span>e</span></p></section><table><tr><td>f</table>"""


def values() -> list[Any]:
    """All values of all elements of a text."""
    html = weasyprint.HTML(string=TEXT)
    style_for = css.get_all_computed_styles(html)
    return [(element.tag, name, str(style_for(element)[name]))
            for element in html.etree_element.iter() for name in INITIAL_VALUES]


def test_every_value_is_the_one_that_the_engine_computes(monkeypatch):
    assert install()
    found = values()
    monkeypatch.setattr(css.ComputedStyle, "__missing__", computed._missing)
    assert values() == found


def test_what_depends_on_other_values_is_left_to_the_engine():
    assert {"display", "float", "position", "page", "text_decoration_line", "border_top_width"}.isdisjoint(
        computed.PLAIN)
    assert len(computed.PLAIN) > len(INITIAL_VALUES) * 0.8
