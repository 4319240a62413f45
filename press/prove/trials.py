"""Trials: a section is proved as soon as it is gathered, while others are still laid out.

Its gathering is read as a file would be, with the fonts as the section itself reads them, and held
against its document.  In the finished book it need not be proved again where the same bytes stand under the same
document and every font says of every glyph what the section's own said.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from press.assemble.fonts import FontUse, Used, unicode_map
from press.assemble.gathering import FONTS, PAGE_TREE, Gathering, Setting, gather
from press.assemble.imposition import Imposed
from press.assemble.structure import DOCUMENT, STRUCTURE
from press.findings import Report
from press.model.pages import PageMap
from press.prove.seals import bodies
from press.prove.shares import NAMELESS
from press.prove.text import Font
from press.prove.words import Proof
from press.prove.written import Written

ROOT = DOCUMENT + 1  # no section has a number so low


@dataclass(frozen=True, slots=True)
class Trial:
    """A section that is to be gathered and proved: its document, the folios that it prints, and who proves it.

    Without a document it is gathered alone.
    """

    imposed: Imposed
    setting: Setting
    document: str
    found: PageMap
    prover: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A gathering, and the seal of what was proved of it; without one there is something to tell of it."""

    gathering: Gathering
    seal: bytes = b""


def tried(trial: Trial) -> Tried:
    """Gather a section, and prove it."""
    gathering = gather(trial.imposed, trial.setting)
    if gathering.findings or not gathering.tags.part or not trial.document:
        return Tried(gathering)
    proof, report = Proof(Alone(gathering), trial.found), Report()
    proof.prove(0, NAMELESS, trial.document, 0, report)
    seal, = bodies(proof, [trial.document], trial.found, trial.prover)
    return Tried(gathering, b"" if report.findings else seal)


class Alone(Written):
    """A gathering as it is in a file, with what all sections share: its fonts say what they read, and are not there."""

    def __init__(self, gathering: Gathering) -> None:
        self.content, self.packs = gathering.content, {}
        self.begins, self.rows = gathering.first, array("Q", gathering.rows)
        self.kinds = bytes(row >> 56 for row in self.rows)
        self.trailer = b"/Root %d 0 R" % ROOT
        self.maps: dict[int, bytes] = {}
        self.shared = {
            ROOT: b"/Pages %d 0 R/StructTreeRoot %d 0 R" % (PAGE_TREE, STRUCTURE),
            PAGE_TREE: b"/Type/Pages/Count %d/Kids[%d 0 R]" % (len(gathering.pages), gathering.node),
            STRUCTURE: b"/K[%d 0 R]" % DOCUMENT, DOCUMENT: b"/K[%d 0 R]" % gathering.tags.part}
        named = {used.face: self._font(used) for used in gathering.fonts.used}
        self.shared[FONTS] = b"".join(
            b"%s %d 0 R" % (key.encode(), named[face]) for key, face in gathering.fonts.keys.items())

    def body(self, number: int) -> bytes:
        """An object of the gathering, or one that all share."""
        return self.shared[number] if number in self.shared else super().body(number)

    def stream(self, number: int) -> bytes:
        """What a stream of the gathering holds, or the Unicode map of a font."""
        return self.maps[number] if number in self.maps else super().stream(number)

    def _font(self, used: Used) -> int:
        """The number of a font that says what its glyphs mean and how wide they are."""
        number = ROOT + 1 + len(self.shared)
        self.maps[number] = unicode_map(used.texts)
        self.shared[number] = b"/BaseFont/%s/ToUnicode %d 0 R/DescendantFonts[%d 0 R]/W[%s]" % (
            used.name.encode(), number, number, b" ".join(
                b"%d[%s]" % (glyph, str(round(width, 3)).encode()) for glyph, width in used.widths.items()))
        return number


def stands(tries: Mapping[int, Tried], proof: Proof, seals: Sequence[bytes]) -> frozenset[int]:
    """The numbers of the sections of a finished book that were proved by themselves, and stand as they did."""
    return frozenset(
        at for at, (node, seal) in enumerate(zip(proof.nodes, seals, strict=False))
        if node in tries and tries[node].seal == seal and _read_alike(tries[node].gathering.fonts, proof, node))


def _read_alike(use: FontUse, proof: Proof, node: int) -> bool:
    """Whether the fonts of the pages on a node say of all glyphs of a section what its own said."""
    used = {one.face: one for one in use.used}
    fonts = proof.reader.named(node)
    return all(key[1:] in fonts and _says(fonts[key[1:]], used[face]) for key, face in use.keys.items())


def _says(font: Font, used: Used) -> bool:
    return (used.texts.items() <= font.spelled.items()
            and {glyph: round(width, 3) for glyph, width in used.widths.items()}.items() <= font.widths.items())
