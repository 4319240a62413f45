"""Measure: the lines that each passage of a section takes, and what is amiss in them, whatever the page.

The section is set on one page without an end, as a galley proof is pulled before the
type is made up into pages; so every passage is measured at once, and its notes too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from press.layout.laid import Fault, Job

ENDLESS = 200_000  # pt: more than any section is long
OF_LINES = (Fault.LADDER, Fault.STUB, Fault.HOLE, Fault.OVERFULL)


@dataclass(frozen=True, slots=True)
class Measure:
    """The lines of a passage, and the faults of its lines."""

    lines: int = 0
    faults: tuple[Fault, ...] = ()


def measure(job: Job, width: float) -> Mapping[str, Measure]:
    """Every named passage of a section, on pages of `width` pt."""
    from press.layout.blocks import page_blocks
    from press.layout.galley import observe
    from press.layout.section import pages_of

    document = pages_of(replace(job, css=f"{job.css}\n@page {{ size: {width}pt {ENDLESS}pt }}"))
    lines: dict[str, int] = {}
    for number, page in enumerate(document.pages):
        for block in page_blocks(page, number):
            lines[block.name] = lines.get(block.name, 0) + len(block.lines)
    faults: dict[str, list[Fault]] = {}
    for seen in observe(document):
        if seen.fault in OF_LINES:
            faults.setdefault(seen.name, []).append(seen.fault)
    return {name: Measure(count, tuple(faults.get(name, ()))) for name, count in lines.items()}
