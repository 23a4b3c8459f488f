"""The golden messages: what is on the topics today, what the first producer wrote, what a newer one adds."""

import json
from pathlib import Path

import pytest

from tests.fakes import article
from wireroom_core.errors import PoisonError
from wireroom_core.models import MAX_TEXT_BYTES, Article, DecidedArticle, EnrichedArticle, decode, encode

GOLDEN = Path(__file__).parents[2] / "data" / "golden"
NOW = sorted((GOLDEN / "now").glob("*.json"))


@pytest.mark.parametrize("path", NOW, ids=lambda path: path.stem)
def test_the_json_form_of_today_is_kept_to_the_letter(path: Path) -> None:
    message = decode(path.read_bytes())
    assert message.type == path.stem
    assert json.loads(encode(message)) == json.loads(path.read_text())


def test_there_is_a_golden_message_of_each_type() -> None:
    main_path = ["article", "dead_letter", "decided", "enriched", "group_merged", "stored"]
    assert [path.stem for path in NOW] == sorted([*main_path, "trend_count", "rising", "source_silence"])


@pytest.mark.parametrize("path", sorted((GOLDEN / "first").glob("*.json")), ids=lambda path: path.stem)
def test_what_the_first_producer_wrote_still_loads(path: Path) -> None:
    message = decode(path.read_bytes())
    assert isinstance(message, Article | EnrichedArticle | DecidedArticle)
    assert (message.text, message.status, message.signal, message.repairs) == ("Texte.", "usable", "new", ())


def test_what_a_newer_producer_adds_is_passed_over() -> None:
    newer = (GOLDEN / "newer" / "article.json").read_bytes()
    assert decode(newer) == decode((GOLDEN / "first" / "article.json").read_bytes())


def golden(**changes: object) -> bytes:
    article = json.loads((GOLDEN / "first" / "article.json").read_text())
    return json.dumps({key: value for key, value in {**article, **changes}.items() if value is not ...}).encode()


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (b"{", "Invalid JSON"),
        (b"null", "should be an object"),
        (golden(schema=2), "unknown schema version 2 of 'article'"),
        (golden(type="novel"), "does not match any of the expected tags"),
        (golden(text="", title=""), "neither text nor title"),
        (golden(text="é" * (1 << 19) + "x"), "the text has 1,048,577 bytes"),
        (golden(received_at="2026-11-25T08:30:00"), "timezone"),
        (golden(source=...), "article.source: Field required"),
        (golden(text=12), "article.text: Input should be a valid string"),
    ],
)
def test_what_cannot_be_read_is_poison_with_its_reason(value: bytes, reason: str) -> None:
    with pytest.raises(PoisonError, match=reason.replace("(", r"\(")):
        decode(value)


def test_a_message_of_another_type_is_refused_where_it_does_not_belong() -> None:
    with pytest.raises(PoisonError, match="'article' does not belong here"):
        decode(golden(), EnrichedArticle)


def test_the_longest_text_passes() -> None:
    message = decode(golden(text="é" * (1 << 19)))
    assert isinstance(message, Article)
    assert len(message.text) == 1 << 19


def test_a_silence_that_ends_before_it_is_noticed_is_refused() -> None:
    message = json.loads((GOLDEN / "now" / "source_silence.json").read_text())
    with pytest.raises(PoisonError, match="later than what is said of it"):
        decode(json.dumps({**message, "last_item_at": "2026-11-26T00:00:00Z"}))


@pytest.mark.parametrize("signal", ["kill", "release"])
def test_a_kill_or_release_needs_no_text(signal: str) -> None:
    message = decode(golden(text="", signal=signal))
    assert isinstance(message, Article)
    assert message.is_signal_only


@pytest.mark.parametrize(
    "beside", [{"trailer": "x" * 300_000}, {"keywords": ["mot"] * 100_000}, {"guid": "g" * 262_145}]
)
def test_what_stands_beside_the_text_is_bounded(beside: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="characters stand beside the text, more than the 262,144 that pass"):
        article(1, **beside)


def test_the_largest_article_is_a_message_that_a_topic_takes() -> None:
    largest = article(1, text="\x01" * MAX_TEXT_BYTES, title="\x01" * 10_000, trailer="\x01" * 262_000)
    assert len(encode(largest)) < (8 << 20) - (64 << 10)
