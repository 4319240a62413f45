"""Before: how the sections of a format were laid out the last time, from which it is foreseen how they come out."""

from collections.abc import Callable, Iterable

from press.layout.laid import LaidSection
from press.layout.pool import Pool
from press.model.memory import Memory, name_of


class Before:
    """The last layouts of a format's sections, as far as memory and cache still have them."""

    def __init__(self, memory: Memory, chosen: str, pool: Pool) -> None:
        self.memory, self.pool = memory, pool
        self.name = name_of("laid", chosen)
        self.jobs: dict[str, str] = memory.told(self.name) or {}

    def of(self, section: str) -> Callable[[], LaidSection | None]:
        """What comes to the last layout of a section."""
        return lambda: self.pool.kept(self.jobs.get(section, ""))

    def tell(self, laid: Iterable[LaidSection]) -> None:
        """Remember how the sections are laid out now."""
        self.memory.tell(self.name, {one.id: one.job for one in laid})
