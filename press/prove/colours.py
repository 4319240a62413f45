"""Colours of a PDF: the kind of a colour space, and how much ink a colour lays down."""

from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Name

GREY, CMYK, RGB, OTHER, SPOT, PATTERN = "grey", "CMYK", "RGB", "colour of no device", "spot colour", "pattern"
DEVICE = {"/DeviceGray": GREY, "/G": GREY, "/DeviceCMYK": CMYK, "/CMYK": CMYK, "/DeviceRGB": RGB, "/RGB": RGB,
          "/Pattern": PATTERN, "/CalGray": OTHER, "/CalRGB": RGB, "/Lab": OTHER, "/Separation": SPOT, "/DeviceN": SPOT}
BASED_ON = {1: GREY, 3: RGB, 4: CMYK}
INKS = frozenset((GREY, CMYK))


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour as an operator sets it: the kind of its space, and its parts."""

    space: str
    parts: tuple[float, ...] = ()

    @property
    def coverage(self) -> float:
        """How much ink it lays down, in per cent."""
        if self.space == GREY and self.parts:
            return 100 * (1 - self.parts[0])
        return 100 * sum(self.parts) if self.space == CMYK else 0.0

    @property
    def is_full(self) -> bool:
        """Whether it is the whole of black and nothing else, or bare paper, so that no screen frays a letter."""
        full = {GREY: ((0.0,), (1.0,)), CMYK: ((0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0, 0.0))}
        return self.parts in full.get(self.space, ())

    def __str__(self) -> str:
        return f"{self.space} {' '.join(f'{part:g}' for part in self.parts)}".strip()


BLACK = Ink(GREY, (0.0,))


def kind(space: Any) -> str:
    """The kind of a colour space (ISO 32000-1, 8.6)."""
    if isinstance(space, Name):
        return DEVICE.get(str(space), OTHER)
    if not isinstance(space, Array) or not len(space):
        return OTHER
    family = str(space[0])
    if family == "/ICCBased":
        return BASED_ON.get(int(space[1].get("/N", 0)), OTHER)
    if family in ("/Indexed", "/I"):
        return kind(space[1])
    if family in ("/Separation", "/DeviceN"):
        black = family == "/Separation" and str(space[1]) in ("/Black", "/All", "/None")
        return GREY if black else SPOT
    return DEVICE.get(family, OTHER)
