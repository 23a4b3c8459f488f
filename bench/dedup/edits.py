"""What desks do to a dispatch. Each takes paragraphs and gives other ones."""

import random
from collections.abc import Callable, Sequence

from bench.dedup.writer import Paragraphs

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_OTHER_QUOTES = {"« ": "“", " »": "”", "“": '"', "”": '"', "'": "’", "’": "'"}


def word_count(paragraphs: Paragraphs) -> int:
    """Its words, as white space parts them."""
    return sum(sentence.count(" ") + 1 for sentences in paragraphs for sentence in sentences)


def cut(paragraphs: Paragraphs, share: float) -> Paragraphs:
    """The beginning, to the end of the sentence at which ``share`` of the words is reached."""
    left = word_count(paragraphs) * share
    kept: list[tuple[str, ...]] = []
    for sentences in paragraphs:
        taken = []
        for sentence in sentences:
            if left > 0:
                taken.append(sentence)
                left -= sentence.count(" ") + 1
        if taken:
            kept.append(tuple(taken))
    return tuple(kept)


def reworded(paragraphs: Paragraphs, share: float, words: Sequence[str], rng: random.Random) -> Paragraphs:
    """``share`` of the words edited: three in five replaced, one left out, one put before it."""
    return _by_word(paragraphs, share, lambda word: _edited(word, rng.random(), rng.choice(words)), rng)


def _edited(word: str, chance: float, other: str) -> str:
    if chance < 0.6:
        return other
    return "" if chance < 0.8 else f"{other} {word}"


def mistyped(paragraphs: Paragraphs, share: float, rng: random.Random) -> Paragraphs:
    """A character wrong in ``share`` of the words."""
    return _by_word(paragraphs, share, lambda word: _mistyped(word, rng), rng)


def _mistyped(word: str, rng: random.Random) -> str:
    place = rng.randrange(len(word))
    left, right = word[:place], word[place + 1 :]
    match rng.randrange(3):
        case 0 if len(word) > 1:
            return left + right
        case 1:
            return left + word[place] + rng.choice(_LETTERS) + right
        case _:
            return left + rng.choice(_LETTERS) + right


def _by_word(paragraphs: Paragraphs, share: float, change: Callable[[str], str], rng: random.Random) -> Paragraphs:
    """Each word changed with a chance of ``share``, sentences that are left without words left out."""
    changed = (
        tuple(
            " ".join(filter(None, (change(word) if rng.random() < share else word for word in sentence.split())))
            for sentence in sentences
        )
        for sentences in paragraphs
    )
    return tuple(kept for sentences in changed if (kept := tuple(filter(None, sentences))))


def respaced(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs:
    """Other quotation marks and apostrophes, some spaces doubled or unbreakable, paragraphs broken elsewhere."""
    sentences = [_requoted(sentence, rng) for paragraph in paragraphs for sentence in paragraph]
    size = rng.randint(1, 4)
    return tuple(tuple(sentences[start : start + size]) for start in range(0, len(sentences), size))


def _requoted(sentence: str, rng: random.Random) -> str:
    for mark, other in _OTHER_QUOTES.items():
        sentence = sentence.replace(mark, other)
    before, space, after = sentence.partition(" ")
    return before + (rng.choice(("  ", "\u00a0", " ")) if space else "") + after


def inserted(paragraphs: Paragraphs, others: Sequence[tuple[str, ...]], rng: random.Random) -> Paragraphs:
    """``others`` among the paragraphs, never as the first."""
    text = list(paragraphs)
    for other in others:
        text.insert(rng.randint(1, len(text)), other)
    return tuple(text)


def corrected(paragraphs: Paragraphs, word: str, rng: random.Random) -> Paragraphs:
    """One word is another: a figure where there is one, else any."""
    places = [
        (row, column, place, old)
        for row, sentences in enumerate(paragraphs)
        for column, sentence in enumerate(sentences)
        for place, old in enumerate(sentence.split())
    ]
    figures = [place for place in places if place[3][0].isdigit()]
    row, column, place, _ = rng.choice(figures or places)
    words = paragraphs[row][column].split()
    words[place] = str(rng.randint(2, 990)) if figures else word
    sentences = (*paragraphs[row][:column], " ".join(words), *paragraphs[row][column + 1 :])
    return (*paragraphs[:row], sentences, *paragraphs[row + 1 :])
