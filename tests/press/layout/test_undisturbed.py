"""Work undisturbed: no search for garbage meanwhile, and what it has left over swept after it."""

import gc
import weakref

import pytest

from press.layout.undisturbed import undisturbed


class Box:
    """A box that knows itself."""

    def __init__(self) -> None:
        self.inner = self


@undisturbed
def made() -> tuple[bool, weakref.ref[Box]]:
    return gc.isenabled(), weakref.ref(Box())


@undisturbed
def failed() -> None:
    raise ValueError


def test_no_garbage_is_looked_for_while_it_lasts_and_none_is_left_after_it():
    disturbed, box = made()
    assert not disturbed
    assert box() is None
    assert gc.isenabled()


def test_work_that_fails_leaves_the_search_as_it_was():
    with pytest.raises(ValueError):
        failed()
    assert gc.isenabled()

    gc.disable()
    try:
        made()
        assert not gc.isenabled()
    finally:
        gc.enable()
