"""Sightings: what is seen wrong on the pages of a finished file, told once with the first page and how many follow."""

from dataclasses import dataclass, field

from press.findings import Place, Report, Severity


@dataclass(slots=True)
class Sightings:
    """The faults of one file: `name` is what its findings call it."""

    name: str
    seen: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    told: dict[tuple[str, str], tuple[str, Severity]] = field(default_factory=dict)

    def see(self, rule: str, fault: str, mend: str, page: int = 0, severity: Severity = Severity.ERROR) -> None:
        """Note a fault, on a page from 1 or in the file as a whole; the same fault is told with its first page."""
        key = rule, fault
        self.seen.setdefault(key, [])
        self.told.setdefault(key, (mend, severity))
        if page and page not in self.seen[key]:
            self.seen[key].append(page)

    def tell(self, report: Report) -> None:
        """Enter every fault."""
        for (rule, fault), pages in self.seen.items():
            mend, severity = self.told[rule, fault]
            where = f"{self.name}, page {pages[0]}" if pages else self.name
            more = len(pages) - 1
            message = fault + (f", and on {more} more page{'s' if more > 1 else ''}" if more > 0 else "")
            report.add(rule, Place(where), message, mend, severity)
