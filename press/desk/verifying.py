"""Verifying: made editions held against their manifests, recorded ones against what was recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from press.desk.making import make
from press.desk.signing import check_signature
from press.findings import Report
from press.load.editions import closed, editions
from press.prove.manifest import hold
from press.prove.manifest import verify as hold_folder
from press.prove.proofs import check_folder
from press.publish.request import Progress, Request
from press.workshop import needs
from press.workshop.logbook import Hindrance


def verify(request: Request, words: Sequence[str], public: Path | None, report: Report,
           progress: Progress) -> Iterator[Path]:
    """The files that agree, of the folders or editions named, or of all that stand where editions land.

    A recorded edition that is named is made again where its files are not there.
    """
    folders = [request.out / word if word in editions(request.content) else Path(word) for word in words] or sorted(
        folder for folder in request.out.glob("[!.]*") if folder.is_dir() and not folder.name.endswith("-sources"))
    if not folders:
        raise Hindrance(f"no edition stands in {request.out}: make one first")
    for folder in folders:
        yield from _verify(request, folder, folder.name in words, report, progress)
        check_folder({path.name: path.read_bytes() for path in sorted(folder.glob("*.pdf"))}, report)
        if check_signature(folder, public, report):
            yield folder / "manifest.json.minisig"


def _verify(request: Request, folder: Path, named: bool, report: Report, progress: Progress) -> Iterator[Path]:
    whole = folder.absolute()
    record = closed(request.content, folder.name, report) if whole.parent == request.out else None
    if record is None:
        yield from (folder / name for name in hold_folder(whole, report))
        return
    if named and not all((whole / name).is_file() for name in record.files):
        if lacking := needs.lacking(needs.OF_COMMAND["make"]):
            raise Hindrance(f"its files are not there, and to make them {lacking[0].name} is missing")
        made = make(replace(request, edition=record.edition, formats=()), progress)
        for finding in made.report.errors:
            report.enter(finding)
    yield from (folder / name for name in hold(whole, record.files, record.machine, report))
