"""What both runners promise, with the same stage objects in the middle."""

import time
from collections.abc import Callable

import pytest
from structlog.testing import capture_logs

from tests.contract.wires import KafkaWire, Wire
from tests.contract.words import Counting, Crash, Passing, groups, numbers, once, poison, slowly, word
from wireroom_core.errors import TransientError

LANGUAGES = ("fr", "en", "nl")
STAGES = [pytest.param(Passing, id="stateless"), pytest.param(Counting, id="memory")]


def raising(error: BaseException) -> Callable[[], None]:
    def action() -> None:
        raise error

    return action


def run(wire: Wire, stage: type[Passing], hook: Callable[[int], None] = lambda number: None) -> None:
    wire.run(lambda: stage(hook), remembers=stage is Counting)


@pytest.mark.parametrize("stage", STAGES)
def test_what_shares_a_key_keeps_its_order_and_comes_once(wire: Wire, stage: type[Passing]) -> None:
    wire.put(*(word(number, LANGUAGES[number % 3]) for number in range(300)))
    run(wire, stage)
    for place, language in enumerate(LANGUAGES):
        assert numbers(wire.out, language) == list(range(place, 300, 3))
    assert len(wire.out) == 300


def test_a_redelivery_takes_effect_once_in_one_run_and_across_runs(wire: Wire) -> None:
    wire.put(word(1), word(2), word(1))
    wire.run(Counting)
    wire.put(word(2), word(3))
    wire.run(Counting)
    assert numbers(wire.out) == [1, 2, 3]
    assert groups(wire.out) == ["fr mot 1", "fr mot 2", "fr mot 3"]


@pytest.mark.parametrize("stage", STAGES)
def test_poison_is_put_aside_with_reason_and_original_and_its_neighbours_pass(wire: Wire, stage: type[Passing]) -> None:
    wire.put(word(1), poison(2), b"{broken", word(3))
    run(wire, stage)
    assert numbers(wire.out) == [1, 3]
    by_reason = {letter.reason.split(":")[0]: letter for letter in wire.letters}
    refused, broken = by_reason["poison"], by_reason["Invalid JSON"]
    assert (refused.stage, refused.article_id, len(wire.letters)) == (stage.name, "article-2", 2)
    assert broken.original == "{broken"


def test_a_large_original_is_kept_by_reference(wire: Wire) -> None:
    large = b"{" + b"x" * (600 << 10)
    wire.put(large, word(1))
    wire.run(Counting)
    (letter,) = wire.letters
    assert letter.original is None
    assert letter.raw_ref is not None
    assert wire.originals.get(letter.raw_ref) == large
    assert numbers(wire.out) == [1]


@pytest.mark.parametrize("stage", STAGES)
def test_a_burst_of_poison_loses_nothing(wire: Wire, stage: type[Passing]) -> None:
    """On Kafka the batch with the hundredth stops the runner, and nothing after that batch is taken up."""
    wire.put(word(1), *(poison(number) for number in range(2, 152)), word(152))
    run(wire, stage)
    if isinstance(wire, KafkaWire):
        assert 100 <= len(wire.letters) < 150
        assert "100 messages were refused within 60 s" in (wire.health.stopped or "")
        assert numbers(wire.out) == [1]
        run(wire, stage)
        assert wire.health.stopped is None
    assert numbers(wire.out) == [1, 152]
    assert [letter.article_id for letter in wire.letters] == [f"article-{number}" for number in range(2, 152)]


@pytest.mark.parametrize("stage", STAGES)
def test_transient_trouble_is_waited_out_in_place(wire: Wire, stage: type[Passing]) -> None:
    faults = [TransientError("the disk is full")] * 3

    def hook(number: int) -> None:
        if number == 20 and faults:
            raise faults.pop()

    wire.put(*(word(number) for number in range(40)))
    with capture_logs() as logs:
        run(wire, stage, hook)
    assert not faults
    assert numbers(wire.out) == list(range(40))
    assert wire.letters == []
    assert any("the disk is full" in entry.get("reason", "") for entry in logs)


@pytest.mark.parametrize("stage", STAGES)
def test_a_restart_in_the_middle_of_a_batch_takes_it_up_again(wire: Wire, stage: type[Passing]) -> None:
    wire.put(*(word(number) for number in range(120)))
    with capture_logs(), pytest.raises(Crash):
        run(wire, stage, once(75, raising(Crash())))
    assert len(wire.out) < 76
    run(wire, stage)
    assert numbers(wire.out) == list(range(120))


def test_a_memory_is_restored_and_goes_on_where_it_was(wire: Wire) -> None:
    built: list[Counting] = []

    def build() -> Counting:
        built.append(Counting())
        return built[-1]

    wire.put(*(word(number) for number in range(60)), word(60, "en"))
    wire.run(build)
    first = len(built)
    wire.put(word(61), word(62, "en"))
    wire.run(build)
    assert sum(stage.restored for stage in built[first:]) == 61
    assert groups(wire.out, "fr") == [f"fr mot {count}" for count in range(1, 62)]
    assert groups(wire.out, "en") == ["en mot 1", "en mot 2"]


@pytest.mark.parametrize("stage", STAGES)
def test_a_shutdown_finishes_the_batch_in_hand_and_loses_nothing(wire: Wire, stage: type[Passing]) -> None:
    def hook(number: int) -> None:
        if number == 30:
            wire.stop()
        slowly(0.01)(number)

    wire.put(*(word(number) for number in range(400)))
    began = time.monotonic()
    run(wire, stage, hook)
    assert time.monotonic() - began < 10
    assert 31 <= len(wire.out) < 400, "the batch in hand is finished, and no other begun"
    run(wire, stage)
    assert numbers(wire.out) == list(range(400))
