"""Names of persons: given names, titles, ages and verbs of speech say that they are."""

from wireroom_enrichment.entities.gazetteer import Gazetteer
from wireroom_enrichment.entities.grammar import Grammar
from wireroom_enrichment.entities.lexicon import words
from wireroom_enrichment.entities.mention import Mention, Taken
from wireroom_enrichment.entities.reading import POINT, Reading
from wireroom_enrichment.entities.roles import Roles
from wireroom_enrichment.entities.singles import Singles

FIRM, UNSURE = 0.8, 0.55
_CERTAIN, _ELSEWHERE = 0.97, 0.7
"""At most, where the language's words are known and where they are not."""
_MOST_WORDS = 5
_MOST_PARTICLES = 3
_OLDEST = 3
"""Digits of an age, at most, with one to spare."""
_SAINTS = words("san santa santo saint sainte st los las el la le les new port puerto villa fort sao mount monte")
_NOBLE = words("van von der den de dem")
"""Two of them between large words are a person's, whatever the first of these is."""
_TITLES = words("freiherr freifrau graf grafin furst furstin prinz prinzessin baron baronin")
"""Between given name and surname in German."""
_BYLINES = words("by par von door por reporting editing writing")


class Persons:
    """Finds them in texts of one language."""

    def __init__(self, grammar: Grammar, gazetteer: Gazetteer) -> None:
        self._grammar = grammar
        self._lexicon = grammar.lexicon
        self._gazetteer = gazetteer
        self._roles = Roles(grammar)
        self._singles = Singles(grammar, gazetteer, self._roles)

    def full(self, reading: Reading, capitals: list[int], taken: Taken) -> None:
        """Takes the names of two words and more, and what a title stands before."""
        end = 0
        for index in capitals:
            if index >= end and self._begins(reading, index, taken):
                end = self._last(reading, index, taken)
                self._judge(reading, index, end, taken)

    def _begins(self, reading: Reading, index: int, taken: Taken) -> bool:
        if taken.at(index):
            return False
        folded, grammar = reading.folded[index], self._grammar
        named = grammar.is_named(reading, index)
        if grammar.is_role(folded) or (grammar.no_name(reading, index) and not named):
            return False
        if grammar.demonyms.get(folded) and not (named and self._is_also_given(reading, index)):
            return False
        if self._lexicon.nouns_large and folded in grammar.common:
            return named or grammar.is_addressed(reading, index) or self._has_particle(reading, index)
        return named or not grammar.opens(reading, index)

    def _has_particle(self, reading: Reading, index: int) -> bool:
        """True for a given name or an initial that a surname follows ("Anna von Stein", "H. Boll")."""
        folded, after = reading.folded[index], index + 1
        if len(folded) == 1:
            return after < len(reading) and reading.gaps[after] in POINT and reading.large[after]
        noble = reading.after[after] in self._lexicon.particles and reading.follows[after + 1]
        return noble and self._grammar.is_first_name(folded)

    def _is_also_given(self, reading: Reading, index: int) -> bool:
        """True for a demonym that is a given name here ("Frans Peeters", not "de Fransman Jean Petit")."""
        grammar, surname = self._grammar, reading.folded[index + 1]
        if reading.before[index] in self._lexicon.articles or reading.upper(index + 1):
            return False
        if grammar.is_named(reading, index + 1):
            return False
        return not grammar.is_other(reading, index + 1) and not self._is_known(surname)

    def _last(self, reading: Reading, first: int, taken: Taken) -> int:
        last = first + 1
        while last < len(reading) and last - first < _MOST_WORDS and not taken.at(last):
            if reading.large[last] and self._is_close(reading, last) and self._continues(reading, first, last):
                last += 1
            else:
                return self._behind_particles(reading, first, last, taken)
        return last

    def _is_close(self, reading: Reading, index: int) -> bool:
        return reading.near[index] or (reading.gaps[index] in POINT and len(reading.words[index - 1]) == 1)

    def _continues(self, reading: Reading, first: int, index: int) -> bool:
        """True where the word belongs to the name; behind one given name nearly any may."""
        folded, grammar = reading.folded[index], self._grammar
        if folded in self._lexicon.honorifics or (grammar.is_role(folded) and reading.follows[index + 1]):
            return False
        if index - first == 1 and grammar.is_first_name(reading.folded[first]):
            return True
        if index - first > 1 and reading.large[index - 1] and reading.folded[index - 1] in self._lexicon.particles:
            return True  # "Bruno Le Maire"
        if index - first == 2 and all(map(grammar.is_first_name, reading.folded[first:index])):
            return not grammar.is_other(reading, index) and not grammar.is_head(folded)
        noun = self._lexicon.nouns_large and folded in grammar.common
        return not noun and not grammar.is_other(reading, index)

    def _behind_particles(self, reading: Reading, first: int, last: int, taken: Taken) -> int:
        """Behind a surname with small words before it ("van der Meer"), or ``last`` where there is none."""
        if not (self._is_joined(reading, last) and reading.folded[last] in self._lexicon.particles):
            return last
        end = last
        given = all(self._is_given(name) or name in _TITLES for name in reading.folded[first:last])
        noble = last - first == 1 and reading.after[last] in _NOBLE and reading.after[last + 1] in _NOBLE
        office = 0 < first == last - 1 and self._singles.is_beside_office(reading, first)
        if not (given or noble or office) or last - first > 2:
            return last
        while (
            end - last < _MOST_PARTICLES
            and self._is_joined(reading, end)
            and (reading.folded[end] in self._lexicon.particles or (end > last and self._is_noble(reading, end)))
        ):
            end += 1
        if end == last or not reading.joins[end] or not self._is_surname(reading, end, taken):
            return last
        if not (given or noble) and reading.folded[end] not in self._grammar.names.last:
            return last  # "minister Jansen de Kamer"
        end += 1
        while (
            reading.follows[end]
            and end - last < _MOST_WORDS
            and not taken.at(end)
            and self._continues(reading, first, end)
        ):
            end += 1
        return end

    def _is_noble(self, reading: Reading, index: int) -> bool:
        """True for the second particle of "van der Berg" and "von der Leyen"; "von der Polizei" is no surname."""
        if reading.folded[index] not in _NOBLE or not reading.follows[index + 1] or reading.upper(index + 1):
            return False
        return reading.folded[index - 1] == "van" or not self._is_known(reading.folded[index + 1])

    def _is_given(self, folded: str) -> bool:
        """True for a given name or initials ("J", "J.K.")."""
        return len(folded) == 1 or folded[1:2] == " " or self._grammar.is_first_name(folded)

    def _is_joined(self, reading: Reading, index: int) -> bool:
        return reading.joins[index] or (index < len(reading) and self._is_close(reading, index))

    def _is_surname(self, reading: Reading, index: int, taken: Taken) -> bool:
        grammar = self._grammar
        if not reading.large[index] or taken.at(index):
            return False
        return not grammar.no_name(reading, index) and not grammar.is_head(reading.folded[index])

    def _judge(self, reading: Reading, first: int, last: int, taken: Taken) -> None:
        if last - first == 1:
            self._singles.take(reading, first, taken)
            return
        first = self._given(reading, first, last)
        grammar = self._grammar
        shouted = reading.upper(first) and "." not in reading.words[first] and not reading.upper(last - 1)
        if shouted or grammar.is_no_subject(reading, first):
            return
        if " & " in reading.gaps[first + 1 : last]:
            taken.add(Mention(first, last, "organisation", FIRM))
            return
        addressed = grammar.is_addressed(reading, first)
        office = bool(self._roles.before(reading, first))
        score = self._name(reading, first, last) + self._evidence(reading, first, last, taken)
        score += 0.5 if addressed else 0.4 if office else 0.0
        score -= self._doubt(reading, first, last, called=addressed or office)
        if score >= UNSURE:
            most = _CERTAIN if self._lexicon.speech else _ELSEWHERE
            taken.add(Mention(first, last, "person", min(most, round(score, 2))))

    def _given(self, reading: Reading, first: int, last: int) -> int:
        """``first``, or the given name behind a noun that has a capital too ("Minister van Mobiliteit Jan Smet")."""
        folded = reading.folded[first]
        placed = reading.before[first] in self._lexicon.complements and self._gazetteer.areas(folded)
        if placed and last - first > 2 and self._grammar.is_named(reading, first + 1):
            return first + 1  # "el gobernador de Texas George W. Bush"
        if self._grammar.is_first_name(folded) and folded not in self._gazetteer.organisations:
            return first
        for index in range(first + 1, last - 1):
            if self._grammar.is_named(reading, index) and self._is_known(reading.folded[index - 1]):
                return index
        return first

    def _is_known(self, folded: str) -> bool:
        """True for a word that has its capital as a noun, a place or an organisation."""
        if folded in self._grammar.common or folded in self._gazetteer.organisations:
            return True
        return bool(self._gazetteer.areas(folded) or self._gazetteer.cities(folded))

    def _name(self, reading: Reading, first: int, last: int) -> float:
        """How much the words look like a person's name."""
        grammar, names = self._grammar, reading.folded[first:last]
        given = self._is_given(names[0])
        if not given:
            noble = 0.3 if not _NOBLE.isdisjoint(names[1:-1]) else 0.0
            return noble + (0.45 if names[-1] in grammar.names.last else 0.3)
        odd = (self._lexicon.nouns_large and names[0] in grammar.common) or names[0] in grammar.function
        score = 0.5 if odd else 0.7
        score += 0.1 if names[-1] in grammar.names.last else 0.0
        score += 0.1 if not self._lexicon.particles.isdisjoint(names[1:-1]) else 0.0
        score += 0.05 if len(names) > 2 and grammar.is_first_name(names[1]) else 0.0
        ordinary = names[0] in grammar.common and reading.first[first]
        return score + (0.1 if names[-1] not in grammar.common and not ordinary else 0.0)

    def _evidence(self, reading: Reading, first: int, last: int, taken: Taken) -> float:
        """How much the words around say that it is a person: an age, an office, a verb of speech, a nationality."""
        before = reading.before[first]
        score = 0.0
        if self._is_aged(reading, last) or before.rpartition(" ")[2] in self._lexicon.ages:
            score += 0.3
        if self._roles.after(reading, last, taken):
            score += 0.35
        if not self._lexicon.speech.isdisjoint((before, *reading.after[last : last + 3])):
            score += 0.15
        if reading.joins[first] and reading.large[first - 1] and self._grammar.demonyms.get(before):
            score += 0.3
        if before in _BYLINES or reading.before[first - 1] in _BYLINES:
            score += 0.3
        return score + (0.2 if before and self._lexicon.occupations.match(before) else 0.0)

    def _is_aged(self, reading: Reading, last: int) -> bool:
        """True where an age stands behind the name, between commas or in brackets."""
        if last >= len(reading) or reading.gaps[last] not in (", ", " ("):
            return False
        return reading.words[last].isdecimal() and len(reading.words[last]) < _OLDEST

    def _doubt(self, reading: Reading, first: int, last: int, *, called: bool) -> float:
        """How much says that it is something else: a head word, an article, a known place, an event."""
        grammar, names = self._grammar, reading.folded[first:last]
        doubt = 0.0
        if any(grammar.is_head(name) for name in names[1:]) and not called:
            doubt += 0.4
        if reading.before[first] in self._lexicon.articles and not called:
            doubt += 0.15 if self._lexicon.nouns_large else 0.3
        if names[0] in _SAINTS and not called:
            doubt += 0.4
        if not self._lexicon.events.isdisjoint(names[1:]):
            doubt += 0.5
        return doubt + (0.4 if self._is_place(reading, first, names) else 0.0)

    def _is_place(self, reading: Reading, first: int, names: list[str]) -> bool:
        name = " ".join(names)
        known = self._gazetteer.areas(name) or self._gazetteer.cities(name)
        return bool(known) and reading.before[first] in self._lexicon.of_place

    def give_roles(self, reading: Reading, taken: Taken) -> None:
        """Gives the persons the roles that stand beside their mentions."""
        for mention in taken.mentions:
            if mention.type == "person":
                after = self._roles.after(reading, mention.last, taken)
                mention.roles = [*self._roles.before(reading, mention.first), *([after] if after else [])]
