"""Structure: the tag trees of the sections become one tree (ISO 32000-1, 14.7; ISO 14289-1).

Every section's tree becomes a Part of the document.  The engine tags a note as a
Span of a nameless area; here it becomes a Note with an ID.  The engine counts the
IDs of header cells and the keys of the parent tree anew in every section; here
they are made the section's own.
"""

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

KEYS_A_PAGE = 1000  # more marked pages and annotations than any page has
GROUPS = ("/Part", "/Sect", "/Div", "/NonStruct", "/BlockQuote", "/L", "/LI", "/LBody",
          "/Table", "/THead", "/TBody", "/TFoot", "/TR")  # what a table or its cells may stand in


class StructureTree:
    """The tag tree of the whole file, section by section."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
        self.parts: list[Object] = []
        self.nodes: list[Object] = []
        self.next_key = 0
        self.named: dict[bytes, Object] = {}

    def add(self, source: Pdf, section: str, pages: list[Any]) -> None:
        """Take in a section whose pages are in the output already, so that `/Pg` finds them."""
        root = source.Root.StructTreeRoot
        part = self.pdf.copy_foreign(root.K[0] if isinstance(root.K, Array) else root.K)
        part.S = Name.Part
        part.P = self.document
        self.parts.append(part)
        self._name_cells(part, section)
        self._name_notes(part, section)
        base = self.next_key
        numbers = self.pdf.copy_foreign(root.ParentTree).Nums
        for at in range(0, len(numbers), 2):
            numbers[at] = base + int(numbers[at])
        self.nodes.append(self.pdf.make_indirect(
            Dictionary(Nums=numbers, Limits=Array([numbers[0], numbers[len(numbers) - 2]]))))
        for page in pages:
            if "/StructParents" in page:
                page.StructParents = base + int(page.StructParents)
            for annotation in page.get("/Annots", ()):
                if "/StructParent" in annotation:
                    annotation.StructParent = base + int(annotation.StructParent)
        self.next_key = base + KEYS_A_PAGE * (len(pages) + 1)

    def _name_notes(self, part: Any, section: str) -> None:
        """Make the children of the note areas Notes, numbered in the section: a Note needs an ID."""
        count = 0
        for area in part.K:
            if area.get("/S") != Name.NonStruct or "/K" not in area:
                continue
            for note in area.K if isinstance(area.K, Array) else [area.K]:
                if isinstance(note, Dictionary) and note.get("/S") in (Name.Span, Name.Div, Name.P):
                    count += 1
                    note.S = Name.Note
                    self._name(note, f"{section}-note-{count}")

    def _name_cells(self, part: Any, section: str) -> None:
        """Give header cells IDs that no other section has, and name them so in the cells they head."""
        for element in _grouped(part):
            if "/ID" in element:
                self._name(element, f"{section}-cell-{element.ID}")
            if "/A" in element and "/Headers" in element.A:
                element.A.Headers = Array([String(f"{section}-cell-{head}") for head in element.A.Headers])

    def _name(self, element: Any, name: str) -> None:
        element.ID = String(name)
        self.named[bytes(element.ID)] = element

    def finish(self) -> Object:
        """The root of the tree."""
        self.document.K = Array(self.parts)
        names: list[Any] = []
        for name in sorted(self.named):  # 7.9.6: by bytes
            names += [String(name), self.named[name]]
        root = self.pdf.make_indirect(Dictionary(
            Type=Name.StructTreeRoot, K=Array([self.document]),
            ParentTree=self.pdf.make_indirect(Dictionary(Kids=Array(self.nodes))),
            ParentTreeNextKey=self.next_key))
        if names:
            root.IDTree = self.pdf.make_indirect(Dictionary(Names=Array(names)))
        self.document.P = root
        return root


def _grouped(element: Any) -> Iterator[Any]:
    """The elements within the groups that tables and their cells stand in."""
    for kid in element.K if isinstance(element.K, Array) else [element.K]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            if kid.S in GROUPS:
                yield from _grouped(kid)
