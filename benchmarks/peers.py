"""Peers: the press timed beside other engines that are installed, on one book, in one run.

    python3 benchmarks/peers.py [--pages 100 400] [--rounds 3] [--python PYTHON] [--npm FOLDER]

The rounds are interleaved, so that what else the machine does falls on all alike; read
the ratios, not the seconds.  CPU is of all processes of a run; memory is that of the largest
process, and of all at once.  PYTHON is a Python that has Typst (`pip install typst`), FOLDER
one where npm has installed pagedjs-cli and @vivliostyle/cli; they use the machine's chromium.
A peer that is not there is left out, and said so.  Each PDF is then read again: its notes, its
index.  Writes `docs/speed.json` and draws `docs/speed.svg`; prints a table.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from statistics import median

from peer_engines import BASE, Bench, contenders
from peer_plot import plot
from peer_proof import Proof, prove
from process_tree import Cost, RunError

ROOT = Path(__file__).resolve().parent.parent
SHOP = ROOT / ".cache" / "peers"


def timed(bench: Bench, rounds: int) -> tuple[dict[str, Cost], dict[str, Proof]]:
    """The medians of some interleaved rounds, by contender, and what its PDF is worth."""
    here = list(contenders(bench))
    for one in here:
        if one.name in {"press, nothing changed", "LuaLaTeX, all passes"}:
            one.make()  # fills the cache of either, and is not counted
    costs: dict[str, list[Cost]] = {}
    proofs: dict[str, Proof] = {}
    for at in range(rounds):
        for one in here:
            if at >= one.rounds:
                continue
            one.before()
            try:
                cost = one.make()
            except RunError as failure:
                print(f"{one.name}: left out: {failure}")
                continue
            costs.setdefault(one.name, []).append(cost)
            print(f"{bench.pages:5} pages  {one.name:38} {cost}  load {os.getloadavg()[0]:.1f}", file=sys.stderr)
            if one.name not in proofs:
                proofs[one.name] = prove(one.pdf, bench.book)
    return {name: middle(all_) for name, all_ in costs.items()}, proofs


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(round(median(getattr(cost, part.name) for cost in costs), 2) for part in fields(Cost)))


def table(results: Mapping[int, Mapping[str, Cost]], proofs: Mapping[int, Mapping[str, Proof]]) -> str:
    """The results in Markdown, with the ratios to Typst's cold run where it was there."""
    lines = [("| pages | | wall s | ÷ Typst | CPU s | ÷ Typst | MB, largest | MB, all | made | notes lost "
             "| on the page of their call | index right |"),
             "|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"]
    for pages, costs in results.items():
        base = costs.get(BASE)
        for name, cost in costs.items():
            wall, cpu = (f"{value:.2f}" if base else "" for value in (
                cost.wall / base.wall if base else 0, cost.cpu / base.cpu if base else 0))
            proof = proofs[pages][name]
            lines.append(f"| {pages} | {name} | {cost.wall:.1f} | {wall} | {cost.cpu:.1f} | {cpu} | {cost.largest:.0f} "
                         f"| {cost.together:.0f} | {proof.pages} | {proof.lost} of {proof.notes} "
                         f"| {proof.on_their_page:.0%} | {proof.index:.0%} |")
    return "\n".join(lines)


def main(words: Sequence[str] | None = None) -> None:
    """Time all, write the figures and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 400])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--npm", type=Path, default=ROOT)
    order = parser.parse_args(words)
    results: dict[int, dict[str, Cost]] = {}
    proofs: dict[int, dict[str, Proof]] = {}
    for pages in order.pages:
        bench = Bench(SHOP / str(pages), pages, order.python, order.npm.resolve())
        results[pages], proofs[pages] = timed(bench, order.rounds)
    docs = ROOT / "docs"
    written = {str(pages): {name: asdict(cost) | asdict(proofs[pages][name]) for name, cost in costs.items()}
               for pages, costs in results.items()}
    (docs / "speed.json").write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
    (docs / "speed.svg").write_text(plot(results), encoding="utf-8")
    print(table(results, proofs))


if __name__ == "__main__":
    main()
