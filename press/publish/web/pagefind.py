"""Pagefind: the index of the full-text search, made by the program of that name.

The program is given records and answers with files, message by message, each base64
of JSON with a comma after it.  One message is answered before the next is sent: so the
records have one order, and the index is the same to the byte.  The program's own filters
are not, for they are written in an order of chance: the kinds of the records stand in a
file of the house, by the names that the program gave them.
"""

import base64
import gzip
import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Any

from pagefind_bin import get_executable

from press.publish.web.variants import variants

# What the house's own search page needs; the program also offers search pages of its own.
KEPT = ("fragment/", "index/", "pagefind-entry.json", "pagefind-worker.js", "pagefind.", "wasm.")


@dataclass(frozen=True, slots=True)
class Record:
    """What the search finds: an address within the edition, its title, its kind, and its words."""

    url: str
    title: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Search:
    """What is to be found, and the language in which it is written."""

    records: tuple[Record, ...]
    language: str


def searched(search: Search) -> dict[str, bytes]:
    """The files of the search: its index, and how its words are typed."""
    typed = json.dumps(variants(record.words for record in search.records), ensure_ascii=False, separators=(",", ":"))
    return {"search/variants.json": typed.encode(), **{
        f"search/{name}": data for name, data in search_index(search.records, search.language).items()}}


def search_index(records: Iterable[Record], language: str) -> Mapping[str, bytes]:
    """The files of the index, by their names within its folder."""
    with subprocess.Popen([str(get_executable()), "--service"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        talk = program.stdin, program.stdout
        index = _ask(*talk, {"type": "NewIndex", "config": {"force_language": language}})["index_id"]
        for record in records:
            _ask(*talk, {"type": "AddRecord", "index_id": index, "url": record.url, "content": record.words,
                         "language": language, "meta": {"title": record.title, "kind": record.kind},
                         "filters": {}, "sort": {}})
        files = _ask(*talk, {"type": "GetFiles", "index_id": index})["files"]
        program.stdin.close()
    made = {file["path"]: base64.b64decode(file["content"]) for file in sorted(files, key=lambda file: file["path"])
            if file["path"].startswith(KEPT)}
    return {**made, "kinds.json": _kinds(made)}


def _kinds(files: Mapping[str, bytes]) -> bytes:
    """The names of the records by kind."""
    found: dict[str, list[str]] = {}
    for path, content in files.items():
        if path.startswith("fragment/"):
            record = json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
            found.setdefault(record["meta"]["kind"], []).append(PurePosixPath(path).stem)
    return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _ask(question: IO[bytes], answer: IO[bytes], payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """Send one message and read what is answered."""
    question.write(base64.b64encode(json.dumps({"message_id": 1, "payload": payload}).encode()) + b",")
    question.flush()
    heard = bytearray()
    while not heard.endswith(b",") and (more := os.read(answer.fileno(), 1 << 16)):
        heard += more
    said: Mapping[str, Any] = json.loads(base64.b64decode(heard.removesuffix(b",")))["payload"]
    if said["type"] == "Error":
        raise RuntimeError(f"pagefind: {said['message']}")
    return said
