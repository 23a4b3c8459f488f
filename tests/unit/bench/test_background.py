"""What fills the window has the fingerprints that its texts have."""

from collections.abc import Iterator

import pytest

from bench.dedup.background import HOURS, Background, Past
from bench.dedup.generator import BEGIN
from bench.dedup.wireroom import fingerprint_of
from wireroom_core.models import Fingerprint


@pytest.fixture(scope="module")
def articles() -> Iterator[list[Past]]:
    """Of two topics instead of sixteen: most of the time goes into the tables of words of each."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bench.dedup.writer.TOPICS", 2)
        yield list(Background(seed=7).articles(200))


def test_the_keys_are_those_of_the_text_wherever_its_sentences_end(articles: list[Past]) -> None:
    for article in articles:
        real = fingerprint_of(article.text, article.language)
        assert real is not None
        assert compared(article.fingerprint) == compared(real)


def compared(print_: Fingerprint) -> tuple[int, int, str, str]:
    return print_.words, print_.sampling, print_.shingles, print_.body_hash


def test_the_articles_came_in_order_before_the_stream(articles: list[Past]) -> None:
    times = [article.at for article in articles]
    assert times == sorted(times)
    assert times[-1] < BEGIN
    assert (BEGIN - times[0]).total_seconds() / 3600 <= HOURS


def test_no_two_are_the_same(articles: list[Past]) -> None:
    assert len({article.fingerprint.body_hash for article in articles}) == len(articles)
