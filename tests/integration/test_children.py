"""Enrichment in child processes: what ends or stalls one harms nothing but the article that did it."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from tests.cluster import wait_until
from tests.command import SEEDS
from tests.fakes import BEGIN, article, enriched
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Envelope, Limits, Outcome, Refused
from wireroom_core.errors import FatalError, TransientError
from wireroom_core.models import Article, DeadLetter, EnrichedArticle, Message, Place, decode, encode
from wireroom_core.rawstore import FolderRawStore
from wireroom_core.stage import each
from wireroom_enrichment import factory
from wireroom_enrichment.child import Build, Terms
from wireroom_enrichment.children import Children
from wireroom_ingest import factory as ingest

TERMS = Terms(processes=2, article_seconds=0.6)


class Odd:
    """Does what an article's title says; ``marks`` is a folder for what is to be done once only."""

    name = "enrichment"
    reads: type[Message] = Article

    def __init__(self, marks: Path | None = None) -> None:
        self._marks = marks

    def process(self, batch: Sequence[Envelope]) -> list[Outcome]:
        return each(batch, self._one)

    def _one(self, envelope: Envelope) -> Sequence[Message]:
        message = envelope.message
        assert isinstance(message, Article)
        what, _, once = message.title.partition(" ")
        if not once or self._is_first(message.article_id):
            do(what)
        assert envelope.at == BEGIN
        return [enriched(int(message.article_id.rpartition("-")[2]), title=f"{what} {os.getpid()}")]

    def _is_first(self, name: str) -> bool:
        assert self._marks is not None
        try:
            (self._marks / name).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


def do(what: str) -> None:
    if what == "exit":
        os._exit(7)
    if what == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    if what == "sleep":
        time.sleep(60)
    if what == "uneven":
        time.sleep(0.1)
    if what == "transient":
        raise TransientError("a disk is full")
    if what == "odd":
        raise ValueError("odd")
    while what == "loop":
        pass


def fails_to_load() -> Odd:
    raise ImportError("no such lexicon")


def envelopes(*titles: str) -> list[Envelope]:
    articles = [article(number, title=title) for number, title in enumerate(titles)]
    return [Envelope(each, encode(each), BEGIN, Place()) for each in articles]


@pytest.fixture
def children(tmp_path: Path) -> Iterator[Children]:
    with Children(partial(Odd, tmp_path), TERMS) as made:
        yield made


def message(outcome: Outcome) -> EnrichedArticle:
    assert not isinstance(outcome, Refused)
    [made] = outcome
    assert isinstance(made, EnrichedArticle)
    return made


def title(outcome: Outcome) -> str:
    return message(outcome).title.partition(" ")[0]


def child(outcome: Outcome) -> int:
    return int(message(outcome).title.partition(" ")[2])


def reason(outcome: Outcome) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def test_outcomes_come_in_the_order_of_the_articles_and_from_all_children(children: Children) -> None:
    titles = ["uneven" if number % 7 == 0 else "quick" for number in range(60)]
    outcomes = children.process(envelopes(*titles))
    assert [title(outcome) for outcome in outcomes] == titles
    assert [message(outcome).article_id for outcome in outcomes] == [f"article-{number}" for number in range(60)]
    assert len({child(outcome) for outcome in outcomes}) == 2


@pytest.mark.parametrize(
    ("what", "how"),
    [
        ("exit", "ended with code 7"),
        ("segfault", "was ended by signal 11 (SIGSEGV)"),
        ("sleep", "took longer than 0.6 s"),
        ("loop", "took longer than 0.6 s"),
    ],
)
def test_what_ends_its_process_twice_is_refused_and_its_neighbours_are_not(
    children: Children, what: str, how: str
) -> None:
    outcomes = children.process(envelopes(*["quick"] * 20, what, *["quick"] * 20))
    assert reason(outcomes.pop(20)) == f"the process that worked on it {how}, 2 times"
    assert [title(outcome) for outcome in outcomes] == ["quick"] * 40
    assert [title(outcome) for outcome in children.process(envelopes("quick"))] == ["quick"]


def test_what_ends_its_process_once_passes(children: Children) -> None:
    outcomes = children.process(envelopes("exit once", "sleep once", "quick"))
    assert [title(outcome) for outcome in outcomes] == ["exit", "sleep", "quick"]


def test_a_stages_own_refusals_and_trouble_come_through(children: Children) -> None:
    assert reason(children.process(envelopes("odd"))[0]) == "unexpected ValueError: odd"
    with pytest.raises(TransientError, match="a disk is full"):
        children.process(envelopes("quick", "transient", "quick"))
    assert [title(outcome) for outcome in children.process(envelopes("quick", "quick"))] == ["quick"] * 2


def test_children_that_cannot_start_are_a_loud_stop() -> None:
    with (
        Children(fails_to_load, TERMS) as children,
        pytest.raises(FatalError, match=r"cannot be started: the last one ended with code 1 before it was ready"),
    ):
        children.process(envelopes("quick"))


def test_a_child_that_dies_idle_is_replaced(children: Children) -> None:
    [outcome] = children.process(envelopes("quick"))
    os.kill(child(outcome), signal.SIGKILL)
    assert [title(outcome) for outcome in children.process(envelopes(*["quick"] * 10))] == ["quick"] * 10


def test_it_is_closed_while_it_works_on_something_that_does_not_end() -> None:
    with Children(Odd, Terms(processes=2, article_seconds=60)) as children:
        children.process(envelopes("quick", "quick"))
        working = ThreadPoolExecutor(1).submit(children.process, envelopes(*["loop"] * 6))
        time.sleep(0.5)
    with pytest.raises(TransientError, match="closed"):
        working.result(10)
    assert multiprocessing.active_children() == []


PARENT = """
import sys, time
from functools import partial
from tests.integration import test_children as t
if __name__ == "__main__":
    children = t.Children(t.Odd, t.Terms(processes=2, article_seconds=3))
    children.process(t.envelopes("quick", "quick"))
    print(*[child.process.pid for child in children._children], flush=True)
    children.process(t.envelopes("loop"))
"""


def test_children_end_with_their_parent_however_it_ends(tmp_path: Path) -> None:
    (tmp_path / "parent.py").write_text(PARENT)
    root = Path(__file__).parents[2]
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])}
    with subprocess.Popen([sys.executable, tmp_path / "parent.py"], env=env, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(pids) == 2
        parent.kill()
    wait_until(lambda: not any(alive(pid) for pid in pids), "the children to be gone", 10)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_the_sample_news_becomes_what_it_becomes_in_one_process(tmp_path: Path) -> None:
    source = ingest.build([str(SEEDS)], None, FolderRawStore(tmp_path / "raw"), SystemClock())
    values = [item.value for batch in source.batches(Limits()) for item in batch if not isinstance(item, DeadLetter)]
    batch = [Envelope(decode(value), value, datetime.now(UTC), Place()) for value in values]
    build: Build = partial(factory.build, SystemClock())
    alone = build().process(batch)
    with Children(build, Terms(processes=2, article_seconds=5)) as children:
        assert [comparable(outcome) for outcome in children.process(batch)] == [comparable(each) for each in alone]


def comparable(outcome: Outcome) -> object:
    if isinstance(outcome, Refused):
        return outcome
    return [message.model_dump(exclude={"passed"}) for message in outcome]
