"""The in-process runner: order, poison, transient trouble, and what a source is told."""

from collections.abc import Callable, Sequence

import pytest
from structlog.testing import capture_logs

from tests.fakes import ListDeadLetters, ListSink, ListSource, ManualClock, MemoryRawStore, article
from wireroom_core.contracts import Advance, Envelope, Limits, Outcome
from wireroom_core.errors import FatalError, OverlongError, PoisonError, TransientError
from wireroom_core.models import Article, Message
from wireroom_core.runner import InProcessRunner
from wireroom_core.stage import each


class Doing:
    """A stage made of one function."""

    name = "doing"
    reads: type[Message] = Article

    def __init__(self, handle: Callable[[Article], Sequence[Message]]) -> None:
        self._handle = handle

    def process(self, batch: Sequence[Envelope]) -> list[Outcome]:
        return each(batch, self._one)

    def _one(self, envelope: Envelope) -> Sequence[Message]:
        assert isinstance(envelope.message, Article)
        return self._handle(envelope.message)


class Wire:
    """A runner with all its ends in sight."""

    def __init__(
        self,
        items: Sequence[Message | bytes],
        *handles: Callable[[Article], Sequence[Message]],
        sink: ListSink | None = None,
        dead: ListDeadLetters | None = None,
    ) -> None:
        self.source = ListSource(items)
        self.sink = sink or ListSink(Article)
        self.dead = dead or ListDeadLetters()
        self.originals = MemoryRawStore()
        self.clock = ManualClock()
        stages = [Doing(handle) for handle in handles]
        self.runner = InProcessRunner(
            self.source,
            stages,
            self.sink,
            self.dead,
            originals=self.originals,
            clock=self.clock,
            limits=Limits(articles=4),
        )

    @property
    def kept(self) -> list[str]:
        return [message.article_id for message in self.sink.kept if isinstance(message, Article)]


def test_messages_pass_every_stage_in_order_and_each_batch_is_reported_done() -> None:
    def twice(message: Article) -> list[Message]:
        return [message, message.model_copy(update={"article_id": message.article_id + "b"})]

    wire = Wire([article(number) for number in range(5)], twice, lambda message: [message])
    tally = wire.runner.run()
    assert wire.kept == [f"article-{number}{letter}" for number in range(5) for letter in ("", "b")]
    assert (tally.handed_over, tally.refused) == (5, 0)
    assert len(wire.source.done_with) == 5


def test_a_stage_sees_what_its_predecessor_wrote_as_json() -> None:
    seen: list[Article] = []

    def see(message: Article) -> list[Message]:
        seen.append(message)
        return [message]

    original = article(1)
    Wire([original], lambda message: [message], see).runner.run()
    assert seen == [original]
    assert seen[0] is not original


def test_poison_goes_to_the_dead_letters_with_reason_place_and_original_and_its_neighbours_pass() -> None:
    def picky(message: Article) -> list[Message]:
        if message.article_id == "article-2":
            raise PoisonError("not this one")
        return [message]

    wire = Wire([article(1), article(2), b"{broken", article(3)], picky)
    wire.runner.run()
    assert wire.kept == ["article-1", "article-3"]
    by_stage = {letter.reason.split(":")[0]: letter for letter in wire.dead.letters}
    refused, broken = by_stage["not this one"], by_stage["Invalid JSON"]
    assert (refused.stage, refused.line, refused.article_id) == ("doing", 2, "article-2")
    assert (broken.line, broken.original) == (3, "{broken")
    assert len(wire.source.done_with) == 4


def test_the_unexpected_is_tried_twice_and_then_refused_loudly() -> None:
    tries: list[str] = []

    def failing(message: Article) -> list[Message]:
        tries.append(message.article_id)
        raise ZeroDivisionError("by zero")

    wire = Wire([article(1)], failing)
    with capture_logs() as logs:
        wire.runner.run()
    assert tries == ["article-1", "article-1"]
    assert [letter.reason for letter in wire.dead.letters] == ["unexpected ZeroDivisionError: by zero"]
    assert [entry["log_level"] for entry in logs] == ["error", "error"]


def test_what_fails_once_passes_at_its_second_try() -> None:
    faults = [ZeroDivisionError()]

    def shaky(message: Article) -> list[Message]:
        if faults:
            raise faults.pop()
        return [message]

    wire = Wire([article(1)], shaky)
    with capture_logs():
        wire.runner.run()
    assert wire.kept == ["article-1"]
    assert wire.dead.letters == []


def test_transient_trouble_is_waited_out_in_place_and_said() -> None:
    sink = ListSink(Article, faults=[TransientError("the database is away")] * 6)
    wire = Wire([article(1)], sink=sink)
    with capture_logs() as logs:
        wire.runner.run()
    assert wire.kept == ["article-1"]
    assert wire.clock.slept == pytest.approx([0.2, 0.4, 0.8, 1.6, 3.2, 5.0])
    assert {entry["reason"] for entry in logs} == {"the database is away"}
    assert len(logs) == 6


def test_a_row_that_the_sink_refuses_is_halved_out_of_its_batch() -> None:
    sink = ListSink(Article, refuses="article-3")
    wire = Wire([article(number) for number in range(1, 5)], sink=sink)
    wire.runner.run()
    assert wire.kept == ["article-1", "article-2", "article-4"]
    assert [(letter.stage, letter.article_id) for letter in wire.dead.letters] == [("list", "article-3")]
    assert sink.calls == 5


def test_a_batch_that_takes_too_long_is_halved_and_what_is_alone_is_waited_for() -> None:
    sizes: list[int] = []

    class Slow(ListSink):
        """Time for one message, and at first not even for that."""

        def write(self, batch: Sequence[Envelope], advances: Sequence[Advance]) -> None:
            sizes.append(len(batch))
            if len(batch) > 1 or sizes.count(1) <= 2:
                raise OverlongError("the transaction's time is over")
            super().write(batch, advances)

    wire = Wire([article(number) for number in range(1, 5)], sink=Slow(Article))
    with capture_logs():
        wire.runner.run()
    assert wire.kept == ["article-1", "article-2", "article-3", "article-4"]
    assert sizes == [4, 2, 1, 1, 1, 1, 2, 1, 1]
    assert wire.clock.slept == pytest.approx([0.2, 0.4])
    assert wire.dead.letters == []


def test_nothing_is_done_before_its_dead_letter_is_safe() -> None:
    wire = Wire([b"{broken"], dead=ListDeadLetters(faults=[FatalError("cannot be kept")]))
    with pytest.raises(FatalError):
        wire.runner.run()
    assert wire.source.done_with == []


def test_the_same_refusal_has_the_same_letter_id_and_another_place_another() -> None:
    first, again, moved = Wire([b"{x"]), Wire([b"{x"]), Wire([article(1), b"{x"])
    for wire in (first, again, moved):
        wire.runner.run()
    assert first.dead.letters[0].letter_id == again.dead.letters[0].letter_id
    assert first.dead.letters[0].letter_id != moved.dead.letters[0].letter_id


def test_an_original_over_the_inline_limit_goes_by_reference() -> None:
    largest_inline = b"{" + b"x" * (512 * 1024 - 1)
    wire = Wire([largest_inline, largest_inline + b"x"])
    wire.runner.run()
    inline, referred = wire.dead.letters
    assert (inline.original_bytes(), inline.raw_ref) == (largest_inline, None)
    assert referred.original is None
    assert referred.raw_ref is not None
    assert wire.originals.get(referred.raw_ref) == largest_inline + b"x"


def test_a_broken_original_is_kept_byte_for_byte() -> None:
    wire = Wire([b"{\xff\x00"])
    wire.runner.run()
    assert wire.dead.letters[0].encoding == "base64"
    assert wire.dead.letters[0].original_bytes() == b"{\xff\x00"
