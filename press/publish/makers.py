"""Makers: how the files of an edition are made, by the kind of each format."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from press.load.printing import PRINTED
from press.model.book import Format, Kind
from press.prove.manifest import NAME, manifest
from press.publish.forme import Made, Run
from press.publish.request import Request

# How the files of a format are made: from the format, its styles and the run, by name within the edition's folder.
Maker = Callable[[Format, str, Run], Mapping[str, bytes]]
MAKERS: Mapping[Kind, tuple[str, str]] = {
    Kind.PAGES: ("interior", "make_interior"),
    Kind.PRINT: ("printing", "make_print"),
    Kind.EPUB: ("epub", "make_epub"),
    Kind.DATA: ("data", "make_data"),
    Kind.WEB: ("web.maker", "make_web"),
    Kind.COVER: ("cover", "make_cover"),
}


def maker(kind: Kind) -> Maker:
    """Who makes the files of a kind of format, loaded when the first of it is made."""
    module, name = MAKERS[kind]
    found: Maker = getattr(import_module(f"press.publish.{module}"), name)
    return found


def make_files(run: Run, styles: Sequence[tuple[Format, str]], request: Request, sources: str) -> dict[str, bytes]:
    """The files of all formats by name, with a manifest; `sources` is the sha256 of what they are made from."""
    edition, folder = run.book.edition, request.out / run.book.edition.id
    for chosen, css in sorted(styles, key=lambda one: one[0].kind is Kind.WEB):  # it lists what else was made
        run.made.append(Made(chosen, dict(maker(chosen.kind)(chosen, css, run))))
    run.keep_promises()
    files = {name: content for made in run.made for name, content in made.files.items()}
    run.prove_excuses(chosen.id for chosen, _ in styles)
    if any(chosen.kind in PRINTED for chosen, _ in styles):
        from press.publish.printing import check_beside

        check_beside(files, folder, run.report)
    if run.report.errors:
        return {}
    if run.book.before:
        from press.publish import changes

        files[changes.NAME] = changes.changes_file(run.book)
    files[NAME] = manifest(edition, files, sources, folder)
    return files
