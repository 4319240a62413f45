"""Watched: the press that watches a book, and what it takes until an edit is in the PDF.

On Linux alone, since what all its processes take is read from `/proc`.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from process_tree import Cost, below, held, used

BUILD = Path(__file__).resolve().parents[1] / "build.py"
WATCHES = "watching "  # how the line begins that says that nothing is to be done


def edited(folder: Path, edit: Callable[[], None], *words: str) -> Cost:
    """What an edit takes from the moment it is saved until the press watches again.

    What comes before is not counted: the book, and an edit by which the workers come to know its styles.
    """
    command = (sys.executable, str(BUILD), "watch", *words)
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as press:
        try:
            _wait(press)
            edit()
            _wait(press)
            before = used([press.pid, *below(press.pid)])
            edit()
            begun = time.monotonic()
            _wait(press)
            wall, all_of_it = time.monotonic() - begun, [press.pid, *below(press.pid)]
            return Cost(used(all_of_it) - before, wall, max(held([one]) for one in all_of_it), held(all_of_it))
        finally:
            press.send_signal(signal.SIGINT)


def _wait(press: subprocess.Popen[str]) -> None:
    """Wait until the press watches; EOFError where it ends instead."""
    assert press.stdout is not None
    for line in press.stdout:
        if line.startswith(WATCHES):
            return
    raise EOFError("the press has ended")
