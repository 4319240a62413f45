"""Recording: an edition is closed, and what came out and what it said are kept for good.

`content/editions/<id>.manifest.json` has the sha256 of every file, the commit and the
machine; `<id>.record.json` what the edition says, from which the next tells its changes.
"""

import json
from dataclasses import replace

from press.desk.making import made
from press.desk.recalling import copy
from press.findings import Report
from press.load.book import load_book
from press.load.editions import editions, manifest_file
from press.load.recorded import record_file, write_record
from press.model.recording import record_of
from press.prove.manifest import NAME
from press.publish.archive import digest, gather
from press.publish.request import Outcome, Progress, Request
from press.workshop import repository
from press.workshop.logbook import Hindrance


def record(request: Request, progress: Progress) -> Outcome:
    """Close an edition: make it from a commit, and keep its manifest and what it says."""
    known = editions(request.content)
    edition = request.edition or (known[-1] if known else "")
    if manifest_file(request.content, edition).exists():
        raise Hindrance(f"the edition {edition} has been recorded; open the next: build.py edition new")
    commit, content = _where(request)
    report = Report()
    book = load_book(request.content, edition, report)
    if book is None:
        return Outcome(report)
    formats = request.formats or book.edition.formats
    outcome = made(replace(request, edition=edition, formats=formats), edition, progress)
    if outcome.report.errors:
        return outcome
    _same_sources(request, edition, commit, content)
    written = json.loads((request.out / edition / NAME).read_text(encoding="utf-8"))
    made_now = {file.relative_to(request.out / edition).as_posix() for file in outcome.made}
    written["files"] = {name: told for name, told in written["files"].items() if name in made_now}
    kept = {"commit": commit, "content": content, "formats": list(formats), **written}
    files = {manifest_file(request.content, edition): (json.dumps(kept, ensure_ascii=False, indent=2) + "\n").encode(),
             record_file(request.content, edition): write_record(record_of(book))}
    for file, text in files.items():
        file.write_bytes(text)
    return replace(outcome, made=(*outcome.made, *files))


def _where(request: Request) -> tuple[str, str]:
    """The commit that the files stand at, and the book's folder in the project."""
    try:
        content = request.content.resolve().relative_to(request.root.resolve()).as_posix()
    except ValueError:
        raise Hindrance(f"{request.content} is outside the project: only what its repository keeps can be "
                        "recorded") from None
    return repository.clean_commit(request.root), content


def _same_sources(request: Request, edition: str, commit: str, content: str) -> None:
    """The commit has all that the edition was made from, to the byte."""
    here = gather(request.root, request.content, edition)
    folder = copy(request.root, commit)
    there = gather(folder, folder / content, edition, folder)
    if digest(here) != digest(there):
        name = next(name for name in sorted({**here, **there}) if here.get(name) != there.get(name))
        raise Hindrance(f"the commit does not have {name} as it stands here: is git told to ignore or to change it?")


