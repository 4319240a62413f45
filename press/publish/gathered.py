"""Gathered: the gatherings of a book, side by side where they are made, and kept where they need not be made again."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Lock
from zlib import ZLIB_RUNTIME_VERSION

from press.assemble.fonts import declared_faces
from press.assemble.gathering import Batch, Gathering, Setting, gather_batch
from press.assemble.imposition import Imposed, impose
from press.assemble.numbers import FolioStyle
from press.assemble.stored import read, stored
from press.layout.cache import engine_key
from press.layout.laid import LaidSection
from press.layout.pool import Pool
from press.model.book import Format
from press.model.memory import name_of
from press.model.pages import PageMap
from press.prove.seals import printed
from press.prove.trials import Trial, Tried, tried
from press.publish import kept
from press.publish.kept import code_of
from press.versions import version

FEW, MOST = 8, 10_000  # books that are kept, and sections of each
SHORT = 16  # letters that tell one book from another


def setting_of(styles: Path, chosen: Format) -> Setting:
    """What is set in all sections of a format of the house."""
    return Setting(declared_faces(styles / "fonts.css"), chosen.live,
                   FolioStyle(chosen.folio_size, chosen.folio_above, chosen.folio_below, chosen.label_size))


class Gatherer:
    """Gathers the sections of a book with the hands of a pool; what was gathered before is in the `folder`.

    `book` tells whose it is; without a folder nothing is kept.  `tries` are the last sections that were proved as
    they were gathered, by the nodes of their pages.
    """

    def __init__(self, pool: Pool, folder: Path | None, book: str) -> None:
        self.pool = pool
        self.shelf = folder
        # What other code has gathered stands elsewhere, since it may be written in another way.
        self.folder = folder / name_of("gatherings", book, code_of("assemble"))[:SHORT] if folder else None
        self.before: dict[str, Gathering] | None = None
        self.reading = Lock()
        self.begun: dict[str, Callable[[], Tried]] = {}
        self.tries: dict[int, Tried] = {}

    def read_ahead(self) -> dict[str, Gathering]:
        """What was gathered before, read once."""
        with self.reading, suppress(OSError):
            if self.before is None:
                self.before = {}
                for path in sorted(self.folder.glob("[!.]*")) if self.folder else ():
                    if content := kept.get(self.folder, path.name):
                        self.before[path.name] = read(content)
        return self.before or {}

    def begin(self, sections: Sequence[tuple[LaidSection, bool]], found: PageMap, setting: Setting,
              documents: Mapping[str, str]) -> None:
        """Begin with the first sections of a book, and prove them while those behind them are laid out.

        Whatever is another in the end is gathered anew, since then it has another name.
        """
        busy = self.pool.busy
        names = {name for section, _ in sections for name in (section.id, *section.names)}
        for one in impose(sections, found):
            name = self._name(one, setting) if names.issuperset(one.section.refers) else ""
            if name and name not in self.read_ahead() and name not in self.begun:
                document = documents[one.section.id] if busy else ""
                self.begun[name] = self.pool.beside(tried, Trial(
                    one, setting, document, printed(found, document), code_of("model", "prove")))

    def __call__(self, imposed: Sequence[Imposed], setting: Setting) -> list[Gathering]:
        """The gatherings of the sections, in their order."""
        names = [self._name(one, setting) for one in imposed]
        known = self.read_ahead()
        there = known.keys() | self.begun.keys()
        lacking = [one for one, name in zip(imposed, names, strict=True) if name not in there]
        made = iter(list(self._made(lacking, setting)))  # while what was begun is done
        tries = {name: self.begun[name]() for name in names if name in self.begun}
        self.tries = {one.gathering.node: one for one in tries.values()}
        before = known | {name: one.gathering for name, one in tries.items()}
        found = [before[name] if name in before else next(made) for name in names]
        for name, one in zip(names, found, strict=True):
            if self.folder and name and name not in known and not one.findings:
                kept.put(self.folder, name, stored(one), MOST)
        self._tidy(self.folder, frozenset(names))
        return found

    def _tidy(self, folder: Path | None, names: frozenset[str]) -> None:
        """Drop what this book has no use for any more, and the books that were made longest ago."""
        with suppress(OSError):
            if folder and self.shelf and folder.is_dir():
                for path in folder.glob("[!.]*"):
                    if path.name not in names:
                        path.unlink(missing_ok=True)
                os.utime(folder)
                for path in sorted(self.shelf.iterdir(), key=lambda path: path.stat().st_mtime)[:-FEW]:
                    shutil.rmtree(path, ignore_errors=True)

    def _made(self, lacking: Sequence[Imposed], setting: Setting) -> Iterator[Gathering]:
        batches = [Batch(tuple(some), setting) for some in _dealt(lacking, self.pool.hands)]
        return (one for some in self.pool.deal(gather_batch, batches) for one in some)

    def _name(self, one: Imposed, setting: Setting) -> str:
        """The name of a gathering: everything that it depends on; empty when that is not known."""
        if not one.section.job:
            return ""
        folio = setting.folio
        return name_of(one.section.job, str(one.folio), one.first, one.numbers, one.key,
                       [[name, str(folio or "")] for name, folio in sorted(one.folios.items())],
                       setting.live, asdict(folio) if folio else "",
                       sorted((face, file.name) for face, file in setting.faces.items()), version("uharfbuzz"),
                       ZLIB_RUNTIME_VERSION, engine_key(self.pool.fonts).hex(), code_of("model", "assemble"))


def _dealt(imposed: Sequence[Imposed], hands: int) -> Iterator[list[Imposed]]:
    """The sections in as many runs as there are hands, each of about as many bytes."""
    each = sum(len(one.section.pdf) for one in imposed) / hands + 1
    run, size = list[Imposed](), 0
    for one in imposed:
        run.append(one)
        size += len(one.section.pdf)
        if size >= each:
            yield run
            run, size = [], 0
    if run:
        yield run
