"""Strings as they are set: quotation marks, dashes, spaces."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.compose.typeset import RULES, set_text

NO_BREAK = "\u00a0"
THIN = "\u2009"


def shown(text: str) -> str:
    """Return the text with the spaces that cannot be seen written `~` and `^`."""
    return text.replace(NO_BREAK, "~").replace(THIN, "^")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"It was quiet," she said.', "“It was quiet,” she said."),
        ("'It was quiet,' she said.", "‘It was quiet,’ she said."),
        ("\"'Quiet' was the word.\"", "“^‘Quiet’ was the word.”"),
        ("“He said ‘quiet’”", "“He said ‘quiet’^”"),
        ("the town's people, the soldiers' arms", "the town’s people, the soldiers’ arms"),
        ("in the '90s and '92", "in the ’90s and ’92"),
        ("rock 'n' roll, 'tis so", "rock ’n’ roll, ’tis so"),
        ('("a" and [\'b\'])', "(“a” and [‘b’])"),
        ('1992–"the year"', "1992–“the year”"),
        ("39°54'42\" north", "39°54′42″ north"),
        ("40° 0' north", "40°~0′ north"),
        ("Typed “curled” already, ‘so’", "Typed “curled” already, ‘so’"),
    ],
)
def test_straight_quotation_marks_are_curled(typed: str, printed: str) -> None:
    assert shown(set_text(typed)) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("pp. 19-24", "pp.~19–24"),
        ("1988-1994, 1988-94", "1988–1994, 1988–94"),
        ("25-26 February", "25–26~February"),
        ("321-28 and 101-8", "321–28 and 101–8"),
        ("25,000-30,000 people", "25,000–30,000 people"),
        ("12--14", "12–14"),
        ("No. 12-34", "No.~12-34"),
        ("ISSN 0132-1234", "ISSN 0132-1234"),
        ("A/47-48 and S/23-24", "A/47-48 and S/23-24"),
        ("1992-02-26", "1992-02-26"),
        ("a T-72, a BMP-2, the 366-th", "a T-72, a BMP-2, the 366-th"),
        ("the score was 3-1", "the score was 3-1"),
        ("-5 °C, (-3)", "−5~°C, (−3)"),
        ("the town - or its ruins", "the town~– or its ruins"),
        ("the town -- or its ruins", "the town~– or its ruins"),
        ("cease-fire, well-known", "cease-fire, well-known"),
        ("eye- and ear-witnesses", "eye- and ear-witnesses"),
        ("and then ... nothing", "and then~… nothing"),
        ("and then. . . nothing", "and then… nothing"),
    ],
)
def test_hyphens_become_the_dash_that_is_meant(typed: str, printed: str) -> None:
    assert shown(set_text(typed)) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("26 February 1992", "26~February 1992"),
        ("February 26, 1992", "February~26, 1992"),
        ("28 February–1 March", "28~February–1~March"),
        ("10 km of 366 km², 5 per cent, 2 million", "10~km of 366~km², 5~per cent, 2~million"),
        ("at 11 p.m.", "at 11~p.m."),
        ("25 000 and 1 234 567", "25~000 and 1~234~567"),
        ("p. 6, pp. 19–24, p. iv", "p.~6, pp.~19–24, p.~iv"),
        ("no. 4, vol. II, c. 1992", "no.~4, vol.~II, c.~1992"),
        ("para. 76, paras 7, 10", "para.~76, paras~7, 10"),
        ("Chapter 4, chapter 4, Figure 2, Appendix A", "Chapter~4, chapter~4, Figure~2, Appendix~A"),
        ("on page ##, pp. ##", "on page~##, pp.~##"),
        ("footnote 28, § 4.12, №\u00a05", "footnote~28, §~4.12, №~5"),
        ("A. B. Orlov and İ. Məmmədov", "A.~B.~Orlov and İ.~Məmmədov"),
        ("Plan B. The town", "Plan B. The town"),
        ("Dr Orlov, Lt Col. Orlov, St Petersburg", "Dr~Orlov, Lt~Col.~Orlov, St~Petersburg"),
        ("he had no 4 men; the parts of it", "he had no 4 men; the parts of it"),
        ("the 366th Regiment", "the 366th Regiment"),
        ("26 февраля 1992 г.", "26~февраля 1992~г."),
        ("26 փետրվարի", "26~փետրվարի"),
    ],
)
def test_a_line_does_not_part_what_belongs_together(typed: str, printed: str) -> None:
    assert shown(set_text(typed)) == printed


def test_an_azerbaijani_day_stays_with_its_month() -> None:
    assert shown(set_text("26 fevral 1992", "az")) == "26~fevral 1992"


def test_another_language_keeps_its_quotation_marks_and_curls_its_apostrophes() -> None:
    assert set_text("\"Xocalı\" Xocalı'nın", "tr") == '"Xocalı" Xocalı’nın'


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a-b/19-24?x='y'&d=1992-94",
        "www.example.org/it's/12-14",
        "doi:10.1000/182-190",
        "10.1017/S0009-24...x",
        "editor-12-14@example.org",
    ],
)
def test_an_address_is_printed_as_it_stands(address: str) -> None:
    assert set_text(f'"{address}", p. 6') == f"“{address}”, p.{NO_BREAK}6"


def test_letters_are_composed() -> None:
    assert set_text("Ag\u0306dam, Хо\u0301джалы, и\u0306") == "Ağdam, Хо\u0301джалы, й"


WORDS = (
    "the town people's \"quiet\" 'so' “ ” ‘ ’ \" ' - -- – — ... . . … ( ) , ; : 26 February Feb. may 1988-94 "
    "19-24 -5 °C ° 40°0'12\" 25 000 1 234 pp. p. no. No. c. § № chapter Appendix A B. İ. Dr Lt Col. St Orlov "
    "km million per cent a.m. https://e.org/a-1-2'x www.e.org/\"a doi:10.1000/1-2 x@e.org Ходжалы г. Խոջալու "
    "թ. 26 փետրվարի Xocalı'nın e\u0301 и\u0306 \u00ad \u00a0 \u2009 \u200a"
).split(" ")
typed_text = st.lists(
    st.one_of(st.sampled_from(WORDS), st.just(" "), st.text(max_size=4)), max_size=25
).map("".join)
languages = st.sampled_from(["en", "az", "tr", "hy", "ru", "de"])


def letters(text: str) -> str:
    """Return what no compositor may change: all but spaces, quotation marks, dashes and points."""
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).replace("…", "..."))
    return re.sub(r"[\s\"'“”‘’′″.\-–−]", "", composed)


@given(typed_text, languages)
def test_set_twice_is_set_once(typed: str, lang: str) -> None:
    once = set_text(typed, lang)

    assert set_text(once, lang) == once


@given(typed_text, languages)
def test_no_letter_and_no_figure_is_changed(typed: str, lang: str) -> None:
    assert letters(set_text(typed, lang)) == letters(typed)


@given(typed_text)
def test_a_rule_finds_nothing_in_a_text_that_has_none_of_its_signs(typed: str) -> None:
    for rule in RULES:
        assert any(sign in typed for sign in rule.signs) or list(rule.find(typed)) == []
