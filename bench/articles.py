"""Generated news: plain-input lines with originals, copies, revisions, redeliveries and kills, repeatable by seed."""

import json
import random
from collections.abc import Iterator
from typing import Any

_COMMON = {
    "fr": "le la les de des du un une et à en dans pour par sur avec que qui ne pas plus est sont a ont été selon "
    "après avant entre leur cette ces son sa ses mais aussi comme depuis sans sous deux trois ville pays gouvernement",
    "en": "the of and to in a that is was for on with as by at from it his their has have had were been after before "
    "between this these its but also since without under two three city country government said would",
    "nl": "de het een van en in op te dat die is was voor met aan door bij uit naar zijn hun heeft hebben werd na voor "
    "tussen deze dit maar ook sinds zonder onder twee drie stad land regering zei niet meer",
    "de": "der die das und in zu den dem von ein eine ist war für mit auf an durch bei aus nach sein ihre hat haben "
    "wurde vor zwischen diese dieser aber auch seit ohne unter zwei drei Stadt Land Regierung sagte nicht mehr",
    "es": "el la los las de del un una y a en por para con que se no más es son ha han fue según después antes entre "
    "su sus esta este pero también como desde sin bajo dos tres ciudad país gobierno dijo",
}
LANGUAGES = tuple(_COMMON)
AGENCIES = ("Belga", "AFP", "Reuters", "dpa", "EFE")
PAPERS = tuple(f"Courrier {number}" for number in range(40))
_SYLLABLES = [
    "ba",
    "bel",
    "cor",
    "da",
    "del",
    "far",
    "gen",
    "hol",
    "jan",
    "ka",
    "lem",
    "mar",
    "nor",
    "par",
    "quel",
    "ran",
    "sol",
    "tam",
    "ur",
    "val",
    "ver",
    "wim",
    "zel",
]
_PLACES = [
    "Valmeuse",
    "Northmoor",
    "Scheldebode",
    "Weserfeld",
    "Farolito",
    "Montclair",
    "Oostwijk",
    "Hartenau",
    "Rioseco",
    "Ashby",
]


class Newsroom:
    """A stream of plain-input objects; the same seed gives the same stream."""

    def __init__(self, seed: int = 1, words: tuple[int, int] = (120, 420)) -> None:
        self._random = random.Random(seed)
        self._words = words
        self._names = ["".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4))) for _ in range(6000)]
        self._recent: list[dict[str, Any]] = []
        self._number = 0

    def lines(self, count: int) -> Iterator[bytes]:
        """``count`` objects as lines of JSON, without their ends."""
        for _ in range(count):
            yield json.dumps(self.item(), ensure_ascii=False).encode()

    def originals(self, count: int) -> Iterator[bytes]:
        """The same, of articles that are all different."""
        for _ in range(count):
            yield json.dumps(self.original(), ensure_ascii=False).encode()

    def item(self) -> dict[str, Any]:
        """An original (62 %), a copy (25 %), a revision (6 %), a redelivery (5 %) or a kill (2 %) of a recent one."""
        chance = self._random.random()
        if not self._recent or chance < 0.62:
            return self._remember(self.original())
        one = self._random.choice(self._recent)
        if chance < 0.87:
            return self._copy(one)
        if chance < 0.93:
            return self._remember(self._revision(one))
        if chance < 0.98:
            return {**one, "title": one["title"]}
        return {"id": one["id"], "source": one["source"], "status": "canceled"}

    def original(self) -> dict[str, Any]:
        """A dispatch of its own."""
        self._number += 1
        language = LANGUAGES[self._number % len(LANGUAGES)]
        return {
            "id": f"item-{self._number}",
            "source": self._random.choice(AGENCIES if self._number % 2 else PAPERS),
            "title": " ".join(self._sentence(language, 7)).capitalize(),
            "text": self.text(language, self._random.randint(*self._words)),
            "published": f"2026-11-{self._random.randint(1, 24):02}T{self._random.randint(0, 23):02}:15:00+01:00",
        }

    def text(self, language: str, words: int) -> str:
        """Sentences of ``language`` in paragraphs, about ``words`` words in all."""
        paragraphs: list[list[str]] = [[]]
        written = 0
        while written < words:
            sentence = self._sentence(language, self._random.randint(9, 28))
            written += len(sentence)
            paragraphs[-1].append(" ".join(sentence).capitalize() + ".")
            if self._random.random() < 0.3:
                paragraphs.append([])
        return "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences)

    def _sentence(self, language: str, words: int) -> list[str]:
        return [self._word(language) for _ in range(words)]

    def _word(self, language: str) -> str:
        chance = self._random.random()
        if chance < 0.55:
            return self._random.choice(_COMMON[language].split())
        if chance < 0.95:
            return self._names[int(len(self._names) ** self._random.random()) - 1]
        if chance < 0.98:
            return self._random.choice(_PLACES)
        return str(self._random.randint(2, 90_000))

    def _copy(self, one: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        sentences = one["text"].split(". ")
        cut = self._random.choice((len(sentences), len(sentences), max(1, len(sentences) * 2 // 5)))
        return {
            **one,
            "id": f"item-{self._number}",
            "source": self._random.choice(PAPERS),
            "origin": one["source"],
            "text": ". ".join(sentences[:cut]),
        }

    def _revision(self, one: dict[str, Any]) -> dict[str, Any]:
        first, _, rest = one["text"].partition(". ")
        return {**one, "text": f"{first} {self._random.choice(self._names)}. {rest}", "updated": "2026-11-24T20:00:00Z"}

    def _remember(self, item: dict[str, Any]) -> dict[str, Any]:
        self._recent = [*self._recent[-300:], item]
        return item
