"""Editions: the files of `content/editions/`, and what was kept of those that were recorded.

`<id>.yaml` says what an edition is.  When it is recorded, `<id>.manifest.json` keeps the
sha256 of every file, the commit that they were made from and what made them.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Self

from press.findings import Place, Report


def editions(content: Path) -> list[str]:
    """The ids of the editions, oldest first by the number or the letters that their files begin with."""
    return sorted((path.stem for path in (content / "editions").glob("*.yaml")), key=_rank)


def manifest_file(content: Path, edition: str) -> Path:
    """Where the manifest of a recorded edition is kept."""
    return content / "editions" / f"{edition}.manifest.json"


@dataclass(frozen=True, slots=True)
class Closed:
    """A recorded edition: the commit that it was made from, the book's folder in it, and what came out.

    `sources` is the sha256 of the list of all that it was made from; `files` maps names to
    sha256 and size; `machine` has the versions of what the machine brought.
    """

    edition: str
    commit: str
    content: str
    formats: tuple[str, ...]
    sources: str
    files: Mapping[str, tuple[str, int]]
    machine: Mapping[str, str]

    @classmethod
    def read(cls, edition: str, written: Mapping[str, Any]) -> Self:
        """The edition that a manifest's JSON tells of; KeyError, TypeError or ValueError when it tells of none."""
        if not re.fullmatch("[0-9a-f]{40}([0-9a-f]{24})?", written["commit"]):  # it goes to git
            raise ValueError(written["commit"])
        inside = PurePosixPath(written["content"])
        if inside.is_absolute() or ".." in inside.parts:
            raise ValueError(written["content"])
        files = {name: (str(one["sha256"]), int(one["size"])) for name, one in written["files"].items()}
        return cls(edition, written["commit"], inside.as_posix(), tuple(map(str, written["formats"])),
                   str(written["sources"]), files, {key: str(value) for key, value in written["machine"].items()})


def closed(content: Path, edition: str, report: Report) -> Closed | None:
    """An edition that was recorded; None when it is open, or with a finding when its manifest is damaged."""
    file = manifest_file(content, edition)
    try:
        return Closed.read(edition, json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        report.add("F-02", Place(f"{content.name}/editions/{file.name}"),
                   f"the manifest cannot be read: {type(error).__name__}",
                   "take it back from the commit that recorded the edition")
        return None


def _rank(name: str) -> tuple[int, str]:
    number = re.match(r"\d+", name)
    return int(number[0]) if number else 0, name
