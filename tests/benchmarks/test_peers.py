"""The peers: the same book for other engines, what its making took, and whether it is the book."""

import importlib
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from tests.books.making import ROOT

MODULES = ("corpus_book", "corpus_parts", "peer_html", "peer_latex", "peer_pandoc", "peer_plot", "peer_proof",
           "peer_typst", "peers", "process_tree")


@pytest.fixture(scope="module")
def benchmarks():
    """The modules of the benchmarks, which are commands and no package."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        yield {name: importlib.import_module(name) for name in MODULES}
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))


@pytest.fixture(scope="module")
def book(benchmarks):
    return benchmarks["corpus_book"].make_book(20)


def test_every_engine_is_given_every_note_index_mark_and_reference_of_the_book(benchmarks, book):
    parts = benchmarks["corpus_parts"]
    notes, marks = book.count(parts.Note), book.count(parts.IndexMark)
    references = sum(isinstance(part, parts.PageReference) for chapter in book.chapters for block in chapter.blocks
                     if isinstance(block, parts.Paragraph) for part in block.words)
    typst, html = benchmarks["peer_typst"].typst(book), benchmarks["peer_html"].one_document(book)
    latex, markdown = benchmarks["peer_latex"].latex(book), benchmarks["peer_pandoc"].pandoc(book)

    assert notes > 20
    assert typst.count("#footnote[") == html.count('class="fn"') == latex.count(r"\footnote{") == notes
    assert markdown.count("^[") == notes
    assert typst.count('#ix("') == len(re.findall(r'id="i\d+"', html)) == latex.count(r"\index{") == marks
    assert (markdown.count(r"\index{"), markdown.count(r"\pageref{")) == (marks, references)
    assert typst.count("#pref(<") == html.count('class="pr"') == latex.count(r"\pageref{") == references > 0


@pytest.fixture
def results(benchmarks):
    """What the press and Typst took for a book of 100 pages."""
    peers, proof = benchmarks["peers"], benchmarks["peer_proof"].Proof(30, 77, 3, 0.896, 1.0)
    press, typst = (benchmarks["process_tree"].Cost(cpu, wall, 100, 200) for cpu, wall in ((6.0, 4.0), (2.0, 1.0)))
    return {100: {"press, cold": peers.Result(press, proof, "", 3, 0.5),
                  peers.BASE: peers.Result(typst, proof, "0.15.2", 3, 0.5)}}


def test_the_ratio_is_to_the_peer_and_a_peer_that_is_not_there_leaves_no_ratio(benchmarks, results):
    peers = benchmarks["peers"]

    assert "| 100 | press, cold | 4.0 | 4.00 | 6.0 | 3.00 | 100 | 200 | 30 | 3 of 77 | 90% | 100% |" in peers.table(
        results)
    results[100].pop(peers.BASE)
    assert "| 100 | press, cold | 4.0 |  | 6.0 |  |" in peers.table(results)


def test_a_run_of_another_size_keeps_what_was_measured(benchmarks, results, tmp_path):
    peers, file = benchmarks["peers"], tmp_path / "speed.json"
    peers.keep(results, file)
    peers.keep({400: results[100]} | peers.kept(file), file)

    assert list(peers.kept(file)) == [100, 400]
    assert peers.kept(file)[100] == results[100]


def test_ten_times_the_seconds_are_one_step_of_the_plot(benchmarks):
    drawn = ElementTree.fromstring(benchmarks["peer_plot"].plot({100: {"press": 0.1, "peer": 1.0, "other": 100.0}}))
    press, peer, other = (float(dot.get("cx")) for dot in drawn.iter("{http://www.w3.org/2000/svg}circle"))

    assert peer > press
    assert other - peer == pytest.approx(2 * (peer - press))


def test_a_run_costs_what_the_processes_took_that_it_started_too(benchmarks, tmp_path):
    child = "import time\nwhile time.process_time() < 0.3: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"

    assert benchmarks["process_tree"].run([sys.executable, "-c", parent], tmp_path).cpu > 0.3


def test_a_run_costs_what_a_process_took_whose_parent_did_not_wait(benchmarks, tmp_path):
    child = "import time\nwhile time.process_time() < 0.3: pass"
    parent = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {child!r}])"

    assert benchmarks["process_tree"].run([sys.executable, "-c", parent], tmp_path).cpu > 0.3


def test_a_run_that_fails_has_no_cost(benchmarks, tmp_path):
    tree = benchmarks["process_tree"]

    with pytest.raises(tree.RunError, match="left with 3"):
        tree.run([sys.executable, "-c", "import sys; sys.exit(3)"], tmp_path)


@pytest.fixture
def small_book(benchmarks):
    """A book of two marks and two notes."""
    parts = benchmarks["corpus_parts"]
    words = ["A lamp was lit on the tower of the harbour", parts.Note(("The keeper’s log has it so.",)),
             parts.IndexMark("lamp"), " and another on the eastern rock",
             parts.Note(("A chart shows the rock.",)), parts.IndexMark("rock")]
    return parts.Corpus("Lights", "A.", (parts.Chapter("c", "One", [parts.Paragraph(words)]),), ("lamp", "rock"), {})


@pytest.mark.parametrize(("pages", "found"), [
    (("A lamp was lit on the tower of the har-\nbour1 The keeper’s log has it so.",
      "and another on the eastern rock2\nA chart shows the rock.", "Index\nlamp, 1\nrock, 2"), (3, 2, 0, 1, 1)),
    (("A lamp was lit on the tower of the harbour1", "and another on the eastern rock2\nThe keeper’s log has it so.",
      "Index\nlamp, 2\nrock, 2"), (3, 2, 1, 0, 0.5))])
def test_a_note_is_on_the_page_of_its_call_or_late_or_lost(benchmarks, small_book, pages, found, monkeypatch):
    proof = benchmarks["peer_proof"]
    monkeypatch.setattr(proof, "read", lambda pdf: list(pages))
    monkeypatch.setattr(proof, "labels", lambda pdf, count: ["1", "2", "3"])

    assert proof.prove("book.pdf", small_book) == proof.Proof(*found)


def test_a_range_of_the_index_is_all_its_pages(benchmarks):
    assert list(benchmarks["peer_proof"].spread("mast, 7, 12–14, 198–9")) == ["7", "12", "13", "14", "198", "199"]


def test_what_somebody_else_has_started_is_left_alone(benchmarks, tmp_path):
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as other:
        benchmarks["process_tree"].run([sys.executable, "-c", "pass"], tmp_path)

        assert other.poll() is None
        other.kill()
