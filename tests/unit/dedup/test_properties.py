"""What must hold for any stream: restarts change nothing, only the window counts, repeats change nothing.

Streams are random, of few stories, small windows, and times that jump and step back, so that every
verdict, merges and the window's end all occur; a test of its own makes sure that they do.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import accumulate
from typing import Any

import pytest

from tests.unit.dedup.world import Desk, Words, bulletin, news, story
from wireroom_core.models import DecidedArticle, Decision, EnrichedArticle, Fingerprint, encode
from wireroom_dedup.window import Window
from wireroom_enrichment.fingerprint import fingerprint as taken

SEEDS = range(6)
LENGTH = 80
SOURCES = ("afp", "belga", "lesoir", "tijd")


@dataclass
class Arrival:
    article: EnrichedArticle
    minutes: float


@dataclass
class Run:
    """What a desk did with a stream: the lines it put out for each arrival, and its decisions."""

    lines: list[list[bytes]]
    decisions: list[Decision | None]


def window_of(seed: int) -> Window:
    """By time, by count, or by both."""
    return [Window(hours=3, articles=1000), Window(hours=1000, articles=11), Window(hours=4, articles=15)][seed % 3]


@cache
def stream(seed: int) -> tuple[Arrival, ...]:
    rng = random.Random(seed)
    texts = [story(1000 * seed + n, length) for n, length in enumerate((40, 120, 120, 120, 120))]
    minutes = accumulate(rng.choice([0, 1, 10, 30, 30, -20]) for _ in range(LENGTH))
    arrivals: list[Arrival] = []
    for number, minute in enumerate(minutes):
        earlier = rng.choice(arrivals).article if arrivals else None
        arrivals.append(Arrival(_article(rng, number, texts, earlier), minute))
    return tuple(arrivals)


def _article(rng: random.Random, number: int, texts: list[Words], earlier: EnrichedArticle | None) -> EnrichedArticle:
    chance = rng.random()
    if earlier is not None and chance < 0.1:
        return earlier
    fields: dict[str, Any] = {
        "source": rng.choice([*SOURCES, "tijd"]),
        "language": rng.choice(["fr", "fr", "fr", "fr", "nl"]),
    }
    if earlier is not None and chance < 0.2:
        fields |= {"source": earlier.source.id, "article_id": earlier.article_id, "language": earlier.language}
        fields |= {"content_hash": earlier.content_hash} if chance < 0.16 else {}
    if rng.random() < 0.7:
        hour = f"2026-11-25T{rng.randrange(24):02}:00:00Z"
        fields["published_at"] = {"value": hour, "precision": "second", "zone_known": True, "raw": hour}
    if chance > 0.95:
        fields["signal"] = "kill"
    if chance > 0.8:
        fields["title"] = "RECTIFICATIF"
    if rng.random() < 0.2:
        fields["canonical_url"] = f"https://example.org/{rng.randrange(3)}"
    words = _text(rng, texts)
    if words and fields["source"] == "tijd":
        fields["fingerprint"] = with_footer(words)
    return news(number, words, **fields)


def with_footer(words: Words) -> Fingerprint | None:
    """In sentences, with the one that one of the sources puts under all that it writes."""
    sentences = [words[begin : begin + 15] for begin in range(0, len(words), 15)]
    return taken([" ".join(sentence) for sentence in [*sentences, story(3, 20)]])


def _text(rng: random.Random, texts: list[Words]) -> Words | None:
    one, other = rng.choice(texts), rng.choice(texts)
    new = story(rng.randrange(10**9), rng.choice([5, 30]))
    cut = len(one) * 7 // 10
    bridge = one[:cut] + other[:cut]
    made = [one, one, one[:cut] + new, new + one[: len(one) // 2], one + new + other, new, None]
    sibling = bulletin(7, rng.randrange(9))
    return rng.choice([*made, *[bridge] * 5, sibling, sibling])


def run(desk: Desk, arrivals: tuple[Arrival, ...]) -> Run:
    lines: list[list[bytes]] = []
    decisions: list[Decision | None] = []
    for arrival in arrivals:
        messages = desk.take(arrival.article, arrival.minutes)
        lines.append([encode(message) for message in messages])
        last = messages[-1] if messages else None
        decisions.append(last.decision if isinstance(last, DecidedArticle) else None)
    return Run(lines, decisions)


@cache
def undisturbed(seed: int) -> Run:
    return run(Desk(window_of(seed)), stream(seed))


def recorded(decisions: list[Decision | None]) -> Iterator[Decision]:
    """Through their JSON form, as they are read back."""
    return (Decision.model_validate_json(one.model_dump_json()) for one in decisions if one is not None)


def inside(decisions: list[Decision | None], window: Window) -> list[Decision | None]:
    """The decisions that the window still holds, told without the memory: by time, and each language's last."""
    taken = [decision for decision in decisions if decision is not None]
    kept: list[Decision | None] = []
    counts: Counter[str] = Counter()
    for decision in reversed(taken):
        language = decision.effects.language
        if (
            decision.decided_at > taken[-1].decided_at - timedelta(hours=window.hours)
            and counts[language] < window.articles
        ):
            counts[language] += 1
            kept.append(decision)
    return kept[::-1]


def cuts(seed: int) -> list[int]:
    return random.Random(-seed).sample(range(1, LENGTH), 2)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_restart_anywhere_changes_nothing(seed: int) -> None:
    before = undisturbed(seed)
    for cut in cuts(seed):
        desk = Desk(window_of(seed))
        desk.stage.restore(recorded(before.decisions[:cut]))
        assert run(desk, stream(seed)[cut:]).lines == before.lines[cut:]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_decision_depends_on_the_window_alone(seed: int) -> None:
    before = undisturbed(seed)
    for cut in cuts(seed):
        desk = Desk(window_of(seed))
        kept = inside(before.decisions[:cut], window_of(seed))
        desk.stage.restore(recorded(kept))
        assert run(desk, stream(seed)[cut:]).lines == before.lines[cut:]


@pytest.mark.parametrize("seed", SEEDS)
def test_delivering_any_prefix_again_changes_nothing(seed: int) -> None:
    """Here the window holds all: what has left it is new again."""
    arrivals = stream(seed)
    alone = run(Desk(), arrivals)
    cut, start = cuts(seed)[:2]
    desk = Desk()
    assert run(desk, arrivals[:cut]).lines == alone.lines[:cut]
    again = run(desk, arrivals[: min(start, cut)])
    undecided = [lines for lines, decision in zip(again.lines, again.decisions, strict=True) if lines and not decision]
    assert [lines for lines in again.lines if lines] == undecided  # kills alone
    assert run(desk, arrivals[cut:]).lines == alone.lines[cut:]


def test_the_streams_show_everything() -> None:
    taken = [decision for seed in SEEDS for decision in undisturbed(seed).decisions if decision is not None]
    verdicts = Counter(decision.verdict for decision in taken)
    assert set(verdicts) == {
        "redelivery",
        "revision",
        "syndicated",
        "excerpt_of",
        "contains",
        "near_copy",
        "original",
        "template_sibling",
    }
    assert min(verdicts.values()) >= 10
    assert sum(bool(decision.effects.merged) for decision in taken) >= 5
    assert sum(not decision.effects.member for decision in taken) >= 10
    assert sum(bool(decision.effects.left_out) for decision in taken) >= 10
    kept = [len(inside(undisturbed(seed).decisions, window_of(seed))) for seed in SEEDS]
    assert max(kept) <= LENGTH * 2 / 3


def test_time_steps_back_in_the_streams() -> None:
    steps = [b.minutes - a.minutes for a, b in zip(stream(1), stream(1)[1:], strict=False)]
    assert min(steps) < 0 < max(steps)
    decided = [decision.decided_at for decision in undisturbed(1).decisions if decision is not None]
    assert decided == sorted(decided)
