"""Process tree: runs a command, and says what it and everything that it started took.

A browser leaves processes behind whose parent is gone; on Linux they come to the one that
watches, so that their CPU is counted too, and those that do not end are ended.  It is a
process of its own, since it takes every process below it for one of the command's.
"""

import ctypes
import json
import os
import re
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

PROC = Path("/proc")
BECOME_SUBREAPER = 36  # prctl(2)
SECONDS_BETWEEN_LOOKS, SECONDS_TO_END = 0.2, 5.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: CPU and wall seconds, the megabytes of its largest process, and of all at once.

    The last is the most that was seen, five times a second: what each process has for itself,
    and once the files that they share; 0 where there is no `/proc`.
    """

    cpu: float
    wall: float
    largest: float
    together: float


class RunError(Exception):
    """A command that left with another status than 0, or did not leave in time."""


def run(command: Sequence[str], folder: Path, *, settings: Mapping[str, str] | None = None,
        patience: float = 3600) -> Cost:
    """Run a command to its end and to that of all that it started."""
    order = json.dumps([list(command), str(folder), dict(settings or {}), patience])
    done = subprocess.run((sys.executable, __file__), input=order, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RunError(done.stderr.strip().rpartition("\n")[2])
    return Cost(**json.loads(done.stdout))


def watched(command: Sequence[str], folder: str, settings: Mapping[str, str], patience: float) -> Cost:
    """Run a command from a process that does nothing else."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(BECOME_SUBREAPER, 1, 0, 0, 0)
    begun = time.monotonic()
    child = subprocess.Popen(command, cwd=folder, env={**os.environ, **settings},
                             stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    in_time = threading.Timer(patience, child.kill)
    in_time.start()
    with _watched() as looks:
        _, status, used = os.wait4(child.pid, 0)
    wall = time.monotonic() - begun
    in_time.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    all_used = [used, *_orphans()]
    if child.returncode:
        raise RunError(f"{command[0]} left with {child.returncode}")
    return Cost(cpu=sum(one.ru_utime + one.ru_stime for one in all_used), wall=wall,
                largest=max(one.ru_maxrss for one in all_used) / 1024, together=max(looks, default=0))


@contextmanager
def _watched() -> Iterator[list[float]]:
    """Look again and again at what the processes below this one hold in memory, in megabytes."""
    looks: list[float] = []
    done = threading.Event()

    def watch() -> None:
        while not done.wait(SECONDS_BETWEEN_LOOKS):
            looks.append(held(below(os.getpid())))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield looks
    finally:
        done.set()
        watcher.join()


def held(processes: Sequence[int]) -> float:
    """The megabytes that processes hold: each its own, and the largest share of files once."""
    own = shared = 0
    for process in processes:
        with suppress(OSError):
            status = (PROC / str(process) / "status").read_text(encoding="utf-8")
            parts = dict(re.findall(r"^(Rss\w+):\s+(\d+)", status, re.MULTILINE))
            own += int(parts.get("RssAnon", 0)) + int(parts.get("RssShmem", 0))
            shared = max(shared, int(parts.get("RssFile", 0)))
    return (own + shared) / 1024


def below(process: int) -> list[int]:
    """All processes that a process has started, and those that they have."""
    children: dict[int, list[int]] = {}
    for folder in PROC.glob("[0-9]*"):
        with suppress(OSError):
            stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            children.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(folder.name))
    found, waiting = [], [process]
    while waiting:
        started = children.get(waiting.pop(), [])
        found += started
        waiting += started
    return found


def used(processes: Sequence[int]) -> float:
    """The CPU seconds that processes have taken so far, and those of theirs that they have seen end."""
    ticks = 0
    for process in processes:
        with suppress(OSError):
            stat = (PROC / str(process) / "stat").read_text(encoding="utf-8", errors="replace")
            ticks += sum(map(int, stat.rpartition(")")[2].split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _orphans() -> Iterator[resource.struct_rusage]:
    """What the processes took that have come to this one; those that do not end are ended."""
    until = time.monotonic() + SECONDS_TO_END
    with suppress(ChildProcessError):
        while True:
            process, _, used = os.wait4(-1, os.WNOHANG)
            if process:
                yield used
                continue
            if time.monotonic() > until:
                for left in below(os.getpid()):
                    with suppress(ProcessLookupError):
                        os.kill(left, signal.SIGKILL)
            time.sleep(0.02)


if __name__ == "__main__":
    try:
        print(json.dumps(asdict(watched(*json.load(sys.stdin)))))
    except (RunError, OSError) as error:
        sys.exit(str(error))
