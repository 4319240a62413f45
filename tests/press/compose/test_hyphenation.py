"""Where words of Azerbaijani, Turkish and Armenian may be divided."""

from xml.etree.ElementTree import fromstring, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.compose.hyphenation import SOFT_HYPHEN, divide, divide_tree


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("az", "Ermə-nis-tan"),
        ("az", "Azər-bay-can"),
        ("az", "həqi-qət"),
        ("az", "müna-qişə"),
        ("az", "soy-qı-rımı"),
        ("az", "İSTİQ-LA-LİY-YƏT"),
        ("az", "elekt-rik"),
        ("az", "müda-fiə"),
        ("tr", "cum-hu-ri-yeti"),
        ("tr", "kat-li-amı"),
        ("tr", "Türk-çe-leş-tir"),
        ("tr", "Xocalı’nın"),
        ("hy", "Ասկե-րան"),
        ("hy", "Խոջա-լու"),
        ("hy", "Ստե-փա-նա-կերտ"),
        ("hy", "հան-րա-պե-տու-թյուն"),
        ("hy", "Ղարա-բա-ղյան"),
        ("hy", "Հայաս-տան"),
        ("az", "Xocalı"),
        ("en", "Republic"),
        ("ru", "Ходжалы"),
    ],
)
def test_a_word_is_divided_by_its_syllables(lang: str, word: str) -> None:
    assert divide(word.replace("-", ""), lang).replace(SOFT_HYPHEN, "-") == word


def divided(markup: str) -> str:
    return tostring(divide_tree(fromstring(markup)), encoding="unicode").replace(SOFT_HYPHEN, "-")


def test_only_text_in_such_a_language_is_divided() -> None:
    typed = '<p>respublika <i lang="az">respublika</i> respublika</p>'

    assert divided(typed) == '<p>respublika <i lang="az">res-pub-lika</i> respublika</p>'


@pytest.mark.parametrize(
    "markup",
    [
        '<p lang="az"><span class="nm">Ermənistan</span></p>',
        '<h2 lang="az">Ermənistan</h2>',
        '<table lang="az"><tr><td>Ermənistan</td></tr></table>',
        '<p lang="az"><code>Ermənistan</code></p>',
        '<p lang="az">https://e.org/Ermenistan</p>',
    ],
)
def test_names_headings_tables_and_addresses_are_not_divided(markup: str) -> None:
    assert divided(markup) == markup


def test_a_word_that_an_editor_divided_is_left_alone() -> None:
    assert divide(f"respub{SOFT_HYPHEN}lika", "az") == f"respub{SOFT_HYPHEN}lika"


LETTERS_AND_MARKS = "aəıİioöuübcçdğhqşxyզաեուկրսթյխև –’-\u00ad"


@given(st.text(alphabet=LETTERS_AND_MARKS, max_size=30), st.sampled_from(["az", "tr", "hy"]))
def test_dividing_changes_no_letter_and_is_done_once(text: str, lang: str) -> None:
    once = divide(text, lang)

    assert once.replace(SOFT_HYPHEN, "") == text.replace(SOFT_HYPHEN, "")
    assert divide(once, lang) == once
