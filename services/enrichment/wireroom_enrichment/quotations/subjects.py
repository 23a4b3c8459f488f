"""Who the subject of a verb of saying is, in words: a name, a pronoun, or a noun phrase."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wireroom_core.models import Agency, Entity
from wireroom_enrichment.quotations.lexicon import Lexicon
from wireroom_enrichment.quotations.tokens import HONORIFICS, Surroundings, Token, is_mark

_REACH = 25
"""Tokens after a verb among which its subject stands."""
_PHRASE = 14
"""Tokens of a noun phrase."""
_PLAIN = 3
"""Tokens of a noun phrase without an article."""
_PARTING = frozenset(",:;–—")
_JOINTS = frozenset("-'’–&/")
_CONJUNCTIONS = frozenset(["et", "und", "and", "mais", "but", "y", "e", "en", "maar", "aber", "puis"])
_TITLES = HONORIFICS.keys() | {".", "'"}


class Mention(NamedTuple):
    """Words for someone, from ``start`` to ``end``: a name, else a pronoun, else a phrase of ``words``."""

    start: int
    end: int
    name: Entity | None = None
    pronoun: str = ""
    words: tuple[str, ...] = ()
    embedded: bool = False
    """The subject of a clause within another, which is of somebody else."""


class Subjects:
    """Finds subjects in ``around`` by the words of one language."""

    def __init__(self, around: Surroundings, lexicon: Lexicon) -> None:
        self._around = around
        self._lexicon = lexicon
        self._articles = lexicon.articles
        self._phrase_ends = lexicon.phrase_ends
        self._and = _CONJUNCTIONS - lexicon.prepositions
        self._kinds = lexicon.bodies | lexicon.works

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
                relative = relative or (first + 1 == last == verb)
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
        if not found.words or not self._lexicon.subject_first:
            return found
        while verb and (tokens[verb - 1].word in self._lexicon.clitics or tokens[verb - 1].word.endswith("ly")):
            verb -= 1
        more = [token for token in tokens[:verb] if token.start >= found.end]
        ends = self._phrase_ends - self._lexicon.prepositions
        if not more or not all(token.name or (token.word.isalpha() and token.word not in ends) for token in more):
            return found
        return found._replace(end=more[-1].end, words=found.words + tuple(token.word for token in more))

    def _in_clause(self, tokens: Sequence[Token], first: int, verb: int) -> Mention | None:
        """The subject of the clause that a conjunction after ``first`` opens ("a claim that a colleague called …")."""
        for at in range(verb - 2, first - 1, -1):
            if tokens[at].word in self._lexicon.conjunctions:
                named = self._named(tokens, at + 1, verb) or self._opening(tokens, at + 1, verb)
                named = named or self.plain(tokens[at + 1 :], verb - at - 1)
                return named and named._replace(embedded=True)
        return None

    def _at_end(self, tokens: Sequence[Token], first: int, last: int) -> Mention | None:
        """The noun phrase that ends at ``last``, of which a relative clause tells more ("son PDG, qui a dit")."""
        for at in range(last - 2, first, -1):
            if tokens[at].word in self._articles:
                found = self.phrase(tokens[:last], at)
                return found if found and found.end == tokens[last - 1].end else None
        return None

    def plain(self, tokens: Sequence[Token], verb: int) -> Mention | None:
        """A noun without an article that opens a clause and stands before the verb at ``verb`` ("Police said")."""
        opening = tokens[:verb]
        if not opening or not opening[0].word.isalpha() or opening[0].word in self._phrase_ends | self._lexicon.of:
            return None
        with_more = opening[0].word.endswith(self._lexicon.plural) and self._are_complements(opening[1:])
        if with_more or (self._lexicon.subject_first and self._are_nouns(opening)):
            return Mention(opening[0].start, opening[-1].end, words=tuple(token.word for token in opening))
        return None

    def _are_nouns(self, tokens: Sequence[Token]) -> bool:
        return len(tokens) <= _PLAIN and not any(
            token.word in self._phrase_ends or not token.word.isalpha() for token in tokens
        )

    def _are_complements(self, tokens: Sequence[Token]) -> bool:
        """True for what goes on with a noun after a preposition ("of the port", "outside the court")."""
        if not 1 < len(tokens) < _PHRASE or tokens[0].word not in self._lexicon.of | self._lexicon.prepositions:
            return False
        ends = self._phrase_ends - self._lexicon.prepositions
        return all(token.word not in ends and (token.name or token.word.isalpha()) for token in tokens)

    def phrase(self, tokens: Sequence[Token], at: int, *, bare: bool = True) -> Mention | None:
        """The noun phrase that begins at ``at``: the person or organisation it names, else its words.

        ``bare``: it may do without an article even if it names nobody.
        """
        first, end, of = at, at, -1
        if at < len(tokens) and tokens[at].word in self._articles:
            end = at + 1
        start_of_words = end
        while end < min(len(tokens), first + _PHRASE):
            token = tokens[end]
            if token.person and not self._is_complement(tokens, of, end) and not _is_owner(tokens, end):
                return self._name(token, token.person)
            of_kind = end == start_of_words or (tokens[end - 1].word in self._kinds and of < 0)
            if token.organisation and of_kind and not self._goes_on(tokens, end + 1):
                return self._name(token, token.organisation)
            if not self._is_within(tokens, end) or self._is_past_head(tokens, start_of_words, end):
                break
            of = end if token.word in self._lexicon.of else of
            end = _past_brackets(tokens, end)
        if named := self._apposition(tokens, end):
            return named
        return self._in_words(tokens, first, start_of_words, end, bare)

    def told_of(self, tokens: Sequence[Token], first: int) -> Mention | None:
        """The first person that ``tokens`` name from ``first`` on and that is no one's complement."""
        found = self._named(tokens, first, len(tokens)) if first < len(tokens) else None
        return found if found and found.name else None

    def stranger(self, tokens: Sequence[Token]) -> Mention | None:
        """Someone without a name as the subject of the sentence that ``tokens`` begin ("A survivor", "Mi marido")."""
        if not tokens or tokens[0].word not in self._lexicon.indefinite | self._lexicon.possessive:
            return None
        for at, token in enumerate(tokens[1:6], 1):
            if token.word in self._lexicon.people:
                words = tuple(token.word for token in tokens[: at + 1])
                beside = self._apposition(tokens, at + 1)
                return None if beside else Mention(tokens[0].start, token.end, words=words)
            if token.name or not (token.word.isalnum() or token.word == "-") or token.word in self._phrase_ends:
                break
        return None

    def _in_words(self, tokens: Sequence[Token], first: int, words: int, end: int, bare: bool) -> Mention | None:
        """A phrase that names nobody, without what cannot end one."""
        while end > words and (
            tokens[end - 1].word in self._lexicon.of or tokens[end - 1].word in _JOINTS | {"(", ")"}
        ):
            if tokens[end - 1].name is not None:
                break
            end -= 1
        alone = words > first and (end >= len(tokens) or tokens[end].word in self._lexicon.clitics)
        if end <= words and alone and tokens[first].word in self._lexicon.indefinite:
            return Mention(tokens[first].start, tokens[first].end, words=(tokens[first].word,))
        if end <= words or all(isinstance(token.name, Agency) for token in tokens[words:end]):
            return None
        if words == first and not (bare or tokens[first].word in self._lexicon.people or self._is_name(tokens, first)):
            return None
        start = self._name_at_end(tokens, words, end)
        first = first if start is None else start
        spelt = tuple(token.word for token in tokens[first:end])
        return Mention(tokens[first].start, tokens[end - 1].end, words=spelt)

    def _is_name(self, tokens: Sequence[Token], at: int) -> bool:
        """True for a word with a capital that opens nothing."""
        return not self._lexicon.capital_nouns and self._around.has_capital(tokens[at]) and tokens[at].word.isalpha()

    def _is_full_name(self, tokens: Sequence[Token], at: int) -> bool:
        return at + 1 < len(tokens) and self._is_name(tokens, at) and self._is_name(tokens, at + 1)

    def _name_at_end(self, tokens: Sequence[Token], first: int, end: int) -> int | None:
        """Where a name of two words or more begins that ends the phrase ("le colonel Jean Roy")."""
        if self._lexicon.capital_nouns:
            of_person = end - first > 2 and tokens[first].word.endswith(tuple(self._lexicon.people))
            return first + 1 if of_person and all(map(self._around.has_capital, tokens[first:end])) else None
        start = end
        while start > first and tokens[start - 1].name is None and self._is_name(tokens, start - 1):
            start -= 1
        beside = tokens[start - 1].word if start > 0 else ""
        return start if first < start <= end - 2 and beside not in self._lexicon.of | _JOINTS else None

    def _named(self, tokens: Sequence[Token], first: int, last: int) -> Mention | None:
        """The first person between the two that is no one's complement; an organisation that opens the segment."""
        of = -1
        for at in range(first, last):
            token = tokens[at]
            if token.word in self._lexicon.of or token.word in self._lexicon.prepositions:
                of = at
            elif token.person and not self._is_complement(tokens, of, at) and not _is_owner(tokens, at):
                return self._name(token, token.person)
        at = first + 1 if tokens[first].word in self._articles else first
        if at < last and (named := tokens[at].organisation) and not self._goes_on(tokens, at + 1):
            return self._name(tokens[at], named)
        return None

    def _opening(self, tokens: Sequence[Token], first: int, last: int) -> Mention | None:
        """A pronoun or a noun phrase with which a segment opens, past one adverb of time."""
        if _is_owner(tokens, first):
            return self.phrase(tokens[:last], first)
        for at in (first, first + 1):
            if at > first and tokens[first].word in self._lexicon.prepositions | self._lexicon.of:
                break
            if at < last and self._is_pronoun(tokens[at].word):
                return self._pronoun(tokens[at])
            if at < last and (
                tokens[at].word in self._articles or (at == first and self._is_full_name(tokens[:last], at))
            ):
                return self.phrase(tokens[:last], at)
        return None

    def _pronoun_beside(self, tokens: Sequence[Token], verb: int) -> Mention | None:
        at = verb - 1
        while at > 0 and tokens[at].word in self._lexicon.clitics:
            at -= 1
        return self._pronoun(tokens[at]) if at >= 0 and self._is_pronoun(tokens[at].word) else None

    def _apposition(self, tokens: Sequence[Token], at: int) -> Mention | None:
        """A person right after the comma that ends a phrase ("son directeur, X")."""
        if at >= len(tokens) or tokens[at].word != ",":
            return None
        if self._is_full_name(tokens, at + 1):
            end = at + 3
            while end < len(tokens) and self._is_name(tokens, end):
                end += 1
            return Mention(tokens[at + 1].start, tokens[end - 1].end, words=tuple(t.word for t in tokens[at + 1 : end]))
        for token in tokens[at + 1 : at + 5]:
            if token.person:
                return self._name(token, token.person)
            if token.word not in _TITLES and token.word not in self._articles:
                return None
        return None

    def _is_complement(self, tokens: Sequence[Token], of: int, at: int) -> bool:
        """True where the person at ``at`` only completes the noun before ("porte-parole du président X")."""
        if of < 0:
            return False
        between = [token for token in tokens[of + 1 : at] if token.word not in _TITLES]
        while between and between[0].word in self._articles:
            between = between[1:]
        if not between:
            return True
        person = tokens[at].person
        written = self._around.text[between[0].start : between[-1].end]
        return person is not None and written in person.roles

    def _goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        """True where the word at ``at`` belongs to the phrase before it ("EU commissioner X")."""
        if at >= len(tokens):
            return False
        word = tokens[at].word
        return word in ("-", "'s", "’") or word == "s" or bool(tokens[at].person) or word in self._lexicon.nouns

    def _is_within(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        if token.name is not None or token.word in _JOINTS or token.word == "(":
            return True
        if token.word == ".":
            return _is_abbreviation(tokens, at)
        return token.word not in self._phrase_ends and (token.word[-1].isalnum() or token.word[-1] == "'")

    def _is_past_head(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """True after the noun of a phrase in a language that has all adjectives before it."""
        if not self._lexicon.participle_last or at == first or tokens[at - 1].word not in self._lexicon.people:
            return False
        token = tokens[at]
        known = token.name or token.word in self._lexicon.of or token.word in self._lexicon.people
        return not known and token.word.isalpha() and not self._around.has_capital(token)

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
            after_agency = isinstance(tokens[at - 1].name, Agency) and self._is_name(tokens, at)
            if words and (token.person or after_agency or self._is_pronoun(token.word)):
                return at
            if (token.word in self._articles and words) or token.word in self._lexicon.prepositions:
                return at
            if token.name is None and not token.word[-1:].isalnum() and token.word[-1:] not in _JOINTS:
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
                while first < last and tokens[first].word in self._and:
                    first += 1
                if first < last:
                    yield first, last
                last = at

    def _is_pronoun(self, word: str) -> bool:
        return word in self._lexicon.pronouns or word in self._lexicon.first_person

    @staticmethod
    def _name(token: Token, name: Entity) -> Mention:
        return Mention(token.start, token.end, name=name)

    @staticmethod
    def _pronoun(token: Token) -> Mention:
        return Mention(token.start, token.end, pronoun=token.word)


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """True for a sign that parts clauses; a hyphen does so with a space before it."""
    if tokens[at].word == "-":
        return at > 0 and tokens[at - 1].end < tokens[at].start
    return tokens[at].word in _PARTING


def _past_brackets(tokens: Sequence[Token], at: int) -> int:
    """After a short parenthesis that begins at ``at``, else the next token."""
    if tokens[at].word == "(":
        for index in range(at + 1, min(len(tokens), at + 9)):
            if tokens[index].word == ")":
                return index + 1
    return at + 1


def _is_owner(tokens: Sequence[Token], at: int) -> bool:
    """True before a genitive ("Trump's lawyer")."""
    if tokens[at].name is None:
        return False
    beside = [token.word for token in tokens[at + 1 : at + 3]]
    return beside[:1] == ["s"] or beside in (["'", "s"], ["’", "s"])


def _is_abbreviation(tokens: Sequence[Token], at: int) -> bool:
    """True for the point of "M.", "Gov." or an initial."""
    return at > 0 and len(tokens[at - 1].word) <= 4 and at + 1 < len(tokens) and not is_mark(tokens[at + 1])
