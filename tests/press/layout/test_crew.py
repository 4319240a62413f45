"""The crew: a worker that dies is survived, a section that fails is told, and nobody works without need."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from press.findings import Place, Report
from press.layout import crew as room
from press.layout import pool
from press.layout.cache import Cache
from press.layout.crew import Crew, Failure
from press.layout.laid import Job, LaidSection
from press.layout.pool import Pool
from press.model.fair_copy import FairCopy
from press.model.section import Matter, Section
from press.prove.excuses import Excuses
from press.prove.laid import prove_laid
from tests.press.layout.paper import STYLES, job, stub, words

JOBS = [job(f"<p>{words(5)}</p>", name=name) for name in ("a", "b", "c")]


def laid(one: Job) -> LaidSection:
    """A section without an engine; some are trouble."""
    if one.id == "bad":
        raise ValueError("nobody knows")
    return stub(one.id, pages=1)


def deadly(one: Job) -> LaidSection:
    """A section that takes its worker with it: always, or once."""
    if one.id == "deadly" or (one.id == "once" and not Path(one.css).exists()):
        if one.id == "once":
            Path(one.css).touch()
        os._exit(1)
    return laid(one)


def lay_out(crew: Crew, jobs: list[Job], how=laid) -> dict[str, LaidSection | Failure]:
    try:
        for one in jobs:
            crew.take(one, how)
        return {one.id: made for one, made in crew.done(how)}
    finally:
        crew.close()


def test_a_worker_that_dies_is_survived(tmp_path):
    jobs = [*JOBS, Job("once", "<p>", str(tmp_path / "died"), "")]

    found = lay_out(Crew(2), jobs, deadly)

    assert found == {one.id: laid(one) for one in jobs}
    assert (tmp_path / "died").exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_more_is_taken_while_some_is_awaited(jobs):
    crew, found = Crew(jobs), []
    try:
        for one in JOBS[:2]:
            crew.take(one, laid)
        found.append(next(crew.done(laid))[0].id)
        crew.take(JOBS[2], laid)
        found += [one.id for one, _ in crew.done(laid)]
    finally:
        crew.close()

    assert sorted(found) == [one.id for one in JOBS]
    assert list(crew.done(laid)) == []


def test_what_comes_after_a_worker_died_is_laid_out_with_what_fell(tmp_path):
    crew = Crew(2)
    once = Job("once", "<p>", str(tmp_path / "died"), "")
    try:
        for one in (once, JOBS[0]):
            crew.take(one, deadly)
        with pytest.raises(BrokenProcessPool):
            next(iter(crew.running)).result()
        crew.take(JOBS[1], deadly)
        found = {one.id: made for one, made in crew.done(deadly)}
    finally:
        crew.close()

    assert found == {one.id: laid(one) for one in (once, *JOBS[:2])}


def test_a_section_that_kills_every_worker_fails_alone():
    found = lay_out(Crew(2), [*JOBS, Job("deadly", "<p>", "", "")], deadly)

    assert found.pop("deadly") == Failure("3 workers died of it")
    assert found == {one.id: laid(one) for one in JOBS}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_section_that_fails_is_told_and_the_others_are_laid_out(jobs):
    found = lay_out(Crew(jobs), [*JOBS, Job("bad", "<p>", "", "")])

    assert found.pop("bad") == Failure("ValueError: nobody knows")
    assert found == {one.id: laid(one) for one in JOBS}


def test_a_failure_is_a_finding_and_is_not_kept(monkeypatch, tmp_path):
    monkeypatch.setattr(pool, "lay_out", lambda one: laid(Job("", "", "", "")) if one.html.startswith("<!")
                        else laid(one))
    report = Report()
    source = Section("bad", "Bad", Matter.BODY, "chapter", Place("bad.md"), FairCopy(Element("section")))
    with Pool(1, STYLES / "fonts", Cache(tmp_path)) as sections:
        found = sections.lay_out([Job("bad", "<p>", "", "")], lambda _: None)
        prove_laid(found["bad"], source, Excuses(()), report)

    assert [str(one.place) + " " + one.rule for one in report.errors] == ["bad.md L-06"]
    assert "ValueError: nobody knows" in report.errors[0].message
    assert len(found["bad"].pages) == 1
    assert not list(tmp_path.rglob("*"))


def test_one_section_alone_needs_no_worker(monkeypatch):
    monkeypatch.setattr(Crew, "_crew", lambda *_, **__: pytest.fail("a worker was asked for"))

    assert lay_out(Crew(2), JOBS[:1]) == {"a": laid(JOBS[0])}


def test_a_cluster_is_given_every_section_even_one_alone(monkeypatch):
    asked = []
    monkeypatch.setattr(Crew, "_cluster", lambda self: asked.append(self.address) or ThreadPoolExecutor(1))

    assert lay_out(Crew(1, "dask://127.0.0.1:1"), JOBS[:1]) == {"a": laid(JOBS[0])}


def test_what_breaks_on_a_cluster_is_laid_out_again(monkeypatch):
    class KilledWorker(Exception):  # noqa: N818 - the name that Dask gives it
        pass

    errors = [KilledWorker(), BrokenProcessPool()]
    monkeypatch.setattr(Crew, "_cluster", lambda _: ThreadPoolExecutor(1))

    def dying(one: Job) -> LaidSection:
        if errors:
            raise errors.pop()
        return laid(one)

    assert lay_out(Crew(1, "dask://127.0.0.1:1"), JOBS, dying) == {one.id: laid(one) for one in JOBS}
    assert errors == []


def test_the_engine_is_loaded_before_there_is_work_and_one_section_is_then_a_worker_s(monkeypatch):
    made = []
    monkeypatch.setattr(room, "make_ready", lambda: made.append("ready"))
    monkeypatch.setattr(Crew, "_crew", lambda *_, **__: made.append("called") or ThreadPoolExecutor(1))
    with Pool(2, STYLES / "fonts", None) as pool:
        pool.warm()
        assert made == ["ready"]
        pool.crew.take(JOBS[0], laid)
        assert {job.id: one for job, one in pool.crew.done(laid)} == {"a": laid(JOBS[0])}
    assert made == ["ready", "called"]

    made.clear()
    with Pool(1, STYLES / "fonts", None) as alone:
        alone.warm()
    assert made == []


def doubled(number: int) -> int:
    return 2 * number


def deadly_but_here(owner: int) -> str:
    """What a worker dies of and its owner does."""
    if os.getpid() != owner:
        os._exit(1)
    return "done"


def test_work_is_dealt_to_workers_that_were_called_in_and_done_alone_where_there_are_none():
    crew = Crew(2)
    assert (crew.hands, crew.deal(doubled, [1, 2, 3])) == (1, [2, 4, 6])

    crew.warm()
    try:
        assert (crew.hands, crew.deal(doubled, [1, 2, 3]), crew.deal(doubled, [])) == (2, [2, 4, 6], [])
    finally:
        crew.close()


def test_work_that_a_worker_died_of_is_done_here():
    crew = Crew(2)
    crew.warm()
    try:
        assert crew.deal(deadly_but_here, [os.getpid()] * 3) == ["done"] * 3
        assert crew.deal(doubled, [1, 2]) == [2, 4]  # though no worker is left
    finally:
        crew.close()


def test_something_is_done_beside_by_a_worker_or_here_when_it_dies_of_it_or_there_is_none():
    crew = Crew(2)
    assert crew.beside(doubled, 4)() == 8
    crew.warm()
    try:
        assert crew.beside(doubled, 4)() == 8
        assert crew.beside(deadly_but_here, os.getpid())() == "done"
        assert crew.beside(doubled, 4)() == 8  # though no worker is left
    finally:
        crew.close()


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_workers_that_are_sent_home_early_are_gone_in_the_end():
    crew = Crew(2)
    for one in JOBS:
        crew.take(one, laid)
    assert len(dict(crew.done(laid))) == len(JOBS)
    there = list(crew._executor._processes)
    assert all(map(is_there, there))
    crew.close(wait=False)
    crew.close()

    end = time.monotonic() + 10
    while any(map(is_there, there)) and time.monotonic() < end:
        time.sleep(0.01)
    assert not any(map(is_there, there))
