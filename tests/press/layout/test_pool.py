"""The pool lays out what the cache does not have, side by side or one by one, with the same result."""

from dataclasses import replace

import pytest

from press.layout import pool as room
from press.layout.cache import Cache
from press.layout.laid import Job, LaidSection
from press.layout.pool import Pool
from tests.press.layout.paper import STYLES, job, note, stub, words

FONTS = STYLES / "fonts"
JOBS = [Job(id=name, html="<p>" * length, css="", base=str(STYLES)) for name, length in
        (("short", 1), ("longest", 9), ("long", 5))]


@pytest.fixture
def counted(monkeypatch):
    """The sections that were laid out, without an engine."""
    seen = []

    def lay_out(one):
        seen.append(one.id)
        return stub(one.id, pages=len(one.html))

    monkeypatch.setattr(room, "lay_out", lay_out)
    return seen


def test_sections_laid_out_side_by_side_are_those_laid_out_one_by_one():
    jobs = [job(f'<section id="{name}"><p>{words(60)}{note(1, words(size), name)}</p></section>', name=name)
            for name, size in (("a", 5), ("b", 90), ("c", 30))]
    with Pool(1, FONTS, None) as serial, Pool(2, FONTS, None) as parallel:
        one_by_one = serial.lay_out(jobs, lambda name: None)
        side_by_side = parallel.lay_out(jobs, lambda name: None)

    assert side_by_side == one_by_one
    assert sorted(parallel.laid) == ["a", "b", "c"]


def test_the_longest_section_is_begun_first(counted):
    with Pool(1, FONTS, None) as pool:
        found = pool.lay_out(JOBS, lambda name: None)

    assert counted == ["longest", "long", "short"]
    assert {name: len(section.pages) for name, section in found.items()} == {
        "short": 3, "longest": 27, "long": 15}


def test_what_the_cache_has_is_not_laid_out_again(counted, tmp_path):
    for _ in range(2):
        with Pool(1, FONTS, Cache(tmp_path)) as pool:
            found = pool.lay_out(JOBS, lambda name: None)
    assert sorted(counted) == ["long", "longest", "short"]
    assert pool.laid == []
    assert sorted(found) == ["long", "longest", "short"]


def test_after_an_edit_only_the_edited_section_is_laid_out(counted, tmp_path):
    with Pool(1, FONTS, Cache(tmp_path)) as pool:
        pool.lay_out(JOBS, lambda name: None)
    counted.clear()
    with Pool(1, FONTS, Cache(tmp_path)) as pool:
        pool.lay_out([JOBS[0], replace(JOBS[1], html="<p>"), JOBS[2]], lambda name: None)

    assert counted == pool.laid == ["longest"]


def test_without_a_cache_everything_is_laid_out_every_time(counted):
    for _ in range(2):
        with Pool(1, FONTS, None) as pool:
            pool.lay_out(JOBS, lambda name: None)

    assert len(counted) == 6


def test_the_editor_is_told_of_each_section_once(counted, tmp_path):
    told = []
    with Pool(1, FONTS, Cache(tmp_path)) as pool:
        pool.lay_out(JOBS[:1], told.append)
        pool.lay_out(JOBS, told.append)

    assert told == ["short", "short", "longest", "long"]


def test_no_jobs_no_work(counted):
    with Pool(2, FONTS, None) as pool:
        assert pool.lay_out([], lambda name: None) == {}


def test_a_machine_has_at_least_one_core():
    assert room.cores() >= 1
    assert Pool(0, FONTS, None).crew.jobs == room.cores()


def test_a_section_is_put_down_as_soon_as_it_is_ready(counted):
    found: dict[str, LaidSection] = {}
    seen: list[int] = []

    def jobs():
        yield JOBS[1]
        yield JOBS[2]
        yield None
        seen.append(len(found))
        yield JOBS[0]
        yield None
        yield None
        seen.append(len(found))
        yield None  # for which there is nothing to wait

    with Pool(1, FONTS, None) as pool:
        assert pool.lay_out(jobs(), lambda name: None, found) is found

    assert seen == [1, 3]
    assert counted == ["longest", "long", "short"]
    assert sorted(found) == sorted(one.id for one in JOBS)


def test_it_is_told_when_somebody_has_nothing_to_do():
    jobs = [job(f"<p>{words(40)}</p>", name=name) for name in "abcd"]
    found: dict[str, LaidSection] = {}
    resting: list[int] = []
    with Pool(2, FONTS, None) as pool:
        pool.at_rest = lambda: resting.append(len(found))
        pool.lay_out(jobs, lambda name: None, found)

    assert resting == [3, 4]


def test_it_is_told_before_a_section_is_waited_for():
    one, other = (job(f"<p>{words(40)}</p>", name=name) for name in "ab")
    found: dict[str, LaidSection] = {}
    resting: list[int] = []
    with Pool(2, FONTS, None) as pool:
        pool.warm()
        pool.at_rest = lambda: resting.append(len(found))
        pool.lay_out(iter((one, None, other)), lambda name: None, found)

    assert resting[0] == 0


def test_who_is_alone_is_told_at_once(counted):
    resting: list[int] = []
    with Pool(1, FONTS, None) as pool:
        pool.at_rest = lambda: resting.append(len(counted))
        pool.lay_out(JOBS, lambda name: None)

    assert resting[0] == 0
