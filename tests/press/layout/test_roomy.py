"""Roomy: work that stands at the end of a piece of Python's frames asks for no memory at every call."""

import gc
import resource
import sys

import pytest

from press.layout.roomy import MANY, roomy, undisturbed

CALLS, DEEP = 2_000, 400


def faults(depth: int) -> int:
    """The pages of memory that the system had to give for some calls made from so deep."""
    if depth:
        return faults(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(CALLS):
        beneath(1)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def beneath(more: int) -> int:
    """A call that makes another."""
    return more and beneath(more - 1)


def worst() -> int:
    """The most pages that the same calls take, from wherever they are made."""
    return max(map(faults, range(DEEP)))


@pytest.mark.skipif(sys.platform != "linux", reason="the pages of memory are counted as Linux counts them")
def test_calls_stand_in_one_piece():
    assert worst() >= CALLS  # so it is by itself, or there is nothing to be mended here
    assert roomy(worst) < CALLS // 10


def test_a_work_is_asked_and_answers_as_by_itself():
    assert roomy(sorted, "bca", reverse=True) == ["c", "b", "a"]


def test_a_work_fails_as_by_itself():
    with pytest.raises(ZeroDivisionError):
        roomy(divmod, 1, 0)


def test_garbage_is_looked_for_rarely():
    before = gc.get_threshold()
    try:
        undisturbed()
        assert gc.get_threshold()[0] == MANY
    finally:
        gc.set_threshold(*before)
