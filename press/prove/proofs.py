"""Proofs: all that can be proved of a finished file alone, as a table of what was looked at and how it stands.

What a file is to be is read from its ticket and from the manifest beside it; a foreign
file is held against what holds for every file of its kind.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pikepdf import Pdf, Stream

from press.assemble.exchange import Ticket
from press.findings import Place, Report
from press.prove.flight import DAMAGED, opened
from press.prove.manifest import NAME, verify
from press.prove.preflight import preflight
from press.prove.preflight_file import look_for_scripts
from press.prove.sightings import Sightings
from press.prove.text import pages_of
from press.prove.tickets import faces, wanted
from press.prove.wanted import Part, Wanted, read_ticket
from press.prove.words import prove_edges

CLAIMS = ((b"pdfuaid:part>1<", "PDF/UA-1"), (b"pdfaid:part>3<", "PDF/A-3"), (b"PDF/X-4", "PDF/X-4"))
OF_ALL = (
    ("the file as a whole", ("Z-01", "Z-23")),
    ("fonts", ("Z-10", "Z-11", "Z-12")),
)
OF_SCREEN = (*OF_ALL, ("text within its page", ("W-02",)))
OF_MACHINE = (
    ("the file as a whole", ("Z-01", "Z-02", "Z-20", "Z-21", "Z-22", "Z-23", "Z-24", "Z-32")),
    ("output condition", ("Z-03", "Z-04", "O-01", "O-05", "O-06")),
    ("trim, bleed and marks", ("Z-05", "Z-06", "Z-07", "Z-08", "Z-09")),
    ("fonts and glyphs", ("Z-10", "Z-11", "Z-12", "Z-13", "Z-28")),
    ("inks, pictures and rules", ("Z-14", "Z-15", "Z-16", "Z-17", "Z-18", "Z-19", "Z-31")),
)
OF_INTERIOR = (*OF_MACHINE, ("extent", ("Z-25", "Z-26", "Z-27")), ("margins and fold", ("Z-29", "Z-30")))
OF_COVER = (*OF_MACHINE, ("spine and extent", ("Z-33", "Z-35")), ("words and barcode", ("Z-34", "Z-36")))


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing that was looked at in a file, and how many faults were seen in it."""

    file: str
    what: str
    faults: int

    @property
    def verdict(self) -> str:
        """How it stands."""
        if not self.faults:
            return "passed"
        return f"{self.faults} fault{'s' if self.faults > 1 else ''}"


def prove(path: Path, styles: Path, report: Report) -> list[Proof]:
    """All proofs of one file; a file that cannot be read is a finding."""
    name, found = path.name, Report()
    try:
        written = path.read_bytes()
    except OSError as error:
        report.add("F-03", Place(str(path)), f"the file cannot be read: {error.strerror}", "name a finished file")
        return []
    pdf = opened(written, name, found)
    if pdf is None:
        return _told(name, "no PDF that can be read", (), found, report)
    with pdf:
        ticket, claims = read_ticket(pdf), _claims(pdf)
        asked = wanted(name, ticket, styles, found) if ticket else _of_stranger(name, claims, styles)
        if asked.part is Part.SCREEN:
            _prove_screen(pdf, name, found)
    preflight(written, asked, found)
    if asked.part is Part.COVER and ticket:
        check_covers({name: ticket}, _interiors(path.parent), found)
    proofs = {Part.INTERIOR: OF_INTERIOR, Part.COVER: OF_COVER, Part.SCREEN: OF_SCREEN}[asked.part]
    said = f"{asked.part}{f' for {asked.printer.name}' if asked.printer else ''}: {', '.join(claims) or 'no claim'}"
    return [*_told(name, said, proofs, found, report), *_of_manifest(path, report)]


def check_covers(covers: Mapping[str, Ticket], interiors: Mapping[str, tuple[Ticket, int]], report: Report) -> None:
    """A cover fits the interior of its printing beside it (checklist 88)."""
    for name, cover in sorted(covers.items()):
        for other, (ticket, extent) in sorted(interiors.items()):
            same = (ticket.printer, ticket.paper, ticket.trim) == (cover.printer, cover.paper, cover.trim)
            if same and extent != cover.extent:
                report.add("Z-33", Place(name),
                           f"the cover was made for {cover.extent} pages, and {other} has {extent}",
                           "make the cover again, with the interior")


def check_folder(files: Mapping[str, bytes], report: Report) -> None:
    """Every cover among files fits the interior of its printing among them."""
    covers = {name: ticket for name, (ticket, _) in tickets(files.items(), Part.COVER).items()}
    if covers:
        check_covers(covers, tickets(files.items(), Part.INTERIOR), report)


def tickets(files: Iterable[tuple[str, bytes]], part: Part) -> dict[str, tuple[Ticket, int]]:
    """The tickets of the files that are of one part, each with the pages that its file has."""
    found = {}
    for name, written in files:
        pdf = opened(written, name, Report()) if name.endswith(".pdf") else None
        ticket = read_ticket(pdf) if pdf else None
        if pdf and ticket and ticket.part == part:
            found[name] = ticket, len(pdf.pages)
    return found


def _interiors(folder: Path) -> dict[str, tuple[Ticket, int]]:
    return tickets(((path.name, path.read_bytes()) for path in sorted(folder.glob("*.pdf"))), Part.INTERIOR)


def _of_stranger(name: str, claims: tuple[str, ...], styles: Path) -> Wanted:
    """What holds for a file that the house did not make, or made for the screen."""
    if "PDF/X-4" in claims:
        return Wanted(name, Part.INTERIOR)
    return Wanted(name, Part.SCREEN, faces(styles) if "PDF/UA-1" in claims else frozenset())


def _claims(pdf: Pdf) -> tuple[str, ...]:
    """The standards that a file says it keeps."""
    metadata = pdf.Root.get("/Metadata")
    text = metadata.read_bytes() if isinstance(metadata, Stream) else b""
    return tuple(name for sign, name in CLAIMS if sign in text)


def _prove_screen(pdf: Pdf, name: str, found: Report) -> None:
    """No script anywhere, and no text outside its page; a text that is not written as the house writes is told."""
    seen = Sightings(name)
    look_for_scripts(pdf, seen)
    seen.tell(found)
    try:
        prove_edges(pages_of(pdf), found)
    except DAMAGED:
        found.add("W-02", Place(name), "the text of the file cannot be read", "it is not as the press writes it")


def _told(name: str, said: str, proofs: tuple[tuple[str, tuple[str, ...]], ...], found: Report,
          report: Report) -> list[Proof]:
    for finding in found.findings:
        report.enter(finding)
    counted = [Proof(name, what, sum(finding.rule in rules for finding in found.findings)) for what, rules in proofs]
    return [Proof(name, said, len(found.errors)), *counted]


def _of_manifest(path: Path, report: Report) -> list[Proof]:
    """Whether the manifest beside a file knows it as it is."""
    if not (path.parent / NAME).is_file():
        return []
    held = Report()
    agreeing = verify(path.parent, held)
    faults = [one for one in held.findings if one.rule == "F-02" or one.place.file.endswith(f"/{path.name}")]
    for finding in faults:
        report.enter(finding)
    return [Proof(path.name, "manifest", len(faults))] if faults or path.name in agreeing else []
