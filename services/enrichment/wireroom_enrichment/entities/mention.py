"""A mention while it is looked for: words of a reading that name someone, something or somewhere."""

from dataclasses import dataclass, field

from wireroom_core.models.annotations import EntityType
from wireroom_enrichment.entities.reading import Reading


@dataclass(slots=True)
class Mention:
    """Words ``first`` to ``last``, the last one excluded."""

    first: int
    last: int
    type: EntityType
    confidence: float
    name: str = ""
    """As first given in full; empty until that is known."""
    of: "Mention | None" = None
    """The full one that an acronym stands for."""
    roles: list[str] = field(default_factory=list)
    known: str = ""
    """The folded name under which a place is known."""
    region: bool = False
    """True where the text says that it is a region, not a city."""

    def text(self, reading: Reading) -> str:
        """As it stands in the text."""
        return reading.slice(self.first, self.last)

    def folded(self, reading: Reading) -> str:
        """Its folded words."""
        return " ".join(reading.folded[self.first : self.last])


class Taken:
    """Which words belong to a mention already: no entity is read inside another's name."""

    def __init__(self) -> None:
        self._by: dict[int, Mention] = {}
        self.at = self._by.get
        """Whose a word is, by its number; None too where there is no such word."""
        self._mentions: dict[int, Mention] = {}

    @property
    def mentions(self) -> list[Mention]:
        """All, in the order in which they were taken."""
        return list(self._mentions.values())

    def add(self, mention: Mention) -> None:
        """Takes its words, which must be free."""
        self._mentions[id(mention)] = mention
        for index in range(mention.first, mention.last):
            self._by[index] = mention

    def remove(self, mention: Mention) -> None:
        """Frees its words again."""
        del self._mentions[id(mention)]
        for index in range(mention.first, mention.last):
            self._by.pop(index, None)

    def clear(self, first: int, last: int) -> None:
        """Removes the mentions that lie within words ``first`` to ``last``."""
        for index in range(first, last):
            held = self.at(index)
            if held is not None and held.first >= first and held.last <= last:
                self.remove(held)

    def free(self, first: int, last: int) -> bool:
        """True where no word from ``first`` to before ``last`` is taken."""
        return self._by.keys().isdisjoint(range(first, last))
