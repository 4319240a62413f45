"""Cover image: the title of a book as a picture, for the shelf of a reading device.

It repeats the title page: title, subtitle, the forms of the name, the edition and its
imprint, in the faces of the house.  Letters are set one by one where the shaper puts
them, so that the picture does not depend on what else a machine has.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz as hb
from PIL import Image, ImageDraw, ImageFont

from press.compose.scripts import runs
from press.model.book import Book

WIDTH, HEIGHT = 1600, 2400  # px
LEFT, RIGHT = 200, 1450
GROUND, INK = 250, 25  # of white
SHADES = 16
TITLE, SUBTITLE, FORMS, IMPRINT = 150, 84, 62, 56  # sizes in px
LEADING = 1.25
STEP = 20  # px by which a measure is tried narrower
TITLE_FROM, IMPRINT_FROM = 520, 2080


@dataclass(frozen=True, slots=True)
class Face:
    """A face at a size."""

    file: Path
    size: int

    def placed(self, text: str) -> Iterator[tuple[float, str]]:
        """Each letter with its distance from the first, kerned; the end of the text last."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        font = _shaper(self.file)
        hb.shape(font, buffer, {"liga": False, "clig": False, "calt": False, "dlig": False})
        x, scale = 0.0, self.size / font.face.upem
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            yield x, text[info.cluster]
            x += position.x_advance * scale
        yield x, ""

    def width(self, text: str) -> float:
        """The set width of a text."""
        return [x for x, _ in self.placed(text)][-1]

    def drawn(self, draw: ImageDraw.ImageDraw, x: float, y: float, text: str) -> float:
        """Draw a text from a spot on its baseline; where it ends."""
        font = _letters(self.file, self.size)
        end = x
        for at, letter in self.placed(text):
            end = x + at
            draw.text((round(end), y), letter, fill=INK, font=font, anchor="ls")
        return end


@cache
def _shaper(file: Path) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(file))))


@cache
def _letters(file: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)


def cover_image(book: Book, faces: Mapping[str, Path]) -> bytes:
    """The cover of a book as PNG; `faces` are font files by the name of the face."""
    image = Image.new("L", (WIDTH, HEIGHT), GROUND)
    draw = ImageDraw.Draw(image)
    title, edition = book.title, book.edition
    y = float(TITLE_FROM)
    for face, text in ((Face(faces["Display-Medium"], TITLE), title.title),
                       (Face(faces["Text-Italic"], SUBTITLE), title.subtitle)):
        for line in _lines(text, face):
            face.drawn(draw, LEFT, y, line)
            y += face.size * LEADING
    y += 2 * FORMS
    for _, forms in title.names:
        _form(draw, y, forms[0], faces)
        y += FORMS * LEADING
    y = float(IMPRINT_FROM)
    for text in filter(None, (edition.statement, edition.imprint, edition.imprint_place)):
        Face(faces["Text"], IMPRINT).drawn(draw, LEFT, y, text)
        y += IMPRINT * LEADING
    written = io.BytesIO()
    image.quantize(SHADES).save(written, "PNG", optimize=True)
    return written.getvalue()


def _form(draw: ImageDraw.ImageDraw, y: float, text: str, faces: Mapping[str, Path]) -> None:
    """A form of the name, each run in the face that has its script."""
    x = float(LEFT)
    for run, language in runs(text, "en"):
        x = Face(faces["Armenian" if language == "hy" else "Text"], FORMS).drawn(draw, x, y, run)


def _lines(text: str, face: Face) -> Sequence[str]:
    """A text in as few lines as hold it, all as short as may be."""
    measure = RIGHT - LEFT
    lines = _broken(text, face, measure)
    while len(shorter := _broken(text, face, measure - STEP)) == len(lines) and measure > STEP:
        lines, measure = shorter, measure - STEP
    return lines


def _broken(text: str, face: Face, measure: int) -> Sequence[str]:
    """A text in lines of a measure; a word that is longer stands alone."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and face.width(longer) > measure:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
