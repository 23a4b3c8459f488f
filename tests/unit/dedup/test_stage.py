"""The stage around decisions: what passes, what is refused, what gives nothing, and time."""

import pytest
from structlog.testing import capture_logs

from tests.fakes import BEGIN, ManualClock, article
from tests.unit.dedup.world import Desk, news, story, time
from wireroom_core.contracts import Envelope, Refused
from wireroom_core.models import DecidedArticle, Decision, EnrichedArticle, Place, decode, encode
from wireroom_dedup.factory import build
from wireroom_dedup.settings import DedupSettings
from wireroom_dedup.verdicts import Thresholds
from wireroom_dedup.window import Window

A, B = story(1), story(2)


def test_an_article_passes_with_all_that_it_has() -> None:
    article = news(1, A, passed={"enrichment": time(-1)}, annotations=[_annotation()], topics=[_topic()])
    decided = Desk().article(article)
    assert decided.type == "decided"
    assert decided.passed == {"enrichment": time(-1), "dedup": BEGIN}
    left_out = {"type", "passed", "decision"}
    assert decided.model_dump(exclude=left_out) == article.model_dump(exclude=left_out)


def test_what_passes_is_as_if_it_had_been_validated() -> None:
    decided = Desk().article(news(1, A, annotations=[_annotation()], topics=[_topic()]))
    read = decode(encode(decided))
    assert isinstance(read, DecidedArticle)
    assert read == decided


@pytest.mark.parametrize("signal", ["kill", "release"])
def test_kills_and_releases_pass_undecided_and_are_not_remembered(signal: str) -> None:
    desk = Desk()
    for _ in range(2):
        decided = desk.article(news(1, A, signal=signal))
        assert (decided.decision, decided.signal, decided.passed) == (None, signal, {"dedup": BEGIN})
    assert desk.decide(news(2, A)).verdict == "original"


def test_a_delivery_known_already_gives_nothing() -> None:
    desk = Desk(Window(hours=1))
    desk.take(news(1, A))
    assert desk.take(news(1, A), minutes=59) == []
    assert desk.decide(news(1, A), minutes=60).verdict == "original"


def test_a_redelivery_that_is_no_member_is_remembered_too() -> None:
    desk = Desk()
    desk.take(news(1, A))
    again = news(2, A, article_id="article-1", content_hash="content-1")
    assert desk.decide(again).verdict == "redelivery"
    assert desk.take(again) == []


def test_languages_are_apart() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    assert desk.decide(news(2, A, source="afp", language="en")).verdict == "original"
    assert desk.decide(news(3, A, source="efe", language="en")).matched_article_id == "article-2"
    assert desk.decide(news(4, A, source="dpa")).matched_article_id == "article-1"


def test_time_never_goes_back() -> None:
    desk = Desk(Window(hours=1))
    desk.decide(news(1, A), minutes=0)
    assert desk.decide(news(2, B, language="en"), minutes=60).decided_at == time(60)
    late = desk.decide(news(3, A, source="afp"), minutes=5)
    assert (late.verdict, late.decided_at) == ("original", time(60))


@pytest.mark.parametrize("left_no_decision", [news(1, A), news(9, B, signal="kill")])
def test_what_leaves_no_decision_does_not_move_time(left_no_decision: EnrichedArticle) -> None:
    desk = Desk()
    desk.decide(news(1, A), minutes=0)
    desk.take(left_no_decision, minutes=50)
    assert desk.decide(news(2, B), minutes=10).decided_at == time(10)


def test_a_batch_is_decided_in_its_order() -> None:
    desk = Desk()
    batch = [Envelope(news(n, A, source=f"s{n}"), b"", BEGIN, Place()) for n in range(3)]
    outcomes = desk.stage.process([*batch, batch[0]])
    verdicts = [[message.decision.verdict for message in outcome] for outcome in outcomes]  # type: ignore[union-attr]
    assert verdicts == [["original"], ["syndicated"], ["syndicated"], []]


def test_an_unreadable_fingerprint_is_refused_and_leaves_no_trace() -> None:
    desk = Desk(Window(hours=1))
    desk.decide(news(1, A), minutes=0)
    good = news(2, A, source="afp")
    assert good.fingerprint is not None
    bad = good.model_copy(update={"fingerprint": good.fingerprint.model_copy(update={"sampling": 3})})
    assert desk.outcome(bad, minutes=90) == Refused("the fingerprint's sampling 3 is no power of two")
    decision = desk.decide(good, minutes=10)
    assert (decision.verdict, decision.decided_at) == ("syndicated", time(10))


def test_an_unexpected_failure_is_tried_again_and_refused_without_a_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()
    desk.decide(news(1, A))
    with monkeypatch.context() as patched, capture_logs() as logs:
        patched.setattr("wireroom_dedup.decide.is_agency_own", _fails)
        assert desk.outcome(news(2, A, source="afp")) == Refused("unexpected RuntimeError: no such agency")
    assert [line["last_try"] for line in logs] == [False, True]
    assert desk.decide(news(2, A, source="afp")).verdict == "syndicated"


def test_another_message_does_not_belong_here() -> None:
    assert Desk().outcome(article(1)) == Refused("a message of type 'article' does not belong here")


def test_restoring_brings_memory_and_time_back() -> None:
    desk, restored = Desk(Window(hours=1)), Desk(Window(hours=1))
    decisions = [
        desk.decide(news(1, A, language="en"), minutes=0),
        desk.decide(news(2, B), minutes=50),
        desk.decide(news(3, B, source="afp"), minutes=59),
    ]
    restored.stage.restore(Decision.model_validate_json(decision.model_dump_json()) for decision in decisions)
    assert restored.take(news(3, B, source="afp")) == []
    decision = restored.decide(news(4, B, source="efe"), minutes=5)
    assert (decision.verdict, decision.decided_at) == ("syndicated", time(59))
    assert restored.decide(news(5, A, source="efe", language="en"), minutes=5).matched_article_id == "article-1"


def test_the_factory_hands_the_settings_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIREROOM_WINDOW_HOURS", "1")
    monkeypatch.setenv("WIREROOM_WINDOW_ARTICLES", "2")
    monkeypatch.setenv("WIREROOM_THRESHOLDS", '{"syndicated_jaccard": 0.6}')
    settings = DedupSettings()
    assert settings.thresholds == Thresholds(syndicated_jaccard=0.6)
    desk = Desk()
    desk.stage = build(settings, ManualClock())
    desk.decide(news(1, A), minutes=0)
    assert desk.decide(news(2, A[:170] + B[:30], source="afp"), minutes=1).verdict == "syndicated"
    assert desk.decide(news(3, B), minutes=61).verdict == "original"
    assert desk.take(news(3, B), minutes=61) == []
    assert desk.decide(news(1, A), minutes=61).verdict == "original"


def test_the_settings_by_default() -> None:
    settings = DedupSettings()
    assert (settings.window_hours, settings.window_articles) == (72, 200_000)
    assert settings.thresholds == Thresholds(0.9, 0.8, 0.72, 0.5, 0.6, 0.4, 60, 0.6)


def _fails(source_id: str, origin: str | None) -> bool:
    raise RuntimeError("no such agency")


def _annotation() -> dict[str, object]:
    return {
        "kind": "sentence",
        "start": 0,
        "end": 2,
        "text": "w1",
        "confidence": 1,
        "annotator": "test",
        "version": 1,
    }


def _topic() -> dict[str, object]:
    return {"code": "medtop:04000000", "name": "economy", "score": 0.5}
