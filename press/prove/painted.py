"""Painted: what the operators of a page put on paper, where, how large and in which ink.

The file is read by a parser of its own and not by the patterns that wrote it
(ISO 32000-1, 8 and 9).  Lengths are in pt, x to the right and y upwards, as on the page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import hypot, sqrt
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Pdf, Stream

from press.prove.colours import BLACK, CMYK, GREY, RGB, Ink, kind
from press.prove.typefaces import Typeface, Typefaces

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
ONE: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)
DEEPEST = 12  # drawings within drawings
READ = ("q Q cm w gs g G k K rg RG cs CS sc SC scn SCN re m l c v y h f F f* S s B B* b b* n W W* sh Do "
        "BT Tm Td TD T* Tf Tr Tj TJ INLINE IMAGE")


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text: where it stands, how large, in which ink and face, and its glyphs."""

    box: Box
    size: float
    ink: Ink
    face: Typeface
    glyphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled area, or lines `width` pt thick."""

    box: Box
    ink: Ink
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of dots, and the fewest of them to an inch."""

    box: Box
    dots: float
    space: str
    image: Any


@dataclass(slots=True)
class Painted:
    """All that a page paints, in order; `through` is whether anything shines through."""

    texts: list[Text] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    through: bool = False

    @property
    def boxes(self) -> list[Box]:
        """Where anything is painted."""
        return [one.box for marks in (self.texts, self.shapes, self.pictures) for one in marks]


@dataclass(frozen=True, slots=True)
class _State:
    """The graphics state, as far as it is looked at."""

    matrix: Matrix = ONE
    clip: Box = EVERYWHERE
    fill: Ink = BLACK
    line: Ink = BLACK
    spaces: tuple[str, str] = (GREY, GREY)
    width: float = 1.0
    face: Typeface | None = None
    size: float = 0.0
    shown: bool = True


def paint(page: Any, faces: Typefaces) -> Painted:
    """What a page puts on paper."""
    painted = Painted()
    if "/Contents" in page:
        _Reader(painted, faces, page.get("/Resources", Dictionary()), _State(), 0).read(page)
    return painted


def paint_all(pdf: Pdf) -> list[Painted]:
    """What every page of a file puts on paper."""
    faces = Typefaces()
    return [paint(page.obj, faces) for page in pdf.pages]


class _Reader:
    """Follows the operators of one stream."""

    def __init__(self, painted: Painted, faces: Typefaces, resources: Any, state: _State, depth: int) -> None:
        self.painted, self.faces, self.resources, self.depth = painted, faces, resources, depth
        self.state = state
        self.kept: list[_State] = []
        self.points: list[tuple[float, float]] = []
        self.clips = False
        self.text = self.line_start = ONE
        self.acts: Mapping[str, Callable[..., None]] = {
            "q": self._keep, "Q": self._restore, "cm": self._transform, "w": self._set_width, "gs": self._set_state,
            "BT": self._begin_text, "Tm": self._set_text, "Td": self._move_text, "TD": self._move_text,
            "Tf": self._set_font, "Tr": self._set_mode, "Tj": self._show, "TJ": self._show,
            "re": self._rectangle, "m": self._point, "l": self._point, "c": self._point, "v": self._point,
            "y": self._point, "W": self._clip, "W*": self._clip, "n": self._end, "sh": self._shade,
            "Do": self._draw, "INLINE IMAGE": self._draw_inline,
            "g": self._grey, "G": self._grey, "k": self._grey, "K": self._grey, "rg": self._grey, "RG": self._grey,
            "cs": self._space, "CS": self._space, "sc": self._colour, "SC": self._colour,
            "scn": self._colour, "SCN": self._colour,
        }

    def read(self, stream: Any) -> None:
        """Follow the operators of a page or drawing."""
        for step in pikepdf.parse_content_stream(stream, READ):
            name = str(step.operator)
            act = self.acts.get(name)
            if act:
                act(name, step.operands)
            elif name in ("f", "F", "f*", "S", "s", "B", "B*", "b", "b*"):
                self._paint(name)

    def _keep(self, _name: str, _operands: Any) -> None:
        self.kept.append(self.state)

    def _restore(self, _name: str, _operands: Any) -> None:
        if self.kept:
            self.state = self.kept.pop()

    def _transform(self, _name: str, operands: Any) -> None:
        self.state = replace(self.state, matrix=times(_matrix(operands), self.state.matrix))

    def _set_width(self, _name: str, operands: Any) -> None:
        self.state = replace(self.state, width=float(operands[0]))

    def _set_state(self, _name: str, operands: Any) -> None:
        state = self.resources.get("/ExtGState", Dictionary()).get(str(operands[0]), Dictionary())
        self.painted.through |= shines(state)

    def _grey(self, name: str, operands: Any) -> None:
        space = {"g": GREY, "k": CMYK}.get(name.lower(), RGB)
        self._ink(name.isupper(), Ink(space, tuple(float(part) for part in operands)))

    def _space(self, name: str, operands: Any) -> None:
        named = self.resources.get("/ColorSpace", Dictionary()).get(str(operands[0]), operands[0])
        self._ink(name.isupper(), Ink(kind(named)))

    def _colour(self, name: str, operands: Any) -> None:
        before = self.state.line if name.isupper() else self.state.fill
        parts = tuple(float(part) for part in operands if not isinstance(part, Name))
        self._ink(name.isupper(), Ink(before.space, parts))

    def _ink(self, of_lines: bool, ink: Ink) -> None:
        self.state = replace(self.state, line=ink) if of_lines else replace(self.state, fill=ink)

    def _point(self, _name: str, operands: Any) -> None:
        numbers = [float(number) for number in operands]
        self.points += [at(self.state.matrix, x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]

    def _rectangle(self, _name: str, operands: Any) -> None:
        x, y, width, height = (float(number) for number in operands)
        self.points += [at(self.state.matrix, *corner)
                        for corner in ((x, y), (x + width, y), (x, y + height), (x + width, y + height))]

    def _clip(self, _name: str, _operands: Any) -> None:
        self.clips = True

    def _paint(self, name: str) -> None:
        scale = _scale(self.state.matrix)
        if self.points and name not in ("S", "s"):
            self._add(self.painted.shapes, box(self.points), lambda where: Shape(where, self.state.fill))
        if self.points and name not in ("f", "F", "f*"):
            width = self.state.width * scale
            around = box(self.points)
            grown = (around[0] - width / 2, around[1] - width / 2, around[2] + width / 2, around[3] + width / 2)
            self._add(self.painted.shapes, grown, lambda where: Shape(where, self.state.line, width))
        self._end(name, ())

    def _end(self, _name: str, _operands: Any) -> None:
        if self.clips and self.points:
            self.state = replace(self.state, clip=_common(self.state.clip, box(self.points)))
        self.points, self.clips = [], False

    def _shade(self, _name: str, operands: Any) -> None:
        shading = self.resources.get("/Shading", Dictionary()).get(str(operands[0]), Dictionary())
        space = kind(shading.get("/ColorSpace", Name.Pattern))
        self._add(self.painted.shapes, self.state.clip, lambda where: Shape(where, Ink(space)))

    def _begin_text(self, _name: str, _operands: Any) -> None:
        self.text = self.line_start = ONE

    def _set_text(self, _name: str, operands: Any) -> None:
        self.text = self.line_start = _matrix(operands)

    def _move_text(self, _name: str, operands: Any) -> None:
        self.text = self.line_start = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line_start)

    def _set_font(self, _name: str, operands: Any) -> None:
        font = self.resources.get("/Font", Dictionary()).get(str(operands[0]))
        self.state = replace(self.state, face=self.faces.read(font) if font is not None else None,
                             size=float(operands[1]))

    def _set_mode(self, _name: str, operands: Any) -> None:
        self.state = replace(self.state, shown=int(operands[0]) not in (3, 7))

    def _show(self, _name: str, operands: Any) -> None:
        state, face = self.state, self.state.face
        if face is None:
            return
        glyphs, width = face.shown(operands[0])
        length = width * state.size / 1000
        matrix = times(self.text, state.matrix)
        corners = [at(matrix, x, y) for x in (0.0, length) for y in (-0.22 * state.size, 0.7 * state.size)]
        self.text = times((1, 0, 0, 1, length, 0), self.text)
        if glyphs and state.shown:
            size = state.size * _scale(matrix)
            self._add(self.painted.texts, box(corners), lambda where: Text(where, size, state.fill, face, glyphs))

    def _draw(self, _name: str, operands: Any) -> None:
        drawing = self.resources.get("/XObject", Dictionary()).get(str(operands[0]))
        if not isinstance(drawing, Stream):
            return
        if drawing.get("/Subtype") == Name.Image:
            self._place(drawing, float(drawing.Width), float(drawing.Height))
        elif self.depth < DEEPEST:
            matrix = times(_matrix(drawing.get("/Matrix", ONE)), self.state.matrix)
            state = replace(self.state, matrix=matrix)
            held = drawing.get("/Resources", self.resources)
            _Reader(self.painted, self.faces, held, state, self.depth + 1).read(drawing)

    def _draw_inline(self, _name: str, operands: Any) -> None:
        image = operands[0]
        self._place(image.obj, float(image.width), float(image.height))

    def _place(self, image: Any, width: float, height: float) -> None:
        matrix = self.state.matrix
        across, up = hypot(matrix[0], matrix[1]) or 1e-6, hypot(matrix[2], matrix[3]) or 1e-6
        dots = min(width / across, height / up) * 72
        mask = bool(image.get("/ImageMask", image.get("/IM", False)))
        space = GREY if mask else kind(image.get("/ColorSpace", image.get("/CS", Name.DeviceGray)))
        self.painted.through |= "/SMask" in image
        corners = [at(matrix, x, y) for x in (0.0, 1.0) for y in (0.0, 1.0)]
        self._add(self.painted.pictures, box(corners), lambda where: Picture(where, dots, space, image))

    def _add(self, marks: list[Any], where: Box, mark: Callable[[Box], Any]) -> None:
        seen = _common(where, self.state.clip)
        if seen[0] <= seen[2] and seen[1] <= seen[3]:
            marks.append(mark(seen))


def shines(state: Any) -> bool:
    """Whether a graphics state asks that something shine through."""
    return (float(state.get("/ca", 1)) < 1 or float(state.get("/CA", 1)) < 1
            or isinstance(state.get("/SMask"), Dictionary)
            or str(state.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"))


def times(first: Matrix, then: Matrix) -> Matrix:
    """One change of place after another (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to stand."""
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def box(points: list[tuple[float, float]]) -> Box:
    """The box around points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in operands)
    return a, b, c, d, e, f


def _scale(matrix: Matrix) -> float:
    return sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def _common(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
