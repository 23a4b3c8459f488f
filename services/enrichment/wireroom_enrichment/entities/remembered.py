"""Answers that are kept, because most words come again."""

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")
MOST = 50_000
_LONGEST = 60


class Remembered(dict[str, Answer]):
    """What ``ask`` says of a word, by the word; the first ``MOST`` answers are kept, but none of a very long word.

    Its ``__getitem__`` is the function to call: compiled code that asks only what it does not know.
    """

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> Answer:
        answer = self._ask(word)
        if len(self) < MOST and len(word) <= _LONGEST:
            self[word] = answer
        return answer
