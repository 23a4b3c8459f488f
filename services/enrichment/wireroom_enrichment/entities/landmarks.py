"""Places that a noun in their names makes one: lakes, passes, streets, stations ("lac de Cazaux", "Telfair County")."""

from wireroom_enrichment.entities.gazetteer import Gazetteer
from wireroom_enrichment.entities.grammar import Grammar
from wireroom_enrichment.entities.mention import Mention, Taken
from wireroom_enrichment.entities.reading import Reading

LANDMARK = 0.85
_LONGEST = 6
_MOST_LINKS = 2


class Landmarks:
    """Finds them in texts of one language."""

    def __init__(self, grammar: Grammar, gazetteer: Gazetteer) -> None:
        self._grammar = grammar
        self._gazetteer = gazetteer
        self._lexicon = grammar.lexicon

    def find(self, reading: Reading, taken: Taken) -> None:
        """Takes them."""
        heads, tails = self._lexicon.place_heads, self._lexicon.place_tails
        if heads.isdisjoint(reading.folded) and tails.isdisjoint(reading.folded):
            return
        for index, folded in enumerate(reading.folded):
            if folded in heads:
                self._headed(reading, index, taken)
            if folded in tails and reading.large[index]:
                self._tailed(reading, index, taken)

    def _headed(self, reading: Reading, index: int, taken: Taken) -> None:
        name = index + 1
        while name - index <= _MOST_LINKS and reading.joins[name] and reading.folded[name] in self._lexicon.place_links:
            name += 1
        linked = name > index + 1
        if not reading.joins[name] or not reading.large[name] or not (linked or reading.large[index]):
            return
        if self._grammar.is_other(reading, name) or (linked and self._grammar.opens(reading, index)):
            return
        last = name + 1
        while reading.follows[last] and last - index < _LONGEST and not self._grammar.is_other(reading, last):
            last += 1
        if taken.free(index, last):
            taken.add(Mention(index, last, "place", LANDMARK, known=self._known(" ".join(reading.folded[name:last]))))

    def _tailed(self, reading: Reading, index: int, taken: Taken) -> None:
        first, grammar = index, self._grammar
        if taken.at(index) is not None:
            return
        while index - first < _LONGEST and reading.follows[first] and self._precedes(reading, first - 1):
            first -= 1
        if first == index or (first == index - 1 and grammar.opens(reading, first)):
            return
        taken.clear(first, index + 1)
        if taken.free(first, index + 1):
            known = self._known(" ".join(reading.folded[first:index]))
            taken.add(Mention(first, index + 1, "place", LANDMARK, known=known))

    def _precedes(self, reading: Reading, index: int) -> bool:
        """True where the word belongs to a name before its last noun; in German one like "Stuttgarter" only."""
        folded = reading.folded[index]
        if not reading.large[index] or self._grammar.is_other(reading, index) or folded in self._lexicon.articles:
            return False
        return not self._lexicon.nouns_large or (folded.endswith("er") and folded not in self._grammar.common)

    def _known(self, name: str) -> str:
        """``name`` if it is that of a mountain or a river by itself ("Mount Etna")."""
        areas = self._gazetteer.areas(name)
        return name if areas and areas[0].is_listed else ""
