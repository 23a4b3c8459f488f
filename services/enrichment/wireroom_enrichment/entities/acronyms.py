"""Acronyms: those that a text explains in brackets, and those that stand alone."""

from wireroom_enrichment.entities.grammar import Grammar
from wireroom_enrichment.entities.lexicon import words
from wireroom_enrichment.entities.mention import Mention, Taken
from wireroom_enrichment.entities.reading import Reading

EXPLAINED, OF_A_PERSON, AFTER_ARTICLE, BARE = 0.93, 0.85, 0.65, 0.5
_LONGEST = 10
_REACH = 16
"""Words of what an acronym stands for, at most."""
_NO_NAME = words(
    "TV PDG DG CEO CFO PIB GDP BIP BBP TVA VAT IVA BTW DNA ADN RAM GPS SUV ADSL SMS PDF HIV VIH SIDA AIDS COVID UHR "
    "CET GMT UTC EST EDT III VII VIII XII XIII XIV XVI XIX XXI EUR USD GBP CHF SOS VIP RTT CDI CDD RSA SMIC HLM TGV "
    "RER LED DVD USB ABS AVC LGBT LGBTQ OPA IPO RSS HTML JSON XML"
)


class Acronyms:
    """Finds them in texts of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._small = grammar.function | grammar.lexicon.links

    def explained(self, reading: Reading, capitals: list[int], taken: Taken) -> dict[str, Mention]:
        """Takes them with what they stand for; returns that by acronym."""
        full: dict[str, Mention] = {}
        for index in capitals:
            if index and reading.gaps[index].endswith("(") and reading.gaps[index + 1].startswith(")"):
                self._in_brackets(reading, index, taken, full)
            elif reading.gaps[index + 1] == " (" and reading.upper(index):
                self._before_brackets(reading, index, taken, full)
        return full

    def _in_brackets(self, reading: Reading, index: int, taken: Taken, full: dict[str, Mention]) -> None:
        word, before = reading.words[index], taken.at(index - 1)
        if len(word) > _LONGEST or (before is not None and before.type != "organisation"):
            return
        first = self._stands_for(reading, word, index)
        if before is not None and (first is None or before.first < first):
            begins = reading.folded[index][:1] == reading.folded[before.first][:1]
            first = before.first if first is not None or begins else None
        if first is not None:
            self._take(taken, Mention(first, index, "organisation", EXPLAINED), word, index, full)

    def _before_brackets(self, reading: Reading, index: int, taken: Taken, full: dict[str, Mention]) -> None:
        last = index + 2
        while last < min(len(reading), index + _REACH) and reading.joins[last]:
            last += 1
        if reading.gaps[last : last + 1] and reading.gaps[last].startswith(")"):
            word = reading.words[index]
            if self._stands_for(reading, word, last) == index + 1:
                self._take(taken, Mention(index + 1, last, "organisation", EXPLAINED), word, index, full)

    def _take(self, taken: Taken, mention: Mention, word: str, index: int, full: dict[str, Mention]) -> None:
        acronym = Mention(index, index + 1, "organisation", EXPLAINED, of=mention)
        for new in (mention, acronym):
            for place in range(new.first, new.last):
                if held := taken.at(place):
                    taken.remove(held)
            taken.add(new)
        full[word] = mention

    def _stands_for(self, reading: Reading, acronym: str, end: int) -> int | None:
        """The first word of the words before ``end`` whose initials ``acronym`` is made of."""
        letters = [c for c in acronym.casefold() if c.isalpha()]
        if len(letters) < 2 or not acronym[:2].isupper():
            return None
        first = self._initials(reading, letters.copy(), end, skipping=True)
        return self._initials(reading, letters, end, skipping=False) if first is None else first

    def _initials(self, reading: Reading, letters: list[str], end: int, *, skipping: bool) -> int | None:
        """Reads backwards; ``skipping`` small words whatever they begin with, else only if they do not fit."""
        for place in range(end - 1, max(-1, end - _REACH), -1):
            if place < end - 1 and not reading.joins[place + 1]:
                return None
            folded = reading.folded[place]
            small = not reading.large[place] and folded in self._small
            if folded.rpartition(" ")[2][:1] == letters[-1] and not (small and skipping):
                for part in reversed(folded.split(" ")):
                    if letters and part[:1] == letters[-1]:
                        letters.pop()
                if not letters:
                    return place if reading.large[place] or folded in self._grammar.lexicon.small_heads else None
            elif not small:
                return None
        return None

    def of_persons(self, reading: Reading, taken: Taken) -> None:
        """Takes what stands alone in brackets behind a person: a party, a team."""
        for person in [mention for mention in taken.mentions if mention.type == "person"]:
            index = last = person.last
            if index >= len(reading) or reading.gaps[index] != " (" or not reading.large[index]:
                continue
            while last == index or reading.follows[last]:
                last += 1
            odd = reading.words[index] in _NO_NAME or self._grammar.is_other(reading, index)
            if reading.gaps[last].startswith(")") and taken.free(index, last) and not odd:
                taken.add(Mention(index, last, "organisation", OF_A_PERSON))

    def alone(self, reading: Reading, capitals: list[int], full: dict[str, Mention], taken: Taken) -> None:
        """Takes the explained ones wherever they stand, and others as what is only likely."""
        for index in capitals:
            held, meant = taken.at(index), full.get(reading.words[index])
            if meant is not None and (
                held is None or (held.last - held.first == 1 and held.of is None and held is not meant)
            ):
                if held is not None:
                    taken.remove(held)
                taken.add(Mention(index, index + 1, "organisation", EXPLAINED, of=meant))
            elif held is None and self._is_likely(reading, index):
                confidence = AFTER_ARTICLE if reading.before[index] in self._grammar.lexicon.articles else BARE
                taken.add(Mention(index, self._behind(reading, index, taken), "organisation", confidence))

    def _behind(self, reading: Reading, index: int, taken: Taken) -> int:
        """Behind the name that begins with the acronym ("HSG Rheinaue")."""
        last = index + 1
        noun = self._grammar.lexicon.nouns_large and reading.after[last] in self._grammar.common
        return last + (
            reading.follows[last] and not noun and taken.at(last) is None and not self._grammar.is_other(reading, last)
        )

    def _is_likely(self, reading: Reading, index: int) -> bool:
        word = reading.words[index]
        if not (2 < len(word) < 7 and word.isalpha() and word.isupper()) or word in _NO_NAME:
            return False
        if reading.first[index] or reading.folded[index] in self._grammar.names.first:
            return False
        return not any(reading.upper(beside) for beside in (index - 1, index + 1) if 0 <= beside < len(reading))
