"""Preflight of inks: the condition printed by, the colours, the pictures, and how wet the paper gets."""

from collections.abc import Sequence
from typing import Any

from pikepdf import Array, Name, Pdf, PdfImage, Stream

from press.load.printing import ink_colour, told
from press.model.printing import Colour, Printer
from press.prove.colours import CMYK, INKS, PATTERN, SPOT, Ink
from press.prove.painted import Painted, Picture
from press.prove.sightings import Sightings

HAIR = 0.25  # pt: a thinner rule breaks
RESOLUTION, INK = 300.0, 300.0  # where no printer is known
BY_COLOUR = {Colour.GREY: 1, Colour.CMYK: 4}
AGAIN = "make the file again with a condition of styles/icc"


def look_at_intent(pdf: Pdf, colour: Colour | None, icc: bytes, seen: Sightings) -> None:
    """The file has one output intent, with a profile of inks on paper inside (ISO 15930-7, 6.2.2)."""
    listed = pdf.Root.get("/OutputIntents", Array([]))
    intents = [one for one in listed if one.get("/S") == Name.GTS_PDFX]
    if len(intents) != 1:
        seen.see("Z-03", f"the file has {len(intents)} output intents for print, and should have one", AGAIN)
        return
    profile = intents[0].get("/DestOutputProfile")
    if "/OutputConditionIdentifier" not in intents[0] or not isinstance(profile, Stream):
        seen.see("Z-03", "the output intent has no name or no profile", AGAIN)
        return
    written = profile.read_bytes()
    found = ink_colour(written)
    if found is None:
        seen.see("Z-04", f"the profile of the output intent is none of inks on paper: {told(written)}", AGAIN)
    elif profile.get("/N") != BY_COLOUR[found]:
        seen.see("Z-04", "the output intent gives its profile a wrong number of inks", AGAIN)
    elif (colour and found is not colour) or (icc and written != icc):
        seen.see("Z-04", "the profile of the output intent is not the one that was asked for", AGAIN)


def look(painted: Sequence[Painted], printer: Printer | None, one_black: bool, seen: Sightings) -> None:
    """Look at every colour; the interior is printed in one black."""
    most = printer.ink if printer else INK
    for number, page in enumerate(painted, 1):
        inks = [*((text.ink, True) for text in page.texts), *((shape.ink, False) for shape in page.shapes)]
        for ink, of_text in dict.fromkeys(inks):
            _look_at_ink(ink, of_text, one_black, number, seen)
            if ink.coverage > most + 0.01:
                seen.see("Z-18", f"the inks add up to {ink.coverage:.0f} %, over {most:g} %", "take ink away", number)
        for width in {shape.width for shape in page.shapes if shape.width is not None}:
            if width < HAIR - 0.001:
                seen.see("Z-31", f"a rule is {width:.2g} pt thin", f"{HAIR:g} pt is the least that prints", number)
        for picture in page.pictures:
            _look_at_picture(picture, printer, most, number, seen)
        if page.through and printer and not printer.transparency:
            seen.see("Z-19", f"something shines through, and {printer.name} takes no transparency",
                     "paint it in full", number)


def _look_at_ink(ink: Ink, of_text: bool, one_black: bool, number: int, seen: Sightings) -> None:
    if ink.space not in (*INKS, PATTERN, SPOT):
        seen.see("Z-14", f"a colour is not given in inks: {ink}", "print in black, grey or CMYK", number)
    elif of_text and one_black and not ink.is_full:
        seen.see("Z-15", f"text is not printed in full black: {ink}", "print text in black alone", number)
    elif one_black and (ink.space == SPOT or (ink.space == CMYK and any(ink.parts[:3]))):
        seen.see("Z-15", f"more than black is printed in an interior of one black: {ink}", "print it in black", number)


def _look_at_picture(picture: Picture, printer: Printer | None, most: float, number: int, seen: Sightings) -> None:
    least = printer.resolution if printer else RESOLUTION
    if picture.space not in (*INKS, SPOT):
        seen.see("Z-16", f"a picture is in {picture.space}", "save it in grey or CMYK", number)
    if picture.dots < least - 0.5:
        seen.see("Z-17", f"a picture has {picture.dots:.0f} dots to an inch, under {least:g}",
                 "take a larger file, print it smaller, or draw it in lines", number)
    if picture.space == CMYK and _wettest(picture.image) > most + 0.5:
        seen.see("Z-18", f"the inks of a picture add up to more than {most:g} %",
                 "separate it anew for the printer’s condition", number)


def _wettest(image: Any) -> float:
    """The most ink on a spot of a CMYK picture, in per cent."""
    from PIL import ImageChops  # only where there is a picture

    cyan, magenta, yellow, black = PdfImage(image).as_pil_image().convert("CMYK").split()
    halves = ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2)
    _, high = ImageChops.add(*halves, scale=2).getextrema()
    return float(high) * 4 / 255 * 100  # type: ignore[arg-type]  # one band: one pair
