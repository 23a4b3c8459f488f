"""The stack as an operator meets it: up, fed, searched, killed part by part, scaled, and down."""

import json
import time
from collections import Counter
from typing import Any

import pytest

from tests.cluster import wait_until
from tests.command import SEEDS
from tests.e2e.stack import Stack

PARTS = ("ingest", "enrichment", "dedup", "storage", "trends", "kafka", "postgres")
BOUND = 90.0
"""Seconds for anything to come about; the machine may be busy. What it takes is printed."""


def test_the_seeds_dropped_in_the_inbox_are_found(stack: Stack) -> None:
    begin = time.monotonic()
    for path in SEEDS.rglob("*"):
        if path.is_file() and path.name != "README.md":
            stack.drop(f"{path.parent.name}-{path.name}", path.read_bytes())
    wait_until(lambda: b"Valmeuse" in stack.wireroom("search", "passerelles", "fermees"), "a seed to be found", BOUND)
    print(f"found {time.monotonic() - begin:.1f} s after the drop")  # noqa: T201 - a figure, for who looks (-s)
    wait_until(lambda: not _waiting(stack), "the inbox to be empty", BOUND)
    in_failed = {path.name for path in (stack.inbox / "failed").glob("*.reason.txt")}
    assert "hostile-09-broken-line.jsonl.reason.txt" in in_failed


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_killed_and_nothing_is_lost_or_doubled(stack: Stack, part: str) -> None:
    sent = [article(part, number) for number in range(60)]
    stack.drop(f"{part}-before.jsonl", lines(sent[:20]))
    assert stack.push(*sent[20:30]) == 202
    stack.compose("kill", part)
    stack.drop(f"{part}-away.jsonl", lines(sent[30:50]))
    time.sleep(4)
    stack.up("--no-recreate")
    assert stack.push(*sent[50:]) == 202
    wait_until(lambda: len(stored(stack, part)) >= len(sent), f"all to be stored after {part} was killed", BOUND)
    assert Counter(stored(stack, part)) == Counter(article["id"] for article in sent)
    assert deliveries(stack, part) == len(sent)


def test_enrichment_is_scaled_to_two(stack: Stack) -> None:
    stack.up("--scale", "enrichment=2", "--no-recreate")
    listed = [json.loads(line) for line in stack.compose("ps", "--format", "json", "enrichment").splitlines()]
    assert [container["Health"] for container in listed] == ["healthy"] * 2
    sent = [article("scaled", number) for number in range(60)]
    assert stack.push(*sent) == 202
    wait_until(lambda: len(stored(stack, "scaled")) >= len(sent), "all to be stored", BOUND)
    assert Counter(stored(stack, "scaled")) == Counter(article["id"] for article in sent)


def article(kind: str, number: int) -> dict[str, Any]:
    text = f"Une dépêche du service {kind}, la {number + 1}e, dit que le pont numéro {number * 7} sera fermé mardi."
    return {"id": f"{kind}-{number}", "source": "Belga", "title": f"Pont {number}", "text": text}


def lines(articles: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(article).encode() + b"\n" for article in articles)


def stored(stack: Stack, kind: str) -> list[str]:
    """Guids of the stored articles of a kind."""
    return [article["guid"] for article in stack.exported() if (article["guid"] or "").startswith(f"{kind}-")]


def deliveries(stack: Stack, kind: str) -> int:
    """How many deliveries the store has of a kind."""
    query = (
        "select count(*) from news.deliveries d join news.contents c using (article_id) "
        f"where c.document->>'guid' like '{kind}-%'"
    )
    psql = ("exec", "-T", "postgres", "psql", "--username", "wireroom", "--tuples-only", "--command", query)
    return int(stack.compose(*psql))


def _waiting(stack: Stack) -> list[str]:
    return [path.name for path in stack.inbox.iterdir() if path.is_file()]
