"""Links: those that registers make, tied only where the book has what they lead to.

A register links its sources to the source index and a claim to the register of claims;
a book without these prints the same words without a link.
"""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from press.model.registers import Registers
from press.model.section import Section

MADE = ("source-", "claim-")  # what the names begin with that only registers and indexes give


def loosen(trees: Mapping[str, Element], sections: Iterable[Section], registers: Registers) -> None:
    """Untie the links of registers that lead nowhere in this book."""
    names = {element.get("id", "") for tree in trees.values() for element in tree.iter()}
    if any(section.template == "source-index" for section in sections):
        names |= {f"source-{key}" for key in registers.sources}
    for tree in trees.values():
        for link in tree.iter("a"):
            name = link.get("href", "").removeprefix("#")
            if name.startswith(MADE) and name not in names:
                link.tag = "span"
                del link.attrib["href"]
