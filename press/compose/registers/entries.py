"""Entries: persons, places and organizations, each under its headword with all its names.

Forms stand in the order of the codes of their languages, each in its own script and
tagged.  Of the living nothing is printed but who they are in the account: the editors'
notes on them stay in the records.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from press.cite.scripts import script_of
from press.cite.sorting import sort_key
from press.compose.languages import language_name
from press.compose.mentions import headword
from press.compose.registers.parts import add_words, filed, paragraph, sentence, source_line
from press.model.evidence import Living
from press.model.records import GazetteerEntry, Named, Organization, Person
from press.model.registers import Registers

OWN = "en"  # the language of the book
WHITE = "\u2002"  # between a headword and what follows it, and between the forms of a name


def persons(registers: Registers, _: Element) -> Element:
    """Everybody in the account whose name is printed, by its last part."""
    printed = (person for person in registers.people.values() if not person.withheld)
    people = sorted(filed(printed, "person"), key=lambda person: sort_key(headword(person)))
    return listed(_person(person) for person in people)


def organizations(registers: Registers, _: Element) -> Element:
    """Every body of the account, by its name."""
    bodies = filed(registers.organizations.values(), "organization")
    return listed(_organization(body) for body in sorted(bodies, key=lambda body: sort_key(body.name)))


def listed(entries: Iterable[Element]) -> Element:
    """Entries one below the other."""
    holder = Element("div", {"class": "entries"})
    holder.extend(entries)
    return holder


def entry(record: Person | GazetteerEntry | Organization, head: str, kind: str) -> Element:
    """An entry with its headword; what stands in parentheses after a name is set as the kind is."""
    made = Element("div", {"class": "entry", "id": f"{_sort(record)}-{record.id}"})
    first = paragraph(made, "hw", "")
    name, parenthesis, rest = head.partition(" (") if head.endswith(")") else (head, "", "")
    SubElement(first, "b").text = name
    if parenthesis or kind:
        first[0].tail = WHITE
        SubElement(first, "span", {"class": "what"}).text = " ".join(
            filter(None, (f"({rest}" if parenthesis else "", kind)))
    return made


def _sort(record: Named) -> str:
    """The sort of a record in the name of its entry: `person-…`, `place-…`, `organization-…`."""
    return "place" if isinstance(record, GazetteerEntry) else type(record).__name__.lower()


def _person(person: Person) -> Element:
    made = entry(person, headword(person), "")
    made.set("data-guide", headword(person).partition(",")[0])
    words = [sentence(person.role_in_account)]
    if person.living is Living.NO and person.note:
        words.append(sentence(person.note))
    paragraph(made, "t", " ".join(words))
    _add_forms(made, person)
    made.append(source_line(person, made.get("id", "")))
    return made


def _organization(body: Organization) -> Element:
    made = entry(body, body.name, body.kind)
    words = [sentence(body.role_in_account)] + ([sentence(body.note)] if body.note else [])
    paragraph(made, "t", " ".join(words))
    _add_forms(made, body)
    made.append(source_line(body, made.get("id", "")))
    return made


def _add_forms(made: Element, record: Named) -> None:
    """A line with the forms of a name: the language in small letters before each."""
    others = [(lang, forms) for lang, forms in sorted(record.name_forms) if lang != OWN]
    also = further(record)
    if not others and not also:
        return
    line = paragraph(made, "names", "")
    for lang, forms in others:
        if len(line):
            add_words(line, f"{WHITE} ")
        SubElement(line, "span", {"class": "lg"}).text = language_name(lang)
        add_words(line, " ")
        add_forms(line, lang, forms)
    add_also(line, also)


def further(record: Named) -> list[str]:
    """The other forms of a name in the language of the book."""
    return [form for form in record.forms(OWN) if form != record.name]


def add_also(line: Element, forms: Iterable[str]) -> None:
    """The other forms of a name in the language of the book, after the words that say so."""
    if words := ", ".join(forms):
        if len(line) or line.text:
            add_words(line, f"{WHITE} ")
        SubElement(line, "i").text = f"In {language_name(OWN)} also"
        add_words(line, f" {words}")


def add_forms(parent: Element, lang: str, forms: Iterable[str], between: str = ", ") -> None:
    """Forms of a name in their language, undivided; romanizations in parentheses are not of it."""
    for number, form in enumerate(forms):
        if number:
            add_words(parent, between)
        parent.append(in_language(lang, form))


def in_language(lang: str, form: str) -> Element:
    """A form of a name; other scripts than Latin are tagged when the text is set."""
    name, parenthesis, rest = form.partition(" (")
    made = Element("span", {"class": "nm"})
    if script_of(name) or lang == OWN:
        made.text = name
    else:
        SubElement(made, "span", {"lang": lang}).text = name
    add_words(made, parenthesis + rest)
    return made
