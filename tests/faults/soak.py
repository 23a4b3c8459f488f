"""``python -m tests.faults.soak``: faults at random under steady load, by seed, and what the invariants say."""

import argparse
import logging
import random
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psycopg

from tests.cluster import Service
from tests.faults.room import NAMES, Parts, Room, furnished
from tests.invariants import Report
from tests.proxy import Proxy

GOING_AGAIN_SECONDS = 180.0
POISON = b"{poison"
FROZEN_SECONDS = 12.0
"""Longer than a session."""


class Soak:
    """One run: the same seed gives the same faults in the same order, with the same pauses and the same news."""

    def __init__(self, parts: Parts, room: Room, seed: int) -> None:
        self._parts = parts
        self._room = room
        self._chance = random.Random(seed)
        self._faults: dict[Callable[[], str], int] = {
            self._kill: 8,
            self._freeze: 3,
            self._end: 3,
            self._second: 3,
            self._again: 3,
            self._shuffled: 3,
            self._poison: 3,
            self._cut: 2,
            self._slow: 2,
            self._crash_broker: 2,
            self._crash_database: 3,
        }
        self.counts: Counter[str] = Counter()
        self.longest_stall = 0.0
        """Seconds between two looks at the store, the second of which found more than the first, and none between."""
        self._ended = threading.Event()
        self.peaks: Counter[str] = Counter()
        self.poisoned = 0

    def run(self, seconds: float) -> None:
        """Harm one thing after the other; after each, articles must be stored again."""
        end = time.monotonic() + seconds
        self._room.start(*NAMES)
        self._room.open()
        self._room.wait_stored(1)
        watching = threading.Thread(target=self._watch, daemon=True)
        watching.start()
        while time.monotonic() < end:
            started = time.monotonic()
            (fault,) = self._chance.choices(list(self._faults), list(self._faults.values()))
            what = fault()
            self._room.wait_stored(1, GOING_AGAIN_SECONDS)
            self.counts[what] += 1
            self._note_peaks()
            _say(f"{what}: stored again after {time.monotonic() - started:.1f} s")
            time.sleep(self._chance.uniform(0, 5))
        self._ended.set()
        watching.join()

    def _watch(self) -> None:
        stored, at = self._room.stored(), time.monotonic()
        while not self._ended.wait(0.5):
            with suppress(psycopg.Error):  # it is away
                if (found := self._room.stored()) > stored:
                    self.longest_stall = max(self.longest_stall, time.monotonic() - at)
                    stored, at = found, time.monotonic()

    def _any(self) -> str:
        return self._chance.choice(NAMES)

    def _service(self, name: str) -> Service:
        return self._room.services[name]

    def _kill(self) -> str:
        name = self._any()
        self._room.kill(name)
        return f"kill -9 of {name}"

    def _freeze(self) -> str:
        """With a successor at work, but for ingest, which is alone with its inbox."""
        name = self._chance.choice(NAMES[1:])
        self._room.start(f"{name}-2")
        self._service(name).process.send_signal(signal.SIGSTOP)
        time.sleep(FROZEN_SECONDS)
        self._service(name).process.send_signal(signal.SIGCONT)
        self._leave(f"{name}-2")
        return f"freeze beyond the session of {name}"

    def _end(self) -> str:
        name = self._any()
        self._leave(name)
        self._room.start(name)
        return f"SIGTERM and start of {name}"

    def _second(self) -> str:
        name = self._chance.choice(NAMES[1:])
        self._room.start(f"{name}-2")
        time.sleep(self._chance.uniform(0, 3))
        self._leave(f"{name}-2")
        return f"join and leave of a second {name}"

    def _again(self) -> str:
        file = self._chance.choice(self._room.files)
        self._room.hand_over(file, f"again-{self._chance.randrange(1 << 32)}.jsonl")
        return "a file handed over again"

    def _shuffled(self) -> str:
        """The last records of each partition, in any order."""
        broker, topic = self._room.cluster.broker, self._chance.choice(("articles.ingested", "articles.enriched"))
        name = self._room.cluster.prefix + topic
        begin = {partition: max(0, end - 50) for partition, end in broker.ends(name).items()}
        records = [record for record in broker.records(name, begin) if record.value != POISON]
        broker.write(name, [(record.partition, record.value) for record in self._chance.sample(records, len(records))])
        return f"the last records of {topic} written again, shuffled"

    def _poison(self) -> str:
        topic = self._chance.choice(("articles.ingested", "articles.enriched", "articles.decided"))
        self._room.put(topic, [POISON])
        self.poisoned += 1
        return f"poison of {topic}"

    def _cut(self) -> str:
        part, wire = self._wire()
        wire.cut()
        time.sleep(30)
        wire.mend()
        return f"network cut for 30 s of the {part}"

    def _slow(self) -> str:
        part, wire = self._wire()
        wire.delay = self._chance.uniform(0.02, 0.1)
        time.sleep(10)
        wire.delay = 0
        return f"network slow for 10 s of the {part}"

    def _wire(self) -> tuple[str, Proxy]:
        wires = (("broker", self._parts.broker_wire), ("database", self._parts.database_wire))
        return self._chance.choice(wires)

    def _crash_broker(self) -> str:
        self._parts.crash(self._parts.kafka)
        time.sleep(self._chance.uniform(0, 10))
        self._parts.start(self._parts.kafka)
        return "kill -9 and restart of the broker"

    def _crash_database(self) -> str:
        how = self._chance.choice(("SIGQUIT", "SIGKILL"))
        self._parts.crash(self._parts.postgres, how)
        time.sleep(self._chance.uniform(0, 10))
        self._parts.start(self._parts.postgres)
        return f"{how} and restart of the database"

    def _leave(self, name: str) -> None:
        code = self._room.services.pop(name).terminate()
        if code != 0:
            raise AssertionError(f"{name} ended with exit code {code}")

    def _note_peaks(self) -> None:
        for name, service in self._room.services.items():
            self.peaks[name] = max(self.peaks[name], service.peak_memory())


def main() -> int:
    """Exit code 0 where every invariant holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--rate", type=int, default=25, help="articles a second")
    chosen = parser.parse_args()
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # of our own questions while the broker is away
    _say(f"seed {chosen.seed}, {chosen.minutes:g} minutes, {chosen.rate} articles a second")
    folder = Path(tempfile.mkdtemp(prefix="wireroom-soak-"))
    with Parts() as parts, furnished(parts, folder, rate=chosen.rate, seed=chosen.seed) as room:
        soak = Soak(parts, room, chosen.seed)
        try:
            soak.run(chosen.minutes * 60)
            report = room.check()
        except Exception:
            _say(f"left over: {room.cluster.left_over()}; what each service says of itself:")
            for name, service in room.services.items():
                _say(f"{name}: {service.get('/readyz')[1]}")
            _say(f"the logs and all that was handed over are kept in {folder}")
            raise
        _tell(soak, report, chosen.seed)
    if report.faults:
        _say(f"the logs and all that was handed over are kept in {folder}")
        return 1
    shutil.rmtree(folder)
    return 0


def _tell(soak: Soak, report: Report, seed: int) -> None:
    print(f"seed                  {seed}")
    print(f"articles              {report.handed_over:,} handed over, {report.stored:,} deliveries stored")
    print(f"dead letters          {report.refused:,}, of {soak.poisoned:,} poisoned messages")
    print(f"faults                {soak.counts.total()}")
    for what, count in soak.counts.most_common():
        print(f"  {count:>4}  {what}")
    print(f"missing               {report.missing}")
    print(f"doubled rows          {report.doubled_rows}")
    print(f"stream                {report.events:,} events, {report.stream_gaps} gaps")
    repeated = ", ".join(f"{topic} {count}" for topic, count in report.repeated_on.items())
    print(f"repeated on topics    {repeated}")
    print(f"left over             {', '.join(f'{topic} {count}' for topic, count in report.left_over.items())}")
    places = ", ".join(f"{topic} {position}/{end}" for topic, (position, end) in report.positions.items())
    print(f"positions / ends      {places}")
    print(f"longest stall         {soak.longest_stall:.1f} s without an article stored")
    print(f"peak memory           {', '.join(f'{name} {peak >> 20} MiB' for name, peak in soak.peaks.items())}")
    print(f"invariants            {'; '.join(report.faults) or 'all hold'}")


def _say(line: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
