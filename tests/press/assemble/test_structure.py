"""The tags: a Part a section, a Note for every piece of a note, and numbers that sections never share."""

import re
from collections import Counter
from itertools import pairwise

from pikepdf import Array, Dictionary, Name

from tests.press.assemble.seen import elements, leaf, links, parts

MARKED = re.compile(rb"/MCID (\d+)")


def of_role(opened, role):
    return [element for element in elements(opened) if Name(f"/{role}") == element.S]


def test_every_section_is_a_part_in_the_order_of_the_book(book, opened):
    found = parts(opened)

    assert [part.S for part in found] == [Name.Part] * len(book.sections)
    assert Array(found) == of_role(opened, "Document")[0].K
    assert all(of_role(opened, "Document")[0] == part.P for part in found)


def test_every_piece_of_a_note_is_a_note_with_an_id_of_its_own(book, opened):
    pieces = sum(len(note.pages) for section in book.sections for note in section.notes)
    notes = of_role(opened, "Note")
    ids = [str(note.ID) for note in notes]

    assert len(notes) == pieces == 10
    assert len(set(ids)) == len(ids)
    assert Counter(name.split("-note-")[0] for name in ids) == {"one": 5, "two": 5}


def test_nothing_else_stands_in_the_note_areas(opened):
    areas = [element for part in parts(opened) for element in part.K if Name.NonStruct == element.S]
    inside = {str(kid.S) for area in areas for kid in area.K}

    assert inside <= {"/Note", "/Span"}
    for area in areas:
        kinds = {str(kid.S) for kid in area.K}
        assert len(kinds) <= 1


def test_keys_of_the_parent_tree_are_disjoint_and_rise(opened):
    tree = opened.Root.StructTreeRoot.ParentTree
    ranges = [tuple(map(int, kid.Limits)) for kid in tree.Kids]
    keys = [[int(key) for key in list(kid.Nums)[::2]] for kid in tree.Kids]

    assert all(first[1] < after[0] for first, after in pairwise(ranges))
    assert [(min(found), max(found)) for found in keys] == ranges
    assert all(found == sorted(set(found)) for found in keys)
    assert int(opened.Root.StructTreeRoot.ParentTreeNextKey) > ranges[-1][1]


def test_every_mark_of_a_page_leads_to_an_element_of_that_page(opened):
    tree = leaf(opened.Root.StructTreeRoot.ParentTree)
    keys = [int(page.obj.StructParents) for page in opened.pages if "/StructParents" in page.obj]
    assert len(set(keys)) == len(keys)
    for page in opened.pages:
        if "/StructParents" not in page.obj:
            continue
        contents = page.obj.Contents
        content = b"".join(stream.read_bytes() for stream in (
            contents if isinstance(contents, Array) else [contents]))
        owners = tree[int(page.obj.StructParents)]
        marks = sorted(map(int, MARKED.findall(content)))

        assert marks == list(range(len(owners)))
        assert all(owner.Pg == page.obj for owner in owners)


def test_every_link_belongs_to_an_element_that_points_back_at_it(opened):
    tree = leaf(opened.Root.StructTreeRoot.ParentTree)
    keys = []
    for _, annotation in links(opened):
        keys.append(int(annotation.StructParent))
        element = tree[keys[-1]]
        held = [kid.Obj.objgen for kid in element.K if isinstance(kid, Dictionary) and "/Obj" in kid]

        assert Name.Link == element.S
        assert annotation.objgen in held
    assert len(set(keys)) == len(keys)


def test_ids_are_unique_in_the_file_and_listed(opened):
    named = [bytes(element.ID) for element in elements(opened) if "/ID" in element]
    listed = leaf(opened.Root.StructTreeRoot.IDTree)

    assert len(set(named)) == len(named)
    assert list(listed) == sorted(named)
    assert all(bytes(element.ID) == name for name, element in listed.items())


def test_a_cell_names_the_heads_of_its_own_table(opened):
    for table in of_role(opened, "Table"):
        rows = [row for group in table.K for row in group.K]
        heads = {bytes(cell.ID) for row in rows for cell in row.K if cell.S == Name.TH}
        cells = [cell for row in rows for cell in row.K if cell.S == Name.TD]

        assert len(cells) == 2
        for cell in cells:
            assert len(cell.A.Headers) == 2
            assert {bytes(head) for head in cell.A.Headers} <= heads


def test_a_picture_has_the_words_of_its_author(opened):
    assert [str(figure.Alt) for figure in of_role(opened, "Figure")] == ["A drawing"] * 2
