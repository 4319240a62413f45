"""Last styles: those that the book before was set in are read before there is work, and most likely there is no other.

To read the styles of the house takes as long as to lay out two pages; workers come of a process that has read them.
"""

import json
import os
import sys
from contextlib import suppress

FOLDER, FILE = "styles", "last"


def home() -> str:
    """Where they are kept: in the environment that runs, if it is one."""
    return os.path.join(sys.prefix, "press", FOLDER) if sys.prefix != sys.base_prefix else ""  # noqa: PTH118


def last(folder: str) -> tuple[str, str] | None:
    """The text of the styles that were put by, and the address that their addresses start from."""
    with suppress(OSError, ValueError):
        with open(os.path.join(folder, FILE), encoding="utf-8") as file:  # noqa: PTH118, PTH123
            css, base = json.load(file)
        return str(css), str(base)
    return None


def put_by(folder: str, css: str, base: str) -> None:
    """Keep styles for another run, beside their place and then there, where they are others than before."""
    if not folder or last(folder) == (css, base):
        return
    path = os.path.join(folder, FILE)  # noqa: PTH118
    with suppress(OSError):
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        with open(f"{path}.{os.getpid()}", "w", encoding="utf-8") as file:  # noqa: PTH123
            json.dump((css, base), file)
        os.replace(file.name, path)  # noqa: PTH105
