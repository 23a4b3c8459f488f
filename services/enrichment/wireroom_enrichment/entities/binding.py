"""Later mentions bound to the first full one: surnames, parts of an organisation's name, acronyms, the same again."""

from wireroom_enrichment.entities.called import BOUND_TO_SEVERAL, Persons
from wireroom_enrichment.entities.folding import key
from wireroom_enrichment.entities.gazetteer import Gazetteer
from wireroom_enrichment.entities.grammar import Grammar
from wireroom_enrichment.entities.lexicon import words
from wireroom_enrichment.entities.mention import Mention, Taken
from wireroom_enrichment.entities.places import NATIVE, SAID
from wireroom_enrichment.entities.reading import Reading

PART, AGAIN = 0.82, 0.85
_LONGEST = 4
"""Words of a surname with what stands before it."""
_ACTS = words("zufolge will hatte hat wies war ist")
_CITY_PEOPLE = 100_000
"""So that a given name alone is the city of that name."""
_NOBODY = ("", 0)
_SHARES = words("shares stake investors actions titres aandelen aktien anteile acciones looking")


class Binding:
    """Binds mentions in texts of one language."""

    def __init__(self, grammar: Grammar, gazetteer: Gazetteer) -> None:
        self._grammar = grammar
        self._lexicon = grammar.lexicon
        self._gazetteer = gazetteer

    def persons(self, reading: Reading, taken: Taken) -> None:
        """Takes later mentions of those who were named in full: by surname, by part of one, or again in full."""
        persons, end = Persons(reading, taken, self._is_given), 0
        for index, folded in enumerate(reading.folded):
            if folded in persons.starts and index >= end:
                end = self._person(reading, index, persons, taken)

    def _is_given(self, folded: str) -> bool:
        """True for a given name that is no word, no place and no role."""
        if folded in self._grammar.common or self._grammar.is_role(folded) or self._gazetteer.areas(folded):
            return False
        large = self._gazetteer.has_city(folded, _CITY_PEOPLE)
        return len(folded) > 2 and not large and self._grammar.is_first_name(folded)

    def _person(self, reading: Reading, first: int, persons: Persons, taken: Taken) -> int:
        last = first + 1
        while last - first < _LONGEST and reading.near[last]:
            last += 1
        for end in range(last, first, -1):
            called = persons.called(" ".join(reading.folded[first:end]), first)
            if called is None or not any(reading.large[first:end]) or not self._is_free(reading, first, end, taken):
                continue
            taken.clear(first, end)
            taken.add(Mention(first, end, "person", called[1], called[0]))
            return end
        return first + 1

    def _is_free(self, reading: Reading, first: int, last: int, taken: Taken) -> bool:
        """True where the words are no other mention than that of a place by a name that is not surely one here."""
        held = taken.at(first)
        if held is not None and (
            held.type != "place" or held.confidence >= SAID or held.last != last or held.first != first
        ):
            return False
        if not taken.free(first + 1, last) and held is None:
            return False
        return last - first > 1 or not self._is_something_else(reading, first)

    def _is_something_else(self, reading: Reading, index: int) -> bool:
        """True where a surname is the place of the same name, or no name at all."""
        name, before, lexicon = reading.folded[index], reading.before[index], self._lexicon
        if self._gazetteer.areas(name) or self._gazetteer.cities(name):
            native = before in lexicon.complements and reading.before[index - 1] in NATIVE
            if native or (before in lexicon.of_place and before not in lexicon.speech):
                return True
        if self._grammar.is_no_subject(reading, index) and name in lexicon.before_no_name:
            return True
        noun = lexicon.nouns_large and name in self._grammar.common
        if noun or name in lexicon.calendar or (name in self._grammar.function and reading.first[index]):
            return not self._acts(reading, index)
        return False

    def _acts(self, reading: Reading, index: int) -> bool:
        """True where the word does what a person does, or is addressed."""
        if self._grammar.is_addressed(reading, index) or self._grammar.is_role(reading.before[index]):
            return True
        before, after = reading.before[index], reading.after[index + 1]
        if before in self._lexicon.articles:
            return False
        if after == "zufolge" or after in self._lexicon.speech or before in self._lexicon.speech:
            return True
        return after in _ACTS and not reading.first[index]

    def organisations(self, reading: Reading, capitals: list[int], taken: Taken) -> None:
        """Names organisations by their first full mention, and takes those that a part of the name stands for."""
        parts = self._name_all(reading, taken)
        for index in capitals:
            name, after = parts.get(reading.folded[index], _NOBODY)
            if not name:
                continue
            held = taken.at(index)
            if held is None and index > after and self._is_part(reading, index):
                taken.add(Mention(index, index + 1, "organisation", PART, name))
            elif held is not None and held.type == "organisation" and held.last - held.first == 1 and held.of is None:
                held.name = name if index > after and not reading.upper(index) else held.name

    def _name_all(self, reading: Reading, taken: Taken) -> dict[str, tuple[str, int]]:
        """Gives all their names; returns by part of a name whose it is, if one's alone, and before which word."""
        named: dict[str, str] = {}
        parts: dict[str, tuple[str, int]] = {}
        found = sorted((m for m in taken.mentions if m.type == "organisation"), key=lambda m: m.first)
        for mention in found:
            name = self._nominative(reading, mention)
            mention.name = named.setdefault(key(name), name)
            names = reading.folded[mention.first : mention.last]
            if len(names) > 1 and mention.confidence > BOUND_TO_SEVERAL:
                for part in {names[0], *filter(self._grammar.is_head, names[1:])}:
                    if parts.setdefault(part, (mention.name, mention.last))[0] != mention.name:
                        parts[part] = _NOBODY
        for mention in found:
            mention.name = mention.of.name if mention.of is not None else mention.name
        return parts

    def _nominative(self, reading: Reading, mention: Mention) -> str:
        """The name without a German genitive's ending ("des Mietervereins": Mieterverein)."""
        name = " ".join(mention.text(reading).split())
        if not self._lexicon.nouns_large or reading.before[mention.first] not in ("des", "eines", "dieses"):
            return name
        for word in reading.words[mention.first : mention.last]:
            for end in ("es", "s"):
                if word.endswith(end) and self._grammar.is_head(key(word.removesuffix(end))):
                    return name.replace(word, word.removesuffix(end), 1)
        return name

    def _is_part(self, reading: Reading, index: int) -> bool:
        """True where a word alone stands for the name that it is a part of."""
        folded, grammar = reading.folded[index], self._grammar
        if reading.follows[index + 1] or grammar.is_other(reading, index) or grammar.opens(reading, index):
            return False
        before = reading.before[index]
        if folded in grammar.common:
            return not self._lexicon.nouns_large and before in self._lexicon.articles
        return before not in self._lexicon.of_place or reading.before[index - 1] in _SHARES

    def again(self, reading: Reading, capitals: list[int], taken: Taken) -> None:
        """Takes what was found elsewhere in the text, where nothing else says what it is."""
        known: dict[str, Mention] = {}
        for mention in taken.mentions:
            if mention.type != "person" and mention.confidence >= PART - 0.1:
                known.setdefault(mention.folded(reading), mention)
        starts = {name.partition(" ")[0] for name in known} | known.keys()
        for index in capitals:
            if reading.folded[index] in starts and taken.at(index) is None:
                self._again(reading, index, known, taken)

    def _again(self, reading: Reading, first: int, known: dict[str, Mention], taken: Taken) -> None:
        last = first + 1
        while last - first < 2 * _LONGEST and reading.joins[last]:
            last += 1
        for end in range(last, first, -1):
            mention = known.get(" ".join(reading.folded[first:end]))
            if mention is None or not taken.free(first, end):
                continue
            if end - first == 1 and (self._is_noun(reading, first) or self._goes_on(reading, end)):
                continue
            confidence = min(AGAIN, mention.confidence)
            name, region = mention.name, mention.region
            taken.add(Mention(first, end, mention.type, confidence, name, known=mention.known, region=region))
            return

    def _goes_on(self, reading: Reading, index: int) -> bool:
        return reading.follows[index] and not self._lexicon.nouns_large

    def _is_noun(self, reading: Reading, index: int) -> bool:
        noun = self._lexicon.nouns_large and reading.folded[index] in self._grammar.common
        return noun or self._grammar.opens(reading, index)
