"""veraPDF finds nothing in a live file with tables, figures, lists, notes and Armenian."""

from tests.press.assemble.shop import leaves, make, plan, words
from tests.verapdf.runner import verapdf

# What stands in the way of PDF/UA-2 and PDF/A-4f, as the README tells: the claim and the version of the file,
# and in the tags Notes, the namespace of the document, captions within tables, lists, and links to places.
# (6.9-5: the small books of this test carry no files.)
TOWARDS_PDF_2 = {"5-2", "5-5", "6.1-1", "8.2.5.14-1", "8.2.5.2-2", "8.2.5.25-1", "8.2.5.27-1", "8.8-1",
                 "6.1.2-1", "6.1.3-4", "6.1.3-5", "6.7.3-2", "6.7.3-3", "6.7.3-5", "6.9-5"}


def test_the_live_file_is_accessible_and_lasts(book, tmp_path):
    # A second one whose sections use hardly any font: the assembler brings its own.
    bare = make([plan("one", leaves(2)), plan("two", f'<p>w<note n="1">{words(200)}</note></p>')])
    files = {"full.pdf": book.pdf, "bare.pdf": bare.pdf}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

    results = verapdf("PDFUA-1,PDFA-3A,PDFUA-2-ISO32005,PDFA-4F", *(tmp_path / name for name in files))
    kept = [one for one in results if one.profile in ("PDFUA-1", "PDFA-3A")]

    assert [(one.file.name, one.profile, one.failed) for one in kept if not one.complies] == []
    assert all(result.assertions > 1000 for result in results)
    assert {rule.rule for one in results for rule in one.failed} <= TOWARDS_PDF_2
