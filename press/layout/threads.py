"""Threads: those that Pango runs by itself, of which a process is to be free before others come of it.

When it has its first fonts, Pango looks for those of the machine in a thread, and whoever sets text waits for that.  In
a process that is forked meanwhile the thread is not there, and the wait would have no end; in one that ends
meanwhile, the thread is left without the library whose code it runs (both seen with Pango 1.50).
"""

import os
from time import monotonic, sleep

OF_PANGO = "[pango]"  # how their names begin
TASKS = "/proc/self/task"  # on Linux alone, where processes are forked
PATIENCE = 10  # seconds, for fonts that nobody has looked for on this machine
PAUSE = 0.0005


def wait_until_done(patience: float = PATIENCE) -> bool:
    """Wait until no thread of Pango runs any more; whether that is so."""
    end = monotonic() + patience
    while any(name.startswith(OF_PANGO) for name in names()):
        if monotonic() > end:
            return False
        sleep(PAUSE)
    return True


def names() -> list[str]:
    """The names of the threads of this process, as far as the system tells them."""
    try:
        return [_name(task) for task in os.listdir(TASKS)]  # noqa: PTH208 - pathlib is long in coming
    except OSError:
        return []


def _name(task: str) -> str:
    try:
        with open(f"{TASKS}/{task}/comm", encoding="utf-8", errors="replace") as file:  # noqa: PTH123
            return file.read()
    except OSError:  # it has ended
        return ""
