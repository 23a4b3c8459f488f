"""Two workers with a memory, killed and frozen at random: nothing missing, nothing doubled, order kept."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.contract.conftest import kafka
from tests.contract.wires import KafkaWire
from tests.contract.words import groups, numbers, word

__all__ = ["kafka"]

LANGUAGES = ("fr", "en", "nl", "de")
SECONDS = float(os.environ.get("WIREROOM_TEST_FAULT_SECONDS", "20"))
MESSAGES = 4 * int(SECONDS * 100)
LONGER_THAN_A_SESSION = 10.0
"""A session of 6 s, a heartbeat until the other worker hears of it, and time to decide what the frozen one has."""


class Workers:
    """Two processes; one that was killed is started again."""

    def __init__(self, wire: KafkaWire, log: Path) -> None:
        self._wire = wire
        self._command = [sys.executable, "-m", "tests.faults.worker", wire.options.bootstrap_servers, wire.name]
        self._log = log
        self.faults = {"kill": 0, "freeze": 0, "pause": 0, "stop": 0}
        self.running = [self._start(), self._start()]

    def _start(self) -> subprocess.Popen[bytes]:
        with self._log.open("ab") as log:
            return subprocess.Popen(self._command, stderr=log, stdout=log)

    def kill(self, index: int) -> None:
        self.running[index].kill()
        self.running[index].wait()
        self.running[index] = self._start()

    def stop(self, index: int) -> None:
        self.running[index].terminate()
        self.running[index].wait(20)
        self.running[index] = self._start()

    def freeze(self, index: int, seconds: float = LONGER_THAN_A_SESSION) -> None:
        self.running[index].send_signal(signal.SIGSTOP)
        time.sleep(seconds)
        self.running[index].send_signal(signal.SIGCONT)

    def pause(self, index: int) -> None:
        self.freeze(index, 1.5)

    def harass(self, seconds: float, rng: random.Random) -> None:
        end = time.monotonic() + seconds
        while not self._wire.out:
            time.sleep(0.2)
        time.sleep(2)
        self.faults["freeze"] += 1
        self.freeze(0)  # once at work, always: only a worker that wakes up late shows whether it is fenced
        while time.monotonic() < end:
            (fault,) = rng.choices(list(self.faults), (6, 2, 2, 2))
            getattr(self, fault)(rng.randrange(2))
            self.faults[fault] += 1
            time.sleep(rng.uniform(0.2, 2.5))

    def end(self) -> list[int]:
        for worker in self.running:
            worker.terminate()
        return [worker.wait(20) for worker in self.running]


def test_workers_killed_and_frozen_at_random_decide_each_message_once_in_order(
    kafka: KafkaWire, tmp_path: Path
) -> None:
    seed = random.randrange(1 << 32)
    rng = random.Random(seed)
    sent = [word(number, LANGUAGES[number % 4]) for number in range(MESSAGES)]
    repeated = [message for message in sent if rng.random() < 0.05]
    kafka.put(*sent, *repeated)
    workers = Workers(kafka, tmp_path / "log")
    try:
        workers.harass(SECONDS, rng)
        kafka.wait_until_worked_off(60 + SECONDS)
    except BaseException:
        sys.stderr.write((tmp_path / "log").read_text()[-20000:])
        raise
    finally:
        codes = workers.end()
    what = f"seed {seed}, {workers.faults}"
    sys.stderr.write(f"{what}\n")
    assert codes == [0, 0], what
    for place, language in enumerate(LANGUAGES):
        assert numbers(kafka.out, language) == list(range(place, MESSAGES, 4)), what
        assert groups(kafka.out, language) == [f"{language} mot {count + 1}" for count in range(MESSAGES // 4)], what
