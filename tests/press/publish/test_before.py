"""Before: what was laid out the last time is at hand, until another layout is told or the cache has lost it."""

from dataclasses import replace
from pathlib import Path

import pytest

from press.layout.cache import Cache
from press.layout.pool import Pool
from press.publish.before import Before
from press.publish.kept import Shelf
from tests.press.layout.paper import stub


@pytest.fixture
def pool(tmp_path: Path) -> Pool:
    cache = Cache(tmp_path / "sections")
    cache.put("job of one", stub("one", 3))
    return Pool(1, tmp_path, cache)


def told(folder: Path, pool: Pool, chosen: str = "screen") -> Before:
    return Before(Shelf(folder / "texts", "set", Path("content")), chosen, pool)


def test_the_last_layout_of_a_section_is_found_in_another_run(tmp_path: Path, pool: Pool) -> None:
    before = told(tmp_path, pool)
    before.tell([replace(stub("one", 3), job="job of one"), replace(stub("two", 1), job="job of two")])
    before.memory.keep()
    again = told(tmp_path, pool)

    found = again.of("one")()
    assert found == replace(stub("one", 3), job="job of one")
    assert again.of("one")() is found  # and is at hand from now on
    assert again.of("two")() is None  # the cache has lost it
    assert again.of("three")() is None
    assert told(tmp_path, pool, "large-print").of("one")() is None
