"""Binding: a file is written object by object, packed by sort, and the same objects give the same bytes."""

import io
import re

import pikepdf
import pytest

from press.assemble.binding import Binding
from press.assemble.objects import PACK, Sort
from press.assemble.trees import LEAF, sorted_names, tree_of_names
from tests.press.assemble.shop import Made


def bound(count: int = PACK + 3) -> bytes:
    """A file of one empty page that has so many elements of structure, and a name for each."""
    binding = Binding("1.7")
    tree, root = binding.number(), binding.number()
    page = binding.add(b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Resources<<>>>>" % tree, Sort.PAGES)
    names = {f"n{number}": b"%d 0 R" % binding.add(b"<</Type/StructElem/S/P>>", Sort.TAGS) for number in range(count)}
    binding.put(tree, b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % page)
    binding.put(root, b"<</Type/Catalog/Pages %d 0 R/Names<</Dests %d 0 R>>>>" % (
        tree, tree_of_names(binding, [sorted_names(names)])))
    return binding.finish(root, b"%d 0 R" % binding.add(b"<</Title(A)>>"))


def test_every_object_is_found_by_its_number():
    with pikepdf.open(io.BytesIO(bound())) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo.Title) == "A"
        assert sum(one.get("/Type") == "/StructElem" for one in pdf.objects
                   if isinstance(one, pikepdf.Dictionary)) == PACK + 3


def test_the_same_objects_give_the_same_file_and_others_another_name():
    def name(pdf: bytes) -> list[bytes]:
        return re.findall(rb"/ID\[<(\w+)><(\w+)>\]", pdf)

    assert bound() == bound()
    assert name(bound()) != name(bound(PACK))


def test_a_stream_that_is_not_packed_is_packed_once():
    binding = Binding("1.7")
    root = binding.number()
    plain, packed = binding.add_stream(b"", b"a" * 99), binding.add_stream(b"/Filter/FlateDecode", b"x\x9c\x03\x00")
    page = binding.add(b"<</Type/Pages/Count 0/Kids[]>>")
    binding.put(root, b"<</Type/Catalog/Pages %d 0 R/One %d 0 R/Two %d 0 R>>" % (page, plain, packed))
    with pikepdf.open(io.BytesIO(binding.finish(root, b"null"))) as pdf:
        assert pdf.Root.One.read_bytes() == b"a" * 99
        assert len(pdf.Root.One.read_raw_bytes()) < 20
        assert pdf.Root.Two.read_raw_bytes() == b"x\x9c\x03\x00"


@pytest.mark.parametrize("count", [1, LEAF, LEAF + 1, 3 * LEAF])
def test_a_name_is_found_by_the_limits_of_its_leaf(count):
    with pikepdf.open(io.BytesIO(bound(count))) as pdf:
        leaves = [([bytes(name) for name in leaf.Limits], [bytes(name) for name in list(leaf.Names)[::2]])
                  for leaf in pdf.Root.Names.Dests.Kids]
        found = [name for _, names in leaves for name in names]

    assert found == sorted(f"n{number}".encode() for number in range(count))
    assert all(limits == [names[0], names[-1]] for limits, names in leaves)
    assert len(leaves) == -(-count // LEAF)


def test_a_reader_of_pages_need_not_unpack_the_tags(book: Made):
    with pikepdf.open(io.BytesIO(book.pdf)) as pdf:
        packs = [one.read_bytes() for one in pdf.objects
                 if isinstance(one, pikepdf.Stream) and one.get("/Type") == "/ObjStm"]

    assert any(b"/StructElem" in pack for pack in packs)
    assert [pack for pack in packs if b"/StructElem" in pack and b"/Type /Page/" in pack] == []


def test_the_file_of_a_book_is_sound(opened):
    assert opened.check_pdf_syntax() == []
