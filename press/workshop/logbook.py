"""Logbook: what only a maker of the press reads, kept in files under `.cache/log`.

The terminal gets one line; the traceback of a failure and the talk of pip and
apt go here, and the line names the file.
"""

import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path


class Hindrance(Exception):  # noqa: N818 - a hindrance is not an error of the press
    """What keeps the press from printing on this machine, in one line."""


def enter(root: Path, name: str, text: str) -> Path:
    """Write `text` into the log `name`, or into a temporary folder when the project's is closed."""
    for folder in (root / ".cache" / "log", Path(tempfile.gettempdir()) / "press-log"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            log = folder / f"{name}.log"
            log.write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return log
    raise Hindrance(f"the press can write neither to {root} nor to {tempfile.gettempdir()}")


def overhear(command: Sequence[str], environment: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run a command without asking anybody anything; its exit status and all that it said."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False,
                              stderr=subprocess.STDOUT, env=environment, errors="replace")
    except OSError as error:
        return 127, str(error)
    return done.returncode, f"$ {' '.join(command)}\n{done.stdout}\n"
