"""Articles of the length that speed is promised for, put together from paragraphs of the gold set's open half."""

import random
import re
from collections.abc import Iterator
from functools import cache

from bench.gold.standard import article_of
from tests.gold import Dispatch, dispatches
from wireroom_core.models import Article

WORDS = 350
LANGUAGES = ("de", "en", "es", "fr", "nl")
_FIRST_WORDS = re.compile(rf"(?:\S+\s+){{{WORDS - 1}}}\S+")


def articles(language: str, count: int, seed: int) -> Iterator[Article]:
    """So many articles of 350 words. No two are alike, nor those of two seeds: no cache of articles serves any."""
    rng = random.Random(f"{language} {seed}")
    those = _of(language)
    paragraphs = [paragraph for dispatch in those for paragraph in dispatch.text.split("\n\n")]
    for number in range(count):
        dispatch = rng.choice(those)
        own = dispatch.text.split("\n\n")[0]
        others = rng.sample(paragraphs, len(paragraphs))
        text = _FIRST_WORDS.match("\n\n".join([own, *others]))
        assert text
        name = f"{language}-{seed}-{number}"
        made = article_of(dispatch)
        yield made.model_copy(update={"article_id": name, "delivery_id": name, "content_hash": name, "text": text[0]})


@cache
def _of(language: str) -> list[Dispatch]:
    return [dispatch for dispatch in dispatches("open") if dispatch.head["language"] == language]
