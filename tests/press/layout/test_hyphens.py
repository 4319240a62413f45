"""Words are divided where Pyphen divides them, whichever of its patterns have been read."""

import pyphen
import pytest

from press.layout import hyphens

WORDS = ("lighthouse", "extraordinary", "Correspondence", "schifffahrt", "asszonnyal", "naturligtvis", "tillåta",
         "администрация", "incomprehensible", "a", "", "l'avis", "co-operate", "Ägypten", "rosszszívű")
NAMES = ("en_GB", "en_US", "ru_RU", "sv", "hu_HU", "fr")


@pytest.fixture(scope="module", params=NAMES)
def dictionaries(request):
    path = pyphen.LANGUAGES[request.param]
    return hyphens._Dictionary(path), hyphens.Dictionary(path)


def test_a_word_is_divided_where_it_was(dictionaries):
    stock, ours = dictionaries
    patterns = [key.strip(".") for key in list(stock.patterns)[::97]]
    for word in (*WORDS, *patterns):
        assert [(at, at.data) for at in ours.positions(word)] == [(at, at.data) for at in stock.positions(word)], word


def test_all_patterns_are_there(dictionaries):
    stock, ours = dictionaries
    read = {key: hyphens._values(found, int)[1] if isinstance(found, str) else found
            for key, found in ours.patterns.items()}
    assert read == stock.patterns
    assert ours.maxlen == stock.maxlen


def test_a_pattern_is_read_when_a_word_has_its_letters():
    ours = hyphens.Dictionary(pyphen.LANGUAGES["en_GB"])
    assert all(isinstance(found, str) for found in ours.patterns.values())
    assert ours.positions("lighthouse")
    assert 0 < sum(not isinstance(found, str) for found in ours.patterns.values()) < 50


def test_digits_of_another_script_are_left_to_pyphen(tmp_path):
    path = tmp_path / "hyph_xx.dic"
    path.write_text("UTF-8\na1b\nb٣c\n", encoding="utf-8")
    assert hyphens.Dictionary(path).positions("abcd") == hyphens._Dictionary(path).positions("abcd") == [1, 2]


def test_another_version_reads_its_dictionaries_itself(monkeypatch):
    monkeypatch.setattr(pyphen, "VERSION", "0.19")
    monkeypatch.setattr(pyphen, "HyphDict", hyphens._Dictionary)
    assert hyphens.install() is False
    assert pyphen.HyphDict is hyphens._Dictionary
