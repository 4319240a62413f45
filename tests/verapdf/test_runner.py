"""veraPDF, as the tests ask it."""

from pathlib import Path

import pytest
import weasyprint

from tests.verapdf.runner import FailedRule, Result, read, verapdf


def test_what_the_engine_prints_is_read_line_by_line():
    assert read("PASS PDFUA-1 a book.pdf (12 assertions)\n"
                "FAIL PDFA-3A a book.pdf (7 assertions)\n"
                "  6.1.3-1 x1: no ID @ root\n"
                "  6.2.4.3-2 x100: DeviceRGB @ root/document[0]\n") == [
        Result(Path("a book.pdf"), "PDFUA-1", complies=True, assertions=12),
        Result(Path("a book.pdf"), "PDFA-3A", complies=False, assertions=7, failed=(
            FailedRule("6.1.3-1", 1, "no ID @ root"),
            FailedRule("6.2.4.3-2", 100, "DeviceRGB @ root/document[0]"))),
    ]


@pytest.fixture
def paper(tmp_path):
    """One page, tagged and untagged."""
    page = weasyprint.HTML(string="<html lang=en><title>A page</title><body><h1>A page</h1><p>Its words.")
    page.write_pdf(tmp_path / "tagged.pdf", pdf_variant="pdf/ua-1")
    page.write_pdf(tmp_path / "plain.pdf")
    return tmp_path


def test_a_tagged_page_complies_and_an_untagged_one_names_the_rules_it_breaks(paper):
    tagged, plain = verapdf("PDFUA-1", paper / "tagged.pdf", paper / "plain.pdf")

    assert tagged.complies
    assert tagged.assertions > 10
    assert not plain.complies
    assert "7.1-11" in {rule.rule for rule in plain.failed}


def test_a_file_that_is_no_pdf_is_not_taken_for_one_that_complies(tmp_path):
    (tmp_path / "no.pdf").write_text("no PDF", encoding="utf-8")

    with pytest.raises(RuntimeError, match="did not come to an end"):
        verapdf("PDFUA-1", tmp_path / "no.pdf")
