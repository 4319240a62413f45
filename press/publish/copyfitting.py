"""Copyfitting: the paragraphs that have to be set tighter or looser, found by trial.

Where a proof-reader would send a paragraph back (a stub, a ladder, a page of three
lines), each fit is tried on the section by itself, mildest first, and the first that
mends more than it breaks is kept.  What was found is written into the book's own
`copyfitting.yaml`, so that every later build has it without a trial.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from press.layout.laid import Fault, Job, LaidSection
from press.layout.pool import lay_out
from press.model.evidence import Fit

ORDER = (Fit.TIGHT, Fit.LOOSE, Fit.TIGHTER, Fit.LOOSER)
WEIGHTS = {Fault.SHORT_PAGE: 6, Fault.HEADING: 6, Fault.OVERFULL: 4, Fault.HOLE: 3, Fault.LADDER: 2, Fault.STUB: 2}
NEAREST = 12  # paragraphs before a page of few lines that are tried
HEAD = """# Copyfitting: paragraphs that are set a little tighter or looser than the rest, so that no last line
# is a stub, no page has three lines, and no more than two lines in a row end in a hyphen.
# Written by `build.py galley --mend`; a paragraph is named as links name it (§4.12 is par-4.12).
# fit           tighter, tight, loose or looser

paragraphs:
"""


@dataclass(frozen=True, slots=True)
class Trial:
    """A section's document under given fits, and what was seen of it."""

    fits: Mapping[str, Fit]
    section: LaidSection

    @property
    def score(self) -> int:
        """How much there is to mend: fewer is better."""
        return sum(WEIGHTS.get(seen.fault, 0) for seen in self.section.observed if seen.name or seen.fault in WHOLE)


WHOLE = (Fault.SHORT_PAGE, Fault.HEADING)


def fitted(job: Job, fits: Mapping[str, Fit]) -> Job:
    """The job with its paragraphs fitted."""
    html = job.html
    for name, fit in fits.items():
        for before in (f'id="{name}" class="n"', f'class="n" id="{name}"'):
            html = html.replace(before, f'id="{name}" class="n fit-{fit}"')
        html = html.replace(f'<p id="{name}">', f'<p id="{name}" class="fit-{fit}">')
    return replace(job, html=html)


def mend(job: Job, laid: LaidSection, paragraphs: list[str], told: Callable[[str], None]) -> dict[str, Fit]:
    """The fits that mend a section, found by trial from the mildest on."""
    best = Trial({}, laid)
    for name in _candidates(laid, paragraphs):
        for fit in ORDER:
            if not best.score:
                return dict(best.fits)
            fits = {**best.fits, name: fit}
            trial = Trial(fits, lay_out(fitted(job, fits)))
            if trial.score < best.score:
                told(f"{name}: {fit} ({best.score} to {trial.score})")
                best = trial
                break
    return dict(best.fits)


def _candidates(laid: LaidSection, paragraphs: list[str]) -> Iterator[str]:
    """The paragraphs at fault, then those before the pages of few lines, the nearest first."""
    own = list(dict.fromkeys(seen.name for seen in laid.observed if seen.name in paragraphs))
    yield from own
    for seen in laid.observed:
        if seen.fault in WHOLE:
            before = [name for name in paragraphs
                      if any(spot.page <= seen.page for spot in laid.names.get(name, ()))]
            yield from (name for name in reversed(before[-NEAREST:]) if name not in own)


def write(path: Path, fits: Mapping[str, Fit]) -> None:
    """Write the fits as the editors' file, by the order in which they were found."""
    lines = [f"  - passage: {name}\n    fit: {fit}\n" for name, fit in fits.items()]
    text = HEAD + "\n".join(lines) if lines else HEAD.replace("paragraphs:\n", "paragraphs: []\n")
    path.write_text(text, encoding="utf-8")
