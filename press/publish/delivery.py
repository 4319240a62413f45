"""Delivery: the files of an edition reach their folder whole or not at all."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from press.findings import Place, Report


def deliver(files: Mapping[str, bytes], folder: Path, report: Report) -> tuple[Path, ...]:
    """Write all files beside the folder, then move them in; a folder that cannot be written is a finding."""
    beside = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".making-"))
        for name, content in files.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_bytes(content)
        folder.mkdir(exist_ok=True)
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).replace(folder / name)
    except OSError as error:
        report.add("F-01", Place(str(folder)), f"the folder cannot be written: {error.strerror}",
                   "choose another folder with --out, or mend its rights")
        return ()
    finally:
        if beside:
            shutil.rmtree(beside, ignore_errors=True)
    return tuple(folder / name for name in files)
