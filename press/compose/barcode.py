"""Barcode: an ISBN as the bars of EAN-13, drawn in modules (ISO/IEC 15420).

A figure is seven modules wide; the first is told by which of two patterns the next
six use.  At full size a module is .33 mm; eleven stay clear before the bars, seven after.
"""

from markupsafe import Markup

from press.model.printing import PT_A_MM

MODULE_MM, MODULES, BEFORE, AFTER = 0.33, 95, 11, 7
HEIGHT_MM, GUARD_MM = 20.0, 1.65  # the bars; how much longer those are that end the code and part it
ODD = "0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011".split()
FIRST = "000000 001011 001101 001110 010011 011001 011100 010101 010110 011010".split()
SIDES = tuple(range(3)) + tuple(range(45, 50)) + tuple(range(92, 95))


def modules(isbn: str) -> str:
    """The 95 modules of an ISBN-13, 1 for black."""
    figures = [int(figure) for figure in isbn if figure.isdigit()]
    order, left, right = FIRST[figures[0]], figures[1:7], figures[7:]
    before = "".join(_even(figure) if even == "1" else ODD[figure] for figure, even in zip(left, order, strict=True))
    after = "".join(_inverted(ODD[figure]) for figure in right)
    return f"101{before}01010{after}101"


def _inverted(pattern: str) -> str:
    return "".join("1" if module == "0" else "0" for module in pattern)


def _even(figure: int) -> str:
    return _inverted(ODD[figure])[::-1]


def drawing(isbn: str) -> Markup:
    """The bars of an ISBN as SVG, with their figures below and their clear space on both sides."""
    step = MODULE_MM * PT_A_MM
    wide, high = (BEFORE + MODULES + AFTER) * step, (HEIGHT_MM + GUARD_MM) * PT_A_MM + 4
    drawn = [_bar(start, length, step) for start, length in _bars(modules(isbn))]
    drawn += _figures("".join(figure for figure in isbn if figure.isdigit()), step)
    return Markup('<svg xmlns="http://www.w3.org/2000/svg" width="{w:.3f}pt" height="{h:.3f}pt" '
                  'viewBox="0 0 {w:.3f} {h:.3f}" role="img" aria-label="{label}">{drawn}</svg>').format(
        w=wide, h=high, label=f"Barcode of ISBN {isbn}", drawn=Markup("").join(drawn))


def _bars(code: str) -> list[tuple[int, int]]:
    """Each bar's first module and how many it has."""
    found: list[tuple[int, int]] = []
    for at, module in enumerate(code):
        if module == "1" and found and found[-1][0] + found[-1][1] == at:
            found[-1] = found[-1][0], found[-1][1] + 1
        elif module == "1":
            found.append((at, 1))
    return found


def _bar(start: int, length: int, step: float) -> Markup:
    high = (HEIGHT_MM + (GUARD_MM if start in SIDES else 0)) * PT_A_MM
    return Markup('<rect x="{:.3f}" y="0" width="{:.3f}" height="{:.3f}" fill="#000"/>').format(
        (BEFORE + start) * step, length * step, high)


def _figures(figures: str, step: float) -> list[Markup]:
    """The thirteen figures, each centred under its bars."""
    centres = [4.0, *(BEFORE + 6.5 + 7 * at for at in range(6)), *(BEFORE + 53.5 + 7 * at for at in range(6))]
    base = (HEIGHT_MM + GUARD_MM) * PT_A_MM + 3
    figure = Markup('<text x="{:.3f}" y="{:.3f}" text-anchor="middle" font-family="Label" font-size="8">{}</text>')
    return [figure.format(centre * step, base, one) for centre, one in zip(centres, figures, strict=True)]
