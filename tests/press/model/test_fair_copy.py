"""Fair copies: a tree is made when it is read, and a look at it is remembered as long as it would see the same."""

from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from press.findings import Place, Report
from press.model.fair_copy import FairCopy
from press.publish.kept import Shelf

CONTENT = Path("content")


def shelf(folder: Path) -> Shelf:
    return Shelf(folder, "seen", CONTENT)


def unread() -> Element:
    raise AssertionError("the tree was made")


def test_a_tree_is_made_when_it_is_read_and_once() -> None:
    made: list[Element] = []
    copy = FairCopy(lambda: made.append(fromstring("<p/>")) or made[-1])  # type: ignore[func-returns-value]

    assert made == []
    assert copy.tree is copy.tree
    assert len(made) == 1


def test_what_was_seen_in_a_text_is_not_looked_for_again(tmp_path: Path) -> None:
    memory = shelf(tmp_path)
    copy = FairCopy(fromstring("<p>Fog</p>"), "fog", memory)
    assert copy.seen("letters", lambda: sorted("Fog")) == ["F", "g", "o"]
    memory.keep()

    later = FairCopy(unread, "fog", shelf(tmp_path))
    assert later.seen("letters", lambda: list[str](later.tree)) == ["F", "g", "o"]


def test_another_text_and_another_thing_given_are_looked_at(tmp_path: Path) -> None:
    memory = shelf(tmp_path)
    told = [FairCopy(Element("p"), name, memory).seen("pages", lambda name=name, given=given: f"{name} {given}", given)
            for name, given in (("a", "5"), ("b", "5"), ("a", "6"), ("a", "6"), ("a", "5"))]

    assert told == ["a 5", "b 5", "a 6", "a 6", "a 5"]


def test_a_text_of_which_nobody_knows_what_it_is_made_from_is_looked_at_every_time(tmp_path: Path) -> None:
    looks = iter("ab")
    memory = shelf(tmp_path)

    assert [FairCopy(Element("p"), "", memory).seen("x", lambda: next(looks)) for _ in "ab"] == ["a", "b"]


def test_a_finding_is_told_every_time_and_what_is_sound_is_looked_at_once(tmp_path: Path) -> None:
    looked: list[str] = []

    def look(report: Report, name: str) -> list[str]:
        looked.append(name)
        if name == "faulty":
            report.add("M-02", Place("a.md", 3), "it cannot be read", "mend it")
        return [name]

    for _ in range(2):
        memory, report = shelf(tmp_path), Report()
        for name in ("sound", "faulty"):
            copy = FairCopy(Element("p"), name, memory)
            assert copy.sound("look", lambda own, name=name: look(own, name), report) == [name]
        memory.keep()
        assert [finding.place.line for finding in report.findings] == [3]

    assert looked == ["sound", "faulty", "faulty"]
