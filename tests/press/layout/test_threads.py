"""Threads: nobody goes on, or forks, before what Pango began is done."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from press.layout import threads
from tests.books.making import ROOT

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")

FIRST_FONTS = """
import os
from press.layout.start import start
start()
from weasyprint.text.fonts import FontConfiguration
from press.layout import threads
fonts = FontConfiguration()
assert threads.wait_until_done()
assert len(os.listdir("/proc/self/task")) == 1
"""


def named(name: str, done: threading.Event) -> threading.Thread:
    """A thread that has a name for the system, until it is done."""
    ready = threading.Event()

    def run() -> None:
        Path(f"/proc/self/task/{threading.get_native_id()}/comm").write_text(name)
        ready.set()
        done.wait()

    thread = threading.Thread(target=run)
    thread.start()
    ready.wait()
    return thread


@on_linux
def test_it_is_waited_for_a_thread_of_pango():
    done = threading.Event()
    thread = named("[pango] FcInit", done)
    assert not threads.wait_until_done(0.05)

    threading.Timer(0.1, done.set).start()
    begun = time.monotonic()
    assert threads.wait_until_done()
    assert time.monotonic() - begun >= 0.05
    thread.join()


@on_linux
def test_no_other_thread_is_waited_for():
    done = threading.Event()
    thread = named("reader", done)
    assert threads.wait_until_done(0)
    done.set()
    thread.join()


@on_linux
def test_after_the_first_fonts_no_thread_is_left():
    subprocess.run([sys.executable, "-c", FIRST_FONTS], cwd=ROOT, check=True)


def test_where_the_system_tells_of_no_threads_nobody_waits(monkeypatch):
    monkeypatch.setattr(threads, "TASKS", os.devnull)
    assert threads.wait_until_done(0)
