"""The contenders, each behind the same small protocol, by name."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bench.dedup.background import Past
from bench.dedup.items import Item


@dataclass(frozen=True, slots=True)
class Reply:
    """The number of the matched item, if any, and what the item is to it."""

    matched: int | None
    verdict: str


class System(Protocol):
    """Decides items in their order; all that it needs of an item it makes of the text."""

    def fill(self, articles: Sequence[Past]) -> float:
        """Take what came before the stream; returns the seconds that taking it in took, without making it."""
        ...

    def decide(self, item: Item) -> Reply:
        """What ``item`` is to those before it; it is remembered."""
        ...

    def group_of(self, number: int) -> Hashable:
        """The group that the item of that number belongs to by now."""
        ...


Build = Callable[[int], System]
"""Puts a system together whose window is to hold so many articles."""


def builders() -> dict[str, Build]:
    """Name → how it is built. Only who asks for a contender needs its library."""
    return {
        "wireroom": _wireroom,
        "minhash-b32r4": lambda _: _minhash(32),
        "minhash-b32r4-sha1": _default,
        "minhash-b16r8": lambda _: _minhash(16),
        "minhash-b32r4+verify": lambda _: _verified(32),
        "rensa": lambda _: _rensa(32),
    }


def _wireroom(articles: int) -> System:
    from bench.dedup.wireroom import Wireroom

    return Wireroom(articles)


def _minhash(bands: int) -> System:
    from bench.dedup.minhash import MinHashSystem

    return MinHashSystem(bands)


def _default(_: int) -> System:
    from bench.dedup.minhash import DefaultSystem

    return DefaultSystem(32)


def _verified(bands: int) -> System:
    from bench.dedup.minhash import VerifiedSystem

    return VerifiedSystem(bands)


def _rensa(bands: int) -> System:
    from bench.dedup.rensa_lsh import RensaSystem

    return RensaSystem(bands)
