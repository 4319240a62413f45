"""veraPDF finds nothing in a live file with tables, figures, lists, notes and Armenian."""

from tests.press.assemble.shop import leaves, make, plan, words
from tests.verapdf.runner import verapdf


def test_the_live_file_is_accessible_and_lasts(book, tmp_path):
    # A second one whose sections use hardly any font: the assembler brings its own.
    bare = make([plan("one", leaves(2)), plan("two", f'<p>w<note n="1">{words(200)}</note></p>')])
    files = {"full.pdf": book.pdf, "bare.pdf": bare.pdf}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

    results = verapdf("PDFUA-1,PDFA-3A", *(tmp_path / name for name in files))

    assert [(one.file.name, one.profile, one.failed) for one in results if not one.complies] == []
    assert all(result.assertions > 1000 for result in results)
