"""Tagging: the words of an element are its own, in the order in which they stand, and nothing else is another."""

import io
import re

import pikepdf
import pytest
from weasyprint.pdf import tags as engine

from press.layout import tagging
from press.layout.section import lay_out
from tests.press.layout.paper import job, words

TEXT = f"""<h2>A head</h2>
<p id="p">Some <i>leaning</i> words <a href="https://example.org">and a link</a>, {words(30)}</p>
<ul><li>one<ul><li>below it</li></ul></li><li>two</li></ul>
<table><tr><th scope="col" colspan="2">Head</th></tr><tr><td>a</td><td>b <b>c</b></td></tr></table>"""
CELL = re.compile(r"\d+(-\d+-\d+)")  # the name of a cell begins with the number of its table's element


def tree(pdf: bytes) -> list:
    """The structure of a file, role by role; a Span of one mark is told by that mark."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        def read(element, fold: bool):
            if not isinstance(element, pikepdf.Dictionary):
                return int(element)
            if "/Obj" in element:
                return "link"
            kids = element.get("/K", pikepdf.Array())
            kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            inside = [read(kid, fold=True) for kid in kids]
            if fold and str(element.S) == "/Span" and len(inside) == 1 and isinstance(inside[0], int):
                return inside[0]
            said = [CELL.sub(r"\1", repr(element.get(key, ""))) for key in ("/A", "/ID")]
            return [str(element.S), *said, *inside]

        return read(opened.Root.StructTreeRoot.K[0], fold=False)


@pytest.fixture(scope="module")
def ours() -> bytes:
    return lay_out(job(TEXT)).pdf


def test_the_tree_is_the_engine_s_but_for_spans_that_say_nothing(ours, monkeypatch):
    monkeypatch.setattr(tagging, "install", lambda: True)
    monkeypatch.setattr(engine, "_build_box_tree", tagging._build_box_tree)
    assert tree(lay_out(job(TEXT)).pdf) == tree(ours)


def test_a_paragraph_has_its_words_itself(ours):
    with pikepdf.open(io.BytesIO(ours)) as opened:
        found = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/P"]
        assert found
        assert all(isinstance(kid, int) or kid.get("/S") != "/Span" for one in found for kid in one.K)


def test_every_mark_of_a_page_leads_to_the_element_that_has_it(ours):
    with pikepdf.open(io.BytesIO(ours)) as opened:
        tree = list(opened.Root.StructTreeRoot.ParentTree.Nums)
        owners = list(tree[1])
        assert len(owners) > 10
        for mark, owner in enumerate(owners):
            assert mark in [kid for kid in owner.K if isinstance(kid, int)]
