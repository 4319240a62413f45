"""The driver makes an edition: the same bytes every time, and of what was laid out before only what changed."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from press.publish.driver import check, make
from press.publish.request import Outcome, Request
from tests.books.making import Making, silent

MORE = "It rained for a week, and the masons played cards in the barge until the wind went round. " * 40


@pytest.fixture
def asked(tmp_path: Path, lighthouse: Making) -> Request:
    """The tiny book again, with every section of it laid out before."""
    root = tmp_path / "again"
    shutil.copytree(lighthouse.request.root, root, ignore=shutil.ignore_patterns("dist"))
    return replace(lighthouse.request, root=root, content=root / "content", out=root / "dist", jobs=1)


def edited(asked: Request, name: str, old: str, new: str) -> Outcome:
    """The book after an edit."""
    file = asked.content / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    outcome = make(asked, silent)
    assert [str(finding) for finding in outcome.report.errors] == []
    return outcome


def test_what_has_not_changed_is_not_laid_out_again(asked: Request) -> None:
    outcome = make(asked, silent)

    assert outcome.laid == ()
    assert outcome.made


def test_an_edit_of_a_paragraph_lays_out_its_section_alone(asked: Request) -> None:
    outcome = edited(asked, "body/01-the-tower.md", "Skarholm is a bare rock", "Skarholm is a bald rock")

    assert set(outcome.laid) == {"the-tower"}


def test_an_edit_of_a_note_lays_out_its_section_alone(asked: Request) -> None:
    outcome = edited(asked, "body/02-the-wreck.md", "That it was: [@lights", "It was: [@lights")

    assert set(outcome.laid) == {"the-wreck"}


def test_an_edit_of_an_event_lays_out_the_chronology_alone(asked: Request) -> None:
    outcome = edited(asked, "chronology.yaml", "The last keeper leaves.", "The last keeper goes.")

    assert set(outcome.laid) == {"chronology"}


def test_a_passage_that_moves_folios_lays_out_what_prints_them_and_no_other_text(
        asked: Request, lighthouse: Making) -> None:
    outcome = edited(asked, "body/01-the-tower.md", "Feld kept a log of every tide.", f"Feld kept a log. {MORE}")

    assert "the-tower" in outcome.laid
    assert set(outcome.laid) <= {"the-tower", "chronology", "source-index", "general-index"}
    assert {"source-index", "general-index"} <= set(outcome.laid)
    assert outcome.extents["screen"] > lighthouse.outcome.extents["screen"]


def test_an_edit_of_a_source_lays_out_where_it_is_named(asked: Request) -> None:
    outcome = edited(asked, "sources/press.yaml", "container-title: Rigasche Post", "container-title: Rigaer Post")

    assert set(outcome.laid) == {"the-wreck", "source-index"}


def test_the_same_book_is_the_same_bytes_with_and_without_cache_alone_and_side_by_side(
        asked: Request, lighthouse: Making) -> None:
    fresh = make(replace(asked, cache=False, jobs=2), silent)

    assert sorted(fresh.laid) == sorted(set(fresh.laid)), "every section is laid out once"
    assert len(fresh.laid) == 9
    assert {file.name: file.read_bytes() for file in fresh.made} == {
        file.name: file.read_bytes() for file in lighthouse.outcome.made}


def test_a_check_lays_nothing_out_and_makes_nothing(asked: Request) -> None:
    outcome = check(asked, silent)

    assert (outcome.laid, outcome.made) == ((), ())
    assert not asked.out.exists()


def test_how_far_the_press_has_come_is_told_stage_by_stage(asked: Request) -> None:
    heard: list[tuple[str, int, int]] = []
    make(asked, lambda *step: heard.append(step))

    assert list(dict.fromkeys(stage for stage, _, _ in heard)) == [
        "read", "lay out screen", "assemble screen", "prove screen"]
    assert all(0 <= done <= total for _, done, total in heard)
    for stage, _, total in heard:
        assert (stage, total, total) in heard
