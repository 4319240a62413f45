"""Manifest: what an edition's folder holds, so that anyone can compare.

One JSON file beside the others: for each its sha256, size in bytes, extent in pages
and fonts; for the edition its id, date and identifier; and the versions of what made
it, those of the machine among them.  `sources` is the sha256 of the list of all that
the edition is made from; files of other formats that stand in the folder, made from the
same by the same, keep their lines.  Nothing in it depends on the day, the machine's name or a folder.
"""

import hashlib
import io
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pikepdf import Dictionary, Pdf

from press.findings import Place, Report
from press.model.book import Edition
from press.prove.machine import differing, machine
from press.prove.reader import Reader
from press.prove.written import Written
from press.versions import version

NAME = "manifest.json"
MADE_WITH = ("weasyprint", "pydyf", "pikepdf", "uharfbuzz", "fonttools", "jinja2", "markdown", "pydantic", "pyyaml")


def manifest(edition: Edition, files: Mapping[str, bytes], sources: str = "", folder: Path | None = None) -> bytes:
    """The manifest of an edition's files, by name; with those of other formats that stand in `folder`."""
    written: dict[str, Any] = {
        "edition": {"id": edition.id, "statement": edition.statement, "date": edition.date,
                    "identifier": edition.identifier},
        "sources": sources,
        "made-with": {package: version(package) for package in MADE_WITH},
        "machine": dict(machine()),
    }
    described = {name: _described(content) for name, content in files.items()}
    others = _standing(folder, written) if folder else {}
    written["files"] = dict(sorted((others | described).items()))
    return (json.dumps(written, ensure_ascii=False, indent=2) + "\n").encode()


def _standing(folder: Path, written: Mapping[str, Any]) -> dict[str, Any]:
    """The lines of a folder's manifest whose files stand as they were made, from the same sources by the same."""
    try:
        before = json.loads((folder / NAME).read_text(encoding="utf-8"))
        if any(before.get(key) != value for key, value in written.items()):
            return {}
        return {name: told for name, told in before["files"].items() if _stands(folder / name, told)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _stands(file: Path, told: Mapping[str, Any]) -> bool:
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == told["sha256"]


def _described(content: bytes) -> dict[str, Any]:
    described: dict[str, Any] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    if content.startswith(b"%PDF"):
        with suppress(ValueError):  # as the press writes it, it is read without looking at every page
            file = Written(content)
            tree = file.follow(file.trailer, "Root", "Pages")
            described["extent"] = file.count(tree)
            described["fonts"] = sorted({name.split("+", 1)[-1] for name in Reader(file).fonts_at(tree)})
            return described
        with Pdf.open(io.BytesIO(content)) as pdf:
            described["extent"] = len(pdf.pages)
            described["fonts"] = _fonts(pdf)
    return described


def _fonts(pdf: Pdf) -> list[str]:
    """The names of the fonts of a file."""
    named, tables = set[str](), set[tuple[int, int]]()
    for page in pdf.pages:
        resources = page.obj.get("/Resources", Dictionary())
        fonts = resources.get("/Font", Dictionary())
        if fonts.is_indirect and fonts.objgen in tables:
            continue
        tables.add(fonts.objgen)
        named |= {str(fonts[key].BaseFont).split("+", 1)[-1] for key in fonts.keys()}  # noqa: SIM118 - not a dict
    return sorted(named)


def verify(folder: Path, report: Report) -> list[str]:
    """Hold a folder against its manifest; the names of the files that agree."""
    place = Place(f"{folder.name}/{NAME}")
    try:
        written = json.loads((folder / NAME).read_text(encoding="utf-8"))
        files = {name: (str(one["sha256"]), int(one["size"])) for name, one in written["files"].items()}
        made_on = dict(written.get("machine", {}))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        report.add("F-02", place, f"the manifest cannot be read: {type(error).__name__}",
                   "name a folder that the press made, such as dist/1st")
        return []
    return hold(folder, files, made_on, report)


def hold(folder: Path, files: Mapping[str, tuple[str, int]], made_on: Mapping[str, str],
         report: Report) -> list[str]:
    """Hold a folder against sha256 and size of each file; the names of those that agree.

    Where one does not, the finding tells what of this machine is not as on that which the
    edition was `made_on`.
    """
    hint = "it was changed after it was made: make the edition again, or keep it under another name"
    if others := differing(made_on):
        hint = f"make the edition again on a machine as that which made it: {'; '.join(others)}"
    return [name for name, (digest, size) in sorted(files.items())
            if _agrees(folder / name, digest, size, Place(f"{folder.name}/{name}"), hint, report)]


def _agrees(path: Path, digest: str, size: int, place: Place, hint: str, report: Report) -> bool:
    try:
        content = path.read_bytes()
    except OSError:
        report.add("F-03", place, "the file is not there", "make the edition again")
        return False
    if len(content) != size or hashlib.sha256(content).hexdigest() != digest:
        report.add("F-04", place, "the file is not the one that the manifest names", hint)
        return False
    return True
