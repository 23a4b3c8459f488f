"""The order that loses nothing: what was refused is safe, what was delivered acknowledged, only then it is done."""

from collections.abc import Sequence

import pytest

from tests.fakes import ListDeadLetters, ListSource, ManualClock, article
from tests.intake import ListPublisher
from wireroom_core.contracts import Delivery, Limits
from wireroom_core.errors import FatalError, TransientError
from wireroom_core.models import DeadLetter, Place
from wireroom_core.runner import dead_letter
from wireroom_ingest.publishing import publish_all

LETTER = dead_letter("ingest", "why", b"x", clock=ManualClock(), place=Place(file="a"))


def test_a_batch_is_done_once_all_of_it_is_safe() -> None:
    source = ListSource([article(1), LETTER, article(2), article(3)])
    happened: list[tuple[str, int]] = []

    class Letters(ListDeadLetters):
        def put(self, letters: Sequence[DeadLetter]) -> None:
            happened.append(("letters", len(source.done_with)))
            super().put(letters)

    letters = Letters([TransientError("away")])
    publisher = ListPublisher(
        [TransientError("away")], before=lambda: happened.append(("published", len(source.done_with)))
    )
    publish_all(source, publisher, letters, limits=Limits(articles=3), clock=ManualClock())
    assert happened == [("letters", 0)] * 2 + [("published", 0)] * 2 + [("published", 3)]
    assert [len(call) for call in publisher.calls] == [2, 1]
    assert publisher.titles == ["Titre 1", "Titre 2", "Titre 3"]
    assert letters.letters == [LETTER]
    assert len(source.done_with) == 4


def test_other_failures_end_it_with_nothing_done() -> None:
    source = ListSource([article(1)])
    publisher = ListPublisher([FatalError("fenced")])
    with pytest.raises(FatalError):
        publish_all(source, publisher, ListDeadLetters(), limits=Limits(), clock=ManualClock())
    assert source.done_with == []


def test_letters_alone_publish_nothing() -> None:
    publisher = ListPublisher()
    source = ListSource([LETTER])
    publish_all(source, publisher, ListDeadLetters(), limits=Limits(), clock=ManualClock())
    assert publisher.calls == []
    assert not [item for item in source.done_with if isinstance(item, Delivery)]
