"""``python -m bench.trends.precision``: the generated week through the deciders, over twenty seeds.

A burst counts as found where its name is told between its begin and its end; a silence where the source is told silent
within it, and told again after it. Everything else that is said is false.
"""

import argparse
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bench.tables import Share, shown, table
from bench.trends.week import DAYS, MONDAY, Week
from wireroom_core.models import Rising, SourceSilence, StoredEvent
from wireroom_trends.counting import Thing
from wireroom_trends.watching import STEP, Said, Watch
from wireroom_trends.window import Window


@dataclass(slots=True)
class Heard:
    """All that was said about a week."""

    rising: list[Rising] = field(default_factory=list)
    silences: list[SourceSilence] = field(default_factory=list)
    articles: int = 0
    largest: int = 0
    """Counts that the window held at most."""


@dataclass(frozen=True, slots=True)
class Result:
    """One seed."""

    bursts: int
    silences: int
    false: int
    delay: timedelta
    """From the begin of the bursts until they were told, on average."""


def hear(week: Week) -> Heard:
    """Feed the week, looking every five minutes of its own time."""
    window, watch, said, heard = Window(), Watch(), Said(), Heard()
    waiting: list[StoredEvent] = []
    moment = MONDAY + STEP

    def look(now: datetime) -> None:
        window.add(waiting)
        waiting.clear()
        window.forget(now)
        heard.largest = max(heard.largest, window.size)
        news = watch.look(now, window, said)
        heard.rising += news.rising
        heard.silences += news.silences

    for event in week.events():
        while event.received_at is not None and event.received_at >= moment:
            look(moment)
            moment += STEP
        waiting.append(event)
        heard.articles += 1
    while moment <= MONDAY + timedelta(days=DAYS):
        look(moment)
        moment += STEP
    return heard


def judged(week: Week, heard: Heard) -> Result:
    """What of the planted was found, and what else was said."""
    planted = week.planted
    hits = [
        rise
        for rise in heard.rising
        if (span := planted.bursts.get(Thing(rise.kind, rise.name)))
        and span[0] < rise.at <= span[1] + timedelta(minutes=10)
    ]
    id_, begin, end = planted.silence
    right = [
        each
        for each in heard.silences
        if each.source.id == id_ and (begin < each.at <= end if each.silent else each.at > end)
    ]
    found = {(rise.kind, rise.name) for rise in hits}
    delays = [rise.at - planted.bursts[Thing(rise.kind, rise.name)][0] for rise in hits]
    return Result(
        bursts=len(found),
        silences=len({each.silent for each in right}),
        false=len(heard.rising) - len(found) + len(heard.silences) - len({each.silent for each in right}),
        delay=sum(delays, timedelta()) / max(len(delays), 1),
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    chosen = parser.parse_args()
    rows, results = [], []
    for seed in range(chosen.first, chosen.first + chosen.seeds):
        week, began = Week(seed), time.perf_counter()
        heard = hear(week)
        result = judged(week, heard)
        results.append(result)
        seconds = time.perf_counter() - began
        rows.append(
            [
                str(seed),
                f"{heard.articles:,}",
                f"{result.bursts} of 3",
                f"{result.silences} of 2",
                str(result.false),
                f"{result.delay.total_seconds() / 60:.0f}",
                f"{heard.largest:,}",
                f"{seconds:.0f}",
            ]
        )
    print(table(("seed", "articles", "bursts", "silence, its end", "false", "minutes", "counts held", "seconds"), rows))
    right = sum(result.bursts + result.silences for result in results)
    false = sum(result.false for result in results)
    print(f"\nprecision {shown(Share(right, right + false))}, recall {shown(Share(right, 5 * len(results)))}")


if __name__ == "__main__":
    main()
