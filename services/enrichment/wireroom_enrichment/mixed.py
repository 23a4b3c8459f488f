"""Whether a text has paragraphs in another language than its own."""

from collections.abc import Iterator

import stopwordsiso

from wireroom_enrichment.identify import Rank

LANGUAGES = ("fr", "en", "nl", "de", "es")
SURE = 0.8
"""The probability from which a paragraph's language counts."""
_PARAGRAPH = 120
"""Code points of the shortest paragraph that is looked at."""
_LONGEST = 600
_READ = 20_000
"""Code points of the text that are looked at."""
_OWN = 0.05
"""A paragraph with at least this part of words that are stop words of the text's language and of no other of the
five is in that language, and the model is not asked.

Measured on the 409 paragraphs of the open gold half and of our seed dispatches: 0.2 % are asked about (180 us each),
none is taken for another language, and 98.7 % are found in a text of another of the five languages (at 0.08 98.8 %,
4 % asked about; with stop words that languages share 97 %, French and Spanish being hard to tell).
"""
_MOST = 5
"""Paragraphs that the model is asked about, so that a table costs no more than a text."""


class Mixed:
    """Looks for other languages; ``rank`` is a model of ``identify``."""

    def __init__(self, rank: Rank) -> None:
        self._rank = rank
        self._own_words = {language: own_words(language) for language in LANGUAGES}

    def is_mixed(self, text: str, language: str) -> bool:
        """True where a paragraph of ``text``, which is in one of ``LANGUAGES``, is surely in another."""
        words = self._own_words.get(language)
        if words is None:
            return False
        suspects = [each for each in paragraphs(text[:_READ]) if not _reads_as(each, words)]
        return any(self._is_in_another(each, language) for each in suspects[:_MOST])

    def _is_in_another(self, paragraph: str, language: str) -> bool:
        ranking = self._rank(" ".join(paragraph[:_LONGEST].split()))
        return bool(ranking) and ranking[0][0] != language and ranking[0][1] >= SURE


def paragraphs(text: str) -> Iterator[str]:
    """The lines of ``text`` that are long enough to tell a language by; each of them is a paragraph in news."""
    return (line for line in text.split("\n") if len(line) >= _PARAGRAPH)


def own_words(language: str) -> frozenset[str]:
    """Stop words of ``language`` that no other of ``LANGUAGES`` has."""
    others = (stopwordsiso.stopwords(other) for other in LANGUAGES if other != language)
    return frozenset(stopwordsiso.stopwords(language)).difference(*others)


def _reads_as(paragraph: str, own: frozenset[str]) -> bool:
    """True where enough of the words are ``own``; a third of them, with those in lower case, mostly tells it."""
    words = paragraph.split()
    enough = _OWN * len(words)
    return (
        sum(map(own.__contains__, words[: len(words) // 3])) >= enough
        or sum(map(own.__contains__, paragraph.lower().split())) >= enough
    )
