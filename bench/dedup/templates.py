"""Series of bulletins: the same sentences each time, with other figures."""

import random
import re
from dataclasses import dataclass

from bench.dedup.filling import Values
from bench.dedup.names import COMPANIES, INDICES, LOTTERIES
from bench.dedup.papers import Paper
from bench.dedup.writer import Paragraphs

SERIES = 40
_NAMES = {"market": INDICES, "lottery": LOTTERIES}
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class Series:
    """One paper's bulletin on one region, index, lottery or championship."""

    template: str
    paper: Paper
    fixed: dict[str, str]

    def issue(self, values: Values) -> tuple[str, Paragraphs]:
        """Title and text of the next one. A dividend is another company's each time."""
        own = {"c": values.fill("{s}")} if self.template == "dividend" else self.fixed
        title, text = values.templates[self.template]
        return values.fill(title, own), (tuple(_SENTENCE_END.split(values.fill(text, own))),)


def series(values: Values, papers: list[Paper], rng: random.Random) -> list[Series]:
    """The bulletins of one language: some papers run the same template on other regions."""
    names = list(values.templates)
    return [_one(names[number % len(names)], values, rng.choice(papers), rng) for number in range(SERIES)]


def _one(template: str, values: Values, paper: Paper, rng: random.Random) -> Series:
    name = rng.choice(_NAMES.get(template, COMPANIES))
    return Series(template, paper, {"r": values.fill("{r}"), "c": name})
