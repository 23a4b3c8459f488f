"""Who delivers: agencies and papers, and what a paper adds to all its articles."""

import random
from dataclasses import dataclass

from bench.dedup.filling import Values
from bench.dedup.lexicon import Lexicon
from bench.dedup.writer import Paragraphs, joined
from wireroom_core.slug import slug

PAPERS = 120
_WITH_MASTHEAD, _WITH_FOOTER = 0.3, 0.6


@dataclass(frozen=True, slots=True)
class Paper:
    """``footer`` are its fixed closing paragraphs; none for an agency and for two papers in five."""

    id: str
    name: str
    place: str
    footer: Paragraphs = ()

    def printed(self, body: Paragraphs, credit: str | None) -> str:
        """The text as it is delivered, with the agency that is credited at the end of the news."""
        text = joined(body) + (f" ({credit})" if credit else "")
        return f"{text}\n\n{joined(self.footer)}" if self.footer else text


def agencies(lexicon: Lexicon) -> list[Paper]:
    """The agencies of a language."""
    return [Paper(slug(name), name, lexicon.places[0]) for name in lexicon.agencies]


def papers(lexicon: Lexicon, rng: random.Random) -> list[Paper]:
    """The papers of a language."""
    names = [(f"{start} {place}", place) for start in lexicon.papers for place in lexicon.places]
    return [_paper(name, place, lexicon, rng) for name, place in rng.sample(names, PAPERS)]


def _paper(name: str, place: str, lexicon: Lexicon, rng: random.Random) -> Paper:
    chance, footer = rng.random(), list[tuple[str, ...]]()
    if chance < _WITH_FOOTER:
        footer += [(sentence,) for sentence in rng.sample(lexicon.footers, rng.randint(1, 3))]
    if chance < _WITH_MASTHEAD:
        masthead = rng.choice(lexicon.mastheads)
        footer.append((Values(lexicon, rng).fill(masthead, {"p": name, "r": place}),))
    return Paper(slug(name), name, place, tuple(footer))
