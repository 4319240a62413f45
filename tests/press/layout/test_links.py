"""A link leads where the engine has it lead."""

import pytest
import weasyprint
from weasyprint import html

from press.layout import links
from press.layout.engine import install

ADDRESSES = ("#c1-n2", "#a", "#a.b_c-3", "#", "#1", "# a", "#%C3%A4", "#ä", "#a/b", "x#a", "https://example.org/#a", "",
             "?q#a", " #a ", "#a?b")
BASES = (None, "", "file:///books/", "file:///books/a b/", "https://example.org/x?y", "https://example.org/#top")


def led(address: str, base: str | None) -> object:
    tree = weasyprint.HTML(string=f'<a href="{address}">x</a>', base_url=base)
    element = tree.etree_element.find(".//a")
    box = type("Box", (), {"link": None})()
    assert html.HTML_HANDLERS["a"](element, box, None, base) == [box]
    return box.link


@pytest.mark.parametrize("base", BASES)
def test_a_link_leads_where_the_engine_has_it_lead(monkeypatch, base):
    assert install()
    ours = [led(address, base) for address in ADDRESSES]
    monkeypatch.setitem(html.HTML_HANDLERS, "a", links._handle_a)
    assert ours == [led(address, base) for address in ADDRESSES]


def test_a_name_in_the_document_is_not_asked_of_the_engine(monkeypatch):
    assert links._stays_inside("file:///books/")
    monkeypatch.delattr(links, "_handle_a")
    assert install()
    assert led("#c1-n2", "file:///books/") == ("url", ("internal", "c1-n2"))
