"""Use: what is filed is used.

Every source is cited, or says why it was consulted and not used; every person,
place and body that is filed has its place in the general index.
"""

from collections.abc import Set as AbstractSet

from press.findings import Report, Severity
from press.model.records import Person
from press.model.registers import Registers


def check_use(registers: Registers, cited: AbstractSet[str], indexed: AbstractSet[str], report: Report) -> None:
    """Sources by key against what is cited, records of names by id against what is indexed."""
    for source in registers.sources.values():
        if source.id not in cited and not source.unused:
            report.add("V-07", source.place, f"no passage cites the source {source.id}",
                       "cite it, or say with unused: … why it was consulted and not used", Severity.REVIEW)
        elif source.id in cited and source.unused:
            report.add("V-07", source.place, f"the source {source.id} is said to be unused, and is cited",
                       "take out unused: …", Severity.REVIEW)
    for register, word in ((registers.people, "person"), (registers.gazetteer, "place"),
                           (registers.organizations, "organization")):
        for record in register.values():
            withheld = isinstance(record, Person) and record.withheld
            if withheld and record.id in indexed:
                report.add("V-09", record.place,
                           f"the name of {record.id} is withheld, and a passage is indexed under it",
                           "take the mark away")
            elif record.id not in indexed and not withheld:
                report.add("V-08", record.place, f"no passage is indexed under the {word} {record.id}",
                           'mark one: ix="@' + record.id + '"', Severity.REVIEW)
