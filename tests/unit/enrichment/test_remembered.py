from collections.abc import Callable

import pytest

from wireroom_enrichment.entities import remembered
from wireroom_enrichment.entities.remembered import Remembered


def counting(asked: list[str]) -> Callable[[str], int]:
    def ask(word: str) -> int:
        asked.append(word)
        return len(word)

    return ask


def test_a_word_is_asked_about_once() -> None:
    asked: list[str] = []
    answers = Remembered(counting(asked))
    assert [answers["pont"], answers["rivière"], answers["pont"]] == [4, 7, 4]
    assert asked == ["pont", "rivière"]


def test_words_beyond_the_bound_and_very_long_ones_are_answered_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST", 2)
    asked: list[str] = []
    answers = Remembered(counting(asked))
    for word in ("x" * 1_000, "a", "b", "c", "c", "a"):
        assert answers[word] == len(word)
    assert asked == ["x" * 1_000, "a", "b", "c", "c"]
    assert answers.keys() == {"a", "b"}
