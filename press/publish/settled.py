"""Settled: what was once found out about the house's own things, kept with the press.

It depends on those things alone and is the same for every book: which letters a font
has, and that the styles ask for declared faces only.
"""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from press.compose import glyphs
from press.findings import Report
from press.publish import kept

FOLDER = "settled"
ANY = "surrogatepass"  # whatever a font says that it has a glyph for


@cache
def letters(font: Path) -> frozenset[str]:
    """Every character that a font has a glyph for."""
    name = _name("letters", font.read_bytes())
    known = kept.get(kept.with_press(FOLDER), name)
    if known is not None:
        return frozenset(known.decode(errors=ANY))
    found = glyphs.letters(font)
    kept.put(kept.with_press(FOLDER), name, "".join(sorted(found)).encode(errors=ANY))
    return found


def check_faces(sheets: Mapping[str, str], declared: Mapping[str, object], report: Report) -> None:
    """The stylesheets ask for declared faces only; those that were found to do so are not read again."""
    told = (repr((sheets, sorted(declared))).encode(), (kept.HOME / "check" / "styles.py").read_bytes())
    name, heard = _name("faces", *told), Report()
    if kept.get(kept.with_press(FOLDER), name) is not None:
        return
    from press.check.styles import check_styles

    check_styles(sheets, declared, heard)
    for finding in heard.findings:
        report.enter(finding)
    if not heard.findings:
        kept.put(kept.with_press(FOLDER), name, b"sound")


def _name(kind: str, *of: bytes) -> str:
    return hashlib.sha256(b"".join((kind.encode(), *(hashlib.sha256(one).digest() for one in of)))).hexdigest()
