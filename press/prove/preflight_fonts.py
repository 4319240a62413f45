"""Preflight of fonts: each is declared, in the file, of outlines, and has every glyph (checklist 75, 84)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pikepdf import Dictionary, Pdf

from press.prove.sightings import Sightings
from press.prove.typefaces import typeface

if TYPE_CHECKING:
    from press.model.printing import Printer
    from press.prove.painted import Painted

SMALLEST = 7.0  # pt, where no printer is known
SLACK = 0.01


def look(pdf: Pdf, faces: frozenset[str], seen: Sightings) -> None:
    """Look at the fonts of a file."""
    for font in _fonts(pdf):
        face = typeface(font)
        if face.kind == "Type3":
            seen.see("Z-11", f"the font “{face.name}” is a Type 3", "use fonts of outlines: TrueType or OpenType")
        elif not face.embedded:
            seen.see("Z-10", f"the font “{face.name}” is not in the file", "embed every font")
        if faces and face.kind != "Type3" and face.name not in faces:
            seen.see("Z-12", f"the font “{face.name}” is not one of the book’s",
                     f"declared: {', '.join(sorted(faces))}")


def _fonts(pdf: Pdf) -> Iterator[Any]:
    """Every font that a page or a drawing on one may use, once."""
    known: set[tuple[int, int]] = set()
    waiting = [page.obj.get("/Resources", Dictionary()) for page in pdf.pages]
    while waiting:
        resources = waiting.pop()
        for kind in ("/Font", "/XObject", "/Pattern"):
            held = resources.get(kind, Dictionary())
            if held.objgen in known:
                continue
            known |= {held.objgen} if held.is_indirect else set()
            for name in sorted(held.keys()):
                one = held[name]
                if one.objgen in known and one.is_indirect:
                    continue
                known.add(one.objgen)
                if kind == "/Font":
                    yield one
                elif "/Resources" in one:
                    waiting.append(one.Resources)


def look_at_glyphs(painted: "Sequence[Painted]", printer: "Printer | None", seen: Sightings) -> None:
    """Look at what is set in them."""
    least = printer.smallest_type if printer else SMALLEST
    for number, page in enumerate(painted, 1):
        for text in page.texts:
            if text.face.wide and 0 in text.glyphs:
                seen.see("Z-13", f"a glyph is missing in “{text.face.name}”",
                         "replace the character, or declare a font that has it", number)
            if text.size < least - SLACK:
                seen.see("Z-28", f"type is smaller than {least:g} pt", "set it larger", number)
