"""What desks do to a text."""

import random

import pytest

from bench.dedup import edits
from bench.dedup.writer import Paragraphs

TEXT: Paragraphs = (("One two three four.", "Five six."), ("Seven eight nine ten.",))
LONG: Paragraphs = (tuple(f"w{number} x{number} y{number} z{number}." for number in range(2_000)),)


@pytest.fixture
def rng() -> random.Random:
    return random.Random(1)


def words(paragraphs: Paragraphs) -> list[str]:
    return [word for sentences in paragraphs for sentence in sentences for word in sentence.split()]


def test_a_cut_is_made_at_the_end_of_a_sentence() -> None:
    assert edits.cut(TEXT, 0.3) == (("One two three four.",),)
    assert edits.cut(TEXT, 0.5) == (("One two three four.", "Five six."),)
    assert edits.cut(TEXT, 1) == TEXT


@pytest.mark.parametrize("share", [0.02, 0.08, 0.15])
def test_so_large_a_share_of_the_words_is_edited(share: float, rng: random.Random) -> None:
    kept = set(words(edits.reworded(LONG, share, ["other"], rng)))
    lost = 1 - sum(word in kept for word in words(LONG)) / len(words(LONG))
    assert lost == pytest.approx(share * 0.8, rel=0.25)  # one edit in five takes no word away


def test_a_typo_changes_a_word_and_no_other(rng: random.Random) -> None:
    mistyped = words(edits.mistyped(LONG, 0.02, rng))
    changed = sum(one != other for one, other in zip(mistyped, words(LONG), strict=True))
    assert changed == pytest.approx(160, abs=40)


def test_a_correction_changes_one_word(rng: random.Random) -> None:
    after = words(edits.corrected(TEXT, "other", rng))
    assert sum(one != other for one, other in zip(after, words(TEXT), strict=True)) == 1


def test_a_correction_changes_a_figure_where_there_is_one(rng: random.Random) -> None:
    assert edits.corrected((("We saw 12 birds.",),), "other", rng)[0][0].startswith("We saw ")
    assert edits.corrected((("We saw 12 birds.",),), "other", rng)[0][0].endswith(" birds.")


def test_what_is_inserted_never_comes_first(rng: random.Random) -> None:
    for _ in range(20):
        text = edits.inserted(TEXT, [("Here.",)], rng)
        assert text[0] == TEXT[0]
        assert ("Here.",) in text[1:]
