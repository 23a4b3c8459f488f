"""Stages that count words: small enough to know every answer, with all that a real stage does."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from tests.fakes import decided, enriched
from wireroom_core.contracts import Envelope, Outcome
from wireroom_core.errors import PoisonError
from wireroom_core.models import DecidedArticle, Decision, EnrichedArticle, Message
from wireroom_core.stage import each

Hook = Callable[[int], None]


def word(number: int, language: str = "fr", title: str = "mot", **changes: str) -> EnrichedArticle:
    return enriched(number, language=language, title=title, **changes)


def poison(number: int, language: str = "fr") -> EnrichedArticle:
    return word(number, language, title="poison")


def number_of(message: Message) -> int:
    return int(str(getattr(message, "delivery_id", "-0")).rsplit("-", 1)[1])


class Crash(BaseException):
    """The process ends here, without a word."""


class Passing:
    """A stage without memory. ``hook`` is called with each message's number before it is handled."""

    name = "passing"
    reads: type[Message] = EnrichedArticle

    def __init__(self, hook: Hook = lambda number: None) -> None:
        self._hook = hook

    def process(self, batch: Sequence[Envelope]) -> list[Outcome]:
        for envelope in batch:
            self._hook(number_of(envelope.message))
        return each(batch, self._handle)

    def _handle(self, envelope: Envelope) -> Sequence[Message]:
        message = envelope.message
        assert isinstance(message, EnrichedArticle)
        if message.title == "poison":
            raise PoisonError("poison")
        return self._answer(message)

    def _answer(self, message: EnrichedArticle) -> Sequence[Message]:
        return [message]

    def restore(self, decisions: Iterable[Decision]) -> None:
        """It remembers nothing."""


class Counting(Passing):
    """Numbers every word of a language; a delivery that it knows gives nothing."""

    name = "counting"

    def __init__(self, hook: Hook = lambda number: None) -> None:
        super().__init__(hook)
        self.counts: Counter[str] = Counter()
        self.restored = 0
        self._known: set[str] = set()

    def restore(self, decisions: Iterable[Decision]) -> None:
        for decision in decisions:
            self._apply(decision)
            self.restored += 1

    def _answer(self, message: EnrichedArticle) -> Sequence[Message]:
        if message.delivery_id in self._known:
            return []
        counted = f"{message.language} {message.title}"
        count = self.counts[counted] + 1
        answer = decided(number_of(message), group=f"{counted} {count}", title=message.title, language=message.language)
        assert answer.decision is not None
        self._apply(answer.decision)
        return [answer]

    def _apply(self, decision: Decision) -> None:
        counted, count = decision.group_id.rsplit(" ", 1)
        assert int(count) == self.counts[counted] + 1, "a decision is missing, or was taken twice"
        self.counts[counted] += 1
        self._known.add(decision.effects.delivery_id)


def groups(messages: Sequence[Message], language: str = "fr") -> list[str]:
    """What Counting decided about articles of a language, in order: "fr mot 1", "fr mot 2" …"""
    decisions = [m.decision for m in messages if isinstance(m, DecidedArticle) and m.language == language]
    return [decision.group_id for decision in decisions if decision]


def numbers(messages: Sequence[Message], language: str | None = None) -> list[int]:
    """The numbers of the messages (of a language), in order."""
    return [number_of(m) for m in messages if language is None or getattr(m, "language", None) == language]


def once(number: int, action: Callable[[], None]) -> Hook:
    """A hook that does ``action`` the first time that message ``number`` comes by."""
    done: list[int] = []

    def hook(passing: int) -> None:
        if passing == number and not done:
            done.append(passing)
            action()

    return hook


def slowly(seconds: float) -> Hook:
    return lambda number: time.sleep(seconds)
