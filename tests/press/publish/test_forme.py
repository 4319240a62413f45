"""A run tells of excuses only where the pages that they are for were made."""

from typing import Any

from press.findings import Place, Report
from press.model.records import Excuse
from press.prove.excuses import Excuses
from press.publish.forme import Run


def excuses(format_id: str) -> Excuses:
    return Excuses([Excuse(rule="Q-10", passage=f"the map of {format_id}", reason="a drawing", format=format_id,
                           place=Place("content/exceptions.yaml", 3, 5))])


def test_an_excuse_that_nothing_needs_is_told_when_its_own_pages_are_made():
    nothing: Any = None
    run = Run(nothing, nothing, Report(), nothing,
              excuses={name: excuses(name) for name in ("screen", "large-print")})

    run.prove_excuses(["epub", "large-print"])

    assert [finding.rule for finding in run.report.findings] == ["Q-11"]
    assert "the map of large-print" in run.report.findings[0].message
