"""Threshold: the way into the project's environment, before anything else is loaded.

What looks ready is gone into at once.  Whether it serves is seen inside, and who finds
that it does not goes out again, to where it can be filled.
"""

import os
import sys

ROOT = __file__.rpartition("/press/")[0]
RERUN = "PRESS_RERUN"  # set for a run that another began: nobody looked yet, it does not serve, or it has to
UNSEEN, SENT_OUT, SEEN = "unseen", "sent out", "seen"
STAYS_OUT = "doctor"  # which also speaks of a machine that cannot be made ready


def cross(words: list[str], root: str = ROOT) -> None:
    """Go on inside the environment, if it was filled for a Python such as the one that runs outside."""
    python = f"{root}/.venv/bin/python"
    if is_outside() and RERUN not in os.environ and STAYS_OUT not in words and is_filled(f"{root}/.venv/press.stamp"):
        try:
            os.execve(python, (python, f"{root}/build.py", *words), {**os.environ, RERUN: UNSEEN})
        except OSError:
            return  # it is looked at more closely outside


def is_outside() -> bool:
    """Whether the Python that runs is the machine's own, on a system where one program can become another."""
    return sys.prefix == sys.base_prefix and os.name != "nt"


def is_filled(stamp: str) -> bool:
    """Whether a stamp tells of an environment that was filled to its end for a Python such as this one."""
    try:
        with open(stamp, encoding="utf-8") as file:  # noqa: PTH123 - pathlib is long in coming
            return f"python = {sys.implementation.cache_tag} " in file.read()
    except (OSError, UnicodeDecodeError):
        return False
