from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from wireroom_core.models import Article
from wireroom_enrichment.identify import Rank, load

NOON = datetime(2024, 3, 5, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def rank() -> Rank:
    return load()


def article_of(text: str, **fields: Any) -> Article:
    """An article with ``text``; ``fields`` are what is not as usual."""
    given: dict[str, Any] = {
        "delivery_id": "d1",
        "article_id": "a1",
        "content_hash": "c1",
        "trace_id": "t1",
        "source": {"id": "wire", "name": "The Wire"},
        "title": "A title",
        "received_at": NOON,
        "format": "text",
    }
    return Article.model_validate({**given, "text": text, **fields})


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    return article_of
