"""Notes numbered, their citations worded, and the register of who is cited where."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from press.cite.register import Numbered, number_notes
from press.findings import Place, Report
from press.load.markdown import read_markdown
from press.model.fair_copy import FairCopy
from press.model.section import Matter, Section
from press.model.source import Name, Source, Verification


def source(key: str, **more) -> Source:
    fields = {"type": "book", "title": key.capitalize(), "issued": "1999", "provenance_class": "made",
              "verification": Verification.TEXT_CONSULTED}
    return Source(id=key, **(fields | more))


SOURCES = {one.id: one for one in (
    source("rivers", author=(Name(family="Orr", given="Lee"),), title_translation=""),
    source("roads"),
    source("story", type="webpage", issued=None),
    source("heard", via=("roads",), verification=Verification.CITED_BY),
    source("doroga", title="Дорога", title_romanization="Doroga", language="ru", issued=None,
           url="https://example.org/d"),
)}


def section(name: str, body: Element) -> Section:
    return Section(name, name.capitalize(), Matter.BODY, "chapter", Place(f"{name}.md"), FairCopy(body))


def numbered(text: str, *more: str, report: Report | None = None) -> Numbered:
    told = report or Report()
    sections = [section(f"part-{i}", read_markdown(one, f"part-{i}.md", 1, told))
                for i, one in enumerate((text, *more), 1)]
    made = number_notes(sections, SOURCES, told)
    assert report is not None or told.findings == []
    return made


def notes(made: Numbered) -> list[str]:
    """Every note as `id: text`."""
    return [f"{note.get('id')}: {''.join(note.itertext())}"
            for one in made.sections for note in one.body.iter("note")]


def test_notes_are_numbered_from_one_in_every_section():
    made = numbered("First.[@rivers] Second.[@roads]\n\nThird.[@rivers, p. 5]", "Again.[@rivers]")

    assert notes(made) == [
        "part-1-n1: Lee Orr, Rivers (1999).", "part-1-n2: Roads (1999).", "part-1-n3: Orr, Rivers, 5.",
        "part-2-n1: Lee Orr, Rivers (1999)."]
    assert [note.get("n") for note in made.sections[0].body.iter("note")] == ["1", "2", "3"]


def test_the_register_says_who_is_cited_where_and_in_which_form():
    made = numbered("First.[@rivers, p. 5]\n\nSecond.[see @roads; @rivers, p. 6]")

    assert [(c.key, c.section, c.note, c.note_id, c.locator, c.full, str(c.place)) for c in made.cited] == [
        ("rivers", "part-1", 1, "part-1-n1", "p. 5", True, "part-1.md:1:8"),
        ("roads", "part-1", 2, "part-1-n2", "", True, "part-1.md:3:13"),
        ("rivers", "part-1", 2, "part-1-n2", "p. 6", False, "part-1.md:3:21")]


def test_a_source_known_from_another_is_registered_as_via_and_so_is_the_other():
    made = numbered("First.[@heard, p. 3] Second.[@roads]")

    assert notes(made) == ["part-1-n1: Heard (1999), 3, cited in Roads (1999).", "part-1-n2: Roads."]
    assert [(c.key, c.via, c.full, c.locator) for c in made.cited] == [
        ("heard", True, True, "p. 3"), ("roads", False, True, ""), ("roads", False, False, "")]


def test_a_citation_in_the_words_of_a_note_takes_the_stop_that_follows():
    made = numbered("Text.^[It gives no date. See [@story]. Compare [@story], and [@rivers, p. 5; @roads].]")

    text = "It gives no date. See “Story.” Compare “Story,” and Lee Orr, Rivers (1999), 5; Roads (1999)."
    assert notes(made) == [f"part-1-n1: {text}"]


def test_a_stop_after_a_citation_that_ends_in_one_is_not_doubled():
    made = numbered("Text.^[[@heard]. The rest is lost.]", "Text.^[See [@rivers, 5 f.].]")

    assert notes(made) == ["part-1-n1: Heard (1999), cited in Roads (1999). The rest is lost.",
                           "part-2-n1: See Lee Orr, Rivers (1999), 5 f."]


def test_a_note_that_begins_with_a_citation_begins_with_a_capital():
    made = numbered("Text.[see @roads] More.^[[see also @rivers] where he tells it.]")

    assert notes(made) == ["part-1-n1: See Roads (1999).",
                           "part-1-n2: See also Lee Orr, Rivers (1999) where he tells it."]


def test_faces_languages_addresses_and_keys_are_kept_in_the_tree():
    made = numbered("Text.[see @doroga]")
    texts = next(made.sections[0].body.iter("citetext"))

    assert [ElementTree.tostring(s, encoding="unicode") for s in texts] == [
        "<s>See </s>", '<s lang="ru" source="doroga">Дорога</s>', "<s> (</s>",
        '<s i="1" lang="ru-Latn">Doroga</s>', "<s>) (n.d.), </s>",
        '<s url="https://example.org/d">https://example.org/d</s>', "<s>.</s>"]


def test_the_sections_that_were_given_stay_as_they_were():
    body = read_markdown("Text.[@rivers]", "part.md", 1, Report())
    before = ElementTree.tostring(body)
    number_notes([section("part", body)], SOURCES, Report())

    assert ElementTree.tostring(body) == before
    assert list(body.iter("cites"))


def test_no_citation_is_left_unworded():
    made = numbered(
        "Text.[@rivers]\n\n| a | b |\n|---|---|\n| c[@roads] | d |\n\n- item^[See *this* in [@rivers].]")

    assert [list(one.body.iter("cites")) for one in made.sections] == [[]]
    assert [c.note for c in made.cited] == [1, 2, 3]


def test_a_key_that_is_not_filed_is_a_finding_where_it_stands():
    report = Report()
    made = numbered("Text.[@rivers; @raods, p. 5]", report=report)

    assert str(report.findings[0]) == (
        "part-1.md:1:16: R-01 no source is filed under “raods”\n"
        "    hint: did you mean “roads”? Sources are filed in content/sources/.")
    assert len(report.findings) == 1
    assert notes(made) == ["part-1-n1: Lee Orr, Rivers (1999)."]
    assert [c.key for c in made.cited] == ["rivers"]


def test_a_citation_outside_a_note_is_worded_where_it_stands():
    cites = '<cites place="a.md:3:4"><cite-one key="roads" locator="p. 2"/></cites>'
    body = ElementTree.fromstring(f"<section><p>Source: {cites}.</p></section>")
    made = number_notes([section("table", body)], SOURCES, Report())

    assert "".join(made.sections[0].body.itertext()) == "Source: Roads (1999), 2."
    assert [(c.note, c.note_id, str(c.place)) for c in made.cited] == [(0, "", "a.md:3:4")]
