"""Offices and occupations that stand beside a person's name, as written."""

from wireroom_enrichment.entities.grammar import Grammar
from wireroom_enrichment.entities.lexicon import words
from wireroom_enrichment.entities.mention import Taken
from wireroom_enrichment.entities.reading import POINT, Reading

_REACH = 14
"""Words that are looked at on each side of a name."""
_PREMODIFIERS = 3
_ABBREVIATED = 5
"""Letters from which a word is no abbreviation."""
_FORMER = words(
    "ex ancien ancienne anciens vice premier premiere former deputy acting assistant senior voormalig voormalige oud "
    "ehemalige ehemaliger ehemaligen fruhere fruheren fruherer antiguo antigua"
)
_POSSESSIVE = frozenset(("'s ", "’s "))
_VERBS = ("ed", "ing")


class Roles:
    """Reads them in texts of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._lexicon = grammar.lexicon

    def before(self, reading: Reading, first: int) -> list[str]:
        """Roles that stand before the name whose first word is ``first``."""
        roles: list[str] = []
        if self._grammar.is_addressed(reading, first):
            return roles
        place = first
        while place > 0 and self._is_academic(reading, place):
            place -= 1
            roles.insert(0, reading.words[place])
        head = self._head_before(reading, place)
        if head is not None:
            start = self._phrase_start(reading, head)
            roles[:0] = self._split(reading, start, place)
            place = start
        elif roles:
            return roles
        apart = self._apart(reading, self._past_article(reading, place))
        return roles if apart is None else [reading.slice(*apart), *roles]

    def after(self, reading: Reading, last: int, taken: Taken) -> str | None:
        """The role in an apposition behind the name whose last word is before ``last``."""
        if last >= len(reading) or not reading.gaps[last].lstrip('"”»’').startswith(","):
            return None
        place = self._past_age(reading, last)
        if place < len(reading) and reading.folded[place] in self._lexicon.articles and not reading.large[place]:
            place += 1
        head = self._head_after(reading, place)
        return None if head is None else reading.slice(place, self._complement(reading, head + 1, taken))

    def _is_academic(self, reading: Reading, place: int) -> bool:
        beside = reading.near[place] or reading.gaps[place] in POINT
        return beside and reading.folded[place - 1] in self._lexicon.academic

    def _past_article(self, reading: Reading, place: int) -> int:
        """``place`` without the article before it ("…, le colonel X": what stands before "le")."""
        return place - 1 if reading.before[place] in self._lexicon.articles and place > 1 else place

    def _head_before(self, reading: Reading, end: int) -> int | None:
        """The nearest office before ``end`` whose complement reaches up to there."""
        if not reading.near[end] and not self._is_abbreviated(reading, end):
            return None
        for place in range(end - 1, max(-1, end - 1 - _REACH), -1):
            if place < end - 1 and not reading.joins[place + 1]:
                return None
            folded = reading.folded[place]
            if self._grammar.is_role(folded) and self._is_complement(reading, place + 1, end):
                return place
            if self._ends_phrase(reading, place):
                return None
        return None

    def _is_abbreviated(self, reading: Reading, index: int) -> bool:
        """True where the point before the word ``index`` is an abbreviation's ("Gov. X")."""
        return (
            0 < index < len(reading) and reading.gaps[index] in POINT and len(reading.words[index - 1]) < _ABBREVIATED
        )

    def _ends_phrase(self, reading: Reading, index: int) -> bool:
        folded = reading.folded[index]
        return folded in self._lexicon.stops or folded in self._lexicon.speech or reading.numeric(index)

    def _is_complement(self, reading: Reading, start: int, end: int) -> bool:
        """True where words ``start`` to ``end`` say of what or whence: "de la coalition", "américain", or nothing."""
        lexicon = self._lexicon
        while (
            start < end
            and self._grammar.is_adjective(reading, start)
            and reading.folded[start] not in lexicon.complements
        ):
            start += 1
        if start == end:
            return True
        if end - start < 2 or reading.folded[start] not in lexicon.complements:
            return False
        return reading.folded[end - 1] not in lexicon.complements | lexicon.articles

    def _phrase_start(self, reading: Reading, head: int) -> int:
        """The first word of the phrase around ``head``: what modifies it and is no article."""
        start = head
        while start > 0 and reading.near[start] and self._premodifies(reading, start - 1, head):
            start -= 1
            head = start if self._grammar.is_role(reading.folded[start]) else head
            if head - start > _PREMODIFIERS and not reading.large[start]:
                break
        if (
            reading.folded[start] == "chef"
            and reading.before[start] == "en"
            and self._grammar.is_role(reading.before[start - 1])
        ):
            return start - 2
        return start

    def _premodifies(self, reading: Reading, index: int, head: int) -> bool:
        """True where the word before an office belongs to it ("Finance Minister", "slowakische Regisseurin")."""
        folded, lexicon = reading.folded[index], self._lexicon
        if folded in self._grammar.function or folded in lexicon.calendar or folded in lexicon.honorifics:
            return False
        if self._grammar.is_role(folded) or folded in _FORMER:
            return True
        if lexicon.adjective is not None or reading.numeric(index):
            return False
        if lexicon.premodifier is not None:
            small = not reading.large[index] or self._grammar.demonyms.get(folded) is not None
            return small and lexicon.premodifier.match(folded) is not None
        if reading.large[head] and not reading.first[head]:
            return reading.large[index]
        return not folded.endswith(_VERBS)

    def _split(self, reading: Reading, start: int, end: int) -> list[str]:
        """The phrase, in two where an office written small goes before one written large ("police chief General")."""
        for place in range(start + 1, end):
            raised = reading.large[place] and not reading.large[place - 1] and not self._lexicon.nouns_large
            if raised and all(self._grammar.is_role(reading.folded[i]) for i in (place - 1, place)):
                return [reading.slice(start, place), self._abbreviation(reading, place, end)]
        return [self._abbreviation(reading, start, end)]

    def _abbreviation(self, reading: Reading, start: int, end: int) -> str:
        """As written, with the point before the name ("Gov.")."""
        stop = reading.ends[end - 1] + (reading.gaps[end] in POINT)
        return reading.text[reading.starts[start] : stop]

    def _apart(self, reading: Reading, first: int) -> tuple[int, int] | None:
        """The noun phrase before a comma that stands before the word ``first``: "son directeur, X, …"."""
        if not 0 < first < len(reading) or reading.gaps[first].strip() not in (",", "),"):
            return None
        end = first
        if reading.gaps[first].startswith(")"):
            end -= 1
            while end > max(0, first - _REACH) and "(" not in reading.gaps[end]:
                end -= 1
        for place in range(end - 1, max(-1, end - _REACH), -1):
            if (place < end - 1 and not reading.joins[place + 1]) or self._ends_phrase(reading, place):
                return None
            if self._grammar.is_role(reading.folded[place]) and self._is_complement(reading, place + 1, end):
                start = self._phrase_start(reading, place)
                if self._is_introduced(reading, start):
                    return start, end
        return None

    def _is_introduced(self, reading: Reading, start: int) -> bool:
        """True where a phrase begins with its article, or a sentence with it; an apposition to another does not."""
        article = start - 1
        if reading.first[start]:
            return True
        if not reading.joins[start] or reading.folded[article] not in self._lexicon.articles:
            return False
        before = reading.before[article]
        owned = before in self._lexicon.complements or (
            self._lexicon.nouns_large and article and reading.large[article - 1]
        )
        return not owned and not reading.gaps[article].startswith(",")

    def _past_age(self, reading: Reading, place: int) -> int:
        """Behind an age between commas ("Ann Lee, 43, director")."""
        if not reading.numeric(place):
            return place
        after = place + 1
        if reading.after[after] in self._lexicon.ages:
            after += 1
        return after if after < len(reading) and reading.gaps[after].startswith(",") else place

    def _head_after(self, reading: Reading, place: int) -> int | None:
        """The last word of the office at the beginning of the phrase at ``place``."""
        for index in range(place, min(len(reading), place + _PREMODIFIERS + 1)):
            if (index > place and not self._goes_with(reading, index)) or self._ends_phrase(reading, index):
                return None
            if self._grammar.is_role(reading.folded[index]):
                return self._last_head(reading, index)
            if index == place and self._is_occupation(reading, index):
                return index
        return None

    def _last_head(self, reading: Reading, head: int) -> int:
        """``head``, or the last of the offices that stand in a row ("Attorney General")."""
        while self._goes_with(reading, head + 1) and self._grammar.is_role(reading.folded[head + 1]):
            head += 1
        return head

    def _goes_with(self, reading: Reading, index: int) -> bool:
        return reading.near[index] or (index < len(reading) and reading.gaps[index] in _POSSESSIVE)

    def _is_occupation(self, reading: Reading, index: int) -> bool:
        """True for a word that only its ending says is one, if nothing but a complement stands behind it."""
        matches = self._lexicon.occupations.match(reading.folded[index])
        if not matches or reading.large[index] is not self._lexicon.nouns_large:
            return False
        return reading.gaps[index + 1][:1] in (",", ".") or reading.after[index + 1] in self._lexicon.complements

    def _complement(self, reading: Reading, place: int, taken: Taken) -> int:
        """Behind what belongs to the office before ``place``: adjectives, and one complement with what it names."""
        end, limit = place, min(len(reading), place + _REACH)
        while end < limit and reading.joins[end] and self._grammar.is_adjective(reading, end):
            end += 1
        if end >= limit or not reading.joins[end] or reading.folded[end] not in self._lexicon.complements:
            return end
        begin, end = end, end + 1
        while end < limit and (reading.joins[end] or self._grammar.is_addressed(reading, end)):
            named = taken.at(end)
            if named is None and self._ends_phrase(reading, end):
                break
            end = end + 1 if named is None else named.last
        while end > begin and reading.folded[end - 1] in self._lexicon.complements | self._lexicon.articles:
            end -= 1
        return end
