"""Workers: they come of a process that has the engine loaded, and know nothing of the program that called them."""

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from press.layout.roomy import MANY
from press.layout.workers import Workers, called_in, load, sent_home, standing
from tests.books.making import ROOT


def told(name: str) -> tuple[bool, int, str, int]:
    """What a worker says: whether a module is loaded, how rarely it looks for garbage, its program, its number."""
    main = sys.modules["__main__"]
    return name in sys.modules, gc.get_threshold()[0], str(getattr(main, "__file__", "")), os.getpid()


def program() -> tuple[object, object, str]:
    """What this process knows of its program, and where it has new ones look."""
    main = sys.modules["__main__"]
    return main.__spec__, getattr(main, "__file__", None), os.environ.get("PYTHONPATH", "")


@pytest.fixture(scope="module")
def known():
    return program()


@pytest.fixture(scope="module")
def said(known):
    assert known
    with Workers(2) as workers:
        return [workers.submit(told, "weasyprint").result() for _ in range(3)]


def test_a_worker_has_the_engine_before_its_first_section(said):
    assert [loaded for loaded, *_ in said] == [True] * 3


def test_a_worker_looks_for_garbage_rarely(said):
    assert {often for _, often, *_ in said} == {MANY}


def test_a_worker_has_not_read_the_program_that_called_it(said):
    assert {file for *_, file, _ in said} == {""}


def test_one_worker_does_what_one_can_do(said):
    assert len({who for *_, who in said}) == 1
    assert os.getpid() not in {who for *_, who in said}


def test_the_program_and_its_surroundings_are_as_they_were(known, said):
    assert said
    assert program() == known


def test_a_worker_knows_what_it_was_to_load():
    with Workers(1) as workers:
        assert not workers.submit(told, "tabnanny").result()[0]
        workers.submit(load, ["tabnanny"]).result()
        assert workers.submit(told, "tabnanny").result()[0]


def test_workers_who_stay_are_called_in_again_if_they_are_as_many_and_well():
    with standing():
        first = called_in(1)
        who = first.submit(told, "tabnanny").result()[-1]
        sent_home(first)
        assert called_in(1) is first
        assert first.submit(told, "tabnanny").result()[-1] == who

        sent_home(first)
        others = called_in(2)
        assert others is not first

        others.submit(os._exit, 1).exception()
        sent_home(others)
        well = called_in(2)
        assert well is not others
        assert well.submit(int).result() == 0
        sent_home(well)
    with pytest.raises(RuntimeError, match="shutdown"):
        well.submit(int)


def test_without_need_nobody_stays():
    workers = called_in(1)
    sent_home(workers)
    with pytest.raises(RuntimeError, match="shutdown"):
        workers.submit(int)


CALLS = """import os, signal
from press.layout.workers import Workers
if __name__ == "__main__":
    with Workers(1) as workers:
        print(workers.submit(os.getpid).result(), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_workers_leave_when_the_process_that_called_them_was_killed():
    done = subprocess.run((sys.executable, "-c", CALLS), cwd=ROOT, capture_output=True, text=True, check=False)
    worker, patience = int(done.stdout), 200

    assert done.returncode == -signal.SIGKILL
    while patience and Path(f"/proc/{worker}").exists():
        time.sleep(0.05)
        patience -= 1
    assert patience
