"""Page maps: where every name stands while sections are laid out one by one, and of which folios that is in doubt.

A section that is not laid out yet is guessed from the length of its text, and so is where those behind it begin.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from press.findings import Place
from press.layout.laid import Job, LaidSection
from press.model.folio import Folio
from press.model.pages import Extent, PageMap

BLANK = 0.5  # pages that a section of unknown extent is likely to want to its next recto
ASTRAY = 20  # a guess is wrong by one page in so many, at most
FEW = 50  # pages, up to which a guess is near enough


@dataclass(frozen=True, slots=True)
class Plan:
    """A section that is to be laid out: `level` 0 prints no folios, 1 those of level 0, and so on.

    `weight` tells roughly how long it is: the longest is begun first, so that no core waits long for the last; before
    them an index, of which nobody knows that yet, and after them what is `known` from another run, since its pages
    are likely to be known, too.
    `likely` is the guess of its extent, `before` comes to how it was laid out the last time, where that is known.
    """

    id: str
    body: bool
    level: int
    compose: Callable[[PageMap], Job]
    place: Place = Place("")
    weight: int = 0
    known: bool = False
    likely: Extent = field(default_factory=Extent)
    before: Callable[[], LaidSection | None] = lambda: None


Known = dict[str, tuple[LaidSection | None, int, dict[str, tuple[Folio, ...]]]]


def page_map(plans: Sequence[Plan], laid: Mapping[str, LaidSection], known: Known | None = None) -> PageMap:
    """The folios of every name; a section begins on a recto, so each takes an even number of pages.

    In `known` are those of each section from another time, which hold while it begins where it did.
    """
    folios: dict[str, tuple[Folio, ...]] = {}
    first, known = {False: 1.0, True: 1.0}, {} if known is None else known
    for plan in plans:
        section, start = laid.get(plan.id), int(first[plan.body])
        kept = known.get(plan.id)
        if kept is None or kept[0] is not section or kept[1] != start:
            kept = known[plan.id] = section, start, {
                plan.id: (Folio(plan.body, start),), **(_folios(section, plan.body, start) if section else {
                    name: (Folio(plan.body, start + page),) for name, page in plan.likely.names.items()})}
        folios.update(kept[2])
        first[plan.body] += len(section.pages) + len(section.pages) % 2 if section else plan.likely.pages + BLANK
    return PageMap(folios)


def doubts(plans: Sequence[Plan], laid: Mapping[str, LaidSection], found: PageMap) -> dict[str, int]:
    """The names whose folios may have a figure more or less than was guessed, with the number of their plan."""
    return {name: at for at, plan in enumerate(plans) if plan.body and plan.id not in laid
            for name in _doubtful_names(plan, found)}


def _doubtful_names(plan: Plan, found: PageMap) -> Iterator[str]:
    first = found.folios[plan.id][0].number
    if _figures(first, -1) == _figures(first + int(plan.likely.pages), 1):
        return
    for name in (plan.id, *plan.likely.names):
        number = found.folios[name][0].number
        if number >= FEW and _figures(number, -1) != _figures(number, 1):
            yield name


def _figures(number: int, way: int) -> int:
    """The figures of a folio when the guess is as far astray as it may be, on its way back or on."""
    return len(str(int(number + way * number / ASTRAY)))


def _folios(section: LaidSection, body: bool, start: int) -> dict[str, tuple[Folio, ...]]:
    """The folios of the names of a section that begins there."""
    folios = [Folio(body, start + page) for page in range(len(section.pages))]
    return {name: tuple([folios[page] for page in dict.fromkeys([spot.page for spot in spots])])
            for name, spots in section.names.items()}
