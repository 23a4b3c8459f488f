"""``python -m bench.dedup.parameters``: what other n-grams and other sampling rates would have given.

The fingerprinter's constants are set for the process that measures, and nothing else is changed. Of longer
n-grams fewer survive an edit, so that the thresholds mean something else; "scaled" ones let as many edited words
pass as with 3-grams: where edits at random leave a share of ``s`` of the 3-grams, they leave ``s ** (n / 3)`` of the
n-grams.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.__main__ import print_machine
from bench.dedup import metrics, report
from bench.dedup.measure import Order, Result, apart, run
from bench.dedup.report import bulletins, bytes_an_article, news
from bench.dedup.wireroom import Wireroom
from bench.tables import Share, shown, table
from wireroom_dedup.verdicts import DEFAULT, Thresholds
from wireroom_enrichment import fingerprint

Rates = tuple[tuple[int, int], ...]
_RATES: dict[int, Rates] = {
    1: (),
    2: ((60, 1),),
    4: ((60, 1), (150, 2)),
    8: ((60, 1), (150, 2), (300, 4)),
    16: ((60, 1), (150, 2), (300, 4), (600, 8)),
}
"""Coarsest rate → below so many words, one n-gram in so many."""
_SHOWN = ("edited 8 %", "edited 15 %", "brief edited 8 %", "cut to 50 %", "cut to 30 %", "embedded", "round-up")


@dataclass(frozen=True, slots=True)
class Variant:
    """A fingerprint of ``size``-grams, one in ``rate`` kept of a long text."""

    size: int
    rate: int
    scaled: bool = False

    @property
    def name(self) -> str:
        """As the table shows it."""
        return f"n {self.size}, 1 in {self.rate}" + (", scaled" if self.scaled else "")

    @property
    def thresholds(self) -> Thresholds:
        """Those of Wireroom, or what they become for longer n-grams."""
        power = self.size / 3 if self.scaled else 1
        return Thresholds(
            syndicated_jaccard=_jaccard(_contained(DEFAULT.syndicated_jaccard) ** power),
            part=DEFAULT.part**power,
            part_rest=DEFAULT.part_rest**power,
            near_jaccard=_jaccard(_contained(DEFAULT.near_jaccard) ** power),
            near_containment=DEFAULT.near_containment**power,
            short_words=DEFAULT.short_words,
            short_jaccard=_jaccard(_contained(DEFAULT.short_jaccard) ** power),
        )


VARIANTS = (
    *(Variant(3, rate) for rate in _RATES),
    *(Variant(size, 4) for size in (4, 5)),
    *(Variant(size, rate, scaled=True) for size in (4, 5) for rate in (1, 4, 8)),
)


def _contained(jaccard: float) -> float:
    """The share of each text in the other, of two that are as long."""
    return 2 * jaccard / (1 + jaccard)


def _jaccard(contained: float) -> float:
    return contained / (2 - contained)


def main() -> None:
    """Measure each variant, print the table, and write it where it was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--window", type=int, nargs="+", default=[10_000], help="articles before the stream")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--variants", nargs="+", choices=[one.name for one in VARIANTS], metavar="NAME")
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    variants = [one for one in VARIANTS if chosen.variants is None or one.name in chosen.variants]
    print_machine()
    summaries = []
    for window in chosen.window:
        results = [_measured_apart(one, Order("wireroom", chosen.articles, window, chosen.seed)) for one in variants]
        print(f"\n{chosen.articles:,} articles of seed {chosen.seed}, {window:,} in the window before them\n")
        print(_table(variants, results))
        summaries += [
            {"variant": one.name, **report.summary(result)} for one, result in zip(variants, results, strict=True)
        ]
    if chosen.json:
        chosen.json.write_text(json.dumps(summaries, indent=1) + "\n")


def _measured_apart(variant: Variant, order: Order) -> Result:
    print(f"{variant.name} with {order.window:,} in the window …", file=sys.stderr)
    return apart(measured, variant, order)


def measured(variant: Variant, order: Order) -> Result:
    """Wireroom with the variant's fingerprint; the process must end with it, since the constants stay changed."""
    fingerprint.WORDS_IN_GRAM, fingerprint.COARSEST = variant.size, variant.rate
    fingerprint.SAMPLING = _RATES[variant.rate]  # type: ignore[assignment]
    return run(Wireroom(order.window + order.articles, variant.thresholds), order)


def _table(variants: Sequence[Variant], results: Sequence[Result]) -> str:
    """A row for each variant; bulletins are left out but where they are named."""
    head = ["", "precision", "recall", "false", "bulletins", "B³ F", "verdicts", *_SHOWN, "p50 ms", "p99 ms", "bytes"]
    return table(head, [[one.name, *_cells(result)] for one, result in zip(variants, results, strict=True)])


def _cells(result: Result) -> Iterator[str]:
    items, without = result.items, news(result.items)
    yield shown(metrics.precision(without))
    yield shown(metrics.recall(items))
    yield shown(metrics.false_claims(without))
    yield shown(metrics.false_claims(bulletins(items)))
    yield f"{metrics.b_cubed(without).f:.4f}"
    yield shown(metrics.verdicts_right(without))
    recalls = metrics.by_kind(items, metrics.recall)
    yield from (shown(recalls.get(kind, Share(0, 0))) for kind in _SHOWN)
    times = metrics.percentiles(one.answer.seconds for one in items)
    yield f"{times[0.5] * 1e3:.2f}"
    yield f"{times[0.99] * 1e3:.2f}"
    yield bytes_an_article(result)


if __name__ == "__main__":
    main()
