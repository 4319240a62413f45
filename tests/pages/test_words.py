"""Every word of the content stands in the finished PDF, once and in its place."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.pages.alignment import letters
from tests.pages.reading import Reading

FOLIO = "##"
APART = frozenset({"note", "cites", "view"})  # printed in another way, or in another place
BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li td th blockquote".split())  # numbers may stand between them
MARKS = re.compile(
    r"^\{:[^}]*\}|^\[\[.*\]\]|\{[^{}]*\}|\[[^\[\]^]*@[^\[\]]*\]|@[\w-]+|\((?:#|https?:)[^)]*\)"
    r"|^§\d+\.\d+\w*|^(?:#+|>|-|\d+\.) |\^?\[|\]|##|\|", re.MULTILINE)
FACES = str.maketrans("", "", "*\\")
QUOTES = str.maketrans("", "", "\"'*")


def typed(element: Element) -> Iterator[str]:
    """The runs of words of an element, in order, between all that parts them."""
    words = element.text or ""
    for child in element:
        if child.tag in APART | BLOCKS:
            yield words
            yield from typed(child) if child.tag in BLOCKS else ()
            words = ""
        else:
            first, *others = typed(child)
            words += first
            for run in others:
                yield words
                words = run
        words += child.tail or ""
    yield words


def runs(element: Element) -> list[str]:
    """What an editor typed in an element, without signs for folios; a stop may join a citation."""
    return [found for run in typed(element) for part in run.split(FOLIO)
            if (found := letters(part).lstrip(".,;:"))]


def follow(wanted: list[str], text: str) -> list[str]:
    """The runs that a text does not have after those before them."""
    missing, at = [], 0
    for run in wanted:
        found = text.find(run, at)
        if found < 0:
            missing.append(run)
        else:
            at = found + len(run)
    return missing


def test_every_section_prints_what_was_meant_and_nothing_else(reading: Reading) -> None:
    assert list(reading.read) == [s.id for s in sorted(reading.sections, key=reading.composer.level)]


def test_the_words_of_every_text_are_printed_in_their_order(reading: Reading) -> None:
    missing = {section.id: follow(runs(section.body), reading.read[section.id].aligned.body_text.whole)
               for section in reading.loaded.sections}

    assert {section: words for section, words in missing.items() if words} == {}


def test_the_words_of_every_note_are_printed_in_their_order(reading: Reading) -> None:
    missing = {section.id: follow([run for note in section.body.iter("note") for run in runs(note)],
                                  reading.read[section.id].aligned.notes_text.whole)
               for section in reading.loaded.sections}

    assert {section: words for section, words in missing.items() if words} == {}


def test_every_word_typed_in_a_file_is_printed(reading: Reading) -> None:
    """Read without the press: what stands in a file between its marks stands on the pages of its section."""
    title, content = reading.loaded.title, reading.making.request.content
    files = (*title.front, *title.body, *title.back)
    for section, file in zip(reading.loaded.sections, files, strict=True):
        text = (content / file).read_text(encoding="utf-8").split("\n---\n", 1)[1]
        aligned = reading.read[section.id].aligned
        pages = aligned.body_text.whole + "\n" + aligned.notes_text.whole
        pieces = [letters(piece) for piece in MARKS.sub("\n", text).translate(FACES).split("\n")]

        assert [piece for piece in pieces if piece.lstrip(".,;:") not in pages] == [], file
        assert any(pieces) or section.body.find("p") is None


def test_titles_and_numbers_of_paragraphs_are_printed(reading: Reading) -> None:
    for section in reading.loaded.sections:
        body = reading.read[section.id].aligned.body_text
        if section.template != "preliminaries":
            assert letters(section.title) in body.whole[:200]
        for paragraph in section.body.iter("p"):
            if number := paragraph.get("n"):
                begin, _ = body.named[f"par-{number}"]
                assert body.whole.startswith(number + (runs(paragraph) or [""])[0], begin)


def test_every_event_is_printed_with_its_place_and_what_its_date_hides(reading: Reading) -> None:
    read = reading.read["chronology"]
    body, notes = read.aligned.body_text, read.aligned.notes_text
    registers = reading.loaded.registers
    for event in registers.events.values():
        begin, end = body.named[f"event-{event.id}"]
        row = body.whole[begin:end]
        place = registers.gazetteer[event.where].name if event.where else ""
        assert letters(event.event) in row
        assert letters(place) in row
        assert letters(event.note) in notes.whole
    assert len([name for name in body.named if name.startswith("event-")]) == len(registers.events)


def test_every_figure_of_the_dead_is_printed_with_who_gave_it(reading: Reading) -> None:
    named = {name: (read.aligned.body_text.whole[slice(*span)], read.aligned.notes_text.whole)
             for read in reading.read.values() for name, span in read.aligned.body_text.named.items()}
    for estimate in reading.loaded.registers.estimates.values():
        if f"estimate-{estimate.id}" in named:
            row, notes = named[f"estimate-{estimate.id}"]
            assert letters(estimate.by) in row
            assert f"{estimate.low:,}" in row
            assert letters(estimate.note) in notes
    assert any(name.startswith("estimate-") for name in named)


def test_every_source_is_printed_once_in_the_source_index(reading: Reading) -> None:
    body = reading.read["source-index"].aligned.body_text
    sources = reading.loaded.registers.sources

    own = {name for name in body.named if name.startswith("source-index")}

    assert {name for name in body.named if name.startswith("source-")} - own == {
        f"source-{key}" for key in sources}
    for key, source in sources.items():
        begin, end = body.named[f"source-{key}"]
        assert letters(source.title).translate(QUOTES)[:30] in body.whole[begin:end].translate(QUOTES)


def test_every_heading_that_a_passage_stands_under_is_printed_in_the_general_index(reading: Reading) -> None:
    loaded, index = reading.loaded, reading.read["general-index"].aligned.body_text.whole
    records = {**loaded.registers.people, **loaded.registers.gazetteer, **loaded.registers.organizations}
    for section in loaded.sections:
        for element in section.body.iter():
            for heading in filter(str.strip, element.get("ix", "").split(";")):
                head, _, sub = (part.strip() for part in heading.partition("!"))
                name = records[head[1:]].name if head.startswith("@") else head
                assert letters(name.split()[-1]) in index
                assert letters(sub) in index
