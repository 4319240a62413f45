"""Documents: what was composed in another run is taken again, as long as it would be composed so again."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from press.compose.composer import GENERATED
from press.compose.documents import Document, Documents, frame_of
from press.compose.templates import environment
from press.findings import Place
from press.model.fair_copy import FairCopy
from press.model.folio import Folio
from press.model.memory import Memory
from press.model.pages import PageMap
from press.model.section import Matter, Section

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
ONE = Section("one", "One", Matter.BODY, "chapter", Place("one.md"),
              FairCopy(fromstring("<div><p>Text.</p></div>")))
HERE, THERE = (PageMap({"far": (Folio(True, number),)}) for number in (7, 8))


class Kept(Memory):
    """A memory that lasts."""

    keeps = True

    def __init__(self) -> None:
        self.said: dict[str, Any] = {}

    def told(self, name: str) -> Any:
        return self.said.get(name)

    def tell(self, name: str, said: Any) -> None:
        self.said[name] = said


@pytest.fixture
def memory() -> Kept:
    return Kept()


def composed(found: PageMap) -> Document:
    return Document("one", f"<p>See page {found.folio('far')}.</p>", "")


def never(found: PageMap) -> Document:
    raise AssertionError("it was composed again")


def again(memory: Memory, section: Section = ONE, frame: str = "frame", text: str = "text") -> bool:
    """Whether another run knows the section."""
    return Documents(memory, frame).look_up(section, text)


def test_a_text_that_has_not_changed_is_not_composed_again(memory):
    first = Documents(memory, "frame")
    assert not first.look_up(ONE, "text")
    made = first.of(ONE, HERE, composed)

    other = Documents(memory, "frame")
    assert other.look_up(ONE, "text")
    assert other.of(ONE, HERE, never) == made


def test_another_folio_that_it_asks_for_has_it_composed_again_and_both_are_known(memory):
    first = Documents(memory, "frame")
    first.look_up(ONE, "text")
    made = [first.of(ONE, found, composed) for found in (HERE, THERE)]

    other = Documents(memory, "frame")
    assert other.look_up(ONE, "text")
    assert [other.of(ONE, found, never) for found in (HERE, THERE)] == made
    with pytest.raises(AssertionError):
        other.of(ONE, PageMap(), never)


@pytest.mark.parametrize("change", [
    {"title": "Two"}, {"number": "2"}, {"running_head": "Head"}, {"template": "appendix"}, {"settings": {"a": "b"}},
    {"id": "two"}])
def test_whatever_of_a_section_is_another_it_is_not_known(memory, change):
    first = Documents(memory, "frame")
    first.look_up(ONE, "text")
    first.of(ONE, HERE, composed)

    assert again(memory)
    assert not again(memory, replace(ONE, **change))


def test_another_frame_or_text_is_not_known(memory):
    first = Documents(memory, "frame")
    first.look_up(ONE, "text")
    first.of(ONE, HERE, composed)

    assert not again(memory, frame="other")
    assert not again(memory, text="texts")


def test_the_frame_is_another_when_a_template_or_what_is_given_is(tmp_path):
    (tmp_path / "a.html").write_text("a", encoding="utf-8")
    before = frame_of(environment(tmp_path), "title")
    assert frame_of(environment(tmp_path), "title") == before
    assert frame_of(environment(tmp_path), "titles") != before

    (tmp_path / "a.html").write_text("b", encoding="utf-8")
    assert frame_of(environment(tmp_path), "title") != before


def test_templates_of_remembered_documents_print_nothing_but_the_section_and_the_title():
    """Nothing else of the book is in the frame."""
    plain = [file for part in ("front", "body", "back") for file in (TEMPLATES / part).glob("*.html")
             if file.stem not in GENERATED]
    texts = [file.read_text(encoding="utf-8") for file in (*plain, TEMPLATES / "section.html")]
    printed = set(re.findall(r"book\.(\w+)|\b(facts|edition)\b", " ".join(texts)))

    assert {"chapter", "appendix", "prose"} <= {file.stem for file in plain}
    assert printed <= {("title", "")}
