"""Page map: the names of the book and the folios they came to stand on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from press.model.folio import Folio


@dataclass(frozen=True, slots=True)
class PageMap:
    """Every name with its folios, in order; empty before anything is laid out."""

    folios: Mapping[str, tuple[Folio, ...]] = field(default_factory=dict)

    def folio(self, name: str) -> Folio | None:
        """The first folio of a name."""
        found = self.folios.get(name)
        return found[0] if found else None
