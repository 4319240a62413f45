"""Register of citations: notes numbered, their citations worded, and who is cited where.

Numbers begin at 1 in every section, and so does the first, full mention of a source.
In the body of a numbered section

    <note n="4" id="the-corridor-n4"> holds text and, in the place of <cites>,
    <citetext> with <s source="hrw-1992">Human Rights Watch, </s><s i="1">Bloodshed</s> …

An `<s>` carries `i` when it is italic, `lang`, `url`, and `source` where a source begins.

A register names its sources in line, each in its short form: `<cites form="named">`.  With
`at`, the name of the passage that holds it, such a naming counts as a citation; without, not.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, SubElement

from press.cite.lines import closed
from press.cite.notes import Worded, name_group, word_group, word_note
from press.cite.scripts import Line
from press.findings import Place, Report
from press.model.fair_copy import FairCopy
from press.model.section import Citation, Section
from press.model.source import Source


@dataclass(frozen=True, slots=True)
class Cited:
    """One mention of a source: where it stands, with which locator, and in which form.

    `via` marks a source known only from the one that follows; `note` is 0 outside notes,
    and `note_id` then the name of the passage.
    """

    key: str
    section: str
    note: int
    note_id: str
    locator: str
    via: bool
    full: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Numbered:
    """The sections with their notes numbered, and every mention of a source in order."""

    sections: tuple[Section, ...]
    cited: tuple[Cited, ...]


def number_notes(sections: Iterable[Section], sources: Mapping[str, Source], report: Report) -> Numbered:
    """Number the notes of each section and put their citations into words."""
    numbered, cited = [], []
    for section in sections:
        desk = _Desk(section.id, sources, report)
        numbered.append(replace(section, copy=FairCopy(desk.write(section.body))))
        cited.extend(desk.cited)
    return Numbered(tuple(numbered), tuple(cited))


@dataclass(slots=True)
class _Desk:
    """The writing of one section's notes: what was numbered and cited so far."""

    section: str
    sources: Mapping[str, Source]
    report: Report
    seen: set[str] = field(default_factory=set)
    cited: list[Cited] = field(default_factory=list)
    notes: int = 0

    def write(self, body: Element) -> Element:
        """A copy of the body with numbers and words."""
        fresh = deepcopy(body)
        self._walk(fresh, 0)
        return fresh

    def _walk(self, parent: Element, note: int) -> None:
        """Number notes and word citations below `parent`, in the order of the text."""
        for index, child in enumerate(list(parent)):
            if child.tag == "note":
                self.notes += 1
                child.attrib.update({"n": str(self.notes), "id": self._note_id(self.notes)})
                self._walk(child, self.notes)
            elif child.tag == "cites":
                parent[index] = self._words(parent, index, child, note)
            else:
                self._walk(child, note)

    def _words(self, parent: Element, index: int, cites: Element, note: int) -> Element:
        """The `<citetext>` for a `<cites>`, with the punctuation that follows drawn into it."""
        citations = tuple(_citation(one, cites) for one in cites.iter("cite-one"))
        if cites.get("form") == "named":
            return self._named(citations, cites)
        begins = parent.tag == "note" and index == 0 and not (parent.text or "").strip()
        word = word_note if begins else word_group
        worded = word(citations, self.sources, self.seen, self.report)
        self._enter(worded, note, self._note_id(note) if note else "")
        line, tail = worded.line, cites.tail or ""
        alone = begins and len(parent) == 1 and not tail.strip()
        if line and (alone or tail[:1] in (".", ",")):
            mark = "." if alone else tail[0]
            line, tail = closed(line, mark), tail.strip() if alone else tail[1:]
        return _citetext(line, tail)

    def _named(self, citations: tuple[Citation, ...], cites: Element) -> Element:
        """The `<citetext>` for sources that a register names."""
        worded = name_group(citations, self.sources, self.report)
        if at := cites.get("at", ""):
            self._enter(worded, 0, at)
        return _citetext(worded.line, cites.tail or "")

    def _enter(self, worded: Worded, note: int, note_id: str) -> None:
        self.cited.extend(Cited(mention.key, self.section, note, note_id, mention.locator, mention.via,
                                mention.full, mention.place) for mention in worded.mentions)

    def _note_id(self, note: int) -> str:
        return f"{self.section}-n{note}"


def _citation(one: Element, cites: Element) -> Citation:
    """The citation that an element of the tree stands for."""
    return Citation(one.get("key", ""), one.get("prefix", ""), one.get("locator", ""), one.get("suffix", ""),
                    Place.read(one.get("place", cites.get("place", ""))))


def _citetext(line: Line, tail: str) -> Element:
    """The stretches of a citation as elements."""
    element = Element("citetext")
    element.tail = tail or None
    for stretch in line:
        attributes = {"i": "1" if stretch.italic else "", "lang": stretch.lang, "url": stretch.url,
                      "source": stretch.source}
        child = SubElement(element, "s", {name: value for name, value in attributes.items() if value})
        child.text = stretch.text
    return element
