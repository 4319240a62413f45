"""Structure: the tag trees of the sections become one tree (ISO 32000-1, 14.7; ISO 14289-1).

Every section's tree becomes a Part of the document.  The engine tags a note as a
Span of a nameless area; here it becomes a Note with an ID.  The engine counts the
IDs of header cells and the keys of the parent tree anew in every section; here
they are made the section's own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from press.assemble.engine_file import EngineFile
from press.assemble.objects import Objects, Sort
from press.assemble.renumbered import Renumbered
from press.assemble.trees import Named, references, sorted_names, string, tree_of_names

STRUCTURE, DOCUMENT = 3, 4  # the numbers of the root of the tree and of the element that is the document
NOTE = re.compile(rb"/S\s*/(?:Span|Div|P)\b")
AREA = re.compile(rb"/S\s*/NonStruct\b")
ROLE = re.compile(rb"/S\s*/\w+")
PARENT = re.compile(rb"/P\s+\d+ 0 R")
CELL = re.compile(rb"/ID\s*\(([^)]*)\)")
HEADS = re.compile(rb"/Headers\s*\[([^\]]*)\]")
HEAD = re.compile(rb"\(([^)]*)\)")
OWNER = re.compile(rb"(\d+)\s*(\[[^\]]*\]|\d+ 0 R)")
KEY = re.compile(rb"(/StructParents?)\s+(\d+)")


@dataclass(frozen=True, slots=True)
class Grown:
    """The tags of a section as they are written: its Part, its leaf of the parent tree, and what has an ID."""

    part: int = 0
    leaf: int = 0
    named: tuple[Named, ...] = ()


class Branch:
    """The tags of one section on their way into the tree; `key` is the first of its keys in the parent tree."""

    def __init__(self, moved: Renumbered, section: str, key: int) -> None:
        self.moved = moved
        self.section = section
        self.key = key
        self.root = moved.file.objects[moved.file.find(moved.file.objects[moved.file.root], "StructTreeRoot")]

    def keyed(self, body: bytes) -> bytes:
        """A page or an annotation of the section, with its key in the parent tree."""
        return KEY.sub(lambda found: b"%s %d" % (found[1], self.key + int(found[2])), body)

    def grow(self) -> Grown:
        """Write the tags of the section, the pages of which are written already."""
        moved, file = self.moved, self.moved.file
        part = file.listed(self.root, "K")[0]
        number = moved.number(part)
        names = _name_cells(file, self.section) | _name_notes(file, self.section, part)
        body = ROLE.sub(b"/S/Part", file.objects[part], count=1)
        moved.write(part, PARENT.sub(b"", body, count=1), Sort.TAGS, b"/P %d 0 R" % DOCUMENT)
        moved.follow()
        leaf = self._own(file.objects[file.find(self.root, "ParentTree")])
        moved.follow()
        return Grown(number, leaf, tuple(sorted_names(
            {name: moved.references[old] for old, name in names.items() if old in moved.references})))

    def _own(self, tree: bytes) -> int:
        """Write the section's leaf of the parent tree: which element every mark of a page belongs to."""
        owners = [(self.key + int(key), owner) for key, owner in OWNER.findall(tree, tree.index(b"[") + 1)]
        leaf = b" ".join([b"%d %s" % one for one in owners])
        return self.moved.objects.add(self.moved.here(b"<</Limits[%d %d]/Nums[%s]>>" % (
            owners[0][0], owners[-1][0], leaf)))


def write_tree(binding: Objects, grown: Sequence[Grown], next_key: int) -> None:
    """Write the root of the tree of all sections."""
    binding.put(DOCUMENT, b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>" % (
        STRUCTURE, references(one.part for one in grown)), Sort.TAGS)
    owners = binding.add(b"<</Kids[%s]>>" % references(one.leaf for one in grown))
    named = [one.named for one in grown if one.named]
    names = b"/IDTree %d 0 R" % tree_of_names(binding, named) if named else b""
    binding.put(STRUCTURE, b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d%s>>" % (
        DOCUMENT, owners, next_key, names))


def _name_notes(file: EngineFile, section: str, part: bytes) -> dict[bytes, str]:
    """Make the children of the note areas Notes, numbered in the section: a Note needs an ID."""
    found: dict[bytes, str] = {}
    for area in file.listed(file.objects[part], "K"):
        if AREA.search(file.objects[area]):
            for note in file.listed(file.objects[area], "K"):
                if NOTE.search(body := file.objects[note]):
                    found[note] = f"{section}-note-{len(found) + 1}"
                    named = b"/S/Note/ID " + string(found[note])
                    file.objects[note] = NOTE.sub(lambda _, named=named: named, body, count=1)  # type: ignore[misc]
    return found


def _name_cells(file: EngineFile, section: str) -> dict[bytes, str]:
    """Give header cells IDs that no other section has, and name them so in the cells they head."""
    def named(cell: bytes) -> str:
        return f"{section}-cell-{cell.decode('latin-1')}"

    def heads(found: re.Match[bytes]) -> bytes:
        return b"/Headers[%s]" % b" ".join(string(named(head)) for head in HEAD.findall(found[1]))

    ids: dict[bytes, str] = {}
    for old, body in file.objects.items():
        if (b"/ID" in body or b"/Headers" in body) and b"/StructElem" in body:
            if cell := CELL.search(body):
                ids[old] = named(cell[1])
            own = CELL.sub(lambda found: b"/ID " + string(named(found[1])), body)
            file.objects[old] = HEADS.sub(heads, own)
    return ids
