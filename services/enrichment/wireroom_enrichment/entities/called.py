"""The persons of a text, and what each is called by later: surnames, parts of them, a given name that one alone has."""

from bisect import bisect_right
from collections.abc import Callable

from wireroom_enrichment.entities.mention import Mention, Taken
from wireroom_enrichment.entities.reading import Reading

BOUND, GIVEN, BOUND_TO_SEVERAL = 0.88, 0.82, 0.7
_MOST_OWNERS = 20
"""Persons of one surname who are told apart."""


class Persons:
    """The persons of a text by what they may be called by later."""

    def __init__(self, reading: Reading, taken: Taken, is_given: Callable[[str], bool]) -> None:
        self._owners: dict[str, list[str]] = {}
        self._is_given = is_given
        self._given: dict[str, list[str]] = {}
        """Who is called by a given name alone."""
        self._named: dict[str, list[int]] = {}
        self._sure: dict[str, float] = {}
        """How sure the surest mention of a name is."""
        self.starts: set[str] = set()
        """Words that a name begins with."""
        persons = [mention for mention in taken.mentions if mention.type == "person"]
        for mention in sorted(persons, key=lambda m: (m.first - m.last, m.first)):
            self._add(mention, reading)
        for places in self._named.values():
            places.sort()
        for given in self._given:
            if given not in self._owners and (names := self._called_by(given)):
                self._owners[given] = names
                self.starts.add(given)
        for mention in persons:
            self._name(mention, mention.folded(reading))

    def _add(self, mention: Mention, reading: Reading) -> None:
        names = reading.folded[mention.first : mention.last]
        folded = " ".join(names)
        owners = self._owners.get(folded) or self._called_by(folded)
        name = owners[0] if owners else _spelled(mention.text(reading))
        self._named.setdefault(name, []).append(mention.first)
        self._sure[name] = max(mention.confidence, self._sure.get(name, 0.0))
        if owners:
            return
        self._own(folded, name)
        if len(names) > 1:
            self._given.setdefault(names[0], []).append(name)
        for index in range(1, len(names)):
            self._own(" ".join(names[index:]), name)
            if len(names[index]) > 2:
                self._own(names[index], name)

    def _called_by(self, given: str) -> list[str]:
        """The one person of this given name, or nobody."""
        names = self._given.get(given, [])
        return names if len(set(names)) == 1 and self._is_given(given) else []

    def _name(self, mention: Mention, folded: str) -> None:
        mention.name = self._nearest(self._owners[folded], mention.first)
        if folded in self._given and " " in mention.name:
            mention.confidence = max(mention.confidence, min(self._sure[mention.name], GIVEN))

    def _own(self, folded: str, name: str) -> None:
        owners = self._owners.setdefault(folded, [])
        if len(owners) < _MOST_OWNERS and name not in owners:
            owners.append(name)
        self.starts.update((folded, folded.partition(" ")[0]))

    def _nearest(self, owners: list[str], index: int) -> str:
        """Of several the one who was named last before word ``index``."""
        if len(owners) == 1:
            return owners[0]
        return max(owners, key=lambda name: self._last_named(name, index))

    def _last_named(self, name: str, index: int) -> int:
        places = self._named[name]
        before = bisect_right(places, index)
        return places[before - 1] if before else -1

    def called(self, folded: str, index: int) -> tuple[str, float] | None:
        """Who is called by ``folded`` at word ``index``, and how sure that is; None where nobody is."""
        owners = self._owners.get(folded)
        if not owners:
            return None
        name = self._nearest(owners, index)
        bound = BOUND_TO_SEVERAL if len(owners) > 1 else GIVEN if folded in self._given else BOUND
        return name, min(self._sure[name], bound)


def _spelled(name: str) -> str:
    """``name`` as it is usually written: a surname that stands in capitals has its usual ones."""
    parts = " ".join(name.split()).split(" ")
    return " ".join("-".join(p.capitalize() for p in w.split("-")) if len(w) > 2 and w.isupper() else w for w in parts)
