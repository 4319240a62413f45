"""The contents: their folios are set when the book is put together, whatever their width, and end in one line."""

import re

from pikepdf import Pdf

from press.prove.text import content
from tests.books.making import Making

CONTENTS = 4  # the page, from 0
FOLIO = re.compile(r"\d+|[ivxlc]+")
MIDDLE = 200  # pt


def test_the_folios_of_the_contents_are_those_of_the_book_and_end_where_their_column_ends(lighthouse: Making):
    with Pdf.open(lighthouse.pdf) as pdf:
        runs = [run for (page, _), shown in content(pdf).items() if page == CONTENTS for run in shown]
    folios = [run for run in runs if FOLIO.fullmatch(run.text.strip()) and run.left > MIDDLE]

    assert [run.text for run in folios] == ["vii", "1", "2", "5", "6", "7", "11", "13", "15", "6", "6", "8"]
    assert max(run.right for run in folios) - min(run.right for run in folios) < 0.05
