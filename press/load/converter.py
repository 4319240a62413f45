"""Converter: Python-Markdown as the house has it, which looks for its marks only where they can stand.

HTML, code by indentation and references are no marks here; tables and the lists that a
reader expects are.
"""

import re
from functools import cache
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

from press.load.marks import OPEN

ESCAPED = "@^<"  # may follow a backslash, beside what Markdown knows
WORDS = re.compile(rf"[{OPEN}A-Za-z][^\n]*(?:\n[{OPEN}A-Za-z][^\n]*)*")
IN_LINE = {  # Markdown's marks within a line in the order in which it looks for them, each with a sign that it has
    "backtick": "`", "escape": "\\", "reference": "[", "link": "[", "image_link": "[", "image_reference": "[",
    "short_reference": "[", "short_image_ref": "[", "autolink": "<", "automail": "<", "linebreak": "  \n",
    "em_strong": ""}
TELLING = re.compile(r"[`\\\[<*_]|  \n")  # what Markdown's own marks within a line begin with


class _Paragraph(BlockProcessor):
    """Takes a block for a paragraph at once when every line of it begins with a word, or a token of the house."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - whatever it stands in
        """Whether it is such a block, and no item of a list."""
        return not self.parser.state.isstate("list") and WORDS.fullmatch(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the paragraph."""
        SubElement(parent, "p").text = blocks.pop(0)


class _Plain(Treeprocessor):
    """Spares Markdown the search for its marks in texts that have none."""

    def run(self, root: Element) -> None:
        """Mark the texts in which none is to be looked for."""
        for block in root.iter():
            if block.text and not TELLING.search(block.text):
                block.text = AtomicString(block.text)


class _Inline(InlineProcessor):
    """Looks for those of Markdown's marks within a line whose sign stands somewhere in the text."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """The tree with the marks as elements."""
        text = "".join(tree.itertext())
        self.inlinePatterns = [  # type: ignore[assignment]  # it is asked for its length and for patterns by number
            self.md.inlinePatterns[name] for name, sign in IN_LINE.items() if sign in text]
        return super().run(tree, ancestors)


@cache
def converter() -> Markdown:
    """The converter, made once a process; to be reset before a text, and made anew after one that it gave up."""
    made = Markdown(extensions=[TableExtension(), SaneListExtension()], output_format="xhtml")
    made.parser.blockprocessors.register(_Paragraph(made.parser), "words", 105)  # before the others, from 100
    made.treeprocessors.register(_Plain(made), "plain", 25)  # before those marks are looked for, at 20
    made.preprocessors.deregister("html_block")
    made.inlinePatterns.deregister("html")
    made.inlinePatterns.deregister("entity")
    made.treeprocessors.register(_Inline(made), "inline", 20)
    made.parser.blockprocessors.deregister("code")
    made.parser.blockprocessors.deregister("reference")
    made.ESCAPED_CHARS += list(ESCAPED)
    return made
