"""What fills the slots of templates, footers and local sentences."""

import random
import re
from collections.abc import Callable, Mapping

from bench.dedup.lexicon import Lexicon, Templates
from bench.dedup.names import COMPANIES, FIRST_NAMES, SURNAMES, TEAMS

_SLOT = re.compile(r"\{(\w)\}")


class Values:
    """Slots by their letter; those of ``fixed`` are always the same, the others are drawn each time."""

    def __init__(self, lexicon: Lexicon, rng: random.Random) -> None:
        self._lexicon = lexicon
        self._draws: dict[str, Callable[[], str]] = {
            "t": lambda: str(rng.randint(2, 45)),
            "g": lambda: str(rng.randint(0, 5)),
            "k": lambda: str(rng.randint(50, 999)),
            "i": lambda: _decimal(rng.randint(2_000, 39_999), lexicon, rng),
            "p": lambda: _decimal(rng.randint(0, 60), lexicon, rng),
            "d": lambda: f"{rng.randint(1, 28)} {rng.choice(lexicon.months)}",
            "n": lambda: person(rng),
            "r": lambda: rng.choice(lexicon.places),
            "w": lambda: rng.choice(lexicon.weather),
            "o": lambda: rng.choice(lexicon.winds),
            "s": lambda: rng.choice(COMPANIES),
            "x": lambda: rng.choice(TEAMS),
        }

    @property
    def templates(self) -> Templates:
        """Those of the language."""
        return self._lexicon.templates

    def fill(self, text: str, fixed: Mapping[str, str] | None = None) -> str:
        """``text`` with its slots filled."""
        known = fixed or {}
        return _SLOT.sub(lambda slot: known.get(slot[1]) or self._draws[slot[1]](), text)


def person(rng: random.Random) -> str:
    """First name and surname."""
    return f"{rng.choice(FIRST_NAMES)} {rng.choice(SURNAMES)}"


def _decimal(whole: int, lexicon: Lexicon, rng: random.Random) -> str:
    return f"{whole}{lexicon.decimal}{rng.randint(10, 99)}"


def amount(lexicon: Lexicon, rng: random.Random) -> str:
    """A figure with its unit."""
    figure = (
        str(rng.randint(2, 990)) if rng.random() < 0.7 else f"{rng.randint(1, 99)}{lexicon.decimal}{rng.randint(1, 9)}"
    )
    return f"{figure} {rng.choice(lexicon.units)}"
