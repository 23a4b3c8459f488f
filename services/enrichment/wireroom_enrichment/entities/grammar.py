"""What rules ask about the words of a reading, in its language."""

from wireroom_enrichment.entities.demonyms import Demonyms
from wireroom_enrichment.entities.gazetteer import Names
from wireroom_enrichment.entities.lexicon import Lexicon
from wireroom_enrichment.entities.reading import POINT, Reading
from wireroom_enrichment.entities.remembered import Remembered

_SHORT = 4
"""Letters below which a function word is no given name ("In", "Le")."""


class Grammar:
    """A language's lexicon with the names and demonyms that go with it."""

    def __init__(self, lexicon: Lexicon, names: Names, demonyms: Demonyms, common: frozenset[str]) -> None:
        self.lexicon = lexicon
        self.names = names
        self.demonyms = demonyms
        self.common = common
        """Words that are written small; in German nouns too."""
        self.function = (
            lexicon.articles | lexicon.stops | lexicon.speech | lexicon.of_place | lexicon.near_place | lexicon.ands
        )
        self._nameless = lexicon.honorifics | lexicon.calendar | lexicon.academic
        self.is_role = Remembered(lambda folded: lexicon.roles.match(folded.replace(" ", "-")) is not None).__getitem__
        """True for a word that names an office or an occupation."""
        self.is_kind = Remembered(lambda folded: lexicon.descriptors.match(folded) is not None).__getitem__
        """True for a word after which an organisation's name stands."""
        self.is_head = Remembered(self._is_head).__getitem__
        """True for a word that makes the name that it stands in an organisation's."""
        self._says_more = Remembered(self._is_adjective).__getitem__

    def is_first_name(self, folded: str) -> bool:
        """True for a given name, or several that a hyphen joins."""
        if folded in self.names.first:
            return True
        return " " in folded and all(part in self.names.first for part in folded.split(" "))

    def is_named(self, reading: Reading, index: int) -> bool:
        """True for a given name with a surname behind it."""
        folded = reading.folded[index]
        if not reading.follows[index + 1] or reading.upper(index):
            return False
        if folded in self.function and (len(folded) < _SHORT or not reading.first[index]):
            return False
        return self.is_first_name(folded) and not self.is_role(folded)

    def is_addressed(self, reading: Reading, index: int) -> bool:
        """True where a form of address stands before the word ("Mme", "Mr.")."""
        beside = reading.near[index] or (index > 0 and reading.gaps[index] in POINT)
        return beside and reading.folded[index - 1] in self.lexicon.honorifics

    def _is_head(self, folded: str) -> bool:
        lexicon = self.lexicon
        last = folded.rpartition(" ")[2]
        return folded in lexicon.heads or last in lexicon.heads or lexicon.head_endings.match(last) is not None

    def is_adjective(self, reading: Reading, index: int) -> bool:
        """True for a word written small behind a noun that says more of it ("général", "malien")."""
        return not reading.large[index] and self._says_more(reading.folded[index])

    def _is_adjective(self, folded: str) -> bool:
        if folded in self.function:
            return False
        if folded in self.lexicon.modifies or self.demonyms.get(folded) is not None:
            return True
        return self.lexicon.adjective is not None and self.lexicon.adjective.match(folded) is not None

    def opens(self, reading: Reading, index: int) -> bool:
        """True for a word that has its capital only because a sentence begins with it."""
        return reading.first[index] and reading.folded[index] in self.common and not reading.upper(index)

    def no_name(self, reading: Reading, index: int) -> bool:
        """True for a word that no name begins with: months, forms of address, function words at a beginning."""
        folded = reading.folded[index]
        if folded in self._nameless:
            return True
        return folded in self.function and reading.first[index] and not reading.upper(index)

    def is_other(self, reading: Reading, index: int) -> bool:
        """True for a word with a capital that belongs to no place's name."""
        folded = reading.folded[index]
        return self.no_name(reading, index) or self.is_role(folded) or self.demonyms.get(folded) is not None

    def is_no_subject(self, reading: Reading, first: int) -> bool:
        """True for the name of a storm, a disease, a ship … by the noun that it follows or begins with."""
        nouns, before = self.lexicon.before_no_name, reading.before[first]
        if before in nouns or (reading.folded[first] in nouns and reading.follows[first + 1]):
            return True
        return before in self.lexicon.complements and reading.before[first - 1] in nouns
