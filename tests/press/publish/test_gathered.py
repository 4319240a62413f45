"""Gathered: a run gathers only what no run before it did, and what is kept is what would be made."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from press.assemble.gathering import Batch, Setting, gather
from press.assemble.imposition import Imposed, impose
from press.layout.page_maps import Plan
from press.publish import gathered, kept
from press.publish.gathered import FEW, Gatherer
from tests.press.assemble.shop import STYLES, Made, full, interior, make, plan

SETTING = Setting(interior().faces, True, interior().folio)


class Hands:
    """A pool of two that does all by itself, and counts what it did."""

    hands, fonts = 2, STYLES / "fonts"

    def __init__(self, *, busy: bool = True) -> None:
        self.done: list[str] = []
        self.busy = busy

    def deal(self, work: Callable[[Any], Any], batches: Sequence[Any]) -> list[Any]:
        self.done += [one.section.id for batch in batches for one in (
            batch.imposed if isinstance(batch, Batch) else (batch.imposed,))]
        return [work(batch) for batch in batches]

    def beside(self, work: Callable[[Any], Any], batch: Any) -> Callable[[], Any]:
        made = self.deal(work, [batch])
        return lambda: made[0]


def plans(end: str = "An end.") -> list[Plan]:
    return [plan("one", full("one", 1, "two")), plan("two", full("two", 2, "one")),
            plan("three", f'<p id="end">{end}</p>')]


def book(end: str = "An end.") -> Made:
    return make(plans(end))


def documents(made: Made) -> dict[str, str]:
    return {one.id: one.compose(made.found).html for one in plans()}


def imposed(made: Made) -> list[Imposed]:
    named = [replace(section, job=f"{section.id} {len(section.pdf)}") for section in made.sections]
    return list(impose([(section, True) for section in named], made.found))


@pytest.fixture(scope="module")
def sections() -> list[Imposed]:
    return imposed(book())


def test_a_second_run_gathers_nothing_and_has_the_same(sections, tmp_path):
    first, second = Hands(), Hands()
    made = Gatherer(first, tmp_path, "book")(sections, SETTING)
    again = Gatherer(second, tmp_path, "book")(sections, SETTING)

    assert (first.done, second.done) == (["one", "two", "three"], [])
    assert again == made == [gather(one, SETTING) for one in sections]


def test_another_text_has_its_section_gathered_and_what_was_before_is_dropped(sections, tmp_path):
    Gatherer(Hands(), tmp_path, "book")(sections, SETTING)
    hands = Hands()
    Gatherer(hands, tmp_path, "book")(imposed(book("Another end.")), SETTING)

    assert hands.done == ["three"]
    assert len(list(tmp_path.rglob("*.*"))) == 0
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 3


def test_other_code_or_another_setting_gathers_all(sections, tmp_path, monkeypatch):
    Gatherer(Hands(), tmp_path, "book")(sections, SETTING)
    plain, newer = Hands(), Hands()
    Gatherer(plain, tmp_path, "book")(sections, Setting(SETTING.faces, False, SETTING.folio))
    monkeypatch.setattr(gathered, "code_of", lambda *_: "newer")
    Gatherer(newer, tmp_path, "book")(sections, Setting(SETTING.faces, False, SETTING.folio))

    assert plain.done == newer.done == ["one", "two", "three"]


def test_a_damaged_gathering_is_made_again(sections, tmp_path):
    made = Gatherer(Hands(), tmp_path, "book")(sections, SETTING)
    file = min(path for path in tmp_path.rglob("*") if path.is_file())
    file.write_bytes(file.read_bytes()[:-1])
    hands = Hands()

    assert Gatherer(hands, tmp_path, "book")(sections, SETTING) == made
    assert len(hands.done) == 1


def test_a_section_whose_job_is_not_known_is_never_kept(tmp_path):
    made = book()
    nameless = list(impose([(section, True) for section in made.sections], made.found))
    Gatherer(Hands(), tmp_path, "book")(nameless, SETTING)
    hands = Hands()
    Gatherer(hands, tmp_path, "book")(nameless, SETTING)

    assert hands.done == ["one", "two", "three"]


def test_few_books_are_kept(sections, tmp_path):
    for number in range(FEW + 2):
        Gatherer(Hands(), tmp_path, str(number))(sections[2:], SETTING)

    assert len(list(tmp_path.iterdir())) == FEW


def test_a_folder_that_cannot_be_written_keeps_nothing(sections, tmp_path: Path):
    (tmp_path / "file").write_text("")
    assert Gatherer(Hands(), tmp_path / "file", "book")(sections, SETTING) == [
        gather(one, SETTING) for one in sections]


def test_what_is_begun_early_is_not_made_again_and_what_has_changed_since_is(tmp_path):
    made = book()
    named = [replace(section, job=section.id) for section in made.sections]
    sections = [(section, True) for section in named]
    hands = Hands()
    gatherer = Gatherer(hands, None, "book")
    gatherer.begin(sections[:2], made.found, SETTING, documents(made))
    assert hands.done == ["one", "two"]
    assert gatherer.tries == {}

    moved = replace(named[1], job="another")
    found = gatherer(list(impose([sections[0], (moved, True), sections[2]], made.found)), SETTING)
    assert hands.done == ["one", "two", "two", "three"]
    assert found == [gather(one, SETTING) for one in impose(sections, made.found)]
    tries = gatherer.tries.values()
    assert [(one.gathering, bool(one.seal)) for one in tries] == [(found[0], True)]  # what is begun is proved


def test_what_is_begun_while_nothing_is_laid_out_is_not_proved_yet():
    made, hands = book(), Hands(busy=False)
    sections = [(replace(section, job=section.id), True) for section in made.sections]
    gatherer = Gatherer(hands, None, "book")
    gatherer.begin(sections, made.found, SETTING, documents(made))
    gatherer(list(impose(sections, made.found)), SETTING)

    assert hands.done == ["one", "two", "three"]
    assert [one.seal for one in gatherer.tries.values()] == [b""] * 3


def test_a_section_that_refers_to_one_that_is_not_there_yet_is_not_begun_early():
    made, hands = book(), Hands()
    sections = [(replace(section, job=section.id), True) for section in made.sections]
    Gatherer(hands, None, "book").begin(sections[:1], made.found, SETTING, documents(made))  # it refers to the second

    assert hands.done == []


def test_what_other_code_has_kept_in_another_way_is_not_read(sections, tmp_path, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr(gathered, "code_of", lambda *_: "older")
        folder = Gatherer(Hands(), tmp_path, "book").folder
        kept.put(folder, "0" * 64, b"written in another way")
    hands = Hands()

    assert Gatherer(hands, tmp_path, "book")(sections, SETTING) == [gather(one, SETTING) for one in sections]
    assert hands.done == ["one", "two", "three"]
