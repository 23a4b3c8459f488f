"""``python -m bench.gold.child SYSTEM ARTICLES RUNS``: one system in a fresh process on one core (see ``speed``).

Writes a line as soon as it is loaded, and one of JSON with what it took.
"""

import json
import os
import statistics
import sys
import time
from collections import defaultdict, deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bench.gold.systems import System, Wireroom, languages, system
from bench.memory import peak, resident
from wireroom_core.models import Article

if TYPE_CHECKING:
    from wireroom_enrichment.draft import Annotator, Draft

WARM = 20


class Timed:
    """An annotator whose time is counted."""

    def __init__(self, annotator: "Annotator") -> None:
        self.name, self.version = annotator.name, annotator.version
        self.seconds = 0.0
        self._annotator = annotator

    def annotate(self, draft: "Draft") -> "Draft":
        """As the annotator does."""
        began = time.process_time()
        draft = self._annotator.annotate(draft)
        self.seconds += time.process_time() - began
        return draft


def main() -> None:
    """Load, say so, measure, say what."""
    name, articles, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    made = system(name)
    print("loaded", flush=True)
    loaded = resident()
    print(json.dumps({**measured(made, languages(name), articles, runs), "loaded_bytes": loaded, **memory()}))


def memory() -> dict[str, int]:
    """Once all is done."""
    return {"bytes": resident(), "peak_bytes": peak()}


def measured(made: System, spoken: Sequence[str], count: int, runs: int) -> dict[str, Any]:
    """Median milliseconds an article by language; of our stack the share of each annotator too."""
    from bench.gold.longer import articles

    def of(language: str, seed: int, size: int = count) -> list[Article]:
        return list(articles(language, size, seed))

    for language in spoken:
        seconds(made, of(language, 0, WARM))
    taken = {language: [seconds(made, of(language, seed)) for seed in range(1, runs + 1)] for language in spoken}
    found: dict[str, Any] = {
        "milliseconds": {language: statistics.median(each) / count * 1e3 for language, each in taken.items()}
    }
    if isinstance(made, Wireroom):
        again = [article for language in spoken for article in of(language, runs + 1)]
        found["annotators"] = shares(made, again)
    return found


def seconds(made: System, articles: Sequence[Article]) -> float:
    """Of the processor, which neighbours on a busy machine do not lengthen."""
    began = time.process_time()
    deque(made.found(articles), maxlen=0)
    return time.process_time() - began


def shares(made: Wireroom, articles: Sequence[Article]) -> dict[str, float]:
    """Milliseconds an article of each annotator, in their order, and of what the stage does beside them."""
    from wireroom_enrichment.stage import EnrichmentStage

    timed = [Timed(annotator) for annotator in made.stage._annotators]
    made.stage = EnrichmentStage(timed, made.stage._clock)
    began = time.process_time()
    deque(made.found(articles), maxlen=0)
    whole = time.process_time() - began
    each: dict[str, float] = defaultdict(float)
    for one in timed:
        each[one.name] += one.seconds / len(articles) * 1e3
    return {**each, "the stage itself": whole / len(articles) * 1e3 - sum(each.values())}


if __name__ == "__main__":
    main()
