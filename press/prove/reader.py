"""Reader: the pages of a finished file of the press, read section by section; those behind are let go."""

import re
from collections.abc import Iterator

from press.prove.text import Box, Font, PageText, read_page, unicode_map, widths
from press.prove.written import Written

BASE = re.compile(rb"/BaseFont\s*/([^\s/<>\[\]()]+)")
BOX = re.compile(rb"/MediaBox\s*\[([^\]]*)\]")
CONTENTS = re.compile(rb"/Contents\s*(\[[^\]]*\]|\d+ 0 R)")
NUMBER = re.compile(rb"(\d+) 0 R")
WIDTHS = re.compile(rb"/W\s*\[(.*)", re.DOTALL)


class Reader:
    """Reads a file; fonts are read once."""

    def __init__(self, file: Written) -> None:
        self.file = file
        self.fonts: dict[int, Font] = {}
        self.tables: dict[int, dict[str, int]] = {}
        self.pages: dict[int, PageText] = {}

    def turn_to(self, node: int) -> list[PageText]:
        """Read the pages on a node of the page tree, and let go of those read before."""
        self.pages = {page: self._read(page) for page in self.file.pages(node)}
        return list(self.pages.values())

    def shown(self, page: int, mark: int) -> str:
        """The words at a mark of a page among those that were turned to."""
        return "".join(self.pages[page].marks.get(mark, ())) if page in self.pages else ""

    def fonts_of(self, node: int) -> Iterator[bytes]:
        """All that is read of the fonts of the pages on a node, which have one table."""
        table = self._table_of(node)
        yield self.file.body(table)
        for number in sorted(self._table(table).values()):
            body = self.file.body(number)
            yield body
            yield self.file.stream(self.file.follow(body, "ToUnicode"))
            yield self.file.body(self.file.follow(body, "DescendantFonts"))

    def named(self, node: int) -> dict[str, Font]:
        """The fonts of the pages on a node by their resource names."""
        return {name: self._font(number) for name, number in self._table(self._table_of(node)).items()}

    def fonts_at(self, node: int) -> list[str]:
        """The names of the fonts of the pages on a node."""
        fonts = (BASE.search(self.file.body(font)) for font in self._table(self._table_of(node)).values())
        return [font[1].decode() for font in fonts if font]

    def _table_of(self, node: int) -> int:
        """The table of fonts of the first page on a node."""
        return self.file.follow(self.file.body(next(self.file.pages(node))), "Resources", "Font")

    def _read(self, page: int) -> PageText:
        body = self.file.body(page)
        box, contents = BOX.search(body), CONTENTS.search(body)
        left, foot, right, head = (float(edge) for edge in box[1].split()) if box else (0.0, 0.0, 0.0, 0.0)
        if contents is None:  # a blank verso
            return PageText(Box(left, foot, right, head))
        content = b"\n".join(self.file.stream(int(number)) for number in NUMBER.findall(contents[1]))
        table = self._table(self.file.follow(body, "Resources", "Font"))
        return read_page(content, Box(left, foot, right, head), lambda name: self._font(table[name]))

    def _table(self, number: int) -> dict[str, int]:
        """The fonts of a table by their resource names."""
        if number not in self.tables:
            named = re.findall(rb"/([^\s/<>\[\]()]+)\s+(\d+) 0 R", self.file.body(number))
            self.tables[number] = {name.decode(): int(font) for name, font in named}
        return self.tables[number]

    def _font(self, number: int) -> Font:
        if number not in self.fonts:
            body = self.file.body(number)
            descendant = WIDTHS.search(self.file.body(self.file.follow(body, "DescendantFonts")))
            self.fonts[number] = Font(unicode_map(self.file.stream(self.file.follow(body, "ToUnicode"))),
                                      widths(descendant[1]) if descendant else {})
        return self.fonts[number]
