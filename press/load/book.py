"""Book: `book.yaml`, an edition and the Markdown files become one `Book`."""

import re
from pathlib import Path
from typing import TypeVar

from press.findings import Place, Report, did_you_mean
from press.load.files import display_name, read_text
from press.load.markdown import read_markdown
from press.load.nodes import Mapping, read_yaml
from press.load.records import read_record
from press.load.registers import load_registers
from press.model.book import Book, Edition, Title
from press.model.section import Matter, Section
from press.model.source import Record

R = TypeVar("R", bound=Record)
FENCE = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


TEMPLATE = {Matter.FRONT: "prose", Matter.BODY: "chapter", Matter.BACK: "prose"}


class Opening(Record):
    """What a Markdown file says of its section before the text begins."""

    id: str
    title: str
    number: str = ""
    running_head: str = ""
    template: str = ""


def load_book(content: Path, edition: str, report: Report) -> Book | None:
    """The book of a content folder in one edition, or None when its frame cannot be read."""
    title = read_file(content / "book.yaml", content, Title, report)
    chosen = _load_edition(content, edition, report)
    registers = load_registers(content, report)
    if title is None or chosen is None:
        return None
    sections: list[Section] = []
    for matter, files in ((Matter.FRONT, title.front), (Matter.BODY, title.body), (Matter.BACK, title.back)):
        for number, file in enumerate(files, 1):
            section = _load_section(content, file, matter, str(number) if matter is Matter.BODY else "", title, report)
            if section:
                sections.append(section)
    _check_ids(sections, report)
    return Book(title, chosen, tuple(sections), registers)


def read_file(path: Path, content: Path, model: type[R], report: Report) -> R | None:
    """One record from one YAML file."""
    name = display_name(path, content)
    text = read_text(path, name, report)
    node = None if text is None else read_yaml(text, name, report)
    return None if node is None else read_record(node, model, report)


def editions(content: Path) -> list[str]:
    """The ids of the editions, oldest first by name of file."""
    return sorted(path.stem for path in (content / "editions").glob("*.yaml"))


def _load_edition(content: Path, edition: str, report: Report) -> Edition | None:
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
    return read_file(content / "editions" / f"{name}.yaml", content, Edition, report)


def _load_section(content: Path, file: str, matter: Matter, number: str, title: Title,
                  report: Report) -> Section | None:
    path = content / file
    name = display_name(path, content)
    if not path.is_file():
        known = sorted(str(p.relative_to(content)) for p in content.glob("*/*.md"))
        report.add("B-03", title.place, f"book.yaml names “{file}”, which is not there",
                   did_you_mean(file, known) or "correct the name or write the file")
        return None
    text = read_text(path, name, report)
    if text is None:
        return None
    fence = FENCE.match(text)
    if not fence:
        report.add("B-05", Place(name, 1, 1), "the file does not begin with its id and title between lines of ---",
                   "begin it with ---, id: …, title: …, ---")
        return None
    node = read_yaml(fence[1], name, report, first_line=2)
    opening = read_record(node, Opening, report) if isinstance(node, Mapping) else None
    if opening is None:
        return None
    line = fence[0].count("\n") + 1
    body = read_markdown(text[fence.end():], name, line, report, content)
    return Section(
        id=opening.id, title=opening.title, matter=matter, template=opening.template or TEMPLATE[matter],
        place=opening.place if opening.place.file else Place(name, 2, 1), body=body, number=opening.number or number,
        running_head=opening.running_head or opening.title)


def _check_ids(sections: list[Section], report: Report) -> None:
    seen: dict[str, Place] = {}
    for section in sections:
        if section.id in seen:
            report.add("B-06", section.place, f"the id “{section.id}” is taken by {seen[section.id]}",
                       "give each section an id of its own")
        seen.setdefault(section.id, section.place)
