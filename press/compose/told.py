"""Told: the folios on which the text tells each event and each claim.

A passage names what it tells; a register leaves room for the folios: an element of
the class `told` that names the record, `data-told="claim-c014"`.  Sections with such
rooms are laid out after the text.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from press.model.locator import Locator, Mention, fold
from press.model.pages import PageMap
from press.model.section import Section

TOLD = "told"
KINDS = {"events": "event", "claims": "claim"}


def room(tag: str, record: str, css_class: str = "", lead: str = "") -> Element:
    """An element that takes the folios of a record, `event-t01`, `claim-c014`; `lead` stands before them."""
    return Element(tag, {"class": f"{css_class} {TOLD}".strip(), "data-told": record,
                         **({"data-lead": lead} if lead else {})})


def tellings(sections: Iterable[Section]) -> dict[str, list[str]]:
    """The names of the passages that tell each record; a passage without a name is given one."""
    found: dict[str, list[str]] = {}
    for section in sections:
        count = 0
        for element in section.body.iter():
            records = [f"{kind}-{key}" for attribute, kind in KINDS.items()
                       for key in element.get(attribute, "").split()]
            if records and not element.get("id"):
                count += 1
                element.set("id", f"{section.id}-told{count}")
            for record in records:
                found.setdefault(record, []).append(element.get("id", ""))
    return found


def asks_folios(tree: Element) -> bool:
    """Whether a section has room for folios."""
    return any(_is_room(element) for element in tree.iter())


def with_folios(tree: Element, told: Mapping[str, Sequence[str]], found: PageMap) -> Element:
    """The tree of a section with the folios in their rooms."""
    made = deepcopy(tree)
    for element in made.iter():
        if _is_room(element):
            _write(element, fold(
                Mention(folio, passage=name, target=name)
                for name in told.get(element.get("data-told", ""), ())
                for folio in found.folios.get(name, ())))
    return made


def _is_room(element: Element) -> bool:
    return TOLD in element.get("class", "").split()


def _write(element: Element, locators: Sequence[Locator]) -> None:
    if locators:
        element.text = element.get("data-lead")
    for at, locator in enumerate(locators):
        if at:
            element[-1].tail = ", "
        link = SubElement(element, "a", {"href": f"#{locator.target}"})
        link.text = locator.text
