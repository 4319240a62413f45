"""Proved: the words of a finished file held against what was composed, side by side, and once for each section.

What was proved before is known by its seal, and is not proved again.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from press.findings import Report
from press.model.book import Format
from press.model.memory import name_of
from press.prove.seals import bodies, seals
from press.prove.shares import proved
from press.prove.trials import stands
from press.prove.words import Proof, prove_words
from press.publish import kept
from press.publish.forme import Forme, Run
from press.publish.kept import code_of


def prove_against(chosen: Format, forme: Forme, pdf: bytes, run: Run) -> None:
    """Prove the words of the file of a format against the documents of its forme."""
    sections = run.material.sections
    documents = [forme.composer.compose(source, forme.found).html for source in sections]
    proof, report = Proof(pdf, forme.found), Report()
    folder = run.request.kept("proved") if run.request else None
    file = name_of("proved", str(run.request and run.request.content), chosen.id)
    tries = run.gatherers[chosen.id].tries if chosen.id in run.gatherers else {}
    sealed = list(bodies(proof, documents, forme.found, code_of("model", "prove"))) if folder or tries else []
    told, before = list(seals(proof, sealed)), _known(folder, file)
    clean = frozenset(at for at, seal in enumerate(told) if seal in before) | stands(tries, proof, sealed)
    lacking = [at for at in range(len(documents)) if at not in clean]
    if run.pool:
        clean |= proved(pdf, documents, lacking, forme.found, run.pool.hands, run.pool.deal)
    prove_words(proof, zip(sections, documents, strict=True), report, clean)
    for finding in report.findings:
        run.report.enter(finding)
    if not report.findings:
        _keep(folder, file, told, before)


def _known(folder: Path | None, file: str) -> frozenset[str]:
    """The seals of a book that were set before."""
    return frozenset(json.loads(kept.get(folder, file) or b"[]"))


def _keep(folder: Path | None, file: str, told: Sequence[str], before: frozenset[str]) -> None:
    if before != frozenset(told):
        kept.put(folder, file, json.dumps(told).encode())
