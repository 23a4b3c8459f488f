"""``python -m bench.dedup``: how well and how fast copies are told, by Wireroom and by others on the same stream.

One table for each ``--window``: so many articles stand in the window before the stream begins. Each system runs in a
process of its own, one after the other, so that their times and memory can be compared. The contenders' libraries are
no part of the tools: ``pip install --constraint constraints.txt datasketch rensa``.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.__main__ import print_machine
from bench.dedup import report
from bench.dedup.examples import examples
from bench.dedup.measure import Order, Result, apart, measured
from bench.dedup.systems import builders


def main() -> None:
    """Measure, print, and write where it was asked for."""
    chosen = arguments()
    print_machine()
    results = []
    for window in chosen.window:
        orders = [Order(system, chosen.articles, window, chosen.seed) for system in chosen.systems]
        found = [run(order) for order in orders]
        print_tables(found)
        results += found
    if chosen.examples:
        print(*examples(results[0], chosen.examples), sep="\n\n")
    if chosen.json:
        chosen.json.write_text(json.dumps([report.summary(result) for result in results], indent=1) + "\n")


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--window", type=int, nargs="+", default=[10_000], help="articles before the stream")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--systems", nargs="+", choices=builders(), default=list(builders()))
    parser.add_argument("--examples", type=int, default=0, help="wrong decisions of the first system, each kind")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def run(order: Order) -> Result:
    """One system; says which."""
    print(f"{order.system} with {order.window:,} in the window …", file=sys.stderr)
    return apart(measured, order)


def print_tables(results: Sequence[Result]) -> None:
    """All of one window."""
    order = results[0].order
    names = [result.order.system for result in results]
    print(f"\n{order.articles:,} articles of seed {order.seed}, {order.window:,} in the window before them\n")
    print(report.quality(results, names))
    print("\nrecall by kind\n" + report.recall_by_kind(results, names))
    print("\nfalse duplicates by kind\n" + report.false_by_kind(results, names))
    for result in results:
        print("\nverdicts by kind (starred: the match is wrong)\n" + report.confusion(result))


if __name__ == "__main__":
    main()
