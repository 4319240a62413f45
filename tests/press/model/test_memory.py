"""Memory: a tree is remembered as it is, to the last space."""

from xml.etree.ElementTree import Element, fromstring, tostring

from press.model.memory import FORGETFUL, name_of, plain, tree


def test_a_tree_comes_back_as_it_was():
    made = fromstring('<section>a<p id="x" lang="az">b <i>c</i>\t\u00ad d</p>\n<svg xmlns="http://www.w3.org/2000/svg"/></section>')
    made[0].text, made[0].tail = "a\r\x0bb", ""

    again = tree(plain(made))

    assert plain(again) == plain(made)
    assert tostring(again) == tostring(made)
    assert (again.text, again[0].text, again[0].tail, again.tail) == ("a", "a\r\x0bb", "", None)


def test_a_name_is_of_all_that_is_given_and_of_nothing_else():
    assert name_of("read", "a", 1) == name_of("read", "a", 1)
    assert len({name_of("read", "a", 1), name_of("set", "a", 1), name_of("read", "a1"), name_of("read", ["a", 1])}) == 4


def test_the_forgetful_remembers_nothing():
    FORGETFUL.remember("a", Element("p"))

    assert FORGETFUL.recall("a") is None
