"""A line that is put together at once is the line that the engine puts together."""

import pytest
import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from press.layout import engine, plain_lines
from tests.press.layout.paper import SMALL, note, pressed, standing, words

TEXT = ("Every harbour master of the northern coasts, whether appointed or <em>self-appointed, understood</em> "
        f"perfectly well{note(1, 'A note of <em>some</em> words, at <a href=#x>length</a>.')} that "
        "<b>light<i>houses</i></b>, unlike "
        f"promises, are maintained; “incomprehensible <em>inconsistencies</em>”{note(2, words(9))} characterised <span "
        "class=w>administrative</span> <em></em> communications.")
MEASURES = range(40, 131, 7)
PAPER = SMALL.replace("120pt", "900pt") + """
html { hyphens: auto; hyphenate-limit-chars: 6 3 3 } p { text-align: justify } .w { padding: 0 2pt; border: 1pt solid }
.s { font-size: 12pt; vertical-align: 3pt } .m { vertical-align: middle } .t { vertical-align: top }
.f { float: left; width: 20pt } .b { display: inline-block; width: 14pt } .r { position: relative; left: 3pt }
.n { white-space: nowrap } .l { letter-spacing: 1pt }
.d::after { content: leader(".") "9" } .u::first-letter { font-size: 12pt } .v::first-line { color: red }
"""


def in_measures(text: str) -> str:
    """A text in paragraphs of many widths."""
    return "".join(f'<p style="width: {width}pt; text-indent: {width % 5}pt">{text}</p>' for width in MEASURES)


@pytest.mark.parametrize("text", [
    TEXT,
    TEXT.replace("<em>", "<em class=w>").replace("<b>", "<b class=s>"),
    TEXT.replace("<em>", "<em class=m>").replace("<b>", "<b class=t>").replace("<i>", "<i class=r>"),
    "Of <span class=b>1</span> <em>and <span class=b>2</span> and</em> <i>all that was <i>said</i></i> at length.",
    "White <em>space </em> <em> in </em> many <b> places<i> </i></b><span class=s>, and a note</span> here.",
    "The first line<br>and the next, <em>soft\u00adly di\u00advid\u00aded</em>, <b>zero\u200bwidth</b>, no\u00a0break.",
    "A float <span class=f>aside</span> in the midst of a <em>text of <span class=f>two</span> lines</em> and more.",
    "Two <span class=n>that never <em>part</em></span> and <em class=l>spaced letters</em>.",
    "<span dir=rtl>שלום <em>עולם</em></span> and <em>English words</em> after them.",
    "<span class=d>An entry of the index</span>",
])
def test_a_line_put_together_at_once_is_the_line_of_the_engine(monkeypatch, text):
    assert engine.install()
    text = in_measures(text) + f"<div class=u>{in_measures(text)}</div><div class=v>{in_measures(text)}</div>"
    quick = standing(pressed(text, PAPER))
    monkeypatch.setattr(inline, "get_next_linebox", plain_lines._get_next_linebox)
    monkeypatch.setattr(inline, "handle_leader", plain_lines._handle_leader)

    assert quick == standing(pressed(text, PAPER))


def test_most_lines_of_running_text_are_put_together_at_once(monkeypatch):
    assert engine.install()
    stock, slow = plain_lines._get_next_linebox, []
    monkeypatch.setattr(plain_lines, "_get_next_linebox", lambda *args: slow.append(stock(*args)) or slow[-1])
    found = [box for page in pressed(in_measures(TEXT), PAPER).pages for box in page._page_box.descendants()
             if isinstance(box, boxes.LineBox)]

    assert len(found) > 150
    assert len(slow) < len(found) / 4


def test_the_wrappers_are_put_in_place_under_their_own_version_only(monkeypatch):
    monkeypatch.setattr(inline, "get_next_linebox", None)
    monkeypatch.setattr(inline, "handle_leader", None)

    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    assert plain_lines.install() is False
    assert inline.get_next_linebox is inline.handle_leader is None

    monkeypatch.setattr(weasyprint, "__version__", plain_lines.ENGINE)
    assert plain_lines.install() is True
    assert inline.get_next_linebox is plain_lines.get_next_linebox
