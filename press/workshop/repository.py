"""Repository: what git keeps of the project, asked of the git program.

Nothing is ever changed in it: a commit is named, looked for, or copied out.
"""

import io
import subprocess
import tarfile
from pathlib import Path

from press.workshop.logbook import Hindrance


def folder_of(path: Path) -> Path:
    """The top folder of the repository that a path stands in."""
    return Path(_ask(path, "rev-parse", "--show-toplevel").decode().strip())


def clean_commit(top: Path) -> str:
    """The commit that the files stand at; a hindrance when they are not as it has them."""
    changed = _ask(top, "status", "--porcelain", "-z").decode(errors="replace").split("\0")
    if changed[0]:
        more = f" and {len(changed) - 2} more" if len(changed) > 2 else ""
        raise Hindrance(f"not all is committed: {changed[0][3:]}{more}: commit first, then record")
    return _ask(top, "rev-parse", "--verify", "HEAD").decode().strip()


def has(path: Path, commit: str) -> bool:
    """Whether a commit is in the repository around a path; False where there is no repository or no git."""
    try:
        _ask(path, "cat-file", "-e", f"{commit}^{{commit}}")
    except Hindrance:
        return False
    return True


def copy_out(top: Path, commit: str, folder: Path) -> None:
    """Write all files of a commit below a folder."""
    packed = _ask(top, "archive", "--format=tar", commit)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        if hasattr(tarfile, "data_filter"):  # Python 3.11.4 on; what git packs is the project's own
            archive.extractall(folder, filter="data")
        else:
            archive.extractall(folder)  # noqa: S202


def _ask(folder: Path, *words: str) -> bytes:
    """What git answers in a folder."""
    try:
        done = subprocess.run(("git", "-C", str(folder), *words), stdin=subprocess.DEVNULL, capture_output=True,
                              check=False)
    except OSError:
        raise Hindrance("missing: git: install it to work with recorded editions") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or ["no answer"]
        raise Hindrance(f"git {words[0]}: {said[-1]}")
    return done.stdout
