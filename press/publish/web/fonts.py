"""Fonts: the faces of the house as small WOFF2 files, and the rules that load them.

A face is cut to the characters of the book and divided by script.  What nearly every page
begins with stands in the stylesheet itself: it is there when the page is first shown, also
without a server and without a script, and nothing moves.  The rest is loaded by the pages
that show it, and is not put in after a page was shown (`font-display: optional`).  Where no
font comes, a face of the reader's machine stands in, with the measures of the house's own.
"""

import base64
import hashlib
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from press.model.memory import name_of
from press.publish import kept
from press.publish.faces import NAMES
from press.publish.kept import code_of
from press.versions import version

FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
FEATURES = "kern liga onum pnum lnum tnum sups locl ccmp mark mkmk calt rlig".split()
MOST = 200  # fonts are kept: those of some books
ALWAYS = frozenset(map(chr, range(0x20, 0x7F)))
UNUSED = frozenset({"Display"})  # faces that the pages of the web do not ask for
# The blocks of a script, as a range of CSS writes them; Latin is the rest.
SCRIPTS = {
    "latin": ((0x0, 0x3FF), (0x590, 0x10FFFF)),
    "cyrillic": ((0x400, 0x52F),),
    "armenian": ((0x530, 0x58F),),
}
FIRST = frozenset({"text-400-latin", "text-400-italic-latin", "text-600-latin", "label-400-latin",
                   "label-400-italic-latin", "label-600-latin", "text-400-cyrillic", "armenian-400-armenian"})
# The faces that stand in, which most machines have under one of these names, and how wide they set
# an average letter of English, in thousandths of the size.
STAND_INS = {
    "Text": (("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman"), 403.1),
    "Label": (("Arial", "Liberation Sans", "Arimo", "Helvetica"), 443.1),
}
AVERAGE = "the quick brown fox jumps over the lazy dog and then a number of letters that are met in english more often"


@dataclass(frozen=True, slots=True)
class WebFonts:
    """The files of the faces that are loaded apart, with the licences of all, and the rules."""

    files: Mapping[str, bytes]
    css: str


def web_fonts(sheet: Path, text: Iterable[str], folder: Path | None = None) -> WebFonts:
    """The faces that a stylesheet declares, for the characters of a text; they are kept in the `folder`, if any."""
    characters = frozenset(text) | ALWAYS
    files: dict[str, bytes] = {}
    rules: list[str] = []
    stands: dict[str, Path] = {}
    for block in FACE.findall(sheet.read_text(encoding="utf-8")):
        value = {name: said.strip() for name, said in re.findall(r"([\w-]+)\s*:\s*([^;]+)", block)}
        family, source = value["font-family"], sheet.parent / re.sub(r"^url\(|[\"')]", "", value["src"])
        role = f"{family}-{value['font-weight']}".lower() + "-italic" * (value["font-style"] == "italic")
        for script in () if family in UNUSED else ("armenian",) if "Armenian" in family else SCRIPTS:
            name = f"{role}-{script}"
            if data := _kept(source, _of_script(characters, script), folder):
                rules.append(_rule(value, name, data, script))
                files |= {} if name in FIRST else {f"{name}.woff2": data}
        stands.setdefault(family, source)
    files |= {licence.name: licence.read_bytes() for licence in sorted((sheet.parent / "fonts").glob("OFL-*.txt"))}
    rules += [stand_in(family, stands[family]) for family in STAND_INS if family in stands]
    return WebFonts(files, "\n".join(rules) + "\n")


def _kept(source: Path, characters: frozenset[str], folder: Path | None) -> bytes:
    """The font cut to these characters, from the folder where the same was cut before."""
    name = name_of(hashlib.sha256(source.read_bytes()).hexdigest(), sorted(characters), code_of("publish/web"),
                   [version(package) for package in ("fonttools", "brotli", "uharfbuzz")])
    found = kept.get(folder, name)
    if found is None:
        found = cut(source, characters)
        kept.put(folder, name, found, MOST)
    return found


def cut(source: Path, characters: frozenset[str]) -> bytes:
    """A font with these characters alone, as WOFF2; nothing where it has none of them."""
    face = hb.Face(hb.Blob.from_file_path(str(source)))
    kept = {ord(character) for character in characters} & set(face.unicodes)
    if not kept:
        return b""
    wish = hb.SubsetInput()
    wish.sets(hb.SubsetInputSets.UNICODE).update(kept)
    features = wish.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG)
    features.clear()
    features.update(int.from_bytes(feature.encode(), "big") for feature in FEATURES)
    wish.sets(hb.SubsetInputSets.NAME_ID).clear()
    wish.sets(hb.SubsetInputSets.NAME_ID).update(NAMES)
    wish.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE
    font = TTFont(io.BytesIO(bytes(hb.subset(face, wish).blob.data)), recalcTimestamp=False)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def stand_in(family: str, source: Path) -> str:
    """The rule of the face that stands in for a family, set to its widths and heights (CSS Fonts 5, 4.2)."""
    names, width = STAND_INS[family]
    with TTFont(source, lazy=True) as font:
        em, cmap, widths, heights = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"], font["hhea"]
        own = sum(widths[cmap[ord(letter)]][0] for letter in AVERAGE) / len(AVERAGE) / em * 1000
        size = own / width
        measures = {"size-adjust": size, "ascent-override": heights.ascent / em / size,
                    "descent-override": -heights.descent / em / size, "line-gap-override": heights.lineGap / em / size}
    local = ", ".join(f'local("{name}")' for name in names)
    told = " ".join(f"{name}: {value * 100:.2f}%;" for name, value in measures.items())
    return f'@font-face {{ font-family: "{family} stand-in"; src: {local}; {told} }}'


def _of_script(characters: frozenset[str], script: str) -> frozenset[str]:
    return frozenset(c for c in characters if any(low <= ord(c) <= high for low, high in SCRIPTS[script]))


def _rule(value: Mapping[str, str], name: str, data: bytes, script: str) -> str:
    """The rule of a face: its file, or its bytes where it is there from the first."""
    ranges = ", ".join(f"U+{low:X}-{high:X}" for low, high in SCRIPTS[script])
    first = name in FIRST
    address = f"data:font/woff2;base64,{base64.b64encode(data).decode()}" if first else f"fonts/{name}.woff2"
    return (f"@font-face {{ font-family: {value['font-family']}; font-weight: {value['font-weight']}; "
            f"font-style: {value['font-style']}; font-display: {'block' if first else 'optional'}; "
            f'src: url({address}) format("woff2"); unicode-range: {ranges}; }}')
