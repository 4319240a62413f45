"""Recorded: the file that keeps what an edition says, `content/editions/<id>.record.json`.

One item a line, so that a comparison of two files shows what changed.  It is written
when an edition is recorded, and lets the next be compared in a copy without history.
"""

import json
from pathlib import Path
from typing import Any

from press.findings import Place, Report
from press.load.files import display_name, read_text
from press.model.history import Item
from press.model.recorded import Recorded, Said

FORM = 1  # of the file; another one cannot be compared with what `record_of` now makes


def record_file(content: Path, edition: str) -> Path:
    """Where the record of an edition is kept."""
    return content / "editions" / f"{edition}.record.json"


def write_record(record: Recorded) -> bytes:
    """A record as the text of its file."""
    frame = {"form": FORM, "edition": record.edition, "statement": record.statement, "date": record.date,
             "isbns": list(record.isbns)}
    lines = ",\n".join(json.dumps(_written(said), ensure_ascii=False) for said in record.said)
    return f'{json.dumps(frame, ensure_ascii=False)[:-1]}, "said": [\n{lines}\n]}}\n'.encode()


def read_record_file(content: Path, edition: str, report: Report) -> Recorded | None:
    """The record of an edition, or None with a finding when it cannot be read."""
    file = record_file(content, edition)
    name = display_name(file, content)
    text = read_text(file, name, report)
    if text is None:
        return None
    try:
        return _record(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        report.add("H-02", Place(name), f"the record cannot be read: {type(error).__name__}",
                   "take it back from the commit that recorded the edition")
        return None


def _written(said: Said) -> dict[str, Any]:
    """An item with the keys that it has."""
    whole = {"item": str(said.item), "label": said.label, "within": said.within, "wording": dict(said.wording),
             "sources": list(said.sources), "tells": [str(item) for item in said.tells]}
    return {key: value for key, value in whole.items() if value}


def _record(read: dict[str, Any]) -> Recorded:
    if read["form"] != FORM:
        raise ValueError(read["form"])
    return Recorded(str(read["edition"]), str(read["statement"]), str(read["date"]),
                    tuple(_said(one) for one in read["said"]), tuple(map(str, read["isbns"])))


def _said(read: dict[str, Any]) -> Said:
    wording = tuple((str(key), str(words)) for key, words in read.get("wording", {}).items())
    return Said(Item.read(read["item"]), str(read["label"]), wording, tuple(map(str, read.get("sources", ()))),
                tuple(Item.read(item) for item in read.get("tells", ())), str(read.get("within", "")))
