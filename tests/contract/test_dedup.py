"""The real dedup stage: the same verdicts and groups on either runner, with a restart in the middle, as in one go."""

from collections.abc import Sequence

from tests.contract.wires import Wire
from tests.fakes import ManualClock
from tests.unit.dedup.world import edited, news, story
from wireroom_core.contracts import Envelope
from wireroom_core.models import DecidedArticle, EnrichedArticle, Message, Place, encode
from wireroom_dedup.factory import build
from wireroom_dedup.settings import DedupSettings
from wireroom_dedup.stage import DedupStage

Verdict = tuple[str, str, str]


def stage() -> DedupStage:
    return build(DedupSettings(), ManualClock())


def articles() -> list[EnrichedArticle]:
    """Originals, near copies by others, and deliveries that come twice, in two languages."""
    found = []
    for number in range(0, 90, 3):
        words, language = story(number), ("fr", "en")[number % 2]
        found += [
            news(number, words, language=language),
            news(number + 1, edited(words, 20), source="reuters", language=language),
            news(number, words, language=language),
        ]
    return found


def verdicts(messages: Sequence[Message]) -> list[Verdict]:
    decided = [m for m in messages if isinstance(m, DecidedArticle) and m.decision]
    return sorted((m.delivery_id, m.decision.verdict, m.decision.group_id) for m in decided if m.decision)


def in_one_go() -> list[Verdict]:
    batch = [Envelope(article, encode(article), article.received_at, Place()) for article in articles()]
    return verdicts([m for outcome in stage().process(batch) if isinstance(outcome, Sequence) for m in outcome])


def test_dedup_decides_as_in_one_go_whatever_the_runner_and_the_restarts(wire: Wire) -> None:
    given = articles()
    expected = in_one_go()
    assert {verdict for _, verdict, _ in expected} == {"original", "near_copy"}
    for part in (given[:50], given[50:]):
        wire.put(*part)
        wire.run(stage)
    assert verdicts(wire.out) == expected
    assert wire.letters == []
