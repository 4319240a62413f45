"""Links: those that registers make, tied only where the book has what they lead to.

A register links its sources to the source index and a claim to the register of claims;
a book without these prints the same words without a link.
"""

from collections.abc import Container, Iterable
from functools import partial
from xml.etree.ElementTree import Element

from press.model.registers import Registers
from press.model.section import Section

MADE = ("source-", "claim-")  # what the names begin with that only registers and indexes give


def made_names(sections: Iterable[Section], registers: Registers) -> frozenset[str]:
    """The names that this book's registers and indexes give."""
    sections = tuple(sections)
    sources = registers.sources if any(section.template == "source-index" for section in sections) else ()
    names = (name for section in sections for name in section.copy.seen("made names", partial(_made_names, section)))
    return frozenset([*names, *(f"source-{key}" for key in sources)])


def _made_names(section: Section) -> list[str]:
    return [name for element in section.body.iter() if (name := element.get("id", "")).startswith(MADE)]


def loosen(tree: Element, names: Container[str]) -> None:
    """Untie the links of registers that lead to none of the names."""
    for link in tree.iter("a"):
        name = link.get("href", "").removeprefix("#")
        if name.startswith(MADE) and name not in names:
            link.tag = "span"
            del link.attrib["href"]
