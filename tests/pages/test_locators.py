"""Every number in indexes, contents, chronology and text sends its reader to the right page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from press.compose.mentions import headword, named_records
from press.compose.source_index import source_index
from press.compose.views import expand
from press.findings import Report
from press.model.folio import Folio
from press.model.locator import Locator
from press.model.source import Verification
from tests.pages.alignment import letters
from tests.pages.reading import ROMAN, Reading

LOCATOR = re.compile(r"(?:and )?(?P<first>\d+|[ivxlc]+)?(?:–(?P<last>\d+|[ivxlc]+))?(?:nn?(?P<note>\d+))?")
NOTE = re.compile(r"(?P<section>.+)-n(?P<number>\d+)")
Place = tuple[Folio, int]  # a page, and the number of a note on it or 0
Heading = tuple[str, str]  # a heading of the general index and its sub-entry


def folio(written: str) -> Folio:
    return Folio(True, int(written)) if written.isdigit() else Folio(False, ROMAN[written])


def run(first: str, last: str) -> list[Folio]:
    """The folios of a run: 101–8 ends on 108."""
    begin = folio(first)
    if last.isdigit():
        last = first[:max(0, len(first) - len(last))] + last
    return [Folio(begin.body, number) for number in range(begin.number, folio(last or first).number + 1)]


def places(locators: Iterable[Locator]) -> set[Place]:
    """The places that a row of locators names, its numbers read as print has them."""
    found: set[Place] = set()
    here = Folio(True, 0)
    for locator in locators:
        printed, note = LOCATOR.fullmatch(locator.text), NOTE.fullmatch(locator.target)
        assert printed is not None, locator
        if note and not printed["note"]:  # 88nn12, 14: a further note of the same page
            found.add((here, int(printed["first"])))
        elif note:
            here = folio(printed["first"]) if printed["first"] else here
            found.add((here, int(printed["note"])))
        else:
            found |= {(page, 0) for page in run(printed["first"], printed["last"] or "")}
            here = folio(printed["first"])
    return found


def sources(reading: Reading) -> dict[str, list[Locator]]:
    """The locators of each source, in the order of the source index."""
    groups = source_index(reading.material.cited, reading.material.book.registers.sources, reading.folios)
    return {entry.key: [locator for passage in entry.passages for locator in passage.locators]
            for group in groups for entry in group.entries}


def headings(reading: Reading) -> dict[Heading, list[Locator]]:
    """The locators of each heading and sub-entry, in the order of the general index."""
    found: dict[Heading, list[Locator]] = {}
    for entry in reading.composer.index_entries(reading.folios):
        found[entry.heading, ""] = list(entry.locators)
        found |= {(entry.heading, sub.text): list(sub.locators) for sub in entry.subs}
    return found


def printed(reading: Reading, section: str) -> list[tuple[str, str]]:
    """The locators on the pages of an index, each with the name that its link leads to."""
    return [(letters(link.text).rstrip(",.;"), link.name) for link in reading.links(section)]


def written(locators: Iterable[Locator]) -> list[tuple[str, str]]:
    return [(letters(locator.text), locator.target) for locator in locators]


def test_the_links_of_the_source_index_are_its_locators(reading: Reading) -> None:
    rows = sources(reading).values()

    assert printed(reading, "source-index") == written(one for row in rows for one in row)


def test_the_links_of_the_general_index_are_its_locators(reading: Reading) -> None:
    rows = headings(reading).values()

    assert printed(reading, "general-index") == written(one for row in rows for one in row)


def test_every_locator_of_the_indexes_leads_to_the_page_it_names(reading: Reading) -> None:
    """The folio of a locator is the label of the page of its target, where its words were found."""
    for row in (*sources(reading).values(), *headings(reading).values()):
        here = Folio(True, 0)
        for locator in row:
            found, note = LOCATOR.fullmatch(locator.text), NOTE.fullmatch(locator.target)
            assert found is not None
            page = reading.printed.names[locator.target]
            if found["first"] and not (note and not found["note"]):
                here = folio(found["first"])

            assert str(here) == reading.printed.labels[page], locator
            assert page == reading.where[locator.target][0], locator
            if note:
                number = found["note"] or found["first"]
                stands = reading.read[note["section"]].aligned.notes_text
                begin, _ = stands.named[locator.target]
                assert number == note["number"]
                assert stands.whole.startswith(number, begin)


def test_the_source_index_gives_every_note_that_cites_a_source_and_no_other(reading: Reading) -> None:
    """Counted afresh: the notes of each section in order, what each cites, and where its words stand."""
    loaded = reading.loaded
    cited: dict[str, set[Place]] = {key: set() for key in loaded.registers.sources}
    for section in loaded.sections:
        expanded = expand(section, loaded.registers, Report()).body
        for number, note in enumerate(expanded.iter("note"), 1):
            page = reading.folio(reading.where[f"{section.id}-n{number}"][0])
            for key in keys(note):
                source = loaded.registers.sources[key]
                through = source.via[:1] if source.verification is Verification.CITED_BY else ()
                for named in (key, *through):
                    cited[named].add((page, number))
        for group in expanded.iter("cites"):
            if passage := group.get("at"):  # a register names its sources in a line of its own
                for key in keys(group):
                    cited[key].add((reading.folio(reading.where[passage][0]), 0))

    assert {key: places(row) for key, row in sources(reading).items()} == cited


def keys(element: Element) -> set[str]:
    """The sources that a note or a group cites."""
    return {one.get("key", "") for one in element.iter("cite-one")}


def marked(element: Element, note: str = "") -> Iterator[tuple[str, Element, str]]:
    """Every index mark of a text: what is written, its passage, and the number of the note it stands in."""
    note = element.get("n", "") if element.tag == "note" else note
    for heading in filter(str.strip, element.get("ix", "").split(";")):
        yield heading.strip(), element, note
    for child in element:
        yield from marked(child, note)


def passages(reading: Reading) -> dict[Heading, list[tuple[tuple[Folio, ...], int]]]:
    """The pages of every passage under each heading, where its words stand, and its note's number or 0."""
    records = named_records(reading.material.book.registers)
    found: dict[Heading, list[tuple[tuple[Folio, ...], int]]] = {}
    for section in reading.sections:
        for mark, element, note in marked(section.body):
            head, _, sub = (part.strip() for part in mark.partition("!"))
            heading = headword(records[head[1:]]) if head.startswith("@") else head
            name = f"{section.id}-n{note}" if note else element.get("id", "")
            where = reading.where[name][:1 if note else None]
            found.setdefault((heading, sub), []).append((tuple(map(reading.folio, where)), int(note or 0)))
    return found


def test_the_general_index_gives_every_page_of_every_passage_and_no_other(reading: Reading) -> None:
    named = {heading: places(row) for heading, row in headings(reading).items() if row}
    meant = {heading: {(page, note) for pages, note in found for page in pages}
             for heading, found in passages(reading).items()}

    assert set(named) == set(meant)
    for heading, found in named.items():
        text = {page for page, note in meant[heading] if not note}
        assert found <= meant[heading], heading
        assert {page for page, _ in meant[heading] - found} <= text, heading  # a run has its notes in it


def test_a_run_of_the_general_index_is_a_passage_that_goes_on(reading: Reading) -> None:
    meant = passages(reading)
    assert any(len(pages) > 1 for found in meant.values() for pages, note in found if not note)
    for heading, row in headings(reading).items():
        spans = [pages for pages, note in meant.get(heading, ()) if not note]
        turned = {pair for pages in spans for pair in pairwise(pages)}
        runs = [run(found["first"], found["last"]) for one in row
                if (found := LOCATOR.fullmatch(one.text)) and found["last"]]

        assert {pair for pages in runs for pair in pairwise(pages)} == turned, heading


def test_the_registers_give_every_folio_on_which_a_record_is_told(reading: Reading) -> None:
    """The passages of the text that tell each event and each claim, and the pages their words stand on."""
    meant: dict[str, set[Place]] = {}
    for section in reading.sections:
        for element in section.body.iter():
            for kind, attribute in (("event", "events"), ("claim", "claims")):
                for key in element.get(attribute, "").split():
                    pages = map(reading.folio, reading.where[element.get("id", "")])
                    meant.setdefault(f"{kind}-{key}", set()).update((page, 0) for page in pages)
    rooms = {record: row for read in reading.read.values() for record, row in read.meant.told.items()}

    assert {f"event-{key}" for key in reading.loaded.registers.events} <= set(rooms)
    assert {record: places(row) for record, row in rooms.items()} == {
        record: meant.get(record, set()) for record in rooms}


def test_a_folio_in_a_register_leads_to_the_page_it_names(reading: Reading) -> None:
    for section, read in reading.read.items():
        rooms = [(letters(one.text), one.target) for row in read.meant.told.values() for one in row]
        links = Counter((letters(link.text).rstrip(",.;"), link.name) for link in reading.links(section))

        assert Counter(rooms) - links == Counter()
        for text, name in rooms:
            first = reading.printed.labels[reading.printed.names[name]]
            assert text.startswith(letters(first))
            assert reading.printed.names[name] == reading.where[name][0]


def test_the_contents_give_the_label_of_the_page_on_which_each_section_begins(reading: Reading) -> None:
    links = reading.links("contents")
    folios = [link for link in links if re.fullmatch(r"\d+|[ivxlc]+", link.text)]
    titles = [link for link in links if link not in folios]

    assert [link.name for link in titles] == [link.name for link in folios]
    for link in folios:
        assert link.text == reading.printed.labels[reading.where[link.name][0]]
    following = [name for section in reading.sections if section.template not in ("preliminaries", "contents")
                 for name in (section.id, *filter(None, (head.get("id") for head in section.body.iter("h2"))))]
    assert [link.name for link in titles][:len(following)] == following


def test_every_name_leads_to_the_page_on_which_its_words_stand(reading: Reading) -> None:
    found = {name: pages[0] for name, pages in reading.where.items()}
    known = {name: page for name, page in reading.printed.names.items() if name in found}

    assert known == found
    assert set(reading.printed.names) - set(found) <= {section.id for section in reading.sections}


def test_every_link_leads_to_a_name_or_an_address(reading: Reading) -> None:
    for link in reading.printed.links:
        assert (link.name in reading.printed.names) != link.address.startswith(("http://", "https://")), link
