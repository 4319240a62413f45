"""Finished: what a run came to, kept under all that it depends on, so that nothing is done twice.

The name of an entry is the sha256 of the sources, of the edition and formats asked
for, and of what the machine brings.  An entry serves only where every file that it
names still stands as it was made.  Nothing here imports the engine.
"""

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from press.findings import Finding, Place, Report, Severity
from press.prove.machine import machine
from press.publish import kept
from press.publish.archive import digest, gather
from press.publish.request import Outcome, Request

FOLDER = "finished"


def finished(request: Request, edition: str) -> Outcome | None:
    """What the same request came to before, when all that it made still stands."""
    folder = request.kept(FOLDER)
    if folder is None:
        return None
    entry = kept.get(folder, name(request, edition, digest(gather(request.root, request.content, edition))))
    if entry is None:
        return None
    read = json.loads(entry)
    files = {request.out / edition / file: told for file, told in read["files"].items()}
    if any(_sha256(file) != told for file, told in files.items()):
        return None
    report = Report([_finding(*told) for told in read["findings"]])
    return Outcome(report, tuple(files), (), read["extents"])


def is_behind(request: Request, edition: str) -> bool:
    """Whether a glance shows that a file was saved since the edition was made, or that it was not made yet."""
    with suppress(OSError):
        made = (request.out / edition).stat().st_mtime
        return any(os.stat(os.path.join(folder, name)).st_mtime > made  # noqa: PTH116, PTH118 - there may be many
                   for folder, _, names in os.walk(request.content) for name in names)
    return True


def keep(request: Request, edition: str, sources: str, outcome: Outcome, files: Mapping[str, bytes]) -> None:
    """Keep what a run came to, when nothing is to be mended.

    `sources` is the sha256 of what it was made from, `files` are what was made.
    """
    if outcome.report.errors or not outcome.made:
        return
    from press.prove.manifest import NAME  # which loads what reads PDF

    told = json.loads(files.get(NAME, b'{"files": {}}'))["files"]
    findings = [[one.rule, str(one.place), one.message, one.hint, one.severity] for one in outcome.report.findings]
    entry = {"files": {name: told[name]["sha256"] if name in told else hashlib.sha256(content).hexdigest()
                       for name, content in files.items()}, "findings": findings, "extents": outcome.extents}
    kept.put(request.kept(FOLDER), name(request, edition, sources), json.dumps(entry).encode())


def name(request: Request, edition: str, sources: str) -> str:
    """The name of an entry: everything that the files of a run depend on."""
    packages = sorted(entry.name for folder in sys.path if folder and Path(folder).is_dir()
                      for entry in Path(folder).glob("*.dist-info"))
    told = [sources, edition, request.content.name, *sorted(request.formats), "", *packages, *machine().items()]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _finding(rule: str, place: str, message: str, hint: str, severity: str) -> Finding:
    return Finding(rule, Place.read(place), message, hint, Severity(severity))


def _sha256(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
