"""The short way to a fingerprint gives what the real one finds in the text."""

import pytest

from bench.dedup.background import Background, Sentences
from bench.dedup.generator import Desk, desks
from bench.dedup.wireroom import fingerprint_of
from bench.dedup.writer import rendered
from wireroom_core.models import Fingerprint
from wireroom_enrichment.fingerprint import fingerprint
from wireroom_enrichment.hashing import word_hashes
from wireroom_enrichment.words import folded, words_of

Sample = list[tuple[Sentences, Desk]]


@pytest.fixture(scope="module")
def background() -> Background:
    return Background(seed=7)


@pytest.fixture(scope="module")
def drafts(background: Background) -> Sample:
    return [(background.draft(desk)[0], desk) for desk in desks(7).values() for _ in range(60)]


def test_its_fingerprint_is_the_real_one_of_the_same_sentences(background: Background, drafts: Sample) -> None:
    for sentences, _ in drafts:
        real = fingerprint([rendered(entries) for entries in sentences])
        assert real is not None
        assert background.printed(sentences, real.body_hash)[1] == real


def test_its_keys_are_those_of_the_text_wherever_its_sentences_end(background: Background, drafts: Sample) -> None:
    for sentences, desk in drafts:
        text = " ".join(rendered(entries) for entries in sentences)
        real = fingerprint_of(text, desk.writer.lexicon.code)
        hashes, made = background.printed(sentences, "")
        assert real is not None
        assert keys(made) == keys(real)
        assert hashes.tolist() == word_hashes(words_of(folded(text))).tolist()


def keys(print_: Fingerprint) -> tuple[int, int, str]:
    return print_.words, print_.sampling, print_.shingles
