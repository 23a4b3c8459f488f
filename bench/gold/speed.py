"""``python -m bench.gold.speed``: the whole default stack on articles of 350 words, beside spaCy where it is installed.

Each system runs in a fresh process, on one core, one after the other. Articles a second are by the seconds of the
processor; start-up is from the start of the process to the moment when all is loaded, on the wall.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.gold.longer import WORDS
from bench.gold.systems import INSTALL, WIREROOM, missing, packages
from bench.tables import table

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Speed:
    """What a system took; the median of its runs."""

    system: str
    start_seconds: float
    milliseconds: Mapping[str, float]
    """An article, by language."""
    loaded_bytes: int
    bytes: int
    """Resident when all is done."""
    peak_bytes: int
    annotators: Mapping[str, float]
    """Milliseconds an article; our own stack's only."""

    def articles_a_second(self, language: str) -> float:
        """Of that language."""
        return 1e3 / self.milliseconds[language]

    @property
    def of_all(self) -> float:
        """Articles a second, as many of each language."""
        return 1e3 / statistics.fmean(self.milliseconds.values())


def main() -> None:
    """Measure and print."""
    from bench.__main__ import print_machine

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=50, help="of each language in a run")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    found = [speed(name, chosen.articles, chosen.runs) for name in (WIREROOM, *packages())]
    print_machine()
    print(f"articles of {WORDS} words on one core, {chosen.articles} of each language, median of {chosen.runs} runs\n")
    print(speeds(found))
    print(f"\n{annotators(found[0])}")
    if missing():
        print(f"\nleft out: {', '.join(missing())} ({INSTALL})")
    if chosen.json:
        chosen.json.write_text(json.dumps([summary(one) for one in found], indent=1) + "\n")


def speed(name: str, articles: int, runs: int) -> Speed:
    """One system in a process of its own; says which."""
    print(f"{name} …", file=sys.stderr)
    command = [sys.executable, "-m", "bench.gold.child", name, str(articles), str(runs)]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        child.stdout.readline()
        started = time.perf_counter() - began
        told = child.stdout.read()
    if child.returncode:
        raise SystemExit(f"{name} ended with {child.returncode}")
    return Speed(system=name, start_seconds=started, **{"annotators": {}, **json.loads(told)})


def speeds(found: Sequence[Speed]) -> str:
    """A row for each system."""
    spoken = list(found[0].milliseconds)
    head = ["articles/s", "all", *spoken, "start-up s", "loaded MiB", "after MiB", "peak MiB"]
    return table(head, [_row(one, spoken) for one in found])


def _row(one: Speed, spoken: Sequence[str]) -> list[str]:
    each = [f"{one.articles_a_second(language):,.0f}" if language in one.milliseconds else "–" for language in spoken]
    held = (f"{size / MIB:.0f}" for size in (one.loaded_bytes, one.bytes, one.peak_bytes))
    return [one.system, f"{one.of_all:,.0f}", *each, f"{one.start_seconds:.2f}", *held]


def annotators(one: Speed) -> str:
    """A row for each, in their order."""
    whole = sum(one.annotators.values())
    rows = [[name, f"{took:.3f}", f"{took / whole:.1%}"] for name, took in one.annotators.items()]
    return table(["annotator", "ms an article", "share"], [*rows, ["all", f"{whole:.3f}", ""]])


def summary(one: Speed) -> dict[str, Any]:
    """All figures, for JSON."""
    return {
        "system": one.system,
        "articles_a_second": {"all": one.of_all, **{each: one.articles_a_second(each) for each in one.milliseconds}},
        "start_seconds": one.start_seconds,
        "loaded_bytes": one.loaded_bytes,
        "bytes": one.bytes,
        "peak_bytes": one.peak_bytes,
        "annotators_milliseconds": dict(one.annotators),
    }


if __name__ == "__main__":
    main()
