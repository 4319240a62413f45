"""The order of names and headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.cite.forms import bibliography_form, filing_key
from press.cite.sorting import folded, initial, sort_key
from press.model.inline import plain
from press.model.source import Name, Source, Verification


def alphabetical(texts: list[str]) -> list[str]:
    return sorted(texts, key=sort_key)


@pytest.mark.parametrize("ordered", [
    ["New, Arthur", "New, Zoe", "newborn", "newcomer", "New Deal", "newlywed", "new math", "News, Networks"],
    ["A", "Aliyev, Heydar", "Alma-Ata", "An", "Elgin", "Əliyev, İlham", "Eliyeva", "Elm"],
    ["366th Regiment", "1000 Years", "Abbas"],
    ["Ceyhun", "Çingiz", "Cingiz, M.", "Cuma"],
    ["Ilham", "İlham", "Iran", "İrəvan", "Irevani"],
    ["Şuşa", "Şuşa Castle", "Susan"],
    ["Khachen", "Ходжалу", "Khodzhaly", "Khojavend"],
    ["Stepan", "Ստեփանակերտ", "Stepanyan"],
    ["The Corridor", "Corridors", "A Cost"],
    ["De Gaulle", "de Waal, Thomas", "Dewey"],
    ["“Article” of the Year", "Articles"],
    ["HRW", "Human Rights Watch"],
])
def test_headings_stand_letter_by_letter(ordered: list[str]):
    assert alphabetical(ordered[::-1]) == ordered


@pytest.mark.parametrize(("text", "lang", "letter"), [
    ("The Times", "en", "T"), ("Əliyev", "az", "E"), ("Şuşa", "az", "S"), ("Ходжалы", "ru", "K"),
    ("366th", "en", "0"), ("“Open” city", "en", "O"),
    ("Die Welt", "de", "W"), ("Die Welt", "en", "D"), ("L’Express", "fr", "E"),
    ("A", "en", "A"), ("A, Sevda", "en", "A"), ("", "en", ""), ("Հայաստան", "hy", "H"), ("İlham", "az", "I"),
    ("Ağdam", "az", "A"), ("ı", "az", "I"),
])
def test_a_heading_stands_under_its_first_letter_without_article(text: str, lang: str, letter: str):
    assert initial(text, lang) == letter


def test_letters_of_every_alphabet_of_the_book_fold_to_latin():
    assert folded("Xocalı Şuşa Gəncə Ağdərə Çıraq Göy Üzüm İrəvan") == (
        "xocali susa gence agdere ciraq goy uzum irevan")
    assert folded("Ходжалы, Степанакерт, объезд, ёлка") == "khodzhaly, stepanakert, obezd, elka"
    assert folded("Ստեփանակերտ Երևան") == "stepanakert erewan"


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_two_texts_have_one_key(one: str, other: str):
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(st.lists(st.text(alphabet="aAəÄbßsşŞıIİiй жЖ,('’-1 0", max_size=8), max_size=8))
def test_the_order_does_not_depend_on_the_order_before(texts: list[str]):
    assert alphabetical(texts) == alphabetical(texts[::-1])


@given(st.text(alphabet="abcçdeəfgğhxıijkqlmnoöprsştuüvyz", min_size=1, max_size=10))
def test_case_and_diacritics_do_not_part_headings(word: str):
    assert sort_key(word)[0] == sort_key(word.upper())[0] or "i" in word or "ı" in word
    assert sort_key(f"The {word}")[0] == sort_key(word)[0]
    assert sort_key(f"“{word}”")[0] == sort_key(word)[0]


def entry(key: str, title: str, *authors: str) -> Source:
    names = tuple(Name(family=author.split()[-1], given=author.split()[0]) for author in authors)
    return Source(id=key, type="book", title=title, author=names, provenance_class="made",
                  verification=Verification.TEXT_CONSULTED)


def test_an_author_alone_stands_before_the_author_with_others_and_titles_go_by_the_alphabet():
    ordered = [entry("a", "The Roads", "Lee Orr"), entry("b", "Towns", "Lee Orr"),
               entry("c", "A Bridge", "Lee Orr", "Ann Bell"), entry("d", "Orrery")]

    shuffled = [ordered[i] for i in (2, 0, 3, 1)]
    assert sorted(shuffled, key=filing_key) == ordered
    assert plain(bibliography_form(ordered[3])).startswith("Orrery")
