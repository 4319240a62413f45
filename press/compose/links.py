"""Links: those that registers make, tied only where the book has what they lead to.

A register links its sources to the source index and a claim to the register of claims;
a book without these prints the same words without a link.
"""

from collections.abc import Container, Iterable
from xml.etree.ElementTree import Element

from press.model.registers import Registers
from press.model.section import Section

MADE = ("source-", "claim-")  # what the names begin with that only registers and indexes give


def made_names(sections: Iterable[Section], registers: Registers) -> frozenset[str]:
    """The names that this book's registers and indexes give."""
    sections = tuple(sections)
    sources = registers.sources if any(section.template == "source-index" for section in sections) else ()
    names = (element.get("id", "") for section in sections for element in section.body.iter())
    return frozenset([*(name for name in names if name.startswith(MADE)), *(f"source-{key}" for key in sources)])


def loosen(tree: Element, names: Container[str]) -> None:
    """Untie the links of registers that lead to none of the names."""
    for link in tree.iter("a"):
        name = link.get("href", "").removeprefix("#")
        if name.startswith(MADE) and name not in names:
            link.tag = "span"
            del link.attrib["href"]
