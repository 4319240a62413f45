"""Registers: the files of records in `content/`, read into the registers of the book."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from press.findings import Place, Report, did_you_mean
from press.load import nodes
from press.load.files import digest_of, display_name, read_text
from press.load.records import read_record
from press.model import records as kinds
from press.model.evidence import PAGES
from press.model.memory import name_of
from press.model.records import Copyfit
from press.model.registers import Registers
from press.model.source import Record, Source

if TYPE_CHECKING:
    from press.model.maps import Geodata, Map

R = TypeVar("R", bound=Record)

SOURCES = "sources"
MAPS = "maps"
COPYFITTING = "copyfitting"  # written by build.py galley --mend, a file a format; none need be there
EXCEPTIONS = "exceptions.yaml"  # may be absent: nothing is excused
LISTS = {
    "claims.yaml": ("claims",),
    "chronology.yaml": ("events",),
    "estimates.yaml": ("estimates",),
    "positions.yaml": ("positions",),
    "recognition.yaml": ("acts",),
    "memorials.yaml": ("memorials",),
    "films.yaml": ("films",),
    "people.yaml": ("people",),
    "gazetteer.yaml": ("places",),
    "organizations.yaml": ("organizations",),
    "glossary.yaml": ("terms", "names-of-the-event"),
    "index.yaml": ("cross-references",),
    EXCEPTIONS: ("exceptions",),
}


def copyfitting_file(format_id: str) -> str:
    """The file of the passages that are fitted for the pages of a format."""
    return f"{COPYFITTING}.yaml" if format_id == PAGES else f"{COPYFITTING}-{format_id}.yaml"


def load_registers(content: Path, report: Report) -> Registers:
    """All registers of a content folder; what cannot be read is told and left out."""
    before, shelf = len(report.findings), _Shelf(content, report)
    maps, geodata, whole = _maps(content, report)
    shelf.incomplete.update(set() if whole else {"maps"})
    registers = Registers(
        sources=shelf.sources(),
        claims=shelf.register("claims.yaml", "claims", kinds.Claim),
        events=shelf.register("chronology.yaml", "events", kinds.Event),
        estimates=shelf.register("estimates.yaml", "estimates", kinds.Estimate),
        positions=shelf.register("positions.yaml", "positions", kinds.Position),
        acts=shelf.register("recognition.yaml", "acts", kinds.Act),
        memorials=shelf.register("memorials.yaml", "memorials", kinds.Memorial),
        films=shelf.register("films.yaml", "films", kinds.Film),
        people=shelf.register("people.yaml", "people", kinds.Person),
        gazetteer=shelf.register("gazetteer.yaml", "places", kinds.GazetteerEntry),
        organizations=shelf.register("organizations.yaml", "organizations", kinds.Organization),
        terms=tuple(shelf.register("glossary.yaml", "terms", kinds.Term, "term").values()),
        event_names=tuple(shelf.register("glossary.yaml", "names-of-the-event", kinds.EventName, "form").values()),
        cross_references=tuple(
            shelf.register("index.yaml", "cross-references", kinds.CrossReference, "heading").values()),
        maps=maps,
        geodata=geodata,
        copyfitting=shelf.copyfitting(),
        excuses=shelf.records(EXCEPTIONS, "exceptions", kinds.Excuse) if (content / EXCEPTIONS).exists() else (),
        incomplete=frozenset(shelf.incomplete),
    )
    faulty = shelf.incomplete or len(report.findings) > before
    return registers if faulty else replace(registers, name=name_of(shelf.read, _digests(content / MAPS)))


def _maps(content: Path, report: Report) -> "tuple[dict[str, Map], dict[str, Geodata], bool]":
    """The maps and their geodata, and whether all could be read; where there are none, nothing is loaded for them."""
    if not (content / MAPS).exists():
        return {}, {}, True
    from press.load.maps import load_maps

    return load_maps(content, report)


def _digests(folder: Path) -> list[list[str]]:
    """The files of a folder with their digests."""
    return [[path.name, digest_of(path)] for path in sorted(folder.glob("*"))]


class _Shelf:
    """The files of a content folder: `incomplete` are the lists of which something could not be read.

    `read` has what was read so far, by the names of the files.
    """

    def __init__(self, content: Path, report: Report) -> None:
        self.content = content
        self.report = report
        self.incomplete: set[str] = set()
        self.read: dict[str, str] = {}

    def sources(self) -> dict[str, Source]:
        """The sources of all files in their folder, in the order of the files' names."""
        folder = self.content / SOURCES
        files = sorted(path for path in folder.glob("*") if path.suffix in (".yaml", ".yml"))
        if not files:
            self._refuse(folder, SOURCES, "no file of sources is here", "write one, as reports.yaml")
        found = _Register[Source]("id", self.report)
        for path in files:
            if path.suffix == ".yml":
                self._refuse(path, SOURCES, "the file is not read", f"call it {path.stem}.yaml")
            else:
                self._fill(found, path, SOURCES, Source)
        return found.records

    def copyfitting(self) -> dict[str, dict[str, Copyfit]]:
        """The passages that are fitted, by the format for whose pages they are."""
        files = sorted(self.content.glob(f"{COPYFITTING}*.yaml"))
        return {path.stem.removeprefix(COPYFITTING).removeprefix("-") or PAGES:
                self.register(path.name, "paragraphs", Copyfit, "passage") for path in files}

    def register(self, file: str, top: str, model: type[R], key: str = "id") -> dict[str, R]:
        """The records of one list, by the value of `key`."""
        found = _Register[R](key, self.report)
        self._fill(found, self.content / file, top, model)
        return found.records

    def records(self, file: str, top: str, model: type[R]) -> tuple[R, ...]:
        """The records of a list that have no id."""
        read = [read_record(node, model, self.report) for node in self._listed(self.content / file, top)]
        return tuple(record for record in read if record)

    def _fill(self, register: "_Register[R]", path: Path, top: str, model: type[R]) -> None:
        listed = self._listed(path, top)
        for node in listed:
            record = read_record(node, model, self.report)
            if record is None or not register.enter(node, record):
                self.incomplete.add(top)

    def _listed(self, path: Path, top: str) -> tuple[nodes.Node, ...]:
        """The items of the list `top` of a file."""
        name = display_name(path, self.content)
        tops = LISTS.get(path.name, (top,)) if path.parent == self.content else (top,)
        text = read_text(path, name, self.report)
        self.read[name] = digest_of(path)
        tree = None if text is None else nodes.read_yaml(text, name, self.report)
        value = None if tree is None else self._list_of(tree, top, tops)
        if value is None:
            self.incomplete.add(top)
            return ()
        return value.items

    def _list_of(self, tree: nodes.Node, top: str, tops: tuple[str, ...]) -> nodes.Sequence | None:
        """The list under the key `top`."""
        if not isinstance(tree, nodes.Mapping):
            self.report.add("D-03", tree.place, f"the file does not begin with “{tops[0]}:”",
                            f"write `{tops[0]}:` on the first line and indent the records below it")
            return None
        for key, _ in tree.pairs:
            if key.text not in tops:
                self.report.add("D-01", key.place, f"there is no list “{key.text}” in this file",
                                did_you_mean(key.text, tops) or f"known: {', '.join(tops)}")
        value = tree.get(top)
        if isinstance(value, nodes.Sequence):
            return value
        if value is None:
            self.report.add("D-02", tree.place, f"“{top}” is missing", f"write `{top}: []` for none")
        else:
            self.report.add("D-03", value.place, f"“{top}” is not a list", f"write `{top}: []` for none")
        return None

    def _refuse(self, path: Path, top: str, message: str, hint: str) -> None:
        self.report.add("Y-01", Place(display_name(path, self.content)), message, hint)
        self.incomplete.add(top)


class _Register(Generic[R]):
    """One register on its way: a record whose id is taken is a finding and stays out."""

    def __init__(self, key: str, report: Report) -> None:
        self.key = key
        self.report = report
        self.records: dict[str, R] = {}

    def enter(self, node: nodes.Node, record: R) -> bool:
        """Enter a record under its id; False when it is taken."""
        written = node.get(self.key) if isinstance(node, nodes.Mapping) else None
        assert isinstance(written, nodes.Scalar)  # the record has been read from it
        first = self.records.setdefault(written.text, record)
        if first is not record:
            self.report.add("D-09", written.place, f"the {self.key} “{written.text}” is taken",
                            f"the first stands at {first.place}; give this one another")
        return first is record
