"""Who the subject of a verb of saying is, in words: a name, a pronoun, or a noun phrase."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wireroom_enrichment.quotations.lexicon import Lexicon
from wireroom_enrichment.quotations.phrases import JOINTS, LONGEST, Mention, Phrases, is_owner
from wireroom_enrichment.quotations.tokens import Surroundings, Token, is_agency

_REACH = 25
"""Tokens after a verb among which its subject stands."""
_PLAIN = 3
"""Tokens of a noun phrase without an article."""
_PARTING = frozenset(",:;–—")
_CONJUNCTIONS = frozenset(["et", "und", "and", "mais", "but", "y", "e", "en", "maar", "aber", "puis"])


class Subjects(Phrases):
    """Finds subjects in ``around`` by the words of one language."""

    def __init__(self, around: Surroundings, lexicon: Lexicon) -> None:
        super().__init__(around, lexicon)
        self.coordinators = _CONJUNCTIONS - lexicon.prepositions

    def after(self, tokens: Sequence[Token], at: int) -> Mention | None:
        """The subject that follows a verb, past adverbs and what stands after prepositions."""
        beside, end = at, min(len(tokens), at + _REACH)
        while at < end:
            token = tokens[at]
            capital = at == beside and self._around.has_capital(token)
            if self._is_pronoun(token.word):
                return self._pronoun(token)
            if token.name is None and token.word not in self._articles and not token.word.isalnum():
                return None
            if token.word in self._lexicon.conjunctions:
                return None
            if token.word in self._lexicon.prepositions:
                at = self._past_phrase(tokens, at)
            elif found := self.phrase(tokens, at, bare=capital):
                return found
            else:
                at += 1
        return None

    def before(self, tokens: Sequence[Token], verb: int) -> Mention | None:
        """The subject that stands before the verb at ``verb``, past what commas set apart."""
        if pronoun := self._pronoun_beside(tokens, verb):
            return pronoun
        candidate: Mention | None = None
        relative = False
        for first, last in self._segments(tokens, verb):
            leading = tokens[first].word in self._lexicon.leading
            if last == verb and (found := self._in_clause(tokens, first, verb)):
                return self._whole(tokens, found, verb)
            if first + leading == last or (tokens[first].word in self._lexicon.subordinators and not leading):
                relative = relative or last == verb
                continue
            found = self._named(tokens, first + leading, last)
            found = found or (None if candidate else self._opening(tokens, first + leading, last))
            found = found or (self._at_end(tokens, first, last) if relative and candidate is None else None)
            if found and (found.name or found.pronoun):
                return candidate if candidate and found.pronoun else found
            if found and last == verb:
                found = self._whole(tokens, found, verb)
            candidate = candidate or found
            relative = False
        return candidate

    def _whole(self, tokens: Sequence[Token], found: Mention, verb: int) -> Mention:
        """``found`` up to the verb where that follows its subject ("a person familiar with the matter said")."""
        if not found.words or not (self._lexicon.subject_first or self._lexicon.participle_last):
            return found
        while verb and (tokens[verb - 1].word in self._lexicon.clitics or tokens[verb - 1].word.endswith("ly")):
            verb -= 1
        more = [token for token in tokens[:verb] if token.start >= found.end]
        ends = self._lexicon.clause_ends
        if not more or not all(token.name or (token.word.isalpha() and token.word not in ends) for token in more):
            return found
        return found._replace(end=more[-1].end, words=found.words + tuple(token.word for token in more))

    def _in_clause(self, tokens: Sequence[Token], first: int, verb: int) -> Mention | None:
        """The subject of the clause that a conjunction after ``first`` opens ("a claim that a colleague called …")."""
        for at in range(verb - 2, first - 1, -1):
            subordinate = tokens[at].word in self._lexicon.subordinators and self._has_verb(tokens, first, at)
            if subordinate or tokens[at].word in self._lexicon.conjunctions:
                named = self._named(tokens, at + 1, verb) or self._opening(tokens, at + 1, verb)
                named = named or self.plain(tokens[at + 1 :], verb - at - 1)
                return named and named._replace(embedded=True)
        return None

    def _has_verb(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        return any(token.word in self._lexicon.verbs for token in tokens[first + 1 : last])

    def _at_end(self, tokens: Sequence[Token], first: int, last: int) -> Mention | None:
        """The noun phrase that ends at ``last``, of which a relative clause tells more ("son PDG, qui a dit")."""
        for at in range(last - 2, first, -1):
            if tokens[at].word in self._articles:
                found = self.phrase(tokens[:last], at)
                return found if found and found.end == tokens[last - 1].end else None
        return None

    def plain(self, tokens: Sequence[Token], verb: int) -> Mention | None:
        """A noun without an article that opens a clause and stands before the verb at ``verb`` ("Police said")."""
        signs = (at for at in range(verb - 1, -1, -1) if _parts(tokens, at))
        opening = tokens[next(signs, -1) + 1 : verb]
        if not opening or not opening[0].word.isalpha():
            return None
        if opening[0].word in self._phrase_ends or opening[0].word in self._lexicon.of:
            return None
        with_more = opening[0].word.endswith(self._lexicon.plural) and self._are_complements(opening[1:])
        if self._lexicon.subject_dropped and opening[0].word in self._lexicon.people_in_plural:
            return self.phrase(opening, 0)
        if with_more or (self._lexicon.subject_first and self._are_nouns(opening)):
            return Mention(opening[0].start, opening[-1].end, words=tuple(token.word for token in opening))
        return None

    def _are_nouns(self, tokens: Sequence[Token]) -> bool:
        return len(tokens) <= _PLAIN and not any(
            token.word in self._phrase_ends or not token.word.isalpha() for token in tokens
        )

    def _are_complements(self, tokens: Sequence[Token]) -> bool:
        """True for what goes on with a noun after a preposition ("of the port", "outside the court")."""
        if not 1 < len(tokens) < LONGEST or tokens[0].word not in self._lexicon.governing:
            return False
        ends = self._lexicon.clause_ends
        return all(token.word not in ends and (token.name or token.word.isalpha()) for token in tokens)

    def told_of(self, tokens: Sequence[Token], first: int) -> Mention | None:
        """The first person that ``tokens`` name from ``first`` on and that is no one's complement."""
        found = self._named(tokens, first, len(tokens)) if first < len(tokens) else None
        return found if found and found.name else None

    def _named(self, tokens: Sequence[Token], first: int, last: int) -> Mention | None:
        """The first person between the two that is no one's complement; an organisation that opens the segment."""
        of = -1
        for at in range(first, last):
            token = tokens[at]
            if token.word in self._lexicon.of or token.word in self._lexicon.prepositions:
                of = at
            elif token.person and not self._is_complement(tokens, of, at) and not is_owner(tokens, at):
                return self._name(token, token.person)
        at = first + 1 if tokens[first].word in self._articles else first
        if at < last and (named := tokens[at].organisation) and not self._goes_on(tokens, at + 1):
            return self._name(tokens[at], named)
        return None

    def thing(self, tokens: Sequence[Token]) -> Mention | None:
        """The country or the institution without a name that is the subject of the sentence of ``tokens``."""
        dateline = next(
            (at + 2 for at in range(len(tokens) - 1) if tokens[at].word == ")" and _parts(tokens, at + 1)), 0
        )
        if dateline >= len(tokens):
            return None
        if self._around.place_end(tokens[dateline].start):
            return self.place(tokens[dateline])
        if tokens[dateline].word not in self._articles and not is_owner(tokens, dateline):
            return None
        found = self.phrase(tokens, dateline)
        return found if found and not self._lexicon.bodies.isdisjoint(found.words) else None

    def _opening(self, tokens: Sequence[Token], first: int, last: int) -> Mention | None:
        """A pronoun or a noun phrase with which a segment opens, past one adverb of time."""
        if is_owner(tokens, first):
            return self.phrase(tokens[:last], first)
        for at in (first, first + 1):
            if at > first and (
                tokens[first].word in self._lexicon.governing or tokens[first].word in self._lexicon.verbs
            ):
                break
            if at < last and self._is_pronoun(tokens[at].word):
                return self._pronoun(tokens[at])
            if at == first and self._is_country(tokens, at):
                return self.place(tokens[at])
            if at < last and (
                tokens[at].word in self._articles
                or (at == first and self._is_full_name(tokens[:last], at) and not _is_dateline(tokens[:last], at))
            ):
                return self.phrase(tokens[:last], at)
        return None

    def _is_country(self, tokens: Sequence[Token], at: int) -> bool:
        """True for a place that is told to say or do something ("Turkey said …"), as no dateline is."""
        if not self._around.place_end(tokens[at].start) or at + 1 >= len(tokens):
            return False
        return tokens[at + 1].word in self._lexicon.verbs or tokens[at + 1].word in self._lexicon.auxiliaries

    def _pronoun_beside(self, tokens: Sequence[Token], verb: int) -> Mention | None:
        at = verb - 1
        while at > 0 and tokens[at].word in self._lexicon.clitics:
            at -= 1
        return self._pronoun(tokens[at]) if at >= 0 and self._is_pronoun(tokens[at].word) else None

    def _past_phrase(self, tokens: Sequence[Token], at: int) -> int:
        """Past a preposition and what it governs ("devant la presse")."""
        at += 1
        while at < len(tokens) and tokens[at].word in self._articles:
            at += 1
        words = 0
        while at < len(tokens):
            token = tokens[at]
            if token.word in self._lexicon.of:
                at, words = at + 1, 0
                continue
            after_agency = is_agency(tokens[at - 1]) and self._is_name(tokens, at)
            if words and (token.person or after_agency or self._is_pronoun(token.word)):
                return at
            if (token.word in self._articles and words) or token.word in self._lexicon.prepositions:
                return at
            if token.name is None and not token.word[-1:].isalnum() and token.word[-1:] not in JOINTS:
                return at
            words += token.word not in self._articles
            at += 1
        return at

    def _segments(self, tokens: Sequence[Token], end: int) -> Iterator[tuple[int, int]]:
        """What commas and the like part before ``end``, the nearest first, without conjunctions at its beginning."""
        last = end
        for at in range(end - 1, -2, -1):
            if at < 0 or _parts(tokens, at):
                first = at + 1
                while first < last and tokens[first].word in self.coordinators:
                    first += 1
                if first < last:
                    yield first, last
                last = at

    def _is_pronoun(self, word: str) -> bool:
        return word in self._lexicon.pronouns or word in self._lexicon.first_person

    @staticmethod
    def _pronoun(token: Token) -> Mention:
        return Mention(token.start, token.end, pronoun=token.word)


def _is_dateline(tokens: Sequence[Token], at: int) -> bool:
    """True for a place before an agency in brackets ("Port Harcourt (AFP)")."""
    return any(token.word == "(" and is_agency(after) for token, after in pairwise(tokens[at : at + 6]))


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """True for a sign that parts clauses; a hyphen does so with a space before it."""
    if tokens[at].word == "-":
        return at > 0 and tokens[at - 1].end < tokens[at].start
    return tokens[at].word in _PARTING
