"""Names of organisations: known ones, those that a head word makes one, those that the noun before says are one."""

from itertools import compress, count

from wireroom_enrichment.entities.extent import Extent
from wireroom_enrichment.entities.gazetteer import Gazetteer, Known
from wireroom_enrichment.entities.grammar import Grammar
from wireroom_enrichment.entities.lexicon import words
from wireroom_enrichment.entities.mention import Mention, Taken
from wireroom_enrichment.entities.places import COMPASS, NATIVE
from wireroom_enrichment.entities.reading import Reading

KNOWN, HEADED, HEADED_SMALL, DESCRIBED, ORDINARY, COMPOUND = 0.93, 0.88, 0.84, 0.82, 0.8, 0.6
Found = tuple[int, int, float]
"""First word, the one behind the last, how sure."""
_SHORT_ACRONYM = 4
_LONG_COMPOUND = 10
_QUOTES = frozenset("\"«»“”„‟'‘’‚›‹")
_AT_A_PLACE = words("hopital hospital ziekenhuis clinique lycee college ecole museo musee juzgado parquet abbaye")
"""Heads that with a city alone are no name ("l'hôpital de Gap")."""
_KIND_BEFORE, _KIND_AFTER = 3, 7
"""Words around a name's first one among which a kind of organisation may describe it."""
_INDEFINITE = words("a an un une een ein eine una")
_KINDS_BEFORE = words("correctionele oberste vrije")


class Organisations:
    """Finds them in texts of one language."""

    def __init__(self, grammar: Grammar, gazetteer: Gazetteer) -> None:
        self._grammar = grammar
        self._lexicon = grammar.lexicon
        self._gazetteer = gazetteer
        self._extent = Extent(grammar, gazetteer)

    def known(self, reading: Reading, found: list[Known], taken: Taken) -> None:
        """Takes the names that are listed."""
        for name in found:
            listed = name.name in self._gazetteer.organisations
            if listed and (confidence := self._sure(reading, name)) and taken.free(name.first, name.last):
                taken.add(Mention(name.first, name.last, "organisation", confidence))

    def _sure(self, reading: Reading, name: Known) -> float:
        first, last = name.first, name.last
        if not reading.large[first]:
            return KNOWN if reading.slice(first, last) in self._gazetteer.written else 0.0
        if last - first > 1:
            return KNOWN if self._is_whole(reading, first, last) else 0.0
        if self._is_another_word(reading, first, name.name) or self._is_part(reading, first):
            return 0.0
        if self._is_city(reading, first, name.name):
            return 0.0
        if name.name in self._gazetteer.ordinary:
            return self._ordinary(reading, first)
        return KNOWN

    def _is_whole(self, reading: Reading, first: int, last: int) -> bool:
        """True where several words are the name: "Le Monde", "France 24", not "Le monde a changé"."""
        if reading.large[last - 1] or reading.numeric(last - 1):
            return True
        begun = last - first == 2 and reading.folded[first] in self._lexicon.articles
        return reading.folded[last - 1] in self._grammar.common and not begun

    def _is_city(self, reading: Reading, index: int, name: str) -> bool:
        """True where a club's name is its city's ("bourgmestre d'Anderlecht")."""
        before, further = reading.before[index], reading.before[index - 1]
        placed = before in self._lexicon.of_place or (before in self._lexicon.complements and further in NATIVE)
        return placed and bool(self._gazetteer.cities(name))

    def _is_another_word(self, reading: Reading, index: int, name: str) -> bool:
        """True for a word that is only spelled like the name ("Who" and WHO)."""
        if reading.words[index].isupper():
            return False
        unwritten = reading.words[index] not in self._gazetteer.written
        short = unwritten and len(name) < _SHORT_ACRONYM and name.upper() in self._gazetteer.acronyms
        return short or (reading.first[index] and name in self._grammar.common)

    def _is_part(self, reading: Reading, index: int) -> bool:
        """True for a word of a longer name ("Mercedes Ruiz")."""
        grammar = self._grammar
        if reading.follows[index] and reading.large[index - 1] and not grammar.no_name(reading, index - 1):
            return grammar.is_first_name(reading.folded[index - 1])
        if not reading.follows[index + 1] or self._lexicon.nouns_large or reading.upper(index):
            return False
        if grammar.is_named(reading, index + 1):
            return False
        return not grammar.no_name(reading, index + 1) and not grammar.is_role(reading.folded[index + 1])

    def _ordinary(self, reading: Reading, index: int) -> float:
        """How sure it is where the name is also a word: in quotation marks, or inside a sentence without article."""
        if _is_quoted(reading, index):
            return KNOWN
        common = reading.folded[index] in self._grammar.common
        bare = reading.before[index] not in self._lexicon.articles and not (common and self._lexicon.nouns_large)
        return ORDINARY if bare and not (common and reading.first[index]) else 0.0

    def headed(self, reading: Reading, capitals: list[int], taken: Taken) -> None:
        """Takes the names that contain a head word."""
        end = 0
        for index in self._heads(reading, capitals):
            span = self._headed_at(reading, index) if index >= end else None
            if span is None:
                continue
            first, last, confidence = span
            taken.clear(first, last)
            if taken.free(first, last):
                taken.add(Mention(first, last, "organisation", confidence))
                end = last

    def _heads(self, reading: Reading, capitals: list[int]) -> list[int]:
        small, is_head, folded = self._lexicon.small_heads, self._grammar.is_head, reading.folded
        heads = [index for index in capitals if is_head(folded[index]) and not self._is_office(reading, index)]
        if small.isdisjoint(folded):
            return heads
        return sorted(heads + [i for i, word in enumerate(folded) if word in small and not reading.large[i]])

    def _is_office(self, reading: Reading, index: int) -> bool:
        """True for what a minister is the minister of, before the minister's name ("minister van Energie Jan Smet")."""
        if reading.before[index] not in self._lexicon.complements or not reading.follows[index + 1]:
            return False
        return self._grammar.is_role(reading.before[index - 1]) and self._grammar.is_named(reading, index + 1)

    def _headed_at(self, reading: Reading, head: int) -> Found | None:
        small = not reading.large[head]
        first = head if small else self._extent.start(reading, head)
        last = self._extent.end(reading, head)
        if small:
            return self._small(reading, head, last)
        if self._lexicon.nouns_large:
            return self._noun(reading, first, head, last)
        if last - first == 1:
            return self._compound(reading, head)
        return None if self._is_only_begun(reading, first, head, last) else self._large(reading, first, last)

    def _is_only_begun(self, reading: Reading, first: int, head: int, last: int) -> bool:
        """True where a word has its capital, and looks like a head or goes with one, because it begins the sentence."""
        folded = reading.folded[head]
        if reading.first[head] and folded not in self._lexicon.heads and self._grammar.is_kind(folded):
            return True
        return last == head + 1 and first == head - 1 and self._grammar.opens(reading, first)

    def _large(self, reading: Reading, first: int, last: int) -> Found:
        return first, last, HEADED if sum(reading.large[first:last]) > 1 else HEADED_SMALL

    def _compound(self, reading: Reading, head: int) -> Found | None:
        """A name of one word whose ending says what it is ("Huygensfonds")."""
        folded = reading.folded[head]
        if folded in self._lexicon.heads or folded in self._grammar.common or reading.first[head]:
            return None
        return head, head + 1, ORDINARY

    def _small(self, reading: Reading, head: int, last: int) -> Found | None:
        named = [index for index in range(head + 1, last) if reading.large[index]]
        if not named or (reading.folded[head] in _AT_A_PLACE and self._is_at(reading, head, named[-1], last)):
            return None
        first = head - 1 if reading.before[head] in _KINDS_BEFORE else head
        return first, last, HEADED

    def _is_at(self, reading: Reading, head: int, name: int, last: int) -> bool:
        """True for "l'hôpital de Gap", which is no name."""
        linked = reading.folded[head + 1] in self._lexicon.complements
        return linked and name == last - 1 and bool(self._gazetteer.cities(reading.folded[name]))

    def _noun(self, reading: Reading, first: int, head: int, last: int) -> Found | None:
        """A German name: a head with a name beside it, or a compound that is no common noun."""
        folded = reading.folded[head]
        if first < head:
            return first, last, HEADED
        if last > head + 1 and self._names_it(reading, head, last):
            return head, last, HEADED
        ministry = folded.removesuffix("s").endswith("ministerium") and len(folded) > _LONG_COMPOUND + 2
        federal = (folded.startswith("bundes") and len(folded) > _LONG_COMPOUND) or ministry
        known = folded in self._lexicon.heads or folded in self._grammar.common
        if reading.first[head] or (known and not federal):
            return None
        return head, head + 1, HEADED if federal else COMPOUND

    def _names_it(self, reading: Reading, head: int, last: int) -> bool:
        """True where what follows a German head is more than another noun."""
        following = [reading.folded[index] for index in range(head + 1, last) if reading.large[index]]
        if COMPASS.intersection(following) or not reading.large[head + 1]:
            return True
        return any(word not in self._grammar.common for word in following) or len(following) > 1

    def described(self, reading: Reading, capitals: list[int], taken: Taken) -> None:
        """Takes names that follow a word for a kind of organisation ("la société X"), or that one explains."""
        end = 0
        kinds = set(compress(count(), map(self._grammar.is_kind, reading.folded)))
        for index in capitals:
            if (
                index >= end
                and not kinds.isdisjoint(range(index - _KIND_BEFORE, index + _KIND_AFTER))
                and taken.at(index) is None
                and self._fits(reading, index)
                and self._describes(reading, index)
            ):
                end = self._extent.end(reading, index, linked=False)
                end = next((i for i in range(index, end) if taken.at(i)), end)
                taken.add(Mention(index, end, "organisation", DESCRIBED))

    def _fits(self, reading: Reading, index: int) -> bool:
        folded, grammar = reading.folded[index], self._grammar
        if grammar.is_other(reading, index) or grammar.is_first_name(folded):
            return False
        return not (self._lexicon.nouns_large and folded in grammar.common)

    def _describes(self, reading: Reading, index: int) -> bool:
        if self._is_apposed(reading, index):
            return True
        is_kind = self._grammar.is_kind
        quoted = index > 0 and _is_quoted(reading, index)
        if is_kind(reading.folded[index - 1] if quoted else reading.before[index]):
            return True
        if self._lexicon.nouns_large or not reading.near[index] or not reading.joins[index - 1]:
            return False
        if self._grammar.is_adjective(reading, index - 1) or self._grammar.demonyms.get(reading.folded[index - 1]):
            return is_kind(reading.folded[index - 2])
        return self._is_made_of(reading, index)

    def _is_made_of(self, reading: Reading, index: int) -> bool:
        """True for "le fabricant de turbines X": a describing noun, a preposition, a noun, the name."""
        if index < 3 or not reading.joins[index - 2] or reading.large[index - 1]:
            return False
        linked = reading.folded[index - 2] in self._lexicon.complements
        if not linked or reading.folded[index - 1] in self._grammar.function:
            return False
        return self._grammar.is_kind(reading.folded[index - 3])

    def _is_apposed(self, reading: Reading, index: int) -> bool:
        """True for "her party, X, …" and "X, a broadcaster"; not for "the head of the party, X"."""
        is_kind = self._grammar.is_kind
        if index > 1 and reading.gaps[index] == ", " and reading.before[index - 1] in self._lexicon.articles:
            led = reading.before[index - 2] in self._lexicon.complements and self._grammar.is_role(
                reading.before[index - 3]
            )
            return is_kind(reading.folded[index - 1]) and not led
        last = index + 1
        while reading.follows[last] and last - index < 4:
            last += 1
        if last + 1 >= len(reading) or reading.gaps[last] != ", " or reading.folded[last] not in _INDEFINITE:
            return False
        return is_kind(reading.after[last + 1]) or is_kind(reading.after[last + 2])


def _is_quoted(reading: Reading, index: int) -> bool:
    """True where the word stands alone in quotation marks."""
    return bool(_QUOTES.intersection(reading.gaps[index])) and bool(_QUOTES.intersection(reading.gaps[index + 1]))
