"""Recalling: a recorded edition made again from its commit, with its own content, styles, press and lock.

The files of the commit are written below `.cache/editions`, and its own `build.py` makes
the edition there; an environment serves all commits that have the same lock.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from press.findings import Report
from press.load.editions import Closed
from press.prove.manifest import hold
from press.publish.archive import digest, gather
from press.publish.request import Outcome, Request
from press.workshop import environment, repository
from press.workshop.console import murmur
from press.workshop.logbook import Hindrance
from press.workshop.threshold import RERUN


def recall(request: Request, record: Closed, report: Report) -> Outcome:
    """Make a recorded edition from its commit and hold it against its manifest."""
    folder = _sound_copy(request, record)
    share_sections(request, folder)
    words = ["make", "--edition", record.edition, "--content", str(folder / record.content),
             "--out", str(request.out), *options(request)]
    run(python_for(request.root, folder), folder, words)
    names = [name for name in record.files if (request.out / record.edition / name).exists()]
    partly = request.formats != record.formats
    wanted = {name: told for name, told in record.files.items() if name in names or not partly}
    agreed = hold(request.out / record.edition, wanted, record.machine, report)
    return Outcome(report, tuple(request.out / record.edition / name for name in agreed))


def _sound_copy(request: Request, record: Closed) -> Path:
    """The files of an edition's commit, copied anew where the copy is not what the edition was made from."""
    for _ in range(2):
        folder = copy(request.root, record.commit)
        if digest(gather(folder, folder / record.content, record.edition, folder)) == record.sources:
            return folder
        shutil.rmtree(folder)
    raise Hindrance(f"the commit {record.commit[:12]} is not what the edition {record.edition} was made from: is its "
                    "manifest the one that was recorded?")


def options(request: Request) -> list[str]:
    """The words for the formats, jobs and cache of a request."""
    words = [word for name in request.formats for word in ("--format", name)]
    return [*words, *(["--jobs", str(request.jobs)] if request.jobs else []),
            *([] if request.cache else ["--no-cache"])]


def run(python: str, folder: Path, words: list[str]) -> None:
    """Run the command of another press; where it fails, one line says so after what it said itself."""
    surroundings = {key: value for key, value in os.environ.items() if key not in (RERUN, "PYTHONPATH")}
    command = (python, str(folder / "build.py"), *words)
    status = subprocess.call(command, cwd=folder, env=surroundings, stdout=sys.stderr.fileno())
    if status:
        raise Hindrance(f"the press of {folder.name} did not make it: exit status {status}: see {folder}")


def copy(root: Path, commit: str) -> Path:
    """The files of a commit in a folder of their own, whole or not at all."""
    folder = root / ".cache" / "editions" / commit[:12]
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".copying-"))
    try:
        repository.copy_out(root, commit, beside)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder


def share_sections(request: Request, folder: Path) -> None:
    """Let a press take laid-out sections from this one's cache, whose entries name all that they depend on."""
    kept = request.kept("sections")
    (folder / ".cache").mkdir(exist_ok=True)
    if kept and not (folder / ".cache" / "sections").is_symlink():
        kept.mkdir(parents=True, exist_ok=True)
        (folder / ".cache" / "sections").symlink_to(kept, target_is_directory=True)


def python_for(root: Path, folder: Path) -> str:
    """The Python for another press: this one, where it has all that the other's lock asks for.

    Else it is that of an environment which is filled for the lock, and kept under its name.
    """
    if environment.holds(folder):
        return sys.executable
    lock = (folder / environment.LOCK).read_bytes()
    kept = root / ".cache" / "environments" / hashlib.sha256(lock).hexdigest()[:12]
    kept.mkdir(parents=True, exist_ok=True)
    (kept / environment.LOCK).write_bytes(lock)
    state = environment.state(kept, for_tests=False)
    if state is not environment.State.READY:
        environment.fill(kept, environment.LOCK, murmur, anew=state is environment.State.SPOILT)
    return str(environment.python_in(kept / ".venv"))
