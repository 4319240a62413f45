"""The assembled file: folios, blanks, late numbers, links, bookmarks, metadata; the same bytes every time."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from press.assemble.interior import assemble
from press.assemble.numbers import GLYPH, RUN
from press.findings import Place, Report
from press.layout.laid import LaidSection
from press.model.folio import roman
from press.model.pages import PageMap
from tests.press.assemble.seen import destinations, labels, leaf, links, text, words_by_page
from tests.press.assemble.shop import METADATA, Made, interior, make, plan

NEAR = 0.6  # pt


@pytest.fixture(scope="module")
def words(book: Made):
    return words_by_page(book.pdf)


def pages(book: Made):
    """Every page: its section, its number there, what layout knows of it; None for a blank verso."""
    for section in book.sections:
        for number, laid in enumerate(section.pages):
            yield section, number, laid
        if len(section.pages) % 2:
            yield section, len(section.pages), None


def expected(book: Made) -> list[str]:
    """The folio of every page, printed or not."""
    found, at = [], {False: 0, True: 0}
    body = {section.id: body for section, body in zip(book.sections, book.bodies, strict=True)}
    for section, _, _ in pages(book):
        at[body[section.id]] += 1
        found.append(str(at[True]) if body[section.id] else roman(at[False]))
    return found


def test_nothing_is_amiss_with_the_book(book):
    assert book.report.findings == []
    assert [len(section.pages) % 2 for section in book.sections] == [1, 0, 1, 1, 1]
    assert any(laid and laid.blank for _, _, laid in pages(book))


def test_every_section_begins_on_a_recto(book, opened):
    assert [page % 2 for page in book.first_pages.values()] == [0] * len(book.sections)
    assert len(opened.pages) == len(list(pages(book)))


def test_folios_stand_at_the_outer_edge_of_the_head_and_under_openings(book, words):
    style = interior().folio
    for at, (_, number, laid) in enumerate(pages(book)):
        if laid is None or laid.blank or laid.name == "bare":
            continue
        folio = expected(book)[at]
        left, foot, right, head = laid.text
        if number == 0:
            seen = [word for word in words[at] if word.head < foot - style.drop / 2]
            assert [word.text for word in seen] == [folio]
            assert seen[0].left - left == pytest.approx(right - seen[0].right, abs=NEAR)
        else:
            seen = [word for word in words[at] if word.foot > head]
            assert [word.text for word in seen] == [folio]
            assert (seen[0].right if at % 2 == 0 else seen[0].left) == pytest.approx(
                right if at % 2 == 0 else left, abs=NEAR)
        base_line = foot - style.drop if number == 0 else head + style.head
        assert seen[0].foot < base_line < seen[0].head


def test_blank_and_bare_pages_show_no_folio(book, words):
    for at, (_, _, laid) in enumerate(pages(book)):
        if laid is None or laid.blank:
            assert words[at] == []
        elif laid.name == "bare":
            assert [word.text for word in words[at]] == ["Title", "Bare."]


def test_a_blank_verso_carries_nothing_but_its_size(book, opened):
    for page, (_, _, laid) in zip(opened.pages, pages(book), strict=True):
        if laid is None:
            assert not {"/Contents", "/Annots", "/StructParents"} & set(page.obj.keys())
            assert list(page.obj.Resources.keys()) == []
            assert page.mediabox == opened.pages[0].mediabox


def test_page_labels_are_the_folios(book, opened):
    assert labels(opened) == expected(book)


def test_late_numbers_are_the_folios_of_where_they_lead(book):
    read = " ".join(text(book.pdf).split())
    two, preface = (str(book.found.folio(name)) for name in ("two", "preface"))

    assert (len(two), preface) == (2, "iii")
    assert f"and page {two}" in read                        # from the front matter
    assert f"see page {two}." in read                       # in a note
    assert f"Second, page {two}" in read                    # in a heading
    assert f"Here is what stands on page {two}" in read     # in italics
    assert f"On page {preface}" in read                     # from the body to the front matter
    assert read.count(f"page {book.found.folio('par-1.2')}") >= 2
    assert not re.search(r"page 0+\b", read)


def test_late_numbers_are_set_in_the_face_of_their_zeros(book, opened):
    two = book.first_pages["two"]
    page = opened.pages[next(at for at, (section, number, _) in enumerate(pages(book))
                             if section.id == "one" and number == 3)].obj
    runs = RUN.findall(page.Contents[1].read_bytes())
    faces = {opened.pages[0].obj.Resources.Font[f"/{font.decode()}"].BaseFont: glyphs
             for _, _, font, _, glyphs in runs if len(GLYPH.findall(glyphs)) == 2}

    assert labels(opened)[two] == "17"
    assert {str(face).split("+")[1] for face in faces} >= {"Text-Italic", "Text-Semi-Bold"}


def test_a_late_number_that_finds_no_zeros_is_a_finding(book):
    def emptied(section: LaidSection) -> LaidSection:
        with pikepdf.open(io.BytesIO(section.pdf)) as pdf:
            for page in pdf.pages:
                page.Contents = pdf.make_stream(b"")
            target = io.BytesIO()
            pdf.save(target)
        return replace(section, pdf=target.getvalue())

    report = Report()
    sections = [emptied(section) if section.id == "preface" else section for section in book.sections]
    assemble(list(zip(sections, book.bodies, strict=True)), book.found, interior(), report)

    finding, = report.findings
    assert (finding.rule, finding.place) == ("P-02", Place("preface"))
    assert finding.message == "1 page numbers found no zeros to replace"


def test_every_reference_leads_to_a_name_of_the_file(opened):
    names = destinations(opened)
    inside = [annotation for _, annotation in links(opened) if "/Dest" in annotation]

    assert len(inside) > 20
    assert [str(annotation.Dest) for annotation in inside if str(annotation.Dest) not in names] == []
    assert not any("/A" in annotation for annotation in inside)


def test_links_out_of_the_book_stay(opened):
    outside = [str(annotation.A.URI) for _, annotation in links(opened) if "/A" in annotation]

    assert outside == ["https://example.org/x"] * 2


def test_every_link_is_printed_and_spoken(opened):
    for _, annotation in links(opened):
        assert annotation.F == 4
        assert str(annotation.Contents)
        left, low, right, high = map(float, annotation.Rect)
        assert right > left
        assert abs(high - low) >= 4


def test_a_call_leads_to_its_note_and_the_note_back_to_its_call(book, opened):
    names = destinations(opened)
    by_name = {(page, str(annotation.Dest)): str(annotation.Contents)
               for page, annotation in links(opened) if "/Dest" in annotation}
    for section in book.sections:
        start = book.first_pages[section.id]
        for note in section.notes:
            number = note.id.rsplit("-n", 1)[1]
            call = f"{section.id}-c{number}"
            assert by_name[start + note.called_on, note.id] == f"Note {number}"
            assert by_name[start + note.pages[0], call] == f"Back to the text at note {number}"
            assert (names[note.id], names[call]) == (start + note.pages[0], start + note.called_on)


def test_names_lead_to_the_pages_that_layout_found(book, opened):
    found = {section.id: book.first_pages[section.id] for section in book.sections}
    for section in book.sections:
        found |= {name: book.first_pages[section.id] + spots[0].page for name, spots in section.names.items()}

    assert destinations(opened) == found
    assert [labels(opened)[page] for name, page in sorted(found.items())] == [
        str(book.found.folio(name)) for name in sorted(found)]


def test_names_are_sorted_by_their_bytes_whatever_their_letters():
    names = ["b", "a", "A", "\u00e9", "\u2022", "\u0531", "z"]
    made = make([plan("one", "".join(f'<p id="{name}">Text.</p>' for name in names))])
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        keys = list(leaf(pdf.Root.Names.Dests))

    assert keys == sorted(keys)
    assert len(keys) == len(names) + 1


def test_a_reference_to_nowhere_is_a_finding():
    made = make([plan("one", '<p>See <a href="#nowhere">there</a>.</p>')])

    finding, = made.report.findings
    assert (finding.rule, finding.message) == ("R-05", "a reference leads to “nowhere”, which is nowhere")


def test_a_font_that_no_stylesheet_declares_is_a_finding(book):
    faces = {name: file for name, file in interior().faces.items() if name != "Armenian"}
    report = Report()
    assemble([(book.sections[2], True)], PageMap(), replace(interior(), faces=faces), report)

    assert "the engine took the font “Armenian”, which is not declared" in [
        finding.message for finding in report.findings if finding.rule == "G-02"]


def test_the_bookmarks_are_the_headings_of_the_sections(opened):
    with opened.open_outline() as outline:
        read = [(item.title, [below.title for below in item.children]) for item in outline.root]
        closed = [item.is_closed for item in outline.root if item.children]

    assert [(title, len(below)) for title, below in read] == [
        ("Title", 0), ("Preface", 0), ("One", 1), ("Long", 0), ("Two", 1)]
    assert closed == [True, True]


def test_a_bookmark_leads_to_the_page_of_its_heading(book, opened):
    numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
    with opened.open_outline() as outline:
        found = [numbers[item.destination[0].objgen] for item in outline.root]

    assert found == list(book.first_pages.values())


def test_the_file_says_what_it_is_and_its_dates_are_the_edition_s(opened):
    info, xmp = opened.docinfo, opened.Root.Metadata.read_bytes().decode()

    assert (str(info.Title), str(info.Author)) == (METADATA.title, "Jane Roe; A. & B.")
    assert str(info.CreationDate) == str(info.ModDate) == "D:20260226000000Z"
    assert "Bread &amp; &lt;salt&gt;" in xmp
    assert set(re.findall(r"20\d\d-\d\d-\d\d", xmp)) == {METADATA.date}
    assert (str(opened.Root.Lang), bool(opened.Root.ViewerPreferences.DisplayDocTitle)) == ("en-GB", True)
    with opened.open_metadata() as read:
        assert (read["dc:title"], read["dc:identifier"], read["dc:creator"]) == (
            METADATA.title, METADATA.identifier, list(METADATA.creators))


def test_the_same_sections_give_the_same_bytes(book):
    assert book.again() == book.pdf
    assert book.again() == book.pdf


def test_other_metadata_give_other_bytes_and_the_same_pages(book):
    other = book.again(metadata=replace(METADATA, title="Another"))

    assert other != book.pdf
    assert text(other) == text(book.pdf)


@pytest.fixture(scope="module")
def printed(book: Made) -> bytes:
    return book.again(live=False)


def test_a_file_for_a_printing_machine_has_no_links_tags_or_bookmarks(printed):
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert not {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Names"} & set(pdf.Root.keys())
        assert [page for page in pdf.pages if {"/Annots", "/StructParents"} & set(page.obj.keys())] == []
        assert b"pdfuaid:part>" not in pdf.Root.Metadata.read_bytes()


def test_a_file_for_a_printing_machine_has_the_words_folios_and_numbers_of_the_screen(book, printed):
    assert text(printed) == text(book.pdf)
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert labels(pdf) == expected(book)


def test_a_section_is_assembled_alone_as_well(book):
    last: LaidSection = book.sections[1]
    with pikepdf.open(io.BytesIO(assemble([(last, False)], PageMap(), interior(), Report()))) as pdf:
        assert labels(pdf) == ["i", "ii"]
