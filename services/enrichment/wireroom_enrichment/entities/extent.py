"""How far an organisation's name goes on each side of the word that makes it one."""

from wireroom_enrichment.entities.gazetteer import Gazetteer
from wireroom_enrichment.entities.grammar import Grammar
from wireroom_enrichment.entities.places import COMPASS
from wireroom_enrichment.entities.reading import Reading

_LONGEST = 12
_MOST_LINKS = 3
_ADJECTIVES = ("er", "sche", "schen", "scher", "ale", "alen", "iche", "ichen", "ive")
"""Endings of a German adjective that is written large before a head: "Trierer Tageblatt", "Deutsche Bank"."""
_POSSESSIVE = frozenset(("'s ", "’s "))
_CITY_PEOPLE = 100_000
"""So that a German city's name, which is a noun like others, goes on with a name."""
_SAINTS = frozenset(("St", "Saint"))


class Extent:
    """Reads it in texts of one language."""

    def __init__(self, grammar: Grammar, gazetteer: Gazetteer) -> None:
        self._grammar = grammar
        self._lexicon = grammar.lexicon
        self._gazetteer = gazetteer

    def start(self, reading: Reading, head: int) -> int:
        """The first word of the name whose head is ``head``: capitals before it."""
        first = head
        while first > 0 and reading.follows[first] and head - first < _LONGEST and self._precedes(reading, first - 1):
            first -= 1
        if first > 1 and reading.gaps[first] in _POSSESSIVE and reading.words[first - 2] in _SAINTS:
            return first - 2
        return self._before_and(reading, first)

    def _precedes(self, reading: Reading, index: int) -> bool:
        folded, grammar = reading.folded[index], self._grammar
        if not reading.large[index] or grammar.no_name(reading, index) or grammar.is_role(folded):
            return False
        if folded in self._lexicon.articles or (reading.first[index] and grammar.is_kind(folded)):
            return False
        return not self._lexicon.nouns_large or folded.endswith(_ADJECTIVES)

    def _before_and(self, reading: Reading, first: int) -> int:
        """``first``, or the first word of "Competition and Markets Authority"."""
        if first < 2 or not (reading.near[first] and reading.near[first - 1]) or self._lexicon.nouns_large:
            return first
        joined = reading.folded[first - 1] in self._lexicon.ands and reading.large[first - 2]
        common = all(reading.folded[index] in self._grammar.common for index in (first - 2, first))
        begins = reading.before[first - 2] in self._lexicon.articles and not reading.first[first - 2]
        return first - 2 if joined and common and begins else first

    def end(self, reading: Reading, head: int, *, linked: bool = True) -> int:
        """Behind the last word of the name: capitals and, where ``linked``, adjectives and complements."""
        last = head + 1
        while last < len(reading) and last - head < _LONGEST:
            after = self._step(reading, last, linked=linked)
            if after == last:
                break
            last = after
        return self._without_place(reading, head, last)

    def _step(self, reading: Reading, index: int, *, linked: bool) -> int:
        if reading.near[index] and self._goes_on(reading, index):
            return index + 1
        if not linked:
            return index
        after = self._complement(reading, index)
        if after == index and self._lexicon.small_complement and reading.near[index]:
            return index + self._grammar.is_adjective(reading, index)
        return after

    def _goes_on(self, reading: Reading, index: int) -> bool:
        """True where the word ``index``, which has a capital, belongs to the name before it."""
        folded, grammar = reading.folded[index], self._grammar
        if not reading.large[index] or grammar.no_name(reading, index) or grammar.is_role(folded):
            return False
        person = grammar.is_named(reading, index) and folded not in grammar.common
        if person and reading.large[index - 1] and not grammar.is_head(reading.folded[index - 1]):
            return False
        noun = self._lexicon.nouns_large and folded in grammar.common and folded not in self._lexicon.heads
        return folded in COMPASS or not noun or self._is_home_city(folded)

    def _is_home_city(self, folded: str) -> bool:
        cities = self._gazetteer.cities(folded)
        return bool(cities) and cities[0].is_home_city(self._lexicon.home, _CITY_PEOPLE)

    def _complement(self, reading: Reading, index: int) -> int:
        """Behind a complement that begins with a link at ``index``, or ``index`` where there is none."""
        place = index
        while place < len(reading) and place - index < _MOST_LINKS and self._links(reading, place, index):
            place += 1
        if place == index or not reading.joins[place]:
            return index
        joined = reading.folded[index] in self._lexicon.ands
        if joined and place - index > 1 and not self._lexicon.small_complement:
            return index
        if reading.numeric(place) and reading.follows[place + 1]:
            return place + 2
        if reading.large[place]:
            return place + 1 if self._may_follow(reading, place, joined=joined) else index
        small = self._lexicon.small_complement and reading.folded[place] not in self._grammar.function
        return place + 1 if small and reading.words[place].isalpha() and not (joined and place - index < 2) else index

    def _links(self, reading: Reading, place: int, start: int) -> bool:
        if not reading.joins[place] or reading.large[place]:
            return False
        folded = reading.folded[place]
        return folded in self._lexicon.links or (place == start and folded in self._lexicon.ands)

    def _may_follow(self, reading: Reading, place: int, *, joined: bool) -> bool:
        """True where a link leads to the word; "and" leads only to words that are no names by themselves."""
        folded, grammar = reading.folded[place], self._grammar
        if grammar.no_name(reading, place) or reading.upper(place):
            return False
        if not joined or folded not in grammar.common or grammar.is_role(folded):
            return not joined
        last = place + 1
        while reading.follows[last] and not grammar.is_head(reading.folded[last]):
            last += 1
        return not reading.follows[last]

    def _without_place(self, reading: Reading, head: int, last: int) -> int:
        """``last``, or the word "de" where a name that is complete is followed by where it is ("musée X de Gand")."""
        link = last - 2
        if not self._lexicon.adjective or link <= head + 1 or reading.folded[link] not in self._lexicon.complements:
            return last
        place = reading.folded[last - 1]
        if not (self._gazetteer.areas(place) or self._gazetteer.cities(place)):
            return last
        inner = range(head + 1, link)
        proper = any(reading.large[i] and reading.folded[i] not in self._grammar.common for i in inner)
        linked = any(reading.folded[i] in self._lexicon.complements and reading.large[i + 1] for i in inner)
        return link if proper or linked else last
