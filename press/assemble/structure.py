"""Structure: the tag trees of the sections become one tree (ISO 32000-1, 14.7; ISO 14289-1).

Every section's tree becomes a Part of the document.  The engine tags a note as a
Span of a nameless area; here it becomes a Note with an ID.  The engine counts the
IDs of header cells and the keys of the parent tree anew in every section; here
they are made the section's own.
"""

import re

from pikepdf import String

from press.assemble.binding import Binding, Shelf
from press.assemble.engine_file import EngineFile
from press.assemble.renumbered import Renumbered
from press.assemble.trees import references, tree_of_names

KEYS_A_PAGE = 1000  # more marked pages and annotations than any page has
NOTE = re.compile(rb"/S\s*/(?:Span|Div|P)\b")
AREA = re.compile(rb"/S\s*/NonStruct\b")
ROLE = re.compile(rb"/S\s*/\w+")
PARENT = re.compile(rb"/P\s+\d+ 0 R")
CELL = re.compile(rb"/ID\s*\(([^)]*)\)")
HEADS = re.compile(rb"/Headers\s*\[([^\]]*)\]")
HEAD = re.compile(rb"\(([^)]*)\)")
OWNER = re.compile(rb"(\d+)\s*(\[[^\]]*\]|\d+ 0 R)")
KEY = re.compile(rb"(/StructParents?)\s+(\d+)")


class StructureTree:
    """The tag tree of the whole file, section by section."""

    def __init__(self, binding: Binding) -> None:
        self.binding = binding
        self.root, self.document = binding.number(), binding.number()
        self.parts: list[int] = []
        self.leaves: list[int] = []
        self.next_key = 0
        self.named: dict[str, bytes] = {}

    def keyed(self, body: bytes) -> bytes:
        """A page or an annotation of the section that is taken in next, with its key in the parent tree."""
        return KEY.sub(lambda found: b"%s %d" % (found[1], self.next_key + int(found[2])), body)

    def add(self, moved: Renumbered, section: str, pages: int) -> None:
        """Take in a section of so many pages, which are in the book already."""
        file = moved.file
        root = file.objects[file.find(file.objects[file.root], "StructTreeRoot")]
        part = file.listed(root, "K")[0]
        self.parts.append(moved.number(part))
        names = _name_cells(file, section) | _name_notes(file, section, part)
        body = ROLE.sub(b"/S/Part", file.objects[part], count=1)
        moved.write(part, PARENT.sub(b"", body, count=1), Shelf.TAGS, b"/P %d 0 R" % self.document)
        moved.follow()
        self._own(moved, file.objects[file.find(root, "ParentTree")])
        moved.follow()
        self.named |= {name: moved.references[old] for old, name in names.items() if old in moved.references}
        self.next_key += KEYS_A_PAGE * (pages + 1)

    def finish(self) -> int:
        """Write the root of the tree: its number."""
        self.binding.put(self.document, b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>" % (
            self.root, references(self.parts)), Shelf.TAGS)
        owners = self.binding.add(b"<</Kids[%s]>>" % references(self.leaves))
        names = b"/IDTree %d 0 R" % tree_of_names(self.binding, self.named) if self.named else b""
        self.binding.put(self.root, b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d%s>>" % (
            self.document, owners, self.next_key, names))
        return self.root

    def _own(self, moved: Renumbered, tree: bytes) -> None:
        """Write a section's leaf of the parent tree: which element every mark of a page belongs to."""
        owners = [(self.next_key + int(key), owner) for key, owner in OWNER.findall(tree, tree.index(b"[") + 1)]
        leaf = b" ".join(b"%d %s" % one for one in owners)
        self.leaves.append(self.binding.add(moved.here(b"<</Limits[%d %d]/Nums[%s]>>" % (
            owners[0][0], owners[-1][0], leaf))))


def _name_notes(file: EngineFile, section: str, part: bytes) -> dict[bytes, str]:
    """Make the children of the note areas Notes, numbered in the section: a Note needs an ID."""
    found: dict[bytes, str] = {}
    for area in file.listed(file.objects[part], "K"):
        if AREA.search(file.objects[area]):
            for note in file.listed(file.objects[area], "K"):
                if NOTE.search(body := file.objects[note]):
                    found[note] = f"{section}-note-{len(found) + 1}"
                    named = b"/S/Note/ID " + String(found[note]).unparse()
                    file.objects[note] = NOTE.sub(lambda _, named=named: named, body, count=1)  # type: ignore[misc]
    return found


def _name_cells(file: EngineFile, section: str) -> dict[bytes, str]:
    """Give header cells IDs that no other section has, and name them so in the cells they head."""
    def named(cell: bytes) -> str:
        return f"{section}-cell-{cell.decode('latin-1')}"

    def heads(found: re.Match[bytes]) -> bytes:
        return b"/Headers[%s]" % b" ".join(String(named(head)).unparse() for head in HEAD.findall(found[1]))

    ids: dict[bytes, str] = {}
    for old, body in file.objects.items():
        if (b"/ID" in body or b"/Headers" in body) and b"/StructElem" in body:
            if cell := CELL.search(body):
                ids[old] = named(cell[1])
            own = CELL.sub(lambda found: b"/ID " + String(named(found[1])).unparse(), body)
            file.objects[old] = HEADS.sub(heads, own)
    return ids
