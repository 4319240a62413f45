"""Words with rare letters are found as they are typed on any keyboard."""

import re

import pytest

from press.publish.web.variants import PLAIN, plain, variants
from tests.books.making import ROOT


@pytest.mark.parametrize(("word", "typed"), [
    ("Xocalı", "xocali"), ("XOCALI", "xocali"), ("Ağdərə", "agdere"), ("İstanbul", "istanbul"), ("Żółw", "zolw"),
    ("naïve", "naive"), ("Straße", "strasse"), ("Smørrebrød", "smorrebrod"), ("plain", "plain")])
def test_a_word_loses_its_marks(word: str, typed: str):
    assert plain(word) == typed


def test_every_word_that_is_typed_otherwise_is_listed_under_what_is_typed():
    assert variants(["In Xocalı, and Ağdam", "Ağdam; naïve, naive", "Скархольм 1992"]) == {
        "agdam": ["ağdam"], "naive": ["naïve"], "xocali": ["xocalı"]}


def test_the_script_knows_the_same_letters():
    script = (ROOT / "templates" / "web" / "web.js").read_text(encoding="utf-8")
    told = re.search(r"var letters = \{(.*?)\}", script)[1]

    assert dict(re.findall(r'"(.)": "(\w+)"', told)) == {chr(letter): words for letter, words in PLAIN.items()}
