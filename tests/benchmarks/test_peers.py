"""The peers: the same book for other engines, and what the timing makes of its figures."""

import importlib.util
import re
import sys
from xml.etree import ElementTree

import pytest

from tests.books.making import ROOT


@pytest.fixture(scope="module")
def benchmarks():
    """The modules of the benchmarks, which are commands and no package."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        yield {name: importlib.import_module(name) for name in ("corpus_book", "corpus_text", "peer_books", "peers")}
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))


@pytest.fixture(scope="module")
def book(benchmarks):
    return benchmarks["corpus_book"].make_book(20)


def test_every_engine_is_given_every_note_and_index_mark_of_the_book(benchmarks, book):
    text = benchmarks["corpus_text"]
    notes, marks = book.count(text.Note), book.count(text.IndexMark)
    typst, html = benchmarks["peer_books"].typst(book), benchmarks["peer_books"].one_document(book)

    assert notes > 20
    assert typst.count("#footnote[") == html.count('class="fn"') == notes
    assert typst.count('#ix("') == len(re.findall(r'id="i\d+"', html)) == marks
    assert typst.count("#pref(<") == html.count('class="pr"') > 0


def test_the_ratio_is_to_the_peer_and_a_peer_that_is_not_there_leaves_no_ratio(benchmarks):
    peers = benchmarks["peers"]
    press, typst = peers.Cost(6.0, 4.0, 200), peers.Cost(2.0, 1.0, 100)

    assert "| 100 | press, cold | 4.0 | 4.00 | 6.0 | 3.00 | 200 |" in peers.table(
        {100: {"press, cold": press, peers.BASE: typst}})
    assert "| 100 | press, cold | 4.0 |  | 6.0 |  | 200 |" in peers.table({100: {"press, cold": press}})


def test_the_plot_has_a_bar_for_every_run_as_long_as_it_took(benchmarks):
    peers = benchmarks["peers"]
    drawn = ElementTree.fromstring(peers.plot({100: {"press": peers.Cost(1, 2.0, 1), "peer": peers.Cost(1, 8.0, 1)}}))
    bars = [float(bar.get("width")) for bar in drawn.iter("{http://www.w3.org/2000/svg}rect")]

    assert bars[1] == 4 * bars[0]
