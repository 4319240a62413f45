"""Page map: the names of the book and the folios they came to stand on."""

from collections.abc import Iterator, Mapping
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

    def stand_in(self, name: str) -> str:
        """What is laid out for the first folio of a name: a zero for each figure, roman numerals in full.

        Roman figures have no common width.  A folio that nobody knows is taken for one of three figures.
        """
        if isinstance(self.folios, Asked):
            return self.folios.stand_in(name)
        folio = self.folio(name)
        if folio is None:
            return "000"
        return "0" * len(str(folio)) if folio.body else str(folio)


@dataclass(frozen=True, slots=True)
class Extent:
    """What a section that is not laid out yet is likely to fill: its pages, and the page of each name, from 0."""

    pages: float = 1.5
    names: Mapping[str, int] = field(default_factory=dict)


class Asked(Mapping[str, tuple[Folio, ...]]):
    """The folios of a page map, with a memory of what was asked of them: nothing else can show in what is printed."""

    def __init__(self, found: PageMap) -> None:
        self.found = found
        self.answers: dict[str, tuple[Folio, ...]] = {}
        self.stood_in: dict[str, str] = {}

    def __getitem__(self, name: str) -> tuple[Folio, ...]:
        folios = self.answers[name] = self.found.folios.get(name, ())
        if not folios:
            raise KeyError(name)
        return folios

    def __iter__(self) -> Iterator[str]:
        raise TypeError("folios are asked for by name")

    def __len__(self) -> int:
        raise TypeError("folios are asked for by name")

    def stand_in(self, name: str) -> str:
        """What is laid out for a folio; of the folio itself nothing is asked."""
        text = self.stood_in[name] = self.found.stand_in(name)
        return text

    def answered(self, found: PageMap) -> bool:
        """Whether another map has the same answers."""
        return (all(found.folios.get(name, ()) == folios for name, folios in self.answers.items())
                and all(found.stand_in(name) == text for name, text in self.stood_in.items()))
