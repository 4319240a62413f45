"""Structure: the tag trees of the sections become one tree (ISO 32000-1, 14.7; ISO 14289-1).

Every section's tree becomes a Part of the document.  The engine tags a note as a
Span of a nameless area; here it becomes a Note with an ID.  Keys of the parent
tree are moved so that sections never share one.
"""

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

KEYS_A_PAGE = 1000  # more marked pages and annotations than any page has


class StructureTree:
    """The tag tree of the whole file, section by section."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
        self.parts: list[Object] = []
        self.nodes: list[Object] = []
        self.next_key = 0
        self.notes = 0

    def add(self, source: Pdf, section: str, pages: list[Any]) -> None:
        """Take in a section whose pages are in the output already, so that `/Pg` finds them."""
        root = source.Root.StructTreeRoot
        part = self.pdf.copy_foreign(root.K[0] if isinstance(root.K, Array) else root.K)
        part.S = Name.Part
        part.P = self.document
        self.parts.append(part)
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
        """Make the children of the note areas Notes, numbered in the section (14.8.4.4: a Note needs an ID)."""
        count = 0
        for area in part.K:
            if area.get("/S") != Name.NonStruct or "/K" not in area:
                continue
            for note in area.K if isinstance(area.K, Array) else [area.K]:
                if isinstance(note, Dictionary) and note.get("/S") in (Name.Span, Name.Div, Name.P):
                    count += 1
                    note.S = Name.Note
                    note.ID = String(f"{section}-note-{count}")
        self.notes += count

    def finish(self) -> Object:
        """The root of the tree."""
        self.document.K = Array(self.parts)
        root = self.pdf.make_indirect(Dictionary(
            Type=Name.StructTreeRoot, K=Array([self.document]),
            ParentTree=self.pdf.make_indirect(Dictionary(Kids=Array(self.nodes))),
            ParentTreeNextKey=self.next_key))
        self.document.P = root
        return root
