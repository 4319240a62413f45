"""Peers: the press timed beside other engines that are installed, on one book, in one run.

    python3 benchmarks/peers.py [--pages 100 400] [--rounds 3] [--python PYTHON] [--npm FOLDER]
                                [--without Vivliostyle …]

The rounds are interleaved, so that what else the machine does falls on all alike; read
the ratios, not the seconds.  CPU is of all processes of a run; memory is that of the largest
process, and of all at once.  PYTHON is a Python that has Typst (`pip install typst`), FOLDER
one where npm has installed pagedjs-cli and @vivliostyle/cli; they use the machine's chromium.
A peer that is not there, or that `--without` names, is left out, and said so.  Each PDF is then
read again: its notes, its index.  Writes the sizes that were asked for into `docs/speed.json`, and
from all that stand there draws `docs/speed.svg` and prints a table.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from statistics import median

from peer_engines import BASE, PEERS, Bench, contenders
from peer_plot import plot
from peer_proof import Proof, prove
from process_tree import Cost, RunError

ROOT = Path(__file__).resolve().parent.parent
SHOP = ROOT / ".cache" / "peers"
FIGURES = ROOT / "docs" / "speed.json"


@dataclass(frozen=True, slots=True)
class Result:
    """What a contender took, as the median of its rounds, and what its PDF is worth; `load` is the machine's."""

    cost: Cost
    proof: Proof
    version: str
    rounds: int
    load: float


Results = Mapping[int, Mapping[str, Result]]


def timed(bench: Bench, rounds: int, without: Sequence[str]) -> dict[str, Result]:
    """The contenders' results, after some interleaved rounds."""
    here = list(contenders(bench, without))
    for one in here:
        if one.warms:
            one.make()
    costs: dict[str, list[Cost]] = {}
    loads: dict[str, list[float]] = {}
    proofs: dict[str, Proof] = {}
    for one in (one for at in range(rounds) for one in here if at < one.rounds):
        one.before()
        try:
            cost = one.make()
        except RunError as failure:
            print(f"{one.name}: left out: {failure}")
            continue
        costs.setdefault(one.name, []).append(cost)
        loads.setdefault(one.name, []).append(os.getloadavg()[0])
        print(f"{bench.pages:5} pages  {one.name:38} {cost}  load {loads[one.name][-1]:.1f}", file=sys.stderr)
        if one.name not in proofs:
            proofs[one.name] = prove(one.pdf, bench.book)
    return {one.name: Result(middle(costs[one.name]), proofs[one.name], one.version, len(costs[one.name]),
                             round(median(loads[one.name]), 1)) for one in here if one.name in costs}


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(round(median(getattr(cost, part.name) for cost in costs), 2) for part in fields(Cost)))


def table(results: Results) -> str:
    """The results in Markdown, with the ratios to Typst's cold run where it was there."""
    heads = ("pages", "", "wall s", "÷ Typst", "CPU s", "÷ Typst", "MB, largest", "MB, all", "made", "notes lost",
             "on the page of their call", "index right")
    lines = [f"| {' | '.join(heads)} |", "|--:|---|" + "--:|" * (len(heads) - 2)]
    for pages, made in results.items():
        base = made[BASE].cost if BASE in made else None
        for name, result in made.items():
            cost, proof = result.cost, result.proof
            wall, cpu = (f"{value:.2f}" if base else "" for value in (
                cost.wall / base.wall if base else 0, cost.cpu / base.cpu if base else 0))
            lines.append(f"| {pages} | {name} | {cost.wall:.1f} | {wall} | {cost.cpu:.1f} | {cpu} | {cost.largest:.0f} "
                         f"| {cost.together:.0f} | {proof.pages} | {proof.lost} of {proof.notes} "
                         f"| {proof.on_their_page:.0%} | {proof.index:.0%} |")
    return "\n".join(lines)


def kept(file: Path) -> dict[int, dict[str, Result]]:
    """The results that a file keeps."""
    if not file.exists():
        return {}
    return {int(pages): {name: Result(Cost(**one.pop("cost")), Proof(**one.pop("proof")), **one)
                         for name, one in made.items()}
            for pages, made in json.loads(file.read_text(encoding="utf-8")).items()}


def keep(results: Results, file: Path) -> None:
    """Write results to a file, smallest book first."""
    written = {str(pages): {name: asdict(result) for name, result in results[pages].items()}
               for pages in sorted(results)}
    file.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


def main(words: Sequence[str] | None = None) -> None:
    """Time all, write the figures and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 400])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--npm", type=Path, default=ROOT)
    parser.add_argument("--without", nargs="+", default=[], choices=PEERS)
    order = parser.parse_args(words)
    for pages in order.pages:
        keep(kept(FIGURES) | {pages: timed(Bench(SHOP / str(pages), pages, order.python, order.npm.resolve()),
                                           order.rounds, order.without)}, FIGURES)
    results = kept(FIGURES)
    walls = {pages: {name: result.cost.wall for name, result in made.items()} for pages, made in results.items()}
    FIGURES.with_suffix(".svg").write_text(plot(walls), encoding="utf-8")
    print(table(results))


if __name__ == "__main__":
    main()
