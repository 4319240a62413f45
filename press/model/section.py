"""Section: a chapter, appendix or piece of front matter as an editor wrote it.

The text is an element tree (`xml.etree.ElementTree`) of plain HTML element
names plus the marks of this house:

- `<note place=…>`      a note, called at this point; holds text and `<cites>`
- `<cites place=…>`     a group of citations; in a note's text or alone in a `<note>`
- `<cite-one key prefix locator suffix/>`   one citation of a group
- attributes `claims`, `events`, `ix` on blocks and spans: what a passage tells
  and the headings of the general index it stands under
"""

from dataclasses import dataclass, field
from enum import StrEnum
from xml.etree.ElementTree import Element

from press.findings import Place
from press.model.fair_copy import FairCopy


class Matter(StrEnum):
    """The part of the book a section belongs to."""

    FRONT = "front"
    BODY = "body"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Citation:
    """One source cited at one point: Pandoc's `prefix @key, locator suffix`.

    `locator` keeps its label as written, e.g. `p. 6` or `paras 7, 10`.
    """

    key: str
    prefix: str = ""
    locator: str = ""
    suffix: str = ""
    place: Place = Place("")


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the book: the unit of layout, cache and parallel work."""

    id: str
    title: str
    matter: Matter
    template: str
    place: Place
    copy: FairCopy
    number: str = ""
    running_head: str = ""
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def body(self) -> Element:
        """The tree of its text, rooted in `<section>`."""
        return self.copy.tree
