"""The EPUB is clean, whole and the same every time; its pages are those of the PDF."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZIP_STORED, ZipFile

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from press.publish import driver
from tests.books.making import Making, silent, workshop
from tests.epubcheck import epubcheck
from tests.pages.printed import Printed

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SHOWN = 24  # letters of a page's beginning that tell it from others
NEAR_THE_HEAD = 200  # letters of the running head, and of the head of a table that stands again


class Epub:
    """An EPUB, unpacked and parsed."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.archive = ZipFile(file)
        self.package = self.parsed("package.opf")
        self.nav = self.parsed("nav.xhtml")
        self.spine = {name: self.parsed(name) for name in self.archive.namelist() if "/text/" in name}

    def parsed(self, name: str) -> Element:
        return ElementTree.fromstring(self.archive.read(name if name.startswith("EPUB/") else f"EPUB/{name}"))

    def links(self, kind: str) -> list[Element]:
        return [link for nav in self.nav.iter(f"{XHTML}nav") if nav.get(TYPE) == kind
                for link in nav.iter(f"{XHTML}a")]

    def told(self, name: str) -> list[str]:
        return [meta.text or "" for meta in self.package.iter(f"{OPF}meta") if meta.get("property") == name]


def of(making: Making) -> Epub:
    return Epub(next(file for file in making.outcome.made if file.suffix == ".epub"))


@pytest.fixture(scope="module")
def tiny(reflowable: Making) -> Epub:
    return of(reflowable)


@pytest.fixture(scope="module")
def first(first_book: Making) -> Epub:
    return of(first_book)


@pytest.fixture(scope="module", params=["tiny", "first"])
def epub(request: pytest.FixtureRequest) -> Epub:
    made: Epub = request.getfixturevalue(request.param)
    return made


def test_epubcheck_finds_nothing(epub: Epub) -> None:
    assert epubcheck(epub.file) == []


def test_epubcheck_finds_what_is_wrong(tiny: Epub, tmp_path: Path) -> None:
    broken = tmp_path / "broken.epub"
    with ZipFile(broken, "w") as archive:
        for name in tiny.archive.namelist():
            content = tiny.archive.read(name)
            archive.writestr(name, content.replace(b"the-tower.xhtml#the-tower-n1", b"the-tower.xhtml#gone"))

    assert any("RSC-012" in found for found in epubcheck(broken))


def test_the_same_edition_is_the_same_bytes(reflowable: Making, tiny: Epub, tmp_path: Path) -> None:
    again = driver.make(replace(reflowable.request, out=tmp_path, formats=("epub",), jobs=1), silent)

    assert next(file for file in again.made if file.suffix == ".epub").read_bytes() == tiny.file.read_bytes()


def test_the_kind_of_file_can_be_read_from_its_first_bytes(epub: Epub) -> None:
    first = epub.archive.infolist()[0]

    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert epub.file.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_the_page_list_names_the_folios_of_the_pdf(epub: Epub, lighthouse: Making, first_book: Making) -> None:
    making = first_book if "first-book" in str(epub.file) else lighthouse
    printed = Printed(making.pdf)
    letters = {label: "".join(re.findall(r"[^\W\d_]", "".join(word.text for word in words)))
               for label, words in zip(printed.labels, printed.words, strict=True)}
    listed = [link.text for link in epub.links("page-list")]
    begun = {folio: text for root in epub.spine.values() for folio, text in after_marks(root)}

    assert listed == [label for label in printed.labels if label in set(listed)]
    assert list(begun) == listed
    assert [label for label, text in letters.items() if text and label not in begun] == []
    for folio, text in begun.items():
        assert text in letters[folio], folio
        assert letters[folio].index(text) < NEAR_THE_HEAD, folio


def after_marks(root: Element) -> Iterator[tuple[str, str]]:
    """The first letters after each mark of a page, from the second word on: the first may be divided."""
    pieces: list[str] = []
    starts: list[tuple[str, int]] = []

    def read(element: Element) -> None:
        if element.get("role") == "doc-pagebreak":
            starts.append((element.attrib["aria-label"], len("".join(pieces))))
        if element.tag.endswith("}svg") or element.get("class") == "notes" or element.tag == f"{XHTML}head":
            return
        pieces.append(element.text or "")
        for child in element:
            read(child)
            pieces.append(child.tail or "")

    read(root)
    text = "".join(pieces)
    for (folio, at), end in zip(starts, [at for _, at in starts[1:]] + [len(text)], strict=True):
        words = text[at:end].split()
        yield folio, "".join(re.findall(r"[^\W\d_]", "".join(words[1:])))[:SHOWN]


def test_every_link_leads_to_a_name_of_the_book(epub: Epub) -> None:
    names = {f"{file.removeprefix('EPUB/text/')}#{element.get('id')}"
             for file, root in epub.spine.items() for element in root.iter() if element.get("id")}
    links = [element.get("href", "") for root in epub.spine.values() for element in root.iter(f"{XHTML}a")]

    assert [link for link in links if not link.startswith("http") and link not in names] == []
    assert len(links) > 80


def test_every_note_is_called_once_and_leads_back(epub: Epub) -> None:
    for file, root in epub.spine.items():
        here = file.removeprefix("EPUB/text/")
        calls = [link for link in root.iter(f"{XHTML}a") if link.get(TYPE) == "noteref"]
        notes = [note for note in root.iter(f"{XHTML}aside") if note.get(TYPE) == "footnote"]
        assert [call.get("href") for call in calls] == [f"{here}#{note.get('id')}" for note in notes]
        assert [call.get("role") for call in calls] == ["doc-noteref"] * len(notes)
        for call, note in zip(calls, notes, strict=True):
            back = next(note.iter(f"{XHTML}a"))
            assert (back.get("href"), back.get("role")) == (f"{here}#{call.get('id')}", "doc-backlink")
            assert back.text == call.text


def test_the_navigation_has_every_section_and_its_headings(tiny: Epub) -> None:
    titles = [(link.text, link.get("href")) for link in tiny.links("toc")]

    assert ("1 The tower on the rock", "text/the-tower.xhtml") in titles
    assert ("The building", "text/the-tower.xhtml#the-building") in titles
    assert titles[-1] == ("Colophon", "text/colophon.xhtml")
    lists = {kind: [(link.text or "").replace("\u00a0", " ") for link in tiny.links(kind)] for kind in ("lot", "loi")}
    assert lists["lot"] == ["Table 2.1 Bodies counted"]
    assert lists["loi"] == [
        "Figure 2.1 Published figures of the drowned",
        "Figure A.1 The years from 1823, and the days of the wreck enlarged"]


def test_the_landmarks_are_contents_text_chronology_and_index(tiny: Epub) -> None:
    assert [link.get(TYPE) for link in tiny.links("landmarks")] == ["bodymatter", "toc", "chronology", "index"]


def test_the_metadata_are_those_of_the_edition(tiny: Epub) -> None:
    def dublin(name: str) -> list[str | None]:
        return [element.text for element in tiny.package.iter(f"{DC}{name}")]

    assert [item.get("properties") for item in tiny.package.iter(f"{OPF}item")].count("cover-image") == 1
    assert dublin("identifier") == ["urn:uuid:00000000-0000-4000-8000-000000000001"]
    assert dublin("title") == ["Skarholm Light", "An Invented Reference Book"]
    assert dublin("creator") == ["Ada Lind"]
    assert (dublin("publisher"), dublin("date"), dublin("language")) == (["The Press"], ["2024-05-01"], ["en"])
    assert dublin("rights") == ["Nobody keeps any rights in this text."]
    assert tiny.told("dcterms:modified") == ["2024-05-01T00:00:00Z"]
    assert tiny.told("file-as") == ["Lind, Ada"]


def test_the_metadata_tell_readers_what_they_can_do(tiny: Epub) -> None:
    assert tiny.told("schema:accessMode") == ["textual", "visual"]
    assert tiny.told("schema:accessModeSufficient") == ["textual"]
    assert {"tableOfContents", "index", "pageBreakMarkers", "pageNavigation", "alternativeText",
            "structuralNavigation"} <= set(tiny.told("schema:accessibilityFeature"))
    assert tiny.told("schema:accessibilityHazard") == ["none"]
    assert tiny.told("dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.1 Level AA"]
    assert "screen" in tiny.told("pageBreakSource")[0]
    assert tiny.told("schema:accessibilitySummary")


def test_words_of_another_language_say_so_to_every_reader(epub: Epub) -> None:
    tagged = [element for root in epub.spine.values() for element in root.iter() if element.get("lang")]

    assert {"hy", "ru"} <= {element.get("lang") for element in tagged}
    assert [element.attrib for element in tagged if element.get("lang") != element.get(XML_LANG)] == []


def test_every_drawing_has_a_title_and_words(epub: Epub) -> None:
    drawings = [element for root in epub.spine.values() for element in root.iter() if element.tag.endswith("}svg")]

    assert len(drawings) >= 2
    for drawing in drawings:
        title, words = drawing[:2]
        assert (drawing.get("role"), title.tag[-5:], words.tag[-4:]) == ("img", "title", "desc")
        assert title.text
        assert words.text


def test_every_cell_that_heads_a_column_or_row_says_which(epub: Epub) -> None:
    heads = [head for root in epub.spine.values() for head in root.iter(f"{XHTML}th")]

    assert {head.get("scope") for head in heads} <= {"col", "row", "colgroup", "rowgroup"}
    assert ["".join(head.itertext()) for head in heads if not "".join(head.itertext()).strip()] == []


def test_the_fonts_have_every_character_that_is_printed(epub: Epub) -> None:
    fonts = [TTFont(io.BytesIO(epub.archive.read(name))) for name in epub.archive.namelist() if name.endswith(".ttf")]
    held = {chr(code) for font in fonts for code in font.getBestCmap()}
    printed = {character for root in epub.spine.values() for character in "".join(root.itertext())}

    assert len(fonts) == 11
    assert sorted(printed - held - set("\n\u2060\u00ad")) == []
    assert sorted(held - printed - set("0123456789")) == []


def test_nothing_leads_to_a_place_outside_but_links(epub: Epub) -> None:
    for root in epub.spine.values():
        for element in root.iter():
            if not element.tag.endswith("}a"):
                assert not re.search(r"https?:", element.get("src", "") + element.get("href", ""))


def test_the_pictures_of_an_editor_stand_beside_the_text_with_their_words(
        lighthouse: Making, tmp_path: Path) -> None:
    root = workshop(tmp_path / "pictured")
    (root / ".cache").symlink_to(lighthouse.request.root / ".cache")
    Image.new("L", (40, 30), 128).save(root / "content" / "rock.png")
    (root / "content" / "lamp.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>', encoding="utf-8")
    chapter = root / "content" / "body" / "02-the-wreck.md"
    chapter.write_text(f"{chapter.read_text(encoding='utf-8')}\n![The rock](rock.png) ![The lamp](lamp.svg)\n",
                       encoding="utf-8")
    made = driver.make(replace(lighthouse.request, root=root, content=root / "content", out=root / "dist",
                               formats=("epub",), jobs=1), silent)
    assert [str(error) for error in made.report.errors] == []
    epub = Epub(next(file for file in made.made if file.suffix == ".epub"))
    pictures = [(image.get("src"), image.get("alt")) for image in epub.spine["EPUB/text/the-wreck.xhtml"].iter(
        f"{XHTML}img")]

    assert pictures == [("../pictures/the-wreck-1.png", "The rock"), ("../pictures/the-wreck-2.svg", "The lamp")]
    assert epub.archive.read("EPUB/pictures/the-wreck-1.png") == (root / "content" / "rock.png").read_bytes()
    assert epubcheck(epub.file) == []
