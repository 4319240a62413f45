"""Makers: how the files of an edition are made, by the kind of each format."""

from collections.abc import Callable, Mapping, Sequence

from press.load.printing import PRINTED
from press.model.book import Format, Kind
from press.prove.manifest import NAME, manifest
from press.publish.changes import NAME as CHANGES
from press.publish.changes import changes_file
from press.publish.cover import make_cover
from press.publish.data import make_data
from press.publish.epub import make_epub
from press.publish.forme import Made, Run
from press.publish.interior import make_interior
from press.publish.printing import check_beside, make_print
from press.publish.request import Request
from press.publish.web.maker import make_web

# How the files of a format are made: from the format, its styles and the run, by name within the edition's folder.
MAKERS: Mapping[Kind, Callable[[Format, str, Run], Mapping[str, bytes]]] = {
    Kind.PAGES: make_interior,
    Kind.PRINT: make_print,
    Kind.EPUB: make_epub,
    Kind.DATA: make_data,
    Kind.WEB: make_web,
    Kind.COVER: make_cover,
}


def make_files(run: Run, styles: Sequence[tuple[Format, str]], request: Request, sources: str) -> dict[str, bytes]:
    """The files of all formats by name, with a manifest; `sources` is the sha256 of what they are made from."""
    files: dict[str, bytes] = {}
    edition, folder = run.book.edition, request.out / run.book.edition.id
    for chosen, css in sorted(styles, key=lambda one: one[0].kind is Kind.WEB):  # it lists what else was made
        run.made.append(Made(chosen, MAKERS[chosen.kind](chosen, css, run)))
        files |= run.made[-1].files
    run.prove_excuses(chosen.id for chosen, _ in styles)
    if any(chosen.kind in PRINTED for chosen, _ in styles):
        check_beside(files, folder, run.report)
    if run.report.errors:
        return {}
    if run.book.before:
        files[CHANGES] = changes_file(run.book)
    files[NAME] = manifest(edition, files, sources, folder)
    return files
