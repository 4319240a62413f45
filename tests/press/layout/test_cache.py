"""The cache keeps sections by all that they depend on, and never gives back half a one."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from press.layout import cache as room
from press.layout.cache import Cache, engine_key, key
from press.layout.laid import Job
from tests.press.layout.paper import stub

JOB = Job(id="one", html="<p>Text.", css="p { color: black }", base="file:///styles/",
          heads="@page { margin: 0 }")
SECTION = stub("one", pages=3, names={"one": [0, 1, 2], "par-1.1": [1]}, warnings=["a warning"])
NAME = "ab" + "0" * 62


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "sections")


@pytest.fixture
def fonts(tmp_path):
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "Text.ttf").write_bytes(b"a face")
    yield folder
    engine_key.cache_clear()


def test_what_is_kept_comes_back_as_it_was(cache):
    cache.put(NAME, SECTION)

    assert cache.get(NAME) == SECTION


def test_what_was_never_kept_is_missing(cache):
    assert cache.get(NAME) is None


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_an_entry_with_one_bit_turned_counts_as_missing(cache, at, bit):
    cache.put(NAME, SECTION)
    path = cache.folder / NAME[:2] / NAME
    content = bytearray(path.read_bytes())
    content[int(at * len(content))] ^= 1 << bit
    path.write_bytes(content)

    assert cache.get(NAME) is None


def test_an_entry_cut_short_anywhere_counts_as_missing(cache):
    cache.put(NAME, SECTION)
    path = cache.folder / NAME[:2] / NAME
    whole = path.read_bytes()
    for length in range(0, len(whole), 11):
        path.write_bytes(whole[:length])
        assert cache.get(NAME) is None


def test_a_damaged_entry_is_written_anew(cache):
    cache.put(NAME, SECTION)
    (cache.folder / NAME[:2] / NAME).write_bytes(b"")
    cache.put(NAME, SECTION)

    assert cache.get(NAME) == SECTION


def test_two_writers_and_a_reader_see_whole_entries_only(cache):
    sections = [replace(SECTION, pdf=bytes([number]) * 200_000) for number in range(2)]

    def write(section):
        for _ in range(20):
            cache.put(NAME, section)

    def read():
        return [cache.get(NAME) for _ in range(60)]

    cache.put(NAME, sections[0])
    with ThreadPoolExecutor(3) as threads:
        writers = [threads.submit(write, section) for section in sections]
        seen = threads.submit(read).result()
        [writer.result() for writer in writers]

    assert all(section in sections for section in seen)
    assert [path.name for path in cache.folder.rglob("*") if path.is_file()] == [NAME]


def test_a_folder_that_cannot_be_written_keeps_nothing_and_hinders_nobody(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    cache = Cache(tmp_path / "file" / "sections")
    cache.put(NAME, SECTION)
    cache.trim()

    assert cache.get(NAME) is None


def test_an_entry_that_cannot_be_put_in_its_place_leaves_nothing_beside_it(cache):
    (cache.folder / NAME[:2] / NAME).mkdir(parents=True)
    cache.put(NAME, SECTION)

    assert cache.get(NAME) is None
    assert [path.name for path in cache.folder.rglob("*")] == [NAME[:2], NAME]


def kept(cache, count):
    """So many entries, the first used longest ago; their names and the size of each."""
    names = [f"{number:02x}" + "0" * 62 for number in range(count)]
    for age, name in enumerate(names):
        cache.put(name, SECTION)
        os.utime(cache.folder / name[:2] / name, (1_000_000 + age, 1_000_000 + age))
    return names, (cache.folder / names[0][:2] / names[0]).stat().st_size


def test_entries_used_longest_ago_go_first(cache, monkeypatch):
    names, size = kept(cache, 5)
    assert cache.get(names[0]) == SECTION  # used just now
    monkeypatch.setattr(room, "LIMIT", 3 * size)
    cache.trim()

    assert [bool(cache.get(name)) for name in names] == [True, False, False, True, True]


def test_within_its_limit_the_cache_keeps_everything(cache, monkeypatch):
    names, size = kept(cache, 4)
    monkeypatch.setattr(room, "LIMIT", 4 * size)
    cache.trim()

    assert all(cache.get(name) for name in names)


def test_an_entry_that_cannot_be_deleted_does_not_hinder_the_others(cache, monkeypatch):
    names, size = kept(cache, 3)
    stuck = cache.folder / "aa" / "stuck"
    stuck.mkdir(parents=True)
    os.utime(stuck, (1, 1))
    monkeypatch.setattr(room, "LIMIT", size + stuck.stat().st_size)
    cache.trim()

    assert [bool(cache.get(name)) for name in names] == [False, False, True]


@pytest.mark.parametrize("part", ["id", "html", "css", "heads"])
def test_the_key_changes_with_every_part_of_the_section(fonts, part):
    other = replace(JOB, **{part: getattr(JOB, part) + " "})

    assert key(other, fonts) != key(JOB, fonts)


def test_the_key_does_not_change_with_the_folder_that_the_house_stands_in(fonts):
    assert key(replace(JOB, base="file:///elsewhere/"), fonts) == key(JOB, fonts)


def test_a_word_moved_from_one_part_to_the_next_is_another_section(fonts):
    assert key(replace(JOB, html="ab", css="c"), fonts) != key(replace(JOB, html="a", css="bc"), fonts)


@pytest.mark.parametrize("change", ["content", "name", "another"])
def test_the_key_changes_with_the_faces(fonts, change):
    before = key(JOB, fonts)
    if change == "content":
        (fonts / "Text.ttf").write_bytes(b"another face")
    elif change == "name":
        (fonts / "Text.ttf").rename(fonts / "Texts.ttf")
    else:
        (fonts / "Label.ttf").write_bytes(b"a face")
    engine_key.cache_clear()

    assert key(JOB, fonts) != before


def test_the_key_changes_with_the_engine(fonts, monkeypatch):
    before = key(JOB, fonts)
    monkeypatch.setattr(room, "version", lambda package: "0.0")
    engine_key.cache_clear()

    assert key(JOB, fonts) != before
