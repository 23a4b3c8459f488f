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


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    def make(text: str, **fields: Any) -> Article:
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

    return make
