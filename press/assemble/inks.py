"""Inks: the colours of a screen as the inks of a printing machine.

An interior is printed in one black.  A grey stays a tint of it; a colour, which the
screen uses for an accent, prints as full black when it is dark enough to be read on
white, and else as a tint as dark as it is.  Where the output intent is a CMYK
condition, black is its fourth ink; where it is grey, it is a grey.
"""

import re
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from press.model.printing import Colour

NUMBER = rb"(-?[\d.]+)\s"
RGB = re.compile(rb"(?<![\w.<-])" + NUMBER * 3 + rb"(rg|RG)\b")
GREY = re.compile(rb"(?<![\w.<-])" + NUMBER + rb"([gG])\b")
# The tags of an accessible file, which a printing machine has no use for (ISO 32000-1, 14.6).
BEGIN = re.compile(rb"/\w+\s*(?:<<(?:[^<>]|<[^<>]*>)*>>\s*BDC|/\w+\s+BDC|\sBMC)\b\s?")
END = re.compile(rb"\bEMC\b\s?")
READABLE = 0.183  # the luminance that contrasts 4.5 : 1 with white (WCAG 2.2, 1.4.3)
DARKENED = (0.2126, 0.7152, 0.0722)


@dataclass(frozen=True, slots=True)
class Inks:
    """The inks of a file: what its black is written with."""

    colour: Colour

    @property
    def space(self) -> Name:
        """The colour space of the inks."""
        return Name.DeviceGray if self.colour is Colour.GREY else Name.DeviceCMYK

    def black(self, tint: float, painting: bytes) -> bytes:
        """The operator that sets a tint of black for filling (`rg` or `g`) or for lines (`RG` or `G`)."""
        lines = painting.isupper()
        if self.colour is Colour.GREY:
            return b"%s %s" % (_number(1 - tint), b"G" if lines else b"g")
        return b"0 0 0 %s %s" % (_number(tint), b"K" if lines else b"k")


def tint(red: float, green: float, blue: float) -> float:
    """How much black prints for a colour of the screen, 0 to 1."""
    if red == green == blue:
        return 1 - red
    light = sum(share * _linear(part) for share, part in zip(DARKENED, (red, green, blue), strict=True))
    return 1.0 if light <= READABLE else 1 - _coded(light)


def _linear(part: float) -> float:
    """A part of a colour of sRGB as light (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _coded(light: float) -> float:
    """Light as a part of a colour of sRGB."""
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


def _number(part: float) -> bytes:
    return f"{round(part, 4):g}".encode()


def set_inks(pdf: Pdf, inks: Inks) -> None:
    """Write every colour of the pages and of the drawings on them in the inks, and drop the tags."""
    drawings: dict[tuple[int, int], Any] = {}
    resources = [page.obj.get("/Resources", Dictionary()) for page in pdf.pages]
    for page, held in zip(pdf.pages, resources, strict=True):
        contents = page.obj.get("/Contents")
        if contents is not None:
            parts = list(contents) if isinstance(contents, Array) else [contents]
            content = inked(b"\n".join(part.read_bytes() for part in parts), inks)
            page.obj.Contents = pdf.make_stream(content)
        _find_drawings(held, drawings)
    seen_through = any(shines_through(held) for held in resources)
    for drawing in drawings.values():
        drawing.write(inked(drawing.read_bytes(), inks))
        if "/Group" in drawing:
            _blend(drawing, inks, seen_through)
    _drop_spaces([*resources, *(drawing.get("/Resources", Dictionary()) for drawing in drawings.values())])


def inked(content: bytes, inks: Inks) -> bytes:
    """Operators with their colours in the inks and without tags."""
    written = RGB.sub(lambda found: inks.black(tint(*(float(part) for part in found.groups()[:3])), found[4]), content)
    if inks.colour is not Colour.GREY:
        written = GREY.sub(lambda found: inks.black(1 - float(found[1]), found[2]), written)
    untagged, begun = BEGIN.subn(b"", written)
    untagged, ended = END.subn(b"", untagged)
    return untagged if begun == ended else written


def _find_drawings(resources: Any, found: dict[tuple[int, int], Any]) -> None:
    """The drawings and patterns that resources hold, and those within them."""
    for kind in ("/XObject", "/Pattern"):
        held = resources.get(kind, Dictionary())
        for name in sorted(held.keys()):
            drawing = held[name]
            if isinstance(drawing, Stream) and drawing.get("/Subtype") != Name.Image and drawing.objgen not in found:
                found[drawing.objgen] = drawing
                _find_drawings(drawing.get("/Resources", Dictionary()), found)


def _drop_spaces(resources: list[Any]) -> None:
    """Drop the colour spaces that the engine names on every page and no colour is written in."""
    for held in resources:
        if "/ColorSpace" in held:
            for name in [name for name in held.ColorSpace.keys() if str(name).startswith("/lab-")]:  # noqa: SIM118
                del held.ColorSpace[name]


def _blend(drawing: Any, inks: Inks, seen_through: bool) -> None:
    """Where anything shines through, a drawing is blended in the inks; else it is painted as it stands."""
    if seen_through:
        drawing.Group.CS = inks.space
    else:
        del drawing["/Group"]


def shines_through(resources: Any) -> bool:
    """Whether a graphics state of the resources, or of drawings within them, asks for transparency."""
    states = resources.get("/ExtGState", Dictionary())
    for name in states.keys():  # noqa: SIM118 - not a dict
        state = states[name]
        if (float(state.get("/ca", 1)) < 1 or float(state.get("/CA", 1)) < 1
                or state.get("/SMask", Name("/None")) != Name("/None")
                or state.get("/BM", Name.Normal) not in (Name.Normal, Name.Compatible)):
            return True
    drawings = resources.get("/XObject", Dictionary())
    return any(shines_through(drawings[name].get("/Resources", Dictionary()))
               for name in drawings.keys())  # noqa: SIM118 - not a dict
