"""What was found in an article is kept for its exact copies: an agency's dispatch comes from forty papers."""

import hashlib
from collections import OrderedDict
from dataclasses import replace

from pydantic import BaseModel

from wireroom_core.models import Article
from wireroom_enrichment.draft import Draft, Shared

UNREAD = frozenset(
    {
        *("type", "schema_version", "delivery_id", "article_id", "content_hash", "trace_id", "received_at", "passed"),
        *("source", "feed", "guid", "url", "canonical_url", "format", "raw_ref", "version", "supersedes", "status"),
        *("embargo_until", "urgency", "subjects", "keywords", "usage_terms"),
    }
)
"""What no annotator looks at: it tells of the delivery, not of what is said."""
CHARACTERS = 4_000_000
"""So much text is kept with what was found in it, the last used: some 2,000 articles, 100 MB."""


class Cache:
    """The drafts of the last articles, by all that annotators read; ``versions`` names them with their versions."""

    def __init__(self, versions: str) -> None:
        self._versions = versions
        self._drafts: OrderedDict[bytes, Draft] = OrderedDict()
        self._characters = 0

    def key(self, article: Article) -> bytes:
        """The same for articles in which the same is found."""
        told = [self._versions, *(_told(value) for name, value in sorted(vars(article).items()) if name not in UNREAD)]
        return hashlib.blake2b("\0".join(told).encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def get(self, key: bytes) -> Draft | None:
        """The draft of an exact copy."""
        draft = self._drafts.get(key)
        if draft is not None:
            self._drafts.move_to_end(key)
        return draft

    def put(self, key: bytes, draft: Draft) -> None:
        """Keep ``draft``, which is not there, without what it shared; those that were not used for longest go."""
        self._drafts[key] = replace(draft, shared=Shared(draft.text))
        self._characters += len(draft.text)
        while self._characters > CHARACTERS and len(self._drafts) > 1:
            self._characters -= len(self._drafts.popitem(last=False)[1].text)


def _told(value: object) -> str:
    """As ``repr``, which a model is slow at."""
    return repr(vars(value) if isinstance(value, BaseModel) else value)
