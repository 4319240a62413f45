"""Copies: the Markdown of a section becomes its fair copy, which is read anew when the text or a picture changes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from press.findings import Report
from press.load.files import digest_of
from press.load.markdown import read_markdown
from press.load.pictures import take_in_pictures
from press.model.fair_copy import FairCopy
from press.model.memory import NOTHING, Memories, name_of

PICTURES = "pictures"  # noted of every text that was read without a finding


@dataclass(frozen=True, slots=True)
class Script:
    """The text of one section as an editor handed it in, and the `line` of the file on which it begins."""

    text: str
    file: str
    line: int
    section: str


def fair_copy(script: Script, folder: Path, report: Report, memories: Memories = NOTHING) -> FairCopy:
    """The fair copy of a text whose pictures are in the `folder`, the content folder; findings are told every time."""
    text = name_of("read", hashlib.sha256(script.text.encode()).hexdigest(), script.file, script.line)
    pictures = memories.seen.noted(text).get(PICTURES)
    if pictures is not None and pictures == _pictures((name for name, _ in pictures), folder):
        memories.read.want(text)
        return FairCopy(lambda: _written(script, folder, Report(), memories.read.recall(text)),
                        _name(text, script, pictures), memories.seen)
    own = Report()
    before = None if pictures is None else memories.read.recall(text)
    root = before if before is not None else read_markdown(script.text, script.file, script.line, own)
    if before is None and not own.findings:
        memories.read.remember(text, root)
    pictures = _pictures((picture.get("src", "") for picture in root.iter("img")), folder)
    root = _written(script, folder, own, root)
    for finding in own.findings:
        report.enter(finding)
    if own.findings or not memories.seen.keeps:
        return FairCopy(root)
    memories.seen.note(text, PICTURES, pictures)
    return FairCopy(root, _name(text, script, pictures), memories.seen)


def _written(script: Script, folder: Path, report: Report, root: Element | None) -> Element:
    """The tree of a text with its pictures, its paragraphs named; it is read again where nobody has it."""
    if root is None:
        root = read_markdown(script.text, script.file, script.line, report)
    take_in_pictures(root, folder, report)
    for at, paragraph in enumerate(root.iter("p"), 1):
        paragraph.attrib.setdefault("id", f"{script.section}-p{at}")
    return root


def _pictures(names: Iterable[str], folder: Path) -> list[list[str]]:
    """The pictures of a text, each with the digest of its file, which is empty where it cannot be read."""
    return [[name, digest_of(folder / name)] for name in names]


def _name(text: str, script: Script, pictures: list[list[str]]) -> str:
    """The name of all that a tree is made from."""
    return name_of("copy", text, script.section, pictures)
