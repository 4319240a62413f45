"""Copyfitting: the passages that have to be set tighter or looser, found by trial.

Where a proof-reader would send a passage back, its own lines are mended first: every
passage is measured in every fit, and the mildest that leaves no fault is taken.  Then
the pages, from the first on: a page that ends badly is mended by a passage on it or
before it that a fit makes a line shorter or longer, the nearest first, else by several
together.  What was found is written into the book's own file for these pages, so that
every later build has it without a trial; what is there already is where a search begins.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from press.compose.fitting import fit, names
from press.layout.laid import Fault, Job, Observation
from press.layout.measure import OF_LINES, Measure, measure
from press.model.evidence import Fit
from press.prove.galley import RULES

ORDER = (Fit.TIGHT, Fit.LOOSE, Fit.TIGHTER, Fit.LOOSER)
WEIGHTS = {Fault.WIDOW: 6, Fault.ORPHAN: 6, Fault.SHORT_PAGE: 6, Fault.HEADING: 6, Fault.OVERFULL: 4,
           Fault.WHITE: 3, Fault.FACING: 3, Fault.HOLE: 3, Fault.TURN: 2, Fault.LADDER: 2, Fault.STUB: 2}
NEAREST = 6   # passages that are tried alone for a page
TOGETHER = (2, 3, 4, 6, 9)  # passages that are tried at once
HEAD = """# Copyfitting: passages that are set a little tighter or looser than the rest, so that no last line is a stub,
# no page breaks off early, and no more than two lines in a row end in a hyphen.
# Written by `build.py galley --mend`; a paragraph is named as links name it (§4.12 is par-4.12), a note by its
# section and number (the-flight-n12).
# fit           tighter, tight, loose or looser

paragraphs:
"""

Fits = Mapping[str, Fit]


@dataclass(frozen=True, slots=True)
class Task:
    """A section to be mended: its document without fits, the fits it has, and what is excused in it."""

    job: Job
    fits: Fits
    excused: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of a section under given fits: its faults that nothing excuses, and the pages of its passages."""

    fits: Fits
    faults: tuple[Observation, ...]
    pages: Mapping[str, int]

    def score(self, page: int = -1) -> int:
        """How much there is to mend, up to a page; less is better."""
        return sum(WEIGHTS[seen.fault] for seen in self.faults if page < 0 or seen.page <= page)


@dataclass(slots=True)
class _Bench:
    """One section at work: it is looked at under fits, and its passages are measured once."""

    task: Task
    width: float = 0.0
    measured: dict[Fit | None, Mapping[str, Measure]] = field(default_factory=dict)

    def look(self, fits: Fits) -> Sight:
        """The section under fits."""
        from press.layout.boxes import names as where
        from press.layout.galley import observe
        from press.layout.section import pages_of

        document = pages_of(fitted(self.task.job, fits))
        self.width = document.pages[0].width * 0.75
        section = self.task.job.id
        faults = tuple(seen for seen in observe(document) if not self.task.excused & {
            (RULES[seen.fault][0], seen.name), (RULES[seen.fault][0], section)})
        return Sight(fits, faults, {name: spots[0].page for name, spots in where(document).items()})

    def of(self, name: str, chosen: Fit | None) -> Measure:
        """The measure of a passage in a fit."""
        if chosen not in self.measured:
            every = [one for one in names(self.task.job.html) if one != self.task.job.id]
            everywhere = dict.fromkeys(every, chosen) if chosen else {}
            self.measured[chosen] = measure(fitted(self.task.job, everywhere), self.width)
        return self.measured[chosen].get(name, Measure())


def fitted(job: Job, fits: Mapping[str, Fit]) -> Job:
    """The job with its passages fitted."""
    return replace(job, html=fit(job.html, fits))


def mend(task: Task) -> Fits:
    """The fits that mend a section, from those that it has; they are kept where nothing is to be mended."""
    known = names(task.job.html)
    bench = _Bench(replace(task, fits={name: one for name, one in task.fits.items() if name in known}))
    best = bench.look(bench.task.fits)
    if any(seen.fault in OF_LINES for seen in best.faults):
        best = _better(best, bench.look(_mend_lines(bench, best)))
    tried: set[tuple[str, int]] = set()
    while page := next((seen for seen in best.faults if seen.fault not in OF_LINES
                        and (seen.fault, seen.page) not in tried), None):
        tried.add((page.fault, page.page))
        best = _mend_page(bench, best, page.page)
    return best.fits


def _better(one: Sight, other: Sight) -> Sight:
    return other if other.score() < one.score() else one


def _mend_lines(bench: _Bench, seen: Sight) -> Fits:
    """The mildest fit without a fault for every passage that has one; a passage of the same lines first."""
    fits = dict(seen.fits)
    for name in dict.fromkeys(fault.name for fault in seen.faults if fault.fault in OF_LINES):
        lines = bench.of(name, fits.get(name)).lines
        choices = [chosen for chosen in (None, *ORDER) if bench.of(name, chosen).lines]
        best = min(choices, key=lambda chosen: (
            sum(WEIGHTS[fault] for fault in bench.of(name, chosen).faults),
            bench.of(name, chosen).lines != lines), default=None)
        if best is None:
            fits.pop(name, None)
        else:
            fits[name] = best
    return fits


def _mend_page(bench: _Bench, seen: Sight, page: int) -> Sight:
    """The section with what is amiss on a page mended, when a trial does it."""
    for moves in _trials(bench, seen, page):
        fits = {name: one for name, one in {**seen.fits, **moves}.items() if one is not None}
        trial = bench.look(fits)
        if trial.score(page) < seen.score(page) and trial.score() <= seen.score() + 2:
            return trial
    return seen


Moves = Mapping[str, Fit | None]


def _trials(bench: _Bench, seen: Sight, page: int) -> Iterator[Moves]:
    """Passages a line shorter or longer: one by one, the nearest first, then several at once."""
    before = [name for name, at in seen.pages.items() if at <= page and bench.of(name, seen.fits.get(name)).lines > 1]
    near = sorted(before, key=lambda name: -seen.pages[name])
    shorter = [move for name in near if (move := _move(bench, seen.fits, name, -1))]
    longer = [move for name in near if (move := _move(bench, seen.fits, name, 1))]
    alone = [move for pair in zip(_padded(shorter), _padded(longer), strict=True) for move in pair if move]
    yield from alone[:NEAREST]
    for count in TOGETHER:
        for moves in (shorter, longer):
            if len(moves) >= count:
                yield {name: one for move in moves[:count] for name, one in move.items()}


def _padded(moves: Sequence[Moves]) -> list[Moves]:
    return [*moves, *[{}] * NEAREST][:NEAREST]


def _move(bench: _Bench, fits: Fits, name: str, lines: int) -> Moves:
    """The mildest fit that changes a passage by a line and leaves no fault in it; empty when there is none."""
    now = bench.of(name, fits.get(name)).lines
    for chosen in (None, *ORDER):
        measured = bench.of(name, chosen)
        if measured.lines == now + lines and not measured.faults:
            return {name: chosen}
    return {}


def write(path: Path, fits: Fits) -> None:
    """Write the fits as the editors' file, in the order of the text."""
    lines = [f"  - passage: {name}\n    fit: {fit}\n" for name, fit in fits.items()]
    text = HEAD + "\n".join(lines) if lines else HEAD.replace("paragraphs:\n", "paragraphs: []\n")
    path.write_text(text, encoding="utf-8")
