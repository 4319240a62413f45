"""Book: `book.yaml`, an edition and the Markdown files become one `Book`."""

import re
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from press.findings import Place, Report, did_you_mean
from press.load.copies import Script, fair_copy
from press.load.editions import editions
from press.load.files import display_name, is_within, may_be_file, read_text
from press.load.nodes import Mapping, Node, Scalar, Sequence, read_yaml
from press.load.records import read_record
from press.load.registers import load_registers
from press.model.book import Book, Edition, Title
from press.model.memory import NOTHING, Memories
from press.model.records import Id, Text
from press.model.section import Matter, Section
from press.model.source import Record

R = TypeVar("R", bound=Record)
FENCE = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)(.*)", re.DOTALL)
TEMPLATE = {Matter.FRONT: "prose", Matter.BODY: "chapter", Matter.BACK: "prose"}


class Opening(Record):
    """What a Markdown file says of its section before the text begins."""

    id: Id
    title: Text
    number: str = ""
    running_head: str = ""
    template: str = ""


def load_book(content: Path, edition: str, report: Report, memories: Memories = NOTHING) -> Book | None:
    """The book of a content folder in one edition, or None when its frame cannot be read; texts are remembered."""
    frame = _read(content / "book.yaml", content, report)
    title = None if frame is None else read_record(frame, Title, report)
    chosen = load_edition(content, edition, report)
    registers = load_registers(content, report)
    read = [_load_section(content, file, matter, number, report, memories)
            for matter in Matter for number, file in enumerate(_files(frame, matter), 1)]
    sections = tuple(section for section in read if section)
    if not title or not chosen:
        return None
    return _since(content, Book(title, chosen, sections, registers, None not in read), report)


def _since(content: Path, book: Book, report: Report) -> Book:
    """The book with what its previous edition said, and all that has changed since."""
    edition = book.edition
    if not edition.previous:
        return book
    from press.load.recorded import read_record_file, record_file
    from press.model.changes import changes
    from press.model.recording import record_of

    before = None
    if edition.previous == edition.id or not record_file(content, edition.previous).exists():
        report.add("H-01", edition.place, f"no record of the edition “{edition.previous}” is kept",
                   f"record it first: build.py edition record {edition.previous}"
                   if edition.previous in editions(content) else "name the edition before this one")
    else:
        before = read_record_file(content, edition.previous, report)
    if not before or not book.whole or book.registers.incomplete:
        return replace(book, before=before)
    return replace(book, before=before, changes=changes(before, record_of(book), edition.reasons))


def _files(frame: Node | None, matter: Matter) -> list[Scalar]:
    """The files that book.yaml names for one matter, each with its place."""
    listed = frame.get(matter.value) if isinstance(frame, Mapping) else None
    return [item for item in listed.items if isinstance(item, Scalar)] if isinstance(listed, Sequence) else []


def read_file(path: Path, content: Path, model: type[R], report: Report) -> R | None:
    """One record from one YAML file."""
    node = _read(path, content, report)
    return None if node is None else read_record(node, model, report)


def _read(path: Path, content: Path, report: Report) -> Node | None:
    name = display_name(path, content)
    text = read_text(path, name, report)
    return None if text is None else read_yaml(text, name, report)


def load_edition(content: Path, edition: str, report: Report) -> Edition | None:
    """The edition asked for; without a name the last one."""
    known = editions(content)
    if not known:
        report.add("B-01", Place(f"{content.name}/editions"), "the book has no edition",
                   "write content/editions/1st.yaml")
        return None
    name = edition or known[-1]
    if name not in known:
        report.add("B-02", Place(f"{content.name}/editions"), f"there is no edition “{name}”",
                   did_you_mean(name, known) or f"known: {', '.join(known)}")
        return None
    read = read_file(content / "editions" / f"{name}.yaml", content, Edition, report)
    if read and read.id != name:  # it would be made over the files of another
        report.add("B-08", read.place, f"the edition says that its id is “{read.id}”, and its file is {name}.yaml",
                   f"write id: {name}, or name the file {read.id}.yaml")
    return read


def _load_section(content: Path, file: Scalar, matter: Matter, number: int, report: Report,
                  memories: Memories) -> Section | None:
    path = content / file.text
    if not is_within(path, content) or not may_be_file(path):
        known = sorted(found.relative_to(content).as_posix() for found in content.glob("*/*.md"))
        report.add("B-03", file.place, f"there is no file “{file.text}” in the book’s folder",
                   did_you_mean(file.text, known) or "correct the name or write the file")
        return None
    name = display_name(path, content)
    text = read_text(path, name, report)
    fence = None if text is None else _fence(text, name, report)
    if not fence:
        return None
    node = read_yaml(fence[1], name, report, first_line=2)
    opening = None if node is None else read_record(node, Opening, report)
    line = fence.string.count("\n", 0, fence.start(2)) + 1
    copy = fair_copy(Script(fence[2], name, line, opening.id if opening else ""), content, report, memories)
    if opening is None:
        return None
    return Section(
        id=opening.id, title=opening.title, matter=matter, template=opening.template or TEMPLATE[matter],
        place=opening.place, copy=copy, running_head=opening.running_head or opening.title,
        number=opening.number or (str(number) if matter is Matter.BODY else ""))


def _fence(text: str, name: str, report: Report) -> re.Match[str] | None:
    """What a Markdown file says of its section, and its text."""
    fence = FENCE.fullmatch(re.sub(r"\r\n?", "\n", text))
    if not fence:
        report.add("B-05", Place(name, 1, 1), "the file does not begin with its id and title",
                   "write them between two lines of ---: id: …, title: …")
    return fence
