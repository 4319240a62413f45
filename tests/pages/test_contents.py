"""The contents: their folios are set when the book is put together, whatever their width, and end in one line."""

import re
import subprocess

from tests.books.making import Making

CONTENTS = 5  # the page of the file
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(\d+|[ivxlc]+)</word>')
MIDDLE = 200  # pt


def test_the_folios_of_the_contents_are_those_of_the_book_and_end_where_their_column_ends(lighthouse: Making):
    page = subprocess.run(
        ["pdftotext", "-bbox", "-f", str(CONTENTS), "-l", str(CONTENTS), str(lighthouse.pdf), "-"],
        check=True, capture_output=True, text=True).stdout
    folios = [(words, float(right)) for left, right, words in WORD.findall(page) if float(left) > MIDDLE]

    *listed, own = folios
    assert [words for words, _ in listed] == ["vii", "1", "2", "5", "6", "7", "11", "13", "15", "6", "6", "8"]
    assert max(right for _, right in listed) - min(right for _, right in listed) < 0.05
    assert own[0] == "v"
