"""Peer proof: whether the PDF that an engine made is the book: its notes, each with its call, and its index.

Pages are read with poppler's pdftotext and compared by letters alone, so that hyphens, ligatures
and spaces of an engine are no matter.  A note is on its page when its first words stand below the
words before its call, where these are not broken over two pages; a heading of the index is right
when it has the pages of all its marks.
"""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import corpus_parts as parts

CONTEXT, BEGINNING = 24, 22  # letters that tell a place in the book, and a note


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found in a PDF: its pages, and the shares of notes and of index numbers that are right.

    `lost` counts notes whose first words stand nowhere.
    """

    pages: int
    notes: int
    lost: int
    on_their_page: float
    index: float


def prove(pdf: Path, book: parts.Corpus) -> Proof:
    """Read a PDF again; needs pdftotext and pikepdf."""
    pages = read(pdf)
    folios = labels(pdf, len(pages))
    letters = [letters_of(page) for page in pages]
    notes = list(notes_of(book))
    called = [(before, note) for before, note in notes if before and any(before in page for page in letters)]
    return Proof(pages=len(pages), notes=len(notes),
                 lost=sum(not any(note in page for page in letters) for _, note in notes),
                 on_their_page=round(sum(_below(*call, letters) for call in called) / max(1, len(called)), 3),
                 index=round(index_right(book, pages, letters, folios), 3))


def read(pdf: Path) -> list[str]:
    """The text of each page."""
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace").removesuffix("\f").split("\f")


def labels(pdf: Path, count: int) -> list[str]:
    """The number that each page bears."""
    import pikepdf

    with pikepdf.open(pdf) as opened:
        if "/PageLabels" not in opened.Root:
            return [str(number) for number in range(1, count + 1)]
        return [page.label for page in opened.pages]


def letters_of(text: str) -> str:
    """The letters of a text alone."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if letter.isalpha())


def contexts(book: parts.Corpus) -> Iterator[tuple[str, parts.Inline]]:
    """Every note and index mark with the letters before it; with none where they are too few to tell the place."""
    for chapter in book.chapters:
        for block in chapter.blocks:
            before = ""
            for part in block.words if isinstance(block, parts.Paragraph) else ():
                if isinstance(part, parts.Note | parts.IndexMark):
                    yield before[-CONTEXT:] if len(before) >= CONTEXT else "", part
                elif isinstance(part, str | parts.Styled):
                    before += letters_of(part if isinstance(part, str) else part.text)
                elif isinstance(part, parts.Reference | parts.PageReference):
                    before = ""  # each engine words it in its own way


def notes_of(book: parts.Corpus) -> Iterator[tuple[str, str]]:
    """The letters before each call, and those that begin its note."""
    for before, part in contexts(book):
        if isinstance(part, parts.Note):
            words = "".join(word if isinstance(word, str) else word.text for word in part.words)
            yield before, letters_of(words)[:BEGINNING]


def _below(before: str, note: str, letters: list[str]) -> bool:
    """Whether a note stands below its call."""
    return any(note in page[page.find(before):] for page in letters if before in page)


def index_right(book: parts.Corpus, pages: list[str], letters: list[str], folios: list[str]) -> float:
    """The share of headings whose numbers in the index are just those of the pages with their marks.

    Marks whose words are broken over two pages are on either.
    """
    index = index_of(pages)
    marked: dict[str, list[set[str]]] = {}
    for before, part in contexts(book):
        if isinstance(part, parts.IndexMark) and before:
            on = {folio for folio, page in zip(folios, letters, strict=True) if before in page}
            marked.setdefault(part.term, []).append(on)
    right = total = 0
    for term, places in marked.items():
        if not all(places):
            continue  # a mark of the heading cannot be told by its words
        total += 1
        printed = index.get(letters_of(term).lower(), set())
        right += all(place & printed for place in places)
    return right / max(1, total)


def index_of(pages: list[str]) -> dict[str, set[str]]:
    """The headings of the index by their letters, and the numbers behind them."""
    behind = range(len(pages) // 2, len(pages))  # the contents, too, may have a line of that name
    begin = next((at for at in behind if re.search(r"^Index$", pages[at], re.MULTILINE)), len(pages))
    entries: dict[str, set[str]] = {}
    term = ""
    for line in "\n".join(pages[begin:]).splitlines():
        words = re.match(r"[^\d,]*", line)
        if words and letters_of(words[0]):
            term = letters_of(words[0]).lower()
        entries.setdefault(term, set()).update(spread(line))
    return entries


def spread(line: str) -> Iterator[str]:
    """The numbers of a line, ranges spread out."""
    for first, last in re.findall(r"\b(\d+)(?:–(\d+))?", line):
        if not last:
            yield first
            continue
        full = first[:len(first) - len(last)] + last if len(last) < len(first) else last
        yield from map(str, range(int(first), int(full) + 1))
