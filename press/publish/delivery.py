"""Delivery: the files of an edition reach their folder whole or not at all.

A format that is a folder of files (pages of the web, data) is made anew as a whole:
what an earlier manifest names in it and this making has not goes away.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from press.findings import Place, Report
from press.prove.manifest import NAME


def deliver(files: Mapping[str, bytes], folder: Path, report: Report) -> tuple[Path, ...]:
    """Write all files beside the folder, then move them in; a folder that cannot be written is a finding.

    A file that is there as it was made stays as it is.
    """
    beside = None
    anew = {name: content for name, content in files.items() if not _is_there(folder / name, content)}
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".making-"))
        for name, content in anew.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_bytes(content)
        folder.mkdir(exist_ok=True)
        stale = tuple(_stale(files, folder))
        for name in anew:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).replace(folder / name)
        for path in stale:
            path.unlink(missing_ok=True)
    except OSError as error:
        report.add("F-01", Place(str(folder)), f"the folder cannot be written: {error.strerror}",
                   "choose another folder with --out, or mend its rights")
        return ()
    finally:
        if beside:
            shutil.rmtree(beside, ignore_errors=True)
    return tuple(folder / name for name in files)


def _is_there(path: Path, content: bytes) -> bool:
    """Whether a file holds this and nothing else."""
    with suppress(OSError):
        told = path.lstat()
        return S_ISREG(told.st_mode) and told.st_size == len(content) and path.read_bytes() == content
    return False


def _stale(files: Mapping[str, bytes], folder: Path) -> Iterator[Path]:
    """The files that the manifest in a folder names, in the folders of what was made anew, and that were not made."""
    try:
        named = json.loads((folder / NAME).read_text(encoding="utf-8"))["files"]
        before = [PurePosixPath(name) for name in named if name not in files]
    except (OSError, ValueError, KeyError, TypeError):
        return
    anew = {path.parts[0] for path in map(PurePosixPath, files) if len(path.parts) > 1}
    for path in before:
        if len(path.parts) > 1 and path.parts[0] in anew and ".." not in path.parts:
            yield folder / path
