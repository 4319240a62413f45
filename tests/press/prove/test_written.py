"""Written: a file of the press is read by its own table as other programs read it; of others nothing is believed."""

import io

import pikepdf
import pytest

from press.prove.reader import Reader
from press.prove.tags import parts
from press.prove.text import pages_of
from press.prove.written import HELD, Written
from tests.press.assemble.seen import elements
from tests.press.assemble.shop import Made, full, make, plan


@pytest.fixture(scope="module")
def made() -> Made:
    return make([plan("title", "<p>Bare.</p>", body=False, kind="bare"), plan("one", full("one", 1, "two")),
                 plan("two", full("two", 2, "one"))])


def test_every_object_reads_as_another_program_reads_it(made):
    file = Written(made.pdf)
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        for element in elements(pdf):
            assert b"/S %s" % str(element.S).encode() in file.body(element.objgen[0]).replace(b"/S/", b"/S /")
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream) and "/Type" not in one:
                assert file.stream(one.objgen[0]) == one.read_bytes()


def test_pages_and_parts_come_in_the_order_of_the_book(made):
    file = Written(made.pdf)
    tree = file.follow(file.trailer, "Root", "Pages")
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert list(file.pages(tree)) == [page.obj.objgen[0] for page in pdf.pages]
        assert parts(file) == [part.objgen[0] for part in pdf.Root.StructTreeRoot.K[0].K]
    assert len(file.kids(tree)) == len(parts(file)) == 3


def test_the_words_of_a_page_are_those_that_any_reader_finds(made):
    file = Written(made.pdf)
    reader = Reader(file)
    nodes = file.kids(file.follow(file.trailer, "Root", "Pages"))
    read = [page.marks for node in nodes for page in reader.turn_to(node)]
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert read == [page.marks for page in pages_of(pdf)]
    assert sum(map(len, read)) > 100


def test_few_streams_of_objects_are_held(made):
    file = Written(made.pdf)
    for number in range(1, len(file.rows)):
        if file.rows[number] >> 56 == 2:
            file.body(number)

    assert 2 < len(file.packs) <= HELD


def test_a_file_that_another_program_wrote_is_not_read(made):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        pdf.save(target)

    for other in (target.getvalue(), made.pdf[:-99], b"%PDF-1.7\n"):
        with pytest.raises(ValueError, match="the file has no table as the press writes it"):
            Written(other)


def test_an_object_that_is_not_there_is_missed(made):
    file = Written(made.pdf)

    with pytest.raises(ValueError, match="object 99999 is not in the file"):
        file.body(99999)
