"""The first page offers the files of an edition, the one to read first, with their size and sum."""

import hashlib

from press.model.book import Format, Kind
from press.publish.forme import Made
from press.publish.web.landing import offers, size


def made(name: str, kind: Kind, **files: bytes) -> Made:
    chosen = Format(id=name, purpose=f"use as {name}", kind=kind, stylesheets=())
    return Made(chosen, {file.replace("__", "/").replace("_", "."): content for file, content in files.items()})


def test_what_is_read_stands_before_what_is_printed_and_the_main_format_first():
    given = [made("cover", Kind.COVER, c_pdf=b"c"), made("data", Kind.DATA, d_zip=b"d"),
             made("large", Kind.PAGES, l_pdf=b"l"), made("screen", Kind.PAGES, s_pdf=b"s"),
             made("print", Kind.PRINT, p_pdf=b"p"), made("epub", Kind.EPUB, e_epub=b"e")]

    assert [offer.name for offer in offers(given, "screen")] == [
        "s.pdf", "l.pdf", "e.epub", "d.zip", "p.pdf", "c.pdf"]


def test_a_file_is_told_with_its_sort_its_use_its_size_and_its_sum():
    offer, = offers([made("data", Kind.DATA, d_zip=b"12345", data__a_csv=b"a")], "screen")

    assert (offer.sort, offer.purpose, offer.size, offer.pages) == ("ZIP", "use as data", "1 kB", 0)
    assert offer.digest == hashlib.sha256(b"12345").hexdigest()


def test_sizes_are_told_in_round_figures():
    assert [size(count) for count in (1, 1499, 640_200, 1_000_000, 7_449_000)] == [
        "1 kB", "1 kB", "640 kB", "1.0 MB", "7.4 MB"]
