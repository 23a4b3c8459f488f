"""Persons who are called by one word: beside an office, a nation or a verb of speech, or known to everybody."""

import re

from wireroom_enrichment.entities.folding import key
from wireroom_enrichment.entities.gazetteer import Gazetteer, listed
from wireroom_enrichment.entities.grammar import Grammar
from wireroom_enrichment.entities.mention import Mention, Taken
from wireroom_enrichment.entities.nations import nation_of
from wireroom_enrichment.entities.reading import Reading
from wireroom_enrichment.entities.roles import Roles

OFFICE, ADDRESSED, SPEAKS = 0.85, 0.9, 0.75
_TOWN_PEOPLE = 30_000
"""So that a nation behind its name is where it lies ("Miami (EEUU)")."""
_LABEL = re.compile("\\s?:\\s[\"“«„‘']")
"""Behind the name of who is quoted in a line of its own."""


class Singles:
    """Finds them in texts of one language."""

    def __init__(self, grammar: Grammar, gazetteer: Gazetteer, roles: Roles) -> None:
        self._grammar = grammar
        self._lexicon = grammar.lexicon
        self._gazetteer = gazetteer
        self._roles = roles
        self._leaders = frozenset(key(name) for (name,) in listed("leaders"))
        self._before_things = self._lexicon.articles | self._lexicon.complements
        """Before one word they say that it is no person, where no office says that it is one."""

    def take(self, reading: Reading, index: int, taken: Taken) -> None:
        """Takes the word where it is a person's name."""
        confidence = ADDRESSED if self._grammar.is_addressed(reading, index) else self._sure(reading, index)
        if confidence and not self._grammar.is_no_subject(reading, index):
            taken.add(Mention(index, index + 1, "person", confidence))

    def _sure(self, reading: Reading, index: int) -> float:
        folded = reading.folded[index]
        if folded in self._leaders:
            return OFFICE
        if self._gazetteer.areas(folded) or folded in self._gazetteer.organisations:
            return 0.0
        if index > 0 and self.is_beside_office(reading, index) and not reading.upper(index):
            named = self._roles.before(reading, index) and (self._is_surname(folded) or self._is_unknown(folded))
            return OFFICE if named else 0.0
        if folded in self._grammar.common or reading.before[index] in self._before_things:
            return 0.0
        if nation_of(reading, index + 1) and not self._gazetteer.has_city(folded, _TOWN_PEOPLE):
            return OFFICE
        speaks = not reading.upper(index) and self._is_unknown(folded) and self._speaks(reading, index)
        return SPEAKS if speaks else 0.0

    def is_beside_office(self, reading: Reading, index: int) -> bool:
        """True for "président X", "président américain X", "Dr. X"."""
        beside = reading.folded[index - 1]
        if beside in self._lexicon.academic or self._grammar.is_role(reading.before[index]):
            return True
        return self._grammar.is_adjective(reading, index - 1) and self._grammar.is_role(reading.before[index - 1])

    def _is_surname(self, folded: str) -> bool:
        """True for a name that persons are known to have, and no German noun."""
        if self._lexicon.nouns_large and folded in self._grammar.common:
            return False
        return folded in self._grammar.names.last or folded in self._grammar.names.first

    def _is_unknown(self, folded: str) -> bool:
        """True for a word that is no city and no ordinary word."""
        return not self._gazetteer.cities(folded) and folded not in self._grammar.common

    def _speaks(self, reading: Reading, index: int) -> bool:
        """True for a known surname beside a verb of speech, and where a name, a colon and a quotation begin a line."""
        if self._is_surname(reading.folded[index]):
            beside = (reading.before[index], reading.after[index + 1])
            return not self._lexicon.speech.isdisjoint(beside)
        begins = index == 0 or "\n" in reading.gaps[index]
        return begins and _LABEL.match(reading.gaps[index + 1]) is not None
