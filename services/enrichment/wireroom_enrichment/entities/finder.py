"""The order in which a text's mentions are found."""

from wireroom_enrichment.entities.acronyms import Acronyms
from wireroom_enrichment.entities.binding import Binding
from wireroom_enrichment.entities.gazetteer import Gazetteer
from wireroom_enrichment.entities.grammar import Grammar
from wireroom_enrichment.entities.landmarks import Landmarks
from wireroom_enrichment.entities.lexicon import words
from wireroom_enrichment.entities.mention import Mention, Taken
from wireroom_enrichment.entities.nations import nations
from wireroom_enrichment.entities.organisations import Organisations
from wireroom_enrichment.entities.persons import Persons
from wireroom_enrichment.entities.places import Places
from wireroom_enrichment.entities.reading import Reading
from wireroom_enrichment.entities.unnamed import mask_events

_INTO = words("in en im auf ins")
_THE = words("het le l der")
Nationality = tuple[int, str]
"""The number of a word that is a demonym, and the country's code."""


class Finder:
    """Finds the entities and demonyms of texts of one language."""

    def __init__(self, grammar: Grammar, gazetteer: Gazetteer) -> None:
        self._grammar = grammar
        self._gazetteer = gazetteer
        self._organisations = Organisations(grammar, gazetteer)
        self._acronyms = Acronyms(grammar)
        self._landmarks = Landmarks(grammar, gazetteer)
        self._persons = Persons(grammar, gazetteer)
        self._places = Places(grammar, gazetteer)
        self._binding = Binding(grammar, gazetteer)
        self.home = grammar.lexicon.home
        """Countries where the language is spoken."""

    def find(self, reading: Reading) -> tuple[list[Mention], list[Nationality]]:
        """Mentions in the order of the text, and demonyms. What is surer is taken before what it would be part of."""
        written_large = reading.large.copy()
        mask_events(reading, self._grammar)
        known = list(self._gazetteer.find(reading))
        capitals, taken = reading.capitals(), Taken()
        self._organisations.known(reading, known, taken)
        self._organisations.headed(reading, capitals, taken)
        self._places.long(reading, known, taken)
        full = self._acronyms.explained(reading, capitals, taken)
        self._landmarks.find(reading, taken)
        self._organisations.described(reading, capitals, taken)
        self._persons.full(reading, capitals, taken)
        self._places.known(reading, known, taken)
        self._places.genitives(reading, capitals, taken)
        self._binding.persons(reading, taken)
        self._acronyms.alone(reading, capitals, full, taken)
        nations(reading, taken)
        self._acronyms.of_persons(reading, taken)
        self._binding.organisations(reading, capitals, taken)
        self._places.unknown(reading, capitals, taken)
        self._binding.again(reading, capitals, taken)
        self._persons.give_roles(reading, taken)
        return sorted(taken.mentions, key=lambda m: m.first), self._demonyms(reading, written_large, taken)

    def _demonyms(self, reading: Reading, large: list[bool], taken: Taken) -> list[Nationality]:
        demonyms, found = self._grammar.demonyms, []
        for index, country in enumerate(map(demonyms.get, reading.folded)):
            if country is None or taken.at(index) is not None or self._is_language(reading, index):
                continue
            if large[index] or (demonyms.small and reading.words[index].islower()):
                found.append((index, country))
        return found

    def _is_language(self, reading: Reading, index: int) -> bool:
        """True for "in het Nederlands", "en français", "auf Deutsch"."""
        before = reading.before[index]
        return before in _INTO or (before in _THE and reading.before[index - 1] in _INTO and reading.large[index])
