"""Webbing: flowing matter whose notes name their sources by links.

Every citation leads to the page of its source: the words with which it begins are the
link, so that a note stays quiet.  In a register, which links its sources itself, no
second link is made.
"""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from press.compose.flowing import INSIDE, FlowingCompositor
from press.compose.html import add_text, set_stretch

# An author’s name, or a title in quotation marks, or all: without the space or the parenthesis after it.
HEAD = re.compile(r".+?(?=, )|.+?,”|.*?(?=\s*\(?$)", re.DOTALL)


@dataclass(slots=True)
class WebCompositor(FlowingCompositor):
    """Copies the tree of a section as flowing matter with a link from each citation to its source."""

    linked: bool = False

    def copy(self, source: Element, parent: Element) -> None:
        """One element; a citation with its link."""
        if source.tag != "citetext" or self.linked:
            FlowingCompositor.copy(self, source, parent)
            return
        for stretch in source:
            _cite(stretch, parent)
            add_text(parent, stretch.tail or "")

    def reference(self, source: Element, parent: Element) -> None:
        """A link inside the book, in which no other link stands."""
        self.linked = True
        FlowingCompositor.reference(self, source, parent)
        self.linked = False


def _cite(stretch: Element, parent: Element) -> None:
    """A stretch of a citation; where a source begins, a link to it."""
    key, words = stretch.get("source", ""), stretch.text or ""
    if not key or stretch.get("url"):
        set_stretch(stretch, parent)
        return
    link = SubElement(parent, "a", {"class": "cited", "href": f"{INSIDE}source-{key}"})
    head = HEAD.match(words)
    assert head is not None  # it matches any words
    first, rest = Element("s", stretch.attrib), Element("s", stretch.attrib)
    end = len(words) if words == "“" else head.end()  # the title is in another script, in an element of its own
    first.text, rest.text = words[:end], words[end:]
    (rest if rest.text else first).extend(stretch)
    set_stretch(first, link)
    if rest.text or len(rest):
        set_stretch(rest, parent)
