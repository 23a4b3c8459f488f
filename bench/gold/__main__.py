"""``python -m bench.gold``: the enrichment stage, as its factory builds it, on one half of the gold dispatches.

The held half is only measured on, so that nothing is said of it but figures.
"""

import argparse
import json
from pathlib import Path

from bench.gold import measures, report
from bench.gold.errors import errors
from bench.gold.run import HALVES, cases
from tests.gold import dispatches


def main() -> None:
    """Measure, print, and write where it was asked for."""
    chosen = arguments()
    found = cases(chosen.half)
    lines, details = measures.lines(found), measures.details(found)
    print(f"{len(found)} dispatches, the {chosen.half} half\n{report.LEGEND}\n")
    print(report.figures(lines))
    print(f"\n{report.shares(details)}")
    if chosen.errors:
        texts = {dispatch.name: dispatch.text for dispatch in dispatches(chosen.half)}
        print("", *errors(found, texts, chosen.errors), sep="\n")
    if chosen.json:
        written = {"half": chosen.half, "dispatches": len(found), **report.summary(lines, details)}
        chosen.json.write_text(json.dumps(written, indent=1) + "\n")


def arguments() -> argparse.Namespace:
    """What was asked for; ends the command where it asks to see the held half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, default="open")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list N of each kind; the open half only")
    parser.add_argument("--json", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    if chosen.errors and chosen.half != "open":
        parser.error("--errors shows texts, and nobody looks at the held half while rules are written")
    return chosen


if __name__ == "__main__":
    main()
