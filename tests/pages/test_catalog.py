"""What the file tells a reader's program: bookmarks, title, language, fonts and tags."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from press.assemble.fonts import declared_faces
from tests.pages.alignment import letters
from tests.pages.reading import Reading
from tests.verapdf.runner import verapdf


def words(heading: Element) -> Iterator[str]:
    """The words of a heading without its notes."""
    yield heading.text or ""
    for child in heading:
        yield from words(child) if child.tag != "note" else ()
        yield child.tail or ""


def test_every_section_has_its_bookmark_in_the_order_of_the_leaves(reading: Reading) -> None:
    tops = [mark for mark in reading.printed.bookmarks if mark.depth == 0]

    assert len(tops) == len(reading.sections)
    for mark, section in zip(tops, reading.sections, strict=True):
        assert letters(mark.title).endswith(letters(section.title))
        assert mark.page in reading.extents[section.id]
        assert mark.page == reading.extents[section.id][0] or section.template == "preliminaries"


def test_every_heading_of_a_text_has_a_bookmark_below_that_of_its_section(reading: Reading) -> None:
    for section in reading.sections:
        typed = [letters("".join(words(heading))) for heading in section.body.iter("h2")]
        marks = [letters(mark.title) for mark in reading.printed.bookmarks
                 if mark.depth == 1 and mark.page in reading.extents[section.id]]
        if typed:
            assert marks == typed


def test_a_bookmark_leads_to_the_page_of_its_heading(reading: Reading) -> None:
    for mark in reading.printed.bookmarks:
        assert letters(mark.title) in reading.text(mark.page)


def test_every_font_is_embedded_and_declared(reading: Reading) -> None:
    declared = declared_faces(reading.making.request.root / "styles" / "fonts.css")

    assert set(reading.printed.fonts) <= set(declared)
    for font in reading.printed.fonts.values():
        assert font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
        assert font.ToUnicode.read_bytes()


def test_the_file_says_its_title_its_language_and_its_date(reading: Reading) -> None:
    book, root, information = reading.loaded, reading.printed.pdf.Root, reading.printed.pdf.docinfo

    assert str(information.Title) == book.title.title
    assert str(information.Subject) == book.title.description
    assert str(root.Lang) == book.title.language
    assert str(information.CreationDate) == str(information.ModDate) == (
        f"D:{book.edition.date.replace('-', '')}000000Z")
    with reading.printed.pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == book.title.title
        assert metadata["dc:identifier"] == book.edition.identifier
        assert metadata["pdfuaid:part"] == "1"


def test_verapdf_finds_no_failed_rule_for_pdf_ua_1(reading: Reading) -> None:
    result, = verapdf("PDFUA-1", reading.making.pdf)

    assert [(rule.rule, rule.times, rule.message) for rule in result.failed] == []
    assert result.complies
    assert result.assertions > 1000
