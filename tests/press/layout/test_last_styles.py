"""Last styles are read before there is work, and whatever is wrong with them is no trouble."""

import os
import subprocess
import sys

import pytest

from press.layout.last_styles import FILE, last, put_by
from tests.books.making import ROOT

CSS, BASE = "p { margin: 0 /* — */ }", (ROOT / "styles").as_uri() + "/"


def test_what_was_put_by_is_found(tmp_path):
    put_by(str(tmp_path / "new"), CSS, BASE)

    assert last(str(tmp_path / "new")) == (CSS, BASE)
    assert [path.name for path in (tmp_path / "new").iterdir()] == [FILE]


def test_the_last_are_those_that_count(tmp_path):
    put_by(str(tmp_path), "a {}", BASE)
    put_by(str(tmp_path), CSS, BASE)

    assert last(str(tmp_path)) == (CSS, BASE)


def test_the_same_are_not_written_again(tmp_path):
    put_by(str(tmp_path), CSS, BASE)
    os.utime(tmp_path / FILE, (1, 1))
    put_by(str(tmp_path), CSS, BASE)

    assert (tmp_path / FILE).stat().st_mtime == 1


@pytest.mark.parametrize("content", [b"", b"[", b"{}", b"[1]", b"\xff\xfe", b'["a", "b", "c"]'])
def test_what_is_damaged_is_nothing(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)

    assert last(str(tmp_path)) is None


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path):
    (tmp_path / "file").touch()
    put_by(str(tmp_path / "file" / "below"), CSS, BASE)
    put_by("", CSS, BASE)

    assert last(str(tmp_path / "file" / "below")) is None


CHECK = """
import sys
from press.layout import last_styles
last_styles.home = lambda: sys.argv[1]
import press.layout.loaded
from press.layout import section
before = section._styles.cache_info().misses
section._styles(*last_styles.last(sys.argv[1]))
print(before, section._styles.cache_info().misses)
"""


@pytest.mark.parametrize("css", [CSS, "@font-face { font-family: x; src: url(nowhere.ttf) } } {"])
def test_they_are_read_where_workers_come_from(tmp_path, css):
    put_by(str(tmp_path), css, BASE)
    said = subprocess.run([sys.executable, "-c", CHECK, str(tmp_path)], check=True, capture_output=True, text=True,
                          env={**os.environ, "PYTHONPATH": str(ROOT)}).stdout.split()

    assert said == ["1", "1"]
